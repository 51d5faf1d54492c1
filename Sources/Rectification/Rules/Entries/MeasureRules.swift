/// An entry names a measure that the register does not have.
@Sendable func unknownMeasure(_ context: CheckContext) -> [Finding] {
  context.report.entries.compactMap { entry in
    guard context.index.measures[entry.measure] == nil else { return nil }
    if let out = context.withdrawal(of: entry.measure) { return withdrawn(entry, out) }
    let own = (context.index.led[context.unit] ?? []).map(\.code.text)
    let near = suggestion(nearest(to: entry.measure.text, among: own))
    return entryFinding(
      .unknownMeasure, entry, field: "measure",
      Bilingual(
        zh: "措施“\(entry.measure)”不在三张清单中" + near.zh,
        en: "measure \(entry.measure) is not in the register" + near.en),
      remedy: Bilingual(zh: "按任务清单核对措施编号", en: "correct the code by the register"))
  }
}

private func withdrawn(_ entry: Entry, _ change: RegisterChange) -> Finding {
  let into = change.values.after
  return entryFinding(
    .unknownMeasure, entry, field: "measure",
    Bilingual(
      zh:
        "措施“\(entry.measure)”自 \(change.effective) 起已\(change.word.rawValue)\(into)（\(change.basis)）",
      en: "\(entry.measure) is \(change.word.english) \(into.isEmpty ? "" : "into \(into) ")"
        + "since \(change.effective) (\(change.basis))"),
    remedy: Bilingual(
      zh: into.isEmpty ? "删去这一条" : "删去这一条，进展并到“\(into)”里报",
      en: into.isEmpty ? "remove the entry" : "remove the entry and report under \(into)"))
}

/// An entry is about a measure that the unit neither leads nor supports.
@Sendable func notResponsible(_ context: CheckContext) -> [Finding] {
  context.report.entries.compactMap { entry in
    guard let measure = context.index.measures[entry.measure], measure.leadUnit != context.unit,
      !measure.supportingUnits.contains(context.unit)
    else { return nil }
    let moved = context.moved(entry.measure, to: measure.leadUnit)
    return entryFinding(
      .notResponsible, entry, field: "measure",
      Bilingual(
        zh: "措施“\(entry.measure)”\(moved.zh)由“\(measure.leadUnit)”牵头，本单位既不牵头也不配合",
        en:
          "\(entry.measure) is led by \(measure.leadUnit)\(moved.en); your unit neither leads nor supports it"
      ),
      remedy: Bilingual(zh: "删去这一条，或核对措施编号", en: "remove the entry, or correct its code"))
  }
}

/// A measure is reported twice in one report.
@Sendable func duplicateEntry(_ context: CheckContext) -> [Finding] {
  var first: [Code: Entry] = [:]
  var found: [Finding] = []
  for entry in context.report.entries {
    guard let earlier = first[entry.measure] else {
      first[entry.measure] = entry
      continue
    }
    found.append(
      entryFinding(
        .duplicateEntry, entry, field: "measure",
        Bilingual(
          zh: "措施“\(entry.measure)”已在第 \(earlier.place.line) 行报过",
          en: "\(entry.measure) is already reported on line \(earlier.place.line)"),
        remedy: Bilingual(zh: "一条措施只报一次，请合并", en: "report a measure once; merge the two")))
  }
  return found
}

/// An open measure that the unit leads is not reported.
@Sendable func missingEntry(_ context: CheckContext) -> [Finding] {
  guard !context.report.isZeroReport, !context.unread.hasNameless else { return [] }
  let reported = context.unread.measures.union(context.report.entries.map(\.measure))
  return context.openLedMeasures.filter { !reported.contains($0.code) }.map { measure in
    Finding(
      .missingEntry, at: context.report.places["entries"],
      Bilingual(
        zh: "牵头的措施“\(measure.code)”（\(measure.text)）未报进展",
        en: "measure \(measure.code), which your unit leads, is not reported"),
      remedy: Bilingual(
        zh: "补上这一条；全部措施本周均无新进展的，可报零报告",
        en: "add the entry, or send a zero report when nothing at all is new"),
      measure: measure.code)
  }
}

/// A zero report says that nothing is new, and then says something.
@Sendable func zeroWithEntries(_ context: CheckContext) -> [Finding] {
  guard context.report.isZeroReport, let entry = context.report.entries.first else { return [] }
  return [
    entryFinding(
      .zeroWithEntries, entry, field: "measure",
      Bilingual(
        zh: "零报告不应有进展条目（有 \(context.report.entries.count) 条）",
        en: "a zero report has no entries; this one has \(context.report.entries.count)"),
      remedy: Bilingual(
        zh: "把 zeroReport 改为 false，或删去全部条目", en: "set zeroReport to false, or remove the entries"))
  ]
}

/// An entry reports progress on a measure that the office has closed.
@Sendable func closedMeasure(_ context: CheckContext) -> [Finding] {
  context.report.entries.compactMap { entry in
    guard context.index.isClosed(entry.measure, at: context.submission.receivedAt) else {
      return nil
    }
    return entryFinding(
      .closedMeasure, entry, field: "measure",
      Bilingual(zh: "措施“\(entry.measure)”已销号", en: "\(entry.measure) is closed"),
      remedy: Bilingual(
        zh: "删去这一条；如有反弹，请报协调办公室重开", en: "remove the entry; ask the office to reopen it if it recurs"
      ))
  }
}

func entryFinding(
  _ rule: RuleCode, _ entry: Entry, field: String, _ message: Bilingual, remedy: Bilingual
) -> Finding {
  Finding(
    rule, at: entry.places[field] ?? entry.place, message, remedy: remedy, measure: entry.measure)
}

extension CheckContext {
  /// Why a measure is not, or no more, in the register of the report's week; nil when it never was.
  fileprivate func withdrawal(of measure: Code) -> RegisterChange? {
    index.campaign.changes.first { $0.withdraws && $0.subject == measure }
  }

  /// `自 2023-11-20 起`, when the measure has come to its lead in the course of the drive.
  fileprivate func moved(_ measure: Code, to lead: Code) -> Bilingual {
    let last = index.campaign.changes.last {
      if case .moved(measure, _, lead) = $0.kind { true } else { false }
    }
    guard let last else { return Bilingual(zh: "", en: "") }
    return Bilingual(zh: "自 \(last.effective) 起", en: " since \(last.effective)")
  }
}
