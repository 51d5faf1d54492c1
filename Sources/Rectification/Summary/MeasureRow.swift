/// One measure as the wall chart shows it.
package struct MeasureRow: Hashable, Sendable {
  package let state: MeasureState
  package let aspect: Code
  package let problem: Code
  /// Days past the deadline on the reference date; nil when it is not late.
  package let daysOverdue: Int?
  /// Days left on the reference date; nil when done, late or without a deadline.
  package let daysLeft: Int?
  /// The share of time used on the reference date, 0 to 100; nil without a deadline.
  package let timeUsed: Int?
  /// The worst alert on it.
  package let level: Alert.Level?
  /// The lead unit and a supporting unit disagree on whether it is done.
  package let hasConflict: Bool

  package init(
    state: MeasureState, aspect: Code, problem: Code, daysOverdue: Int?, daysLeft: Int?,
    timeUsed: Int?, level: Alert.Level?, hasConflict: Bool
  ) {
    self.state = state
    self.aspect = aspect
    self.problem = problem
    self.daysOverdue = daysOverdue
    self.daysLeft = daysLeft
    self.timeUsed = timeUsed
    self.level = level
    self.hasConflict = hasConflict
  }

  package var code: Code { state.measure.code }
}

/// What moved against last week.
package struct Movement: Hashable, Sendable {
  package let measure: Code
  package let kind: Kind

  package enum Kind: Hashable, Sendable {
    case status(from: MeasureStatus, to: MeasureStatus)
    case percent(from: Int, to: Int)
    case deadline(from: Due, to: Due)
    /// 增列 or 拆分自: in the totals since this week.
    case added(MeasureStatus)
    /// 撤销 or 并入: out of the totals since this week, from what it had come to.
    case withdrawn(MeasureStatus)
    /// 移交.
    case lead(from: Code, to: Code)
    /// 改写: the text is another one.
    case reworded
  }

  package init(measure: Code, kind: Kind) {
    self.measure = measure
    self.kind = kind
  }
}
