/// 月评 of one unit: what it did about its reports, and what became of its alerts.
package struct UnitReview: Hashable, Sendable {
  package let unit: Code
  /// Every counted week, oldest first.
  package let weeks: [ReviewedWeek]
  package let alerts: AlertTally
  /// Equal scores share a rank; nil where nothing was owed that could be scored.
  package internal(set) var rank: Int?

  package init(unit: Code, weeks: [ReviewedWeek], alerts: AlertTally = AlertTally()) {
    self.unit = unit
    self.weeks = weeks
    self.alerts = alerts
  }

  /// How many alerts came and went, with the time that took.
  package struct AlertTally: Hashable, Sendable {
    package var raised = 0
    package var cleared = 0
    /// Still there in the last counted week.
    package var standing = 0
    /// From the day each cleared alert was raised to the day it was found cleared, added up.
    package var workdaysToClear = 0

    package init(raised: Int = 0, cleared: Int = 0, standing: Int = 0, workdaysToClear: Int = 0) {
      self.raised = raised
      self.cleared = cleared
      self.standing = standing
      self.workdaysToClear = workdaysToClear
    }

    /// Tenths of a working day, rounded half up; nil where none was cleared.
    package var meanWorkdays: Tenths? {
      cleared == 0 ? nil : Tenths(workdaysToClear, over: cleared)
    }
  }

  /// Weeks for which a report was owed.
  package var owed: Int { weeks.count(where: \.isOwed) }
  package var scored: Int { weeks.count(where: \.isScored) }

  /// Owed weeks in a state.
  package func count(_ state: UnitWeek.State) -> Int {
    weeks.count { $0.isOwed && $0.state == state }
  }

  /// On time, a zero report included.
  package var punctual: Int { count(.onTime) + count(.zero) }
  package var accepted: Int { punctual + count(.late) }
  package var corrections: Int { owedWeeks.reduce(0) { $0 + $1.corrections } }
  package var rejected: Int { owedWeeks.reduce(0) { $0 + $1.rejected } }

  package func flags(_ rule: RuleCode) -> Int {
    owedWeeks.reduce(0) { $0 + $1.flags.count { $0 == rule } }
  }

  package var flags: Int { owedWeeks.reduce(0) { $0 + $1.flags.count } }
  /// Accepted reports with at least one flag.
  package var flaggedReports: Int { owedWeeks.count { $0.state.hasReport && !$0.flags.isEmpty } }

  /// 按时率 in percent, rounded half up; nil where nothing was scored.
  package var punctuality: Int? { share(punctual) }
  /// 报全率: weeks with an accepted report.
  package var completeness: Int? { share(accepted) }

  /// The mean of the points of its scored weeks; nil where there is none.
  package var score: Tenths? {
    let scored = weeks.filter(\.isScored)
    return scored.isEmpty
      ? nil : Tenths(scored.reduce(0) { $0 + $1.points }, over: scored.count)
  }

  private var owedWeeks: [ReviewedWeek] { weeks.filter(\.isOwed) }

  private func share(_ part: Int) -> Int? {
    scored == 0 ? nil : percent(part, of: scored)
  }
}

/// A number with one decimal place, exact: `86.7`.
package struct Tenths: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let tenths: Int

  /// 100.0, what a week is worth at most.
  package static let full = Tenths(tenths: 1000)

  package init(tenths: Int) { self.tenths = tenths }

  /// A quotient of numbers that are not negative, rounded half up.
  package init(_ sum: Int, over count: Int) { tenths = (20 * sum + count) / (2 * count) }

  package static func < (left: Self, right: Self) -> Bool { left.tenths < right.tenths }

  package var description: String { "\(tenths / 10).\(tenths % 10)" }
}
