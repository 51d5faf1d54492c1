/// What became of the last attempts to fetch one unit's report.
package struct FailedFetch: Hashable, Codable, Sendable {
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

  package struct Attempt: Hashable, Codable, Sendable {
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
/// `last` are the units of the week before, by code, whose runs of silent and late weeks go on.
func unitWeeks(
  _ inputs: WeekInputs, register: RegisterIndex, holders: [Code: [JudgedSubmission]],
  last: [Code: UnitWeek]
) -> [UnitWeek] {
  let received = Dictionary(grouping: inputs.judged, by: \.submission.sender)
  let failures = keyed(inputs.failedFetches, by: \.unit)
  // A unit that has not begun is not there yet: the weeks before it say what they said.
  let begun = register.campaign.units.filter { unit in
    received[unit.code] != nil || unit.active.first.map { $0 <= inputs.week.sunday } ?? true
  }
  return begun.map { unit in
    let mine = received[unit.code] ?? []
    let effective = holders[unit.code]?.last
    let owes =
      inputs.isTakenUp
      && register.owesReport(unit, cutOffs: inputs.cutOffs, at: inputs.knownAt)
    let state =
      owes
      ? stateOfOwing(
        mine, effective, hasFailedFetch: failures[unit.code] != nil, due: inputs.cutOffs.report)
      : .exempt
    let runs = Runs(after: last[unit.code], state: state, isDue: inputs.isDue)
    return UnitWeek(
      unit: unit.code, state: state, effective: effective?.submission,
      verdict: effective?.verdict ?? mine.max { $0.id < $1.id }?.verdict,
      received: mine.count, rejected: mine.count { $0.verdict == .rejected },
      silentWeeks: runs.silent, lateWeeks: runs.late, failure: failures[unit.code])
  }
}

/// Weeks in a row, this one included.
private struct Runs {
  let silent: Int
  let late: Int

  /// A week that is not due adds to neither, and what has come in for it counts.
  init(after last: UnitWeek?, state: UnitWeek.State, isDue: Bool) {
    let (silent, late) = (last?.silentWeeks ?? 0, last?.lateWeeks ?? 0)
    switch state {
    case .exempt: (self.silent, self.late) = (0, 0)
    case .onTime, .zero: (self.silent, self.late) = (0, 0)
    case .late: (self.silent, self.late) = (0, late + 1)
    case .rejected, .quarantined, .fetchFailed, .missing:
      (self.silent, self.late) = isDue ? (silent + 1, 0) : (silent, late)
    }
  }
}

private func stateOfOwing(
  _ received: [JudgedSubmission], _ effective: JudgedSubmission?, hasFailedFetch: Bool, due: Moment
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
  return hasFailedFetch ? .fetchFailed : .missing
}
