/// What was valid on a day: today's register and unit list, with the later changes undone.
extension Campaign {
  /// The campaign with the measures, texts, units and names that held on a day.
  ///
  /// A measure that was not yet there, or is out by then, is left out, and so are items and problems
  /// without any other. A unit that another has absorbed by then owes nothing more.
  package func valid(on day: CivilDate) -> Campaign {
    guard !changes.isEmpty else { return self }
    var past = undoing(changes.filter { $0.effective > day })
    past.withdraw(changes.filter { $0.effective <= day })
    return past
  }

  /// Before some of its changes, the last of them undone first.
  ///
  /// What is withdrawn keeps its row, and what is absorbed its name in it, so that there is nothing
  /// to undo for these.
  func undoing(_ undone: [RegisterChange]) -> Campaign {
    var measures = keyed(register.measures, by: \.code)
    var units = keyed(self.units, by: \.code)
    for change in undone.reversed() {
      switch change.kind {
      case .added(let code), .split(let code, _): measures[code] = nil
      case .reworded(let code, let text, _): measures[code]?.text = text
      case .moved(let code, let lead, _): measures[code]?.leadUnit = lead
      case .supporters(let code, let supporting, _): measures[code]?.supportingUnits = supporting
      case .leader(let code, let leader, _): measures[code]?.leader = leader
      case .corrected(let code, .deadline(let deadline, _)): measures[code]?.deadline = deadline
      case .corrected(let code, .start(let start, _)): measures[code]?.start = start
      case .corrected(let code, .requirement(let text, _)): measures[code]?.requirement = text
      case .renamed(let code, let name, _): units[code]?.name = name
      case .withdrawn, .merged, .absorbed: break
      }
    }
    var earlier = self
    earlier.register = register.keeping(register.measures.compactMap { measures[$0.code] })
    earlier.units = self.units.map { units[$0.code] ?? $0 }
    return earlier
  }

  private mutating func withdraw(_ past: [RegisterChange]) {
    let out = Set(past.filter(\.withdraws).map(\.subject))
    var successors: [Code: Code] = [:]
    for case .absorbed(let unit, let successor) in past.map(\.kind) {
      // Whoever is absorbed later takes along what it had absorbed before.
      for (earlier, holder) in successors where holder == unit { successors[earlier] = successor }
      successors[unit] = successor
    }
    register = register.keeping(
      register.measures.filter { !out.contains($0.code) }.map { $0.led(by: successors) })
    units = units.map { unit in
      guard let end = past.first(where: { $0.kind.absorbs(unit.code) })?.effective else {
        return unit
      }
      return unit.ending(on: end - 1)
    }
  }

  /// The units with the names they once had, each until the day before the next.
  var unitsWithPastNames: [Unit] {
    units.map { unit in
      var named = unit
      for change in changes {
        guard case .renamed(unit.code, let name, _) = change.kind,
          !unit.aliases.contains(where: { Array($0.name.utf8) == Array(name.utf8) })
        else { continue }
        named.aliases.append(
          Unit.Alias(name: name, valid: DateInterval(first: nil, last: change.effective - 1)))
      }
      return named
    }
  }
}

extension Register {
  /// These measures alone, with the items, problems and aspects they stand under.
  fileprivate func keeping(_ measures: [Measure]) -> Register {
    let heldItems = Set(measures.map(\.item))
    let items = items.filter { heldItems.contains($0.code) }
    let heldProblems = Set(items.map(\.problem))
    let problems = problems.filter { heldProblems.contains($0.code) }
    let heldAspects = Set(problems.map(\.aspect))
    return Register(
      aspects: aspects.filter { heldAspects.contains($0.code) }, problems: problems, items: items,
      measures: measures)
  }
}

extension Measure {
  /// With every unit that was absorbed replaced by the one that absorbed it.
  fileprivate func led(by successors: [Code: Code]) -> Measure {
    guard !successors.isEmpty else { return self }
    var measure = self
    measure.leadUnit = successors[leadUnit] ?? leadUnit
    var seen: Set<Code> = [measure.leadUnit]
    measure.supportingUnits = supportingUnits.map { successors[$0] ?? $0 }
      .filter { seen.insert($0).inserted }
    return measure
  }
}

extension Unit {
  fileprivate func ending(on day: CivilDate) -> Unit {
    var unit = self
    unit.active = DateInterval(
      first: active.first, last: active.last.map { min($0, day) } ?? day)
    return unit
  }
}

extension RegisterChange.Kind {
  fileprivate func absorbs(_ code: Code) -> Bool {
    if case .absorbed(code, _) = self { true } else { false }
  }
}
