/// 报送情况 of one week of the drive: what every unit of that week's list did about its report.
package struct ReportingWeek: Hashable, Sendable {
  package let week: Week
  package let states: [Code: UnitWeek.State]

  package init(week: Week, states: [Code: UnitWeek.State]) {
    self.week = week
    self.states = states
  }

  package init(week: Week, _ unitWeeks: [UnitWeek]) {
    self.init(week: week, states: keyed(unitWeeks, by: \.unit).mapValues(\.state))
  }
}
