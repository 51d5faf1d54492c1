/// One measure on its way through the weeks: its state so far and the decisions still to come.
struct MeasureTimeline {
  private var state: MeasureState
  private var pending: ArraySlice<Decision>
  private let zone: ZoneOffset
  private var contributions: [Code: ReportedEntry] = [:]

  /// Begins before any report; `decisions` come by date.
  init(_ state: MeasureState, decisions: [Decision], zone: ZoneOffset) {
    self.state = state
    pending = decisions[...]
    self.zone = zone
  }

  /// Takes in an entry; that of the week's lead is the state, any other is a contribution.
  mutating func add(_ reported: ReportedEntry, isLead: Bool) {
    guard isLead else {
      contributions[reported.unit] = reported
      return
    }
    contributions[reported.unit] = nil
    // A late report is still the word of its own week: what was decided after that week stands.
    let end = Moment(reported.week.sunday + 1, .midnight, in: zone)
    decide(through: min(reported.submission.receivedAt, end))
    // Closed means closed: only a reopening lets entries in again.
    guard state.status != .closed else { return }
    apply(reported)
  }

  private mutating func apply(_ reported: ReportedEntry) {
    let entry = reported.entry
    set(MeasureStatus(entry.status), percent: entry.percent, in: reported.week)
    state.entry = reported
    state.decision = nil
    if state.status.isDone {
      state.completedOn = state.completedOn ?? reported.submission.receivedAt.date(in: zone)
    } else {
      state.completedOn = nil
    }
  }

  private mutating func decide(through moment: Moment) {
    while let decision = pending.first, decision.decidedAt <= moment {
      pending.removeFirst()
      apply(decision)
    }
  }

  private mutating func apply(_ decision: Decision) {
    if let remark = state.remark(on: decision) {
      state.remarks.append(remark)
      guard remark.kind.isApplied else { return }
    }
    let day = decision.decidedAt.date(in: zone)
    let week = Week(containing: day)
    switch decision.action {
    case .close:
      set(.closed, percent: 100, in: week)
      state.completedOn = state.completedOn ?? day
      (state.closedOn, state.secondLookOn) = (day, nil)
    case .return:
      set(.inProgress, percent: min(state.percent, 99), in: week)
      state.completedOn = nil
    case .reopen:
      set(.inProgress, percent: 0, in: week)
      state.round += 1
      (state.completedOn, state.closedOn, state.secondLookOn) = (nil, nil, nil)
    case .secondLook:
      state.secondLookOn = day
      return
    case .extend(let date):
      state.deadline = date
      state.slips += 1
      return
    }
    state.decision = decision
  }

  private mutating func set(_ status: MeasureStatus, percent: Int, in week: Week) {
    state.status = status
    state.percent = percent
    if let last = state.history.last, last.status == status, last.percent == percent { return }
    if state.history.last?.week == week { state.history.removeLast() }
    state.history.append(.init(week: week, status: status, percent: percent))
  }

  /// The state at the end of `week`, on the register's row of that week.
  ///
  /// It is stale when the last of the `dueWeeks`, those up to then that reports were due for, is not
  /// among the `reportedWeeks`, those for which the lead unit has a report, zero ones included.
  mutating func finish(
    as measure: Measure, through week: Week, dueWeeks: [Week], reportedWeeks: Set<Week>
  ) -> MeasureState {
    decide(through: Moment(seconds: .max))
    state.measure = measure
    state.contributions = contributions.values.filter { $0.unit != measure.leadUnit }
      .sorted { $0.unit < $1.unit }
    let changed = state.history.last?.week ?? Week(containing: state.measure.start)
    state.unchangedWeeks = max(0, week.distance(from: changed))
    if state.status != .closed {
      let owed = dueWeeks.filter { $0.sunday >= state.measure.start }
      state.staleSince = owed.last.flatMap { last in
        reportedWeeks.contains(last)
          ? nil : owed.reversed().prefix { !reportedWeeks.contains($0) }.last
      }
    }
    return state
  }
}

extension TimeOfDay {
  static let midnight = TimeOfDay(seconds: 0)
}
