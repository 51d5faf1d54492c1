/// What became of the last attempts to fetch one unit's report.
package struct FailedFetch: Hashable, Sendable {
  package let unit: Code
  package let week: Week
  /// What went wrong, in words.
  package let reason: String
  /// The first attempt since the last that worked.
  package let since: Moment
  /// The last few, oldest first.
  package let attempts: [Attempt]

  /// How many are told.
  package static let attemptsKept = 3

  package struct Attempt: Hashable, Sendable {
    package let at: Moment
    /// The stable class: `timeout`, `http-404`.
    package let kind: String
    package let message: String

    package init(at: Moment, kind: String, message: String) {
      self.at = at
      self.kind = kind
      self.message = message
    }
  }

  package init(
    unit: Code, week: Week, reason: String, since: Moment, attempts: [Attempt] = []
  ) {
    self.unit = unit
    self.week = week
    self.reason = reason
    self.since = since
    self.attempts = attempts
  }
}

/// Who reported: every unit's state in one week, in the order of units.csv.
///
/// `judged` are the submissions of this week and those before it. A failed fetch counts only where
/// nothing was received.
package func unitWeeks(
  of week: Week, index: RegisterIndex, judged: [JudgedSubmission], effective: EffectiveReports,
  failedFetches: [FailedFetch]
) throws(UncoveredYear) -> [UnitWeek] {
  guard try index.cycle.cutOffs(of: week) != nil else { return [] }
  let failures = keyed(failedFetches.filter { $0.week == week }, by: \.unit)
  let past = try ReportingPast(week, index: index, judged: judged, effective: effective)
  return try index.valid(in: week).campaign.units.map { unit in
    let mine = past.received(week, unit.code)
    let holder = effective[week, unit.code]
    let state = past.state(of: unit, in: week, hasFailedFetch: failures[unit.code] != nil)
    return UnitWeek(
      unit: unit.code, state: state,
      effective: holder?.submission,
      verdict: holder?.verdict ?? mine.max { $0.id < $1.id }?.verdict,
      received: mine.count,
      rejected: mine.count { $0.verdict == .rejected },
      silentWeeks: past.run(of: unit) { !$0.hasReport && $0 != .exempt },
      lateWeeks: past.run(of: unit) { $0 == .late },
      failure: failures[unit.code])
  }
}

/// Who reported in each week before `week`, oldest first; weeks without a cycle are left out.
///
/// `judged` are the submissions of those weeks, in any order; one look at each is enough.
package func reportingWeeks(
  before week: Week, index: RegisterIndex, judged: [JudgedSubmission], effective: EffectiveReports,
  failedFetches: [FailedFetch]
) throws(UncoveredYear) -> [ReportingWeek] {
  let failures = Set(failedFetches.map { [$0.week.description, $0.unit.text] })
  let past = try ReportingPast(week, index: index, judged: judged, effective: effective)
  return past.weeks.filter { $0.cutOffs.week < week }.map { cutOffs, register in
    let states = register.campaign.units.map { unit in
      let hasFailed = failures.contains([cutOffs.week.description, unit.code.text])
      return (
        unit.code, past.state(of: unit, by: (cutOffs, register), hasFailedFetch: hasFailed)
      )
    }
    return ReportingWeek(
      week: cutOffs.week, states: Dictionary(states, uniquingKeysWith: { first, _ in first }))
  }
}

/// What every unit did in every week so far.
private struct ReportingPast {
  private let effective: EffectiveReports
  /// From the first week that owes reports, oldest first, with the register of each.
  let weeks: [(cutOffs: CutOffs, register: RegisterIndex)]
  private let received: [Week: [Code: [JudgedSubmission]]]

  init(
    _ week: Week, index: RegisterIndex, judged: [JudgedSubmission], effective: EffectiveReports
  ) throws(UncoveredYear) {
    self.effective = effective
    var weeks: [(cutOffs: CutOffs, register: RegisterIndex)] = []
    for past in try index.cycle.weeks(from: index.campaign.settings.firstWeek, through: week) {
      if let cutOffs = try index.cycle.cutOffs(of: past) {
        weeks.append((cutOffs, try index.valid(in: past)))
      }
    }
    if weeks.last?.cutOffs.week != week, let cutOffs = try index.cycle.cutOffs(of: week) {
      weeks.append((cutOffs, try index.valid(in: week)))
    }
    self.weeks = weeks
    received = Dictionary(grouping: judged, by: \.week)
      .mapValues { Dictionary(grouping: $0, by: \.submission.sender) }
  }

  func received(_ week: Week, _ unit: Code) -> [JudgedSubmission] { received[week]?[unit] ?? [] }

  func state(of unit: Unit, in week: Week, hasFailedFetch: Bool = false) -> UnitWeek.State {
    guard let one = weeks.last(where: { $0.cutOffs.week == week }) else { return .exempt }
    return state(of: unit, by: one, hasFailedFetch: hasFailedFetch)
  }

  func state(
    of unit: Unit, by week: (cutOffs: CutOffs, register: RegisterIndex),
    hasFailedFetch: Bool = false
  ) -> UnitWeek.State {
    let (cutOffs, register) = week
    let isOwed = register.units[unit.code].map { register.owesReport($0, cutOffs: cutOffs) }
    return Rectification.state(
      isOwed: isOwed ?? false, received: received(cutOffs.week, unit.code),
      effective: effective[cutOffs.week, unit.code], hasFailedFetch: hasFailedFetch,
      due: cutOffs.report)
  }

  /// How many weeks in a row, up to the last, were of a kind.
  func run(of unit: Unit, where isCounted: (UnitWeek.State) -> Bool) -> Int {
    weeks.reversed().prefix { isCounted(state(of: unit, by: $0)) }.count
  }
}

private func state(
  isOwed: Bool, received: [JudgedSubmission], effective: JudgedSubmission?, hasFailedFetch: Bool,
  due: Moment
) -> UnitWeek.State {
  if let effective {
    // A correction of a punctual report does not make the unit late.
    let wasPunctual = received.contains {
      $0.verdict.isAccepted && $0.submission.receivedAt <= due
    }
    return !wasPunctual ? .late : effective.isZeroReport ? .zero : .onTime
  }
  if received.contains(where: { $0.verdict == .quarantined }) { return .quarantined }
  if !received.isEmpty { return .rejected }
  if !isOwed { return .exempt }
  return hasFailedFetch ? .fetchFailed : .missing
}
