/// 预测: which measures will probably miss their deadline, by their own pace so far.
///
/// The rule, in one sentence, is `rule`; how often it has been right stands beside it.
package struct Forecast: Hashable, Sendable {
  /// Those that will probably be late, the longest first.
  package let late: [Row]
  package let record: Record

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
  package struct Record: Hashable, Sendable {
    /// Weeks and measures for which lateness was forecast, and in how many of them it came.
    package var warned = 0
    package var warnedRight = 0
    /// Weeks and measures before a deadline that was missed, and in how many of them it was forecast.
    package var missed = 0
    package var missedForeseen = 0

    package init() {}
  }

  package init(late: [Row], record: Record) {
    self.late = late
    self.record = record
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

/// The forecast of a week, with the record of the weeks before it.
///
/// `days` are the reference days of the earlier weeks, oldest first. What a measure had come to then is
/// read from its history; the deadline is the one in force then.
func forecast(
  _ rows: [MeasureRow], on day: CivilDate, pastDays days: [CivilDate], index: RegisterIndex
) throws(UncoveredYear) -> Forecast {
  var record = Forecast.Record()
  for row in rows {
    for past in days where past < day {
      try record.count(row.state, on: past, now: day, index: index)
    }
  }
  return Forecast(
    late: rows.compactMap { lateRow($0, on: day) }.sorted(by: isWorse), record: record)
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

extension Forecast.Record {
  /// Counts one measure in one earlier week, if it was open then and its deadline has passed since.
  fileprivate mutating func count(
    _ state: MeasureState, on past: CivilDate, now: CivilDate, index: RegisterIndex
  ) throws(UncoveredYear) {
    let measure = state.measure
    let moment = Moment(past + 1, .midnight, in: index.cycle.zone)
    guard measure.start <= past, let deadline = try index.deadline(of: measure, at: moment),
      deadline >= past, deadline < now
    else { return }
    let then = state.point(on: past)
    guard !(then?.status.isDone ?? false) else { return }
    let wasMissed = !(state.point(on: deadline)?.status.isDone ?? false)
    let wasWarned = Forecast.isLate(
      start: measure.start, percent: then?.percent ?? 0, deadline: deadline, on: past)
    warned += wasWarned ? 1 : 0
    warnedRight += wasWarned && wasMissed ? 1 : 0
    missed += wasMissed ? 1 : 0
    missedForeseen += wasMissed && wasWarned ? 1 : 0
  }
}

extension MeasureState {
  /// What it had come to by the end of the week of a day; nil before it had come to anything.
  fileprivate func point(on day: CivilDate) -> Point? {
    let week = Week(containing: day)
    return history.last { $0.week <= week }
  }
}
