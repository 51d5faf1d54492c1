/// The whole campaign as it stands in one week: all that its pages say, and all that a later week needs.
///
/// The fold of the weeks, from the campaign's first, makes one from the one before.
package struct WeekState: Hashable, Codable, Sendable {
  package let cutOffs: CutOffs
  /// The day of the summary cut-off, or of the moment it is known at while that is still to come.
  package let referenceDate: CivilDate
  /// Whether its summary cut-off has come.
  package let isClosed: Bool
  /// Whether this workspace answers for the week; before that nobody owes a report.
  package let isTakenUp: Bool
  /// In the order of the register.
  package let measures: [MeasureState]
  /// What was withdrawn by then, with what it had come to, in the order of the register.
  package let withdrawn: [WithdrawnMeasure]
  /// What the register has from a later week on.
  package let unborn: [MeasureState]
  /// In the order of units.csv.
  package let unitWeeks: [UnitWeek]
  /// The running totals each unit last gave, by kind, then in the order of units.csv.
  package let outcomes: [Code: [OutcomeTotal.Part]]
  /// The coordination requests of this week's reports, in the order of units.csv.
  package let requests: [RequestedCoordination]
  /// Worst first; cleared ones last.
  package var alerts: [Alert] = []
  /// The alerts of the last closed week, this one included: what the next week's are made of.
  package var remembered: [Alert] = []
  /// Who reported in the last weeks taken up, this one last.
  package let reportingWeeks: [ReportingWeek]
  /// As many as a page has room for: half a year.
  static let reportingWeeksKept = 26
  /// What the next week's turnout is held against: the last closed week that was not held back itself.
  package let turnout: Turnout?
  /// What holds the week back, or would; nil of a week that is not closed.
  package let goneUnits: GoneUnits?
  /// The last thing that happened which the state knows of; nil when nothing was received yet.
  package let latest: Moment?

  package init(
    cutOffs: CutOffs, referenceDate: CivilDate, isClosed: Bool = true, isTakenUp: Bool = true,
    measures: [MeasureState], withdrawn: [WithdrawnMeasure] = [], unborn: [MeasureState] = [],
    unitWeeks: [UnitWeek], outcomes: [Code: [OutcomeTotal.Part]] = [:],
    requests: [RequestedCoordination] = [], reportingWeeks: [ReportingWeek]? = nil,
    turnout: Turnout? = nil, goneUnits: GoneUnits? = nil, latest: Moment? = nil
  ) {
    self.cutOffs = cutOffs
    self.referenceDate = referenceDate
    self.isClosed = isClosed
    self.isTakenUp = isTakenUp
    self.measures = measures
    self.withdrawn = withdrawn
    self.unborn = unborn
    self.unitWeeks = unitWeeks
    self.outcomes = outcomes
    self.requests = requests
    self.reportingWeeks = reportingWeeks ?? [ReportingWeek(week: cutOffs.week, unitWeeks)]
    self.turnout = turnout
    self.goneUnits = goneUnits
    self.latest = latest
  }

  package var week: Week { cutOffs.week }

  /// Every measure of the register, whatever week it is valid in, by its code.
  func measuresByCode() -> [Code: MeasureState] {
    keyed(measures + withdrawn.map(\.state) + unborn, by: \.measure.code)
  }
}

/// A coordination request together with the report it came in.
package struct RequestedCoordination: Hashable, Codable, Sendable {
  package let unit: Code
  package let request: CoordinationRequest
  package let submission: Submission
}

/// A measure that is out of the totals: 撤销 or 并入.
package struct WithdrawnMeasure: Hashable, Codable, Sendable {
  /// What it had come to.
  package let state: MeasureState
  package let change: RegisterChange

  package init(state: MeasureState, change: RegisterChange) {
    self.state = state
    self.change = change
  }
}

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
