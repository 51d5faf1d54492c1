/// One week of one unit as the review counts it.
package struct ReviewedWeek: Hashable, Sendable {
  package let week: Week
  package let state: UnitWeek.State
  /// Whether the unit owed a report; what was sent without being owed is counted nowhere.
  package let isOwed: Bool
  /// 更正: accepted reports that took the place of an accepted one.
  package let corrections: Int
  /// 退回: submissions that were rejected, whatever became of the week.
  package let rejected: Int
  /// 敷衍提示 on the report that counts, one for each entry concerned.
  package let flags: [RuleCode]

  package init(
    week: Week, state: UnitWeek.State, isOwed: Bool, corrections: Int = 0, rejected: Int = 0,
    flags: [RuleCode] = []
  ) {
    self.week = week
    self.state = state
    self.isOwed = isOwed
    self.corrections = corrections
    self.rejected = rejected
    self.flags = flags
  }

  /// Whether the week enters the score: owed, and not lost on the way by a failed fetch.
  package var isScored: Bool { isOwed && state != .fetchFailed }

  /// 0 to 100; `MonthlyReview.rule` says it in words.
  package var points: Int {
    guard state.hasReport else { return 0 }
    return (state == .late ? 0 : 50) + 30 + (flags.isEmpty ? 20 : 0)
  }
}

extension RuleCode {
  /// Findings that say a report may have been written for its own sake.
  package static let perfunctory: [RuleCode] = [.staleText, .sameText, .sameEvidence, .noMovement]
}
