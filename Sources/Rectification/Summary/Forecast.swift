/// 预测: which measures will probably miss their deadline, by their own pace so far.
///
/// The rule, in one sentence, is `rule`; how often it has been right stands beside it.
package struct Forecast: Hashable, Sendable {
  /// Those that will probably be late, the longest first.
  package let late: [Row]
  package let record: Record
  /// 全部未完成措施 at their pace so far: done by the end of the campaign, later, or with no progress to go by.
  ///
  /// With those that are done they are all measures.
  package let byEnd: Int
  package let notByEnd: Int
  package let withoutPace: Int

  package struct Row: Hashable, Sendable {
    package let measure: Code
    package let deadline: CivilDate
    /// When it would be done at the pace so far; nil where there is no progress to go by.
    package let expected: CivilDate?

    package init(measure: Code, deadline: CivilDate, expected: CivilDate?) {
      self.measure = measure
      self.deadline = deadline
      self.expected = expected
    }
  }

  /// How the forecasts of earlier weeks came out, of those whose deadline has passed since.
  ///
  /// Counted in 次: one measure in one closed week before this one, in which it was open, had begun and
  /// was not yet overdue.
  package struct Record: Hashable, Codable, Sendable {
    /// Weeks and measures for which lateness was forecast, and in how many of them it came.
    package var warned = 0
    package var warnedRight = 0
    /// Weeks and measures before a deadline that was missed, and in how many of them it was forecast.
    package var missed = 0
    package var missedForeseen = 0

    package init() {}

    static func + (left: Self, right: Self) -> Self {
      var sum = left
      sum.warned += right.warned
      sum.warnedRight += right.warnedRight
      sum.missed += right.missed
      sum.missedForeseen += right.missedForeseen
      return sum
    }
  }

  package init(
    late: [Row], record: Record, byEnd: Int = 0, notByEnd: Int = 0, withoutPace: Int = 0
  ) {
    self.late = late
    self.record = record
    self.byEnd = byEnd
    self.notByEnd = notByEnd
    self.withoutPace = withoutPace
  }

  package static let rule = Bilingual(
    zh: "从开始之日起按平均进度推算，完成日晚于时限的，判为可能逾期；还没有进度而时间已用一半的，也判为可能逾期",
    en:
      "at its average pace since it began it would be done after its deadline; or half of the time is used and nothing done"
  )

  /// When a measure will be done at its average pace: the days so far, scaled up from its percent.
  ///
  /// Rounded up to a whole day; nil without progress.
  static func expected(start: CivilDate, percent: Int, on day: CivilDate) -> CivilDate? {
    guard percent > 0 else { return nil }
    let days = max(0, day - start)
    return start + (days * 100 + percent - 1) / percent
  }

  /// When a measure that is open on `day` will be done at its average pace, from the day after on.
  static func expected(_ state: MeasureState, after day: CivilDate) -> CivilDate? {
    expected(start: state.measure.start, percent: state.percent, on: day).map { max($0, day + 1) }
  }

  /// Whether a measure that is not done on `day` will probably miss its deadline.
  static func isLate(
    start: CivilDate, percent: Int, deadline: CivilDate, on day: CivilDate
  ) -> Bool {
    guard start <= day else { return false }
    guard let expected = expected(start: start, percent: percent, on: day) else {
      return (day - start) * 2 >= deadline - start
    }
    return expected > deadline
  }
}

/// The forecast of a week, with the record of the weeks before it; `end` is the last day of the campaign.
func forecast(_ rows: [MeasureRow], on day: CivilDate, end: CivilDate) -> Forecast {
  let open = rows.filter { !$0.state.status.isDone }
  let expected = open.compactMap { Forecast.expected($0.state, after: day) }
  let byEnd = expected.count { $0 <= end }
  return Forecast(
    late: rows.compactMap { lateRow($0, on: day) }.sorted(by: isWorse),
    record: rows.reduce(Forecast.Record()) { $0 + $1.state.forecasts.record },
    byEnd: byEnd, notByEnd: expected.count - byEnd, withoutPace: open.count - expected.count)
}

private func lateRow(_ row: MeasureRow, on day: CivilDate) -> Forecast.Row? {
  let (measure, state) = (row.state.measure, row.state)
  guard !state.status.isDone, let deadline = state.deadline, deadline >= day,
    Forecast.isLate(start: measure.start, percent: state.percent, deadline: deadline, on: day)
  else { return nil }
  return Forecast.Row(
    measure: row.code, deadline: deadline,
    expected: Forecast.expected(start: measure.start, percent: state.percent, on: day))
}

/// Without an end first, then by how far it will run over, then by code.
private func isWorse(_ left: Forecast.Row, _ right: Forecast.Row) -> Bool {
  let over = { (row: Forecast.Row) in row.expected.map { $0 - row.deadline } ?? .max }
  return over(left) == over(right) ? left.measure < right.measure : over(left) > over(right)
}
