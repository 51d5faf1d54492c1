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
  let weeks = try index.cycle.weeks(from: index.campaign.settings.firstWeek, through: week)
  guard let cutOffs = try index.cycle.cutOffs(of: week) else { return [] }
  let received = Dictionary(grouping: judged.filter { $0.week == week }, by: \.submission.sender)
  let failures = keyed(failedFetches.filter { $0.week == week }, by: \.unit)
  return index.campaign.units.map { unit in
    let mine = received[unit.code] ?? []
    let holder = effective[week, unit.code]
    let state = state(
      isOwed: index.owesReport(unit, cutOffs: cutOffs), received: mine, effective: holder,
      hasFailedFetch: failures[unit.code] != nil, due: cutOffs.report)
    return UnitWeek(
      unit: unit.code, state: state,
      effective: holder?.submission,
      verdict: holder?.verdict ?? mine.max { $0.id < $1.id }?.verdict,
      received: mine.count,
      rejected: mine.count { $0.verdict == .rejected },
      silentWeeks: state == .exempt
        ? 0 : weeks.reversed().prefix { effective[$0, unit.code] == nil }.count,
      failure: failures[unit.code])
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
