import Ledger
import Rectification

/// 日析: the current week as known at `asOf`, held against what was known at `since`.
///
/// Without `since`, the same hour of the working day before. Nothing is collected, judged or written.
package func analyseDay(
  _ campaign: Campaign, since: Moment?, in workspace: Workspace, asOf: Moment
) throws -> DailyAnalysis {
  let index = RegisterIndex(campaign)
  let ledger = try readLedger(of: workspace)
  let since = try since ?? DailyAnalysis.usualStart(before: asOf, cycle: index.cycle)
  guard since < asOf else { throw EmptySpan(since: since, until: asOf, zone: index.cycle.zone) }
  let now = try WeekReading(index: index, ledger: ledger, asOf: asOf)
  let before = try WeekReading(index: index, ledger: ledger, asOf: since)
  let week = try index.currentWeek(at: asOf)
  return try DailyAnalysis(
    since: since, until: asOf, before: try before.summary(of: week),
    now: try now.summary(of: week),
    received: try ledger.receipts(in: campaign.settings.code, after: since, by: asOf),
    decisions: campaign.decisions, cycle: index.cycle)
}

extension LedgerStore {
  /// The receipts of everything received after one moment and by another, by arrival.
  fileprivate func receipts(
    in campaign: Code, after since: Moment, by until: Moment
  ) throws -> [Receipt] {
    try allJudged(in: campaign, knownAt: until)
      .filter { since < $0.submission.receivedAt }.map { try receipt(of: $0) }
  }
}

/// The days to be compared end before they begin.
package struct EmptySpan: Error, Hashable {
  let since: Moment
  let until: Moment
  let zone: ZoneOffset

  package var message: Bilingual {
    Bilingual(
      zh: "--since \(since.short(in: zone)) 应早于 \(until.short(in: zone))",
      en: "--since \(since.short(in: zone)) must be before \(until.short(in: zone))")
  }
}
