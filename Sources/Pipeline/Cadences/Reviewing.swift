import Ledger
import Rectification

/// 月评: the weeks of a month that were summed up by `asOf`, each as it is known then.
///
/// Nothing is collected, judged or written.
package func reviewMonth(
  _ month: Month, of campaign: Campaign, in workspace: Workspace, asOf: Moment
) throws -> MonthlyReview {
  let index = RegisterIndex(campaign)
  let reading = try WeekReading(
    index: index, ledger: try readLedger(of: workspace), asOf: asOf)
  let weeks = try weeks(of: month, from: reading.firstIssue, index)
  let closed = weeks.filter { $0.summary <= asOf }
  let found = try review(
    month,
    weeks: try reading.summaries(of: closed.map(\.week)).map { try reading.weekUnderReview($0) },
    openWeeks: weeks.dropFirst(closed.count).map(\.week), index: index)
  guard let found else {
    throw NothingToReview(
      month: month, first: weeks.first, zone: index.cycle.zone, campaign: campaign.settings)
  }
  return found
}

/// The weeks of a month in which the campaign has a cycle, from the first that is answered for.
private func weeks(
  of month: Month, from first: Week, _ index: RegisterIndex
) throws -> [CutOffs] {
  let settings = index.campaign.settings
  let last = try index.cycle.cycleWeek(for: Week(containing: settings.end))
  return try month.weeks.filter { first <= $0 && $0 <= last }
    .compactMap { try index.cycle.cutOffs(of: $0) }
}

extension WeekReading {
  fileprivate func weekUnderReview(_ summary: WeekSummary) throws -> WeekUnderReview {
    var receipts: [Receipt] = []
    try ledger.forEachReceipt(
      in: index.campaign.settings.code, week: summary.week, knownAt: asOf
    ) { receipts.append($0) }
    return WeekUnderReview(
      summary: summary,
      owing: Set(summary.reporting.filter { $0.state != .exempt }.map(\.unit)),
      receipts: receipts)
  }
}

/// No week of the month has been summed up.
package struct NothingToReview: Error, Hashable {
  let month: Month
  /// The first week of the month with a cycle; nil when the campaign has none in it.
  let first: CutOffs?
  let zone: ZoneOffset
  let campaign: CampaignSettings

  package var message: Bilingual {
    guard let first else {
      return Bilingual(
        zh: "\(campaign.title) 在\(month.chinese)没有应报周；\(MonthlyReview.weekRule.zh)",
        en: "\(campaign.title) has no week in \(month); \(MonthlyReview.weekRule.en)")
    }
    return Bilingual(
      zh: "\(month.chinese)还没有汇总过的周，最早的 \(first.week) 要到 \(first.summary.chinese(in: zone)) 汇总",
      en:
        "no week of \(month) is summed up yet; \(first.week) will be at \(first.summary.short(in: zone))"
    )
  }
}
