/// 月评: a month of weeks, unit by unit, from what the ledger has anyway.
package struct MonthlyReview: Hashable, Sendable {
  package let settings: CampaignSettings
  package let month: Month
  /// Weeks of the month that were summed up by then, oldest first.
  package let weeks: [Week]
  /// Weeks of the month that are not; none once the month is over.
  package let openWeeks: [Week]
  /// Ranked ones first, best first; then those without a score, in the order of units.csv.
  package let units: [UnitReview]
  /// The summary cut-off of the last counted week.
  package let closedAt: Moment
  package let unitNames: [Code: String]

  package init(
    settings: CampaignSettings, month: Month, weeks: [Week], openWeeks: [Week],
    units: [UnitReview], closedAt: Moment, unitNames: [Code: String]
  ) {
    self.settings = settings
    self.month = month
    self.weeks = weeks
    self.openWeeks = openWeeks
    self.units = ranked(units)
    self.closedAt = closedAt
    self.unitNames = unitNames
  }

  /// Figures may still change: the month has weeks that are not summed up.
  package var isProvisional: Bool { !openWeeks.isEmpty }

  package func name(of unit: Code) -> String { unitNames[unit] ?? unit.text }

  /// How units are ranked, in one sentence; a rule of ours, taken from no document.
  package static let rule = Bilingual(
    zh: "每个应报周满分100分：按时（含零报告）50分，有有效报告30分，报告没有敷衍提示20分；得分是各应报周的平均，同分并列。",
    en:
      "Every week owed is worth 100 points: 50 for being on time (a zero report counts), 30 for an "
      + "accepted report, 20 for one without a perfunctory flag; the score is their mean, and equal "
      + "scores share a rank.")

  /// What the rule leaves out, and whose it is.
  package static let ruleNotes = Bilingual(
    zh: "抓取失败的周不计分；没有应报周的单位列出而不排名；预警不计分，因为各单位措施的多少难易不同。本规则由本程序自定，不是文件规定，仅供参考。",
    en: "A week lost to a failed fetch is not scored; a unit that owed nothing is listed and not "
      + "ranked; alerts are not scored, for units have measures of different number and weight. The "
      + "rule is this program's own and no document's; take it as a hint.")

  /// A week belongs to the month that has most of its days.
  package static let weekRule = Bilingual(
    zh: "一周算在它的星期四所在的月", en: "a week belongs to the month of its Thursday")
}

/// Best first, ties and units without a score in the order given; a tie takes up the ranks after it.
private func ranked(_ units: [UnitReview]) -> [UnitReview] {
  let order = units.enumerated().sorted { left, right in
    let (one, other) = (left.element.score, right.element.score)
    return one == other ? left.offset < right.offset : other.map { (one ?? $0) > $0 } ?? true
  }.map(\.element)
  return order.map { unit in
    var unit = unit
    unit.rank = unit.score.flatMap { score in
      order.firstIndex { $0.score == score }.map { $0 + 1 }
    }
    return unit
  }
}

// Over all units.
extension MonthlyReview {
  package var owed: Int { sum(\.owed) }
  package var punctual: Int { sum(\.punctual) }
  package var accepted: Int { sum(\.accepted) }
  package var corrections: Int { sum(\.corrections) }
  package var flaggedReports: Int { sum(\.flaggedReports) }
  package func count(_ state: UnitWeek.State) -> Int { sum { $0.count(state) } }

  package var alerts: UnitReview.AlertTally {
    units.reduce(into: .init()) { whole, unit in
      whole.raised += unit.alerts.raised
      whole.cleared += unit.alerts.cleared
      whole.standing += unit.alerts.standing
      whole.workdaysToClear += unit.alerts.workdaysToClear
    }
  }

  private func sum(_ count: (UnitReview) -> Int) -> Int { units.reduce(0) { $0 + count($1) } }
}
