import Ledger
import Rectification

/// Nothing in the week has the name that was asked for.
package struct UntraceableName: Error, Hashable {
  package let name: String
  package let near: [String]

  package var message: Bilingual {
    let (zh, en) =
      near.isEmpty
      ? ("", "")
      : ("；是不是 \(near.joined(separator: "、"))？", "; did you mean \(near.joined(separator: ", "))?")
    return Bilingual(
      zh: "“\(name)”不是数字、措施或单位的代码（数字的代码见 summary.json 的 figures）" + zh,
      en: "“\(name)” is no figure, measure or unit (figures as in summary.json)" + en)
  }
}

/// What a figure, a measure or a unit rests on in a week, as known at `asOf`; nothing is written.
package func trace(
  _ name: String, of campaign: Campaign, week: Week?, in workspace: Workspace, asOf: Moment
) throws -> (trace: Trace, summary: WeekSummary) {
  let summary = try weekSummary(campaign, week: week, in: workspace, asOf: asOf)
  if let found = summary.trace(Figure.ID(name)) { return (found, summary) }
  let ledger = try readLedger(of: workspace)
  let judged = try ledger.judged(
    in: campaign.settings.code, through: summary.week, receivedBy: asOf)
  if let row = summary.measures.first(where: { $0.code.text == name }) {
    let decisions = campaign.decisions.filter {
      $0.measure == row.code && $0.decidedAt <= min(asOf, summary.edition.cutOffs.summary)
    }
    let entries = try Entries(row: row, judged: judged, ledger: ledger).traced()
    return (
      .measure(
        MeasureTrace(
          row: row, entries: entries, decisions: decisions, remarks: row.state.remarks)), summary
    )
  }
  if let state = summary.reporting.first(where: { $0.unit.text == name }),
    let unit = campaign.units.first(where: { $0.code.text == name })
  {
    let sent = judged.filter { $0.week == summary.week && $0.submission.sender == unit.code }
    let findings = try sent.map { ($0.submission.digest, try ledger.receipt(of: $0).findings) }
    return (
      .unit(
        UnitTrace(
          unit: unit, state: state, submissions: sent,
          findings: Dictionary(findings, uniquingKeysWith: { _, later in later }))), summary
    )
  }
  let names =
    summary.figures.map(\.id.text) + summary.measures.map(\.code.text)
    + campaign.units.map(\.code.text)
  throw UntraceableName(name: name, near: nearest(to: name, among: names))
}

/// Every entry on one measure, from the submissions of its units.
private struct Entries {
  let row: MeasureRow
  let judged: [JudgedSubmission]
  let ledger: LedgerStore

  func traced() throws -> [TracedEntry] {
    let measure = row.state.measure
    let concerned = Set([measure.leadUnit] + measure.supportingUnits)
    let effective = EffectiveReports(judged)
    return try judged.filter { concerned.contains($0.submission.sender) }.compactMap {
      one -> TracedEntry? in
      guard one.verdict.isAccepted else { return try refused(one) }
      guard let entry = try entry(of: one) else { return nil }
      let counts = effective.byWeek[one.week]?[one.submission.sender] == one
      return TracedEntry(
        judged: one, entry: entry, findings: try findings(of: one) { $0.measure == row.code },
        role: !counts
          ? .superseded : one.submission.sender == measure.leadUnit ? .state : .contribution)
    }
  }

  /// What was in it is not kept; only a report that could be read at all concerned the measure.
  private func refused(_ one: JudgedSubmission) throws -> TracedEntry? {
    guard one.submission.sender == row.state.measure.leadUnit else { return nil }
    return TracedEntry(
      judged: one, entry: nil,
      findings: try findings(of: one) { $0.severity >= .error }, role: .refused)
  }

  private func entry(of one: JudgedSubmission) throws -> Entry? {
    try ledger.reports(of: [one])[one.id]?.entries.first { $0.measure == row.code }
  }

  private func findings(
    of one: JudgedSubmission, where isWanted: (Finding) -> Bool
  ) throws -> [Finding] {
    try ledger.receipt(of: one).findings.filter(isWanted)
  }
}
