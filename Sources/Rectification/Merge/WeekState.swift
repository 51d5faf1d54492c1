/// The whole campaign as it stands in one week: what the merge makes of everything received.
package struct WeekState: Hashable, Sendable {
  package let week: Week
  /// In the order of the register.
  package let measures: [MeasureState]
  /// What was withdrawn by then, with what it had come to, in the order of the register.
  package let withdrawn: [WithdrawnMeasure]
  /// In the order of units.csv.
  package let unitWeeks: [UnitWeek]
  /// The running totals each unit last gave, by kind, then in the order of units.csv.
  package let outcomes: [Code: [OutcomeTotal.Part]]
  /// The coordination requests of this week's reports, in the order of units.csv.
  package let requests: [RequestedCoordination]

  package init(
    week: Week, measures: [MeasureState], withdrawn: [WithdrawnMeasure] = [],
    unitWeeks: [UnitWeek], outcomes: [Code: [OutcomeTotal.Part]], requests: [RequestedCoordination]
  ) {
    self.week = week
    self.measures = measures
    self.withdrawn = withdrawn
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

/// A measure that is out of the totals: 撤销 or 并入.
package struct WithdrawnMeasure: Hashable, Sendable {
  /// What it had come to.
  package let state: MeasureState
  package let change: RegisterChange

  package init(state: MeasureState, change: RegisterChange) {
    self.state = state
    self.change = change
  }
}
