/// A unit as a report names it: its code, its full name, or an alias.
package struct UnitName: Hashable, Codable, Sendable {
  package let text: String
  package let place: Place

  package init(_ text: String, at place: Place = .start) {
    self.text = text
    self.place = place
  }

  package init(_ code: Code) {
    self.init(code.text)
  }

  /// The code it is written as; nil when it is a name.
  package var code: Code? { Code(text.halfWidth) }
}

/// Everything the units of a campaign can be called by.
///
/// Names are compared as bytes: a look-alike, a blank more or another form of the same character
/// names nobody. The one exception are the full-width forms of codes, which Chinese input methods
/// write.
package struct UnitNames: Sendable {
  private let units: [Unit]
  private let holders: [[UInt8]: [Holder]]

  private struct Holder {
    let unit: Code
    let valid: DateInterval
  }

  /// What a name leads to on a given day.
  package enum Match: Hashable, Sendable {
    case unit(Code)
    /// An alias whose days are over or still to come; the unit that bears it then.
    case outOfDate(Code, DateInterval)
    case unknown
  }

  package init(_ units: [Unit]) {
    self.units = units
    var holders: [[UInt8]: [Holder]] = [:]
    for unit in units {
      for name in [unit.code.text, unit.name] {
        holders[Array(name.utf8), default: []].append(Holder(unit: unit.code, valid: .always))
      }
      for alias in unit.aliases {
        holders[Array(alias.name.utf8), default: []].append(
          Holder(unit: unit.code, valid: alias.valid))
      }
    }
    self.holders = holders
  }

  /// The unit that bears a name on a day.
  package func unit(named name: UnitName, on day: CivilDate) -> Match {
    let written = holders[Array(name.text.utf8)] ?? []
    let found = written.isEmpty ? holders[Array(name.code?.text.utf8 ?? "".utf8)] ?? [] : written
    if let holder = found.first(where: { $0.valid.contains(day) }) { return .unit(holder.unit) }
    return found.last.map { .outOfDate($0.unit, $0.valid) } ?? .unknown
  }

  /// What a wrong name may have been meant for, as `区建设管理委（BM02）`; three at most.
  package func candidates(for name: UnitName) -> [String] {
    let names = units.flatMap { unit in
      [unit.code.text, unit.name].map { ($0, unit) } + unit.aliases.map { ($0.name, unit) }
    }
    let near = nearest(to: name.text, among: names.map(\.0))
    var seen: Set<Code> = []
    return near.compactMap { text in names.first { $0.0 == text }?.1 }
      .filter { seen.insert($0.code).inserted }
      .map { "\($0.name)（\($0.code)）" }
  }
}
