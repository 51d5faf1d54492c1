/// What was forecast of one measure, week by week, and how it came out: the part of the record that is its own.
package struct ForecastLog: Hashable, Codable, Sendable {
  /// Of deadlines that have passed.
  package private(set) var record = Forecast.Record()
  /// Of deadlines still to come, by deadline.
  private var open: [Open] = []

  private struct Open: Hashable, Codable {
    let deadline: CivilDate
    var weeks = 0
    /// In how many of them lateness was forecast.
    var warned = 0
  }

  package init() {}

  /// Counts the forecast of one closed week: `day` is its reference date, `isLate` what was forecast.
  mutating func add(deadline: CivilDate, isLate: Bool) {
    if open.last?.deadline != deadline { open.append(Open(deadline: deadline)) }
    open[open.count - 1].weeks += 1
    open[open.count - 1].warned += isLate ? 1 : 0
  }

  /// Settles the deadlines before `day` by whether the measure was done in the week of each.
  mutating func settle(before day: CivilDate, wasDone: (Week) -> Bool) {
    for past in open where past.deadline < day {
      let wasMissed = !wasDone(Week(containing: past.deadline))
      record.warned += past.warned
      record.warnedRight += wasMissed ? past.warned : 0
      record.missed += wasMissed ? past.weeks : 0
      record.missedForeseen += wasMissed ? past.warned : 0
    }
    open.removeAll { $0.deadline < day }
  }
}

extension MeasureState {
  /// Adds the week that ends with this state to the record of the forecast.
  ///
  /// Only a closed week has a forecast that counts; `day` is its reference date.
  mutating func logForecast(on day: CivilDate, isClosed: Bool) {
    if isClosed, !status.isDone, let deadline, measure.start <= day, deadline >= day {
      forecasts.add(
        deadline: deadline,
        isLate: Forecast.isLate(
          start: measure.start, percent: percent, deadline: deadline, on: day))
    }
    let history = history
    forecasts.settle(before: day) { week in
      history.last { $0.week <= week }?.status.isDone ?? false
    }
  }
}
