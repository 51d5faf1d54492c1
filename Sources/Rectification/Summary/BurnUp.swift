/// 燃起图: how many measures were done by each week of the drive, and how many should have been.
///
/// What is done comes from each measure's history; the plan is worked backwards from the deadlines
/// (倒排工期); what is still open goes on at its average pace, by the rule of the forecast.
package struct BurnUp: Hashable, Sendable {
  /// From the first week of the drive to the last of the campaign, or the last in which anything is due.
  package let points: [Point]
  package let total: Int

  /// The counts at the end of one week.
  package struct Point: Hashable, Sendable {
    package let week: Week
    /// Completed or closed; nil of weeks to come.
    package let done: Int?
    /// Closed; nil of weeks to come.
    package let closed: Int?
    /// Due by then, by the deadlines in force.
    package let planned: Int
    /// Due by then, by the deadlines first set.
    package let firstPlanned: Int
    /// Probably done by then; nil of weeks past.
    package let expected: Int?
  }

  /// Whether an extension has moved the plan.
  package var hasMoved: Bool { points.contains { $0.planned != $0.firstPlanned } }
}

extension WeekSummary {
  package var burnUp: BurnUp {
    let states = measures.map(\.state)
    let day = edition.referenceDate
    let expected = states.filter { !$0.status.isDone }
      .compactMap { Forecast.expected($0, after: day) }.filter { $0 <= settings.end }
    let dates = states.compactMap(\.deadline) + states.compactMap(\.originalDeadline)
    let lastPlan = Week(containing: dates.max() ?? day)
    let weeks = weeks(through: max(week, lastPlan, Week(containing: settings.end)))
    let planned = Running(states.compactMap(\.deadline).map { (Week(containing: $0), 1) })
    let firstPlanned = Running(
      states.compactMap(\.originalDeadline).map { (Week(containing: $0), 1) })
    let done = Running(states.flatMap { $0.steps(where: \.isDone) })
    let closed = Running(states.flatMap { $0.steps { $0 == .closed } })
    let ahead = Running(expected.map { (max(Week(containing: $0), week.next), 1) })
    let points = weeks.map { one in
      BurnUp.Point(
        week: one, done: one <= week ? done.sum(through: one) : nil,
        closed: one <= week ? closed.sum(through: one) : nil,
        planned: planned.sum(through: one), firstPlanned: firstPlanned.sum(through: one),
        expected: one < week ? nil : done.sum(through: week) + ahead.sum(through: one))
    }
    return BurnUp(points: points, total: states.count)
  }

  private func weeks(through last: Week) -> [Week] {
    var weeks: [Week] = []
    var next = min(settings.firstWeek, week)
    while next <= last {
      weeks.append(next)
      next = next.next
    }
    return weeks
  }
}

/// What adds up by week.
private struct Running {
  private let sums: [(week: Week, sum: Int)]

  init(_ steps: [(Week, Int)]) {
    var sum = 0
    sums = Dictionary(steps, uniquingKeysWith: +).sorted { $0.key < $1.key }.map { week, step in
      sum += step
      return (week, sum)
    }
  }

  func sum(through week: Week) -> Int { sums.last { $0.week <= week }?.sum ?? 0 }
}

extension MeasureState {
  /// +1 in each week that brought it to such a status, -1 in each that took it away again.
  fileprivate func steps(where isCounted: (MeasureStatus) -> Bool) -> [(Week, Int)] {
    var before = false
    return history.compactMap { point in
      let now = isCounted(point.status)
      defer { before = now }
      return now == before ? nil : (point.week, now ? 1 : -1)
    }
  }
}
