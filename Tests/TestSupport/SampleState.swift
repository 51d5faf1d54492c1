import Rectification

/// A state as the fold of the weeks would leave it, put together by hand.
///
/// Its reference date is the Friday of the week unless another is given.
package func sampleState(
  _ week: Week, on day: CivilDate? = nil, measures: [MeasureState], unitWeeks: [UnitWeek] = [],
  outcomes: [Code: [OutcomeTotal.Part]] = [:], alerts: [Alert] = []
) -> WeekState {
  func at(_ day: CivilDate, _ time: String) -> Moment { moment("\(day) \(time)") }
  let (thursday, friday) = (week.monday + 3, week.monday + 4)
  var state = WeekState(
    cutOffs: CutOffs(
      week: week, report: at(thursday, "17:00"), summary: at(friday, "12:00"),
      meeting: at(friday, "15:00")),
    referenceDate: day ?? friday, measures: measures, unitWeeks: unitWeeks,
    outcomes: outcomes)
  state.alerts = alerts
  return state
}
