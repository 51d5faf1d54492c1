/// Lead and supporting unit disagree on a measure; the agenda takes it up, nobody need mend anything.
///
/// The lead calls it completed and a supporting unit, not earlier, does not; or the lead has not begun
/// and a supporting unit has. The merge asks the same of the whole week (`MeasureState.dissent`).
@Sendable func leadSupportConflict(_ context: CheckContext) -> [Finding] {
  context.report.entries.flatMap { entry -> [Finding] in
    guard let measure = context.index.measures[entry.measure] else { return [] }
    return (context.others.entries[entry.measure] ?? []).compactMap { other in
      let leads = measure.leadUnit == context.unit
      guard leads || measure.leadUnit == other.unit,
        disagree(
          lead: (leads ? entry : other.entry).status,
          since: leads ? since(entry, context) : other.week,
          support: (leads ? other.entry : entry).status,
          in: leads ? other.week : context.report.week)
      else { return nil }
      return conflict(entry, with: other, leads: leads, context)
    }
  }
}

/// Whether what a supporting unit said in `week` contradicts what the lead has said `since`.
func disagree(
  lead: ReportedStatus, since: Week, support: ReportedStatus, in week: Week
) -> Bool {
  switch lead {
  case .completed: support != .completed && week >= since
  case .notStarted: support != .notStarted && week >= since
  case .inProgress: false
  }
}

/// The week since which the unit has said of a measure what it says now.
private func since(_ entry: Entry, _ context: CheckContext) -> Week {
  let same = context.history.entries(of: entry.measure).prefix {
    $0.entry.status == entry.status
  }
  return same.last?.report.report.week ?? context.report.week
}

private func conflict(
  _ entry: Entry, with other: ReportedEntry, leads: Bool, _ context: CheckContext
) -> Finding {
  let who =
    leads ? Bilingual(zh: "配合单位", en: "supporting unit") : Bilingual(zh: "牵头单位", en: "lead unit")
  let report = context.cite(other.submission, week: other.week)
  let name = context.index.units[other.unit]?.name ?? other.unit.text
  let (mine, theirs) = (MeasureStatus(entry.status).name, MeasureStatus(other.entry.status).name)
  return entryFinding(
    .leadSupportConflict, entry, field: "status",
    Bilingual(
      zh: "措施“\(entry.measure)”本单位报\(mine.zh)，\(who.zh)\(name)报\(theirs.zh)，见其 \(report.zh)",
      en:
        "\(entry.measure) is \(mine.en) here, and \(theirs.en) to its \(who.en) \(name) in \(report.en)"
    ),
    remedy: Bilingual(
      zh: "不必改报；请与对方核实，将列入周协调议程", en: "nothing to mend; talk to them, it goes on the agenda"))
}
