/// The whole campaign as it stands in one week: what the merge makes of everything received.
package struct WeekState: Hashable, Sendable {
  package let week: Week
  /// In the order of the register.
  package let measures: [MeasureState]
  /// In the order of units.csv.
  package let unitWeeks: [UnitWeek]
  /// The running totals each unit last gave, by kind, then in the order of units.csv.
  package let outcomes: [Code: [OutcomeTotal.Part]]
  /// The coordination requests of this week's reports, in the order of units.csv.
  package let requests: [RequestedCoordination]

  package init(
    week: Week, measures: [MeasureState], unitWeeks: [UnitWeek],
    outcomes: [Code: [OutcomeTotal.Part]], requests: [RequestedCoordination]
  ) {
    self.week = week
    self.measures = measures
    self.unitWeeks = unitWeeks
    self.outcomes = outcomes
    self.requests = requests
  }
}

/// A coordination request together with the report it came in.
package struct RequestedCoordination: Hashable, Sendable {
  package let unit: Code
  package let request: CoordinationRequest
  package let submission: Submission
}
