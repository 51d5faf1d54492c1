/// What happens to one measure in one week: the claims of its lead unit and the decisions, by time.
struct MeasureWeek {
  let week: Week
  let zone: ZoneOffset
  /// Those that belong to the week, in the order in which they were made.
  var decisions: [Decision] = []
  /// The lead unit's, in the order in which their reports came to count.
  var entries: [ReportedEntry] = []
  /// What supporting units say in their effective reports of the week.
  var contributions: [ReportedEntry] = []

  /// The state after it all; a decision of the moment in which a report was received comes first.
  func applied(to state: MeasureState) -> MeasureState {
    var state = state
    var waiting = decisions[...]
    for entry in entries {
      while let decision = waiting.first, decision.decidedAt <= entry.submission.receivedAt {
        decide(waiting.removeFirst(), &state)
      }
      hear(entry, &state)
    }
    for decision in waiting { decide(decision, &state) }
    takeContributions(&state)
    return state
  }

  private func takeContributions(_ state: inout MeasureState) {
    guard !contributions.isEmpty || !entries.isEmpty || !state.contributions.isEmpty else { return }
    var latest = keyed(state.contributions, by: \.unit)
    for entry in entries { latest[entry.unit] = nil }
    for entry in contributions { latest[entry.unit] = entry }
    state.contributions = latest.values.sorted { $0.unit < $1.unit }
  }

  /// The lead unit's word; closed means closed, and only a reopening lets it in again.
  ///
  /// What it has said before is no news: it renews the report and claims nothing.
  private func hear(_ reported: ReportedEntry, _ state: inout MeasureState) {
    guard state.status != .closed else { return }
    let last = state.entry
    state.entry = reported
    if let last, last.unit == reported.unit, last.entry.saysTheSame(as: reported.entry) { return }
    claim(reported, &state)
  }

  private func claim(_ reported: ReportedEntry, _ state: inout MeasureState) {
    let (entry, received) = (reported.entry, reported.submission.receivedAt)
    let isDone = entry.status == .completed
    set(MeasureStatus(entry.status), percent: entry.percent, &state)
    if entry.percent < 100 { state.lastOpenPercent = entry.percent }
    state.completedOn = isDone ? state.completedOn ?? received.date(in: zone) : nil
    if !isDone {
      state.claimedAfter = nil
    } else if let decision = state.decision, decision.action == .return {
      state.claimedAfter = decision
    }
    state.decision = nil
    state.claimedAt = received
    let asked = MeasureState.Application(since: received, week: reported.week)
    let asksClosing = isDone && (entry.closeOutRequest != nil || state.claimedAfter != nil)
    state.closeOut = asksClosing ? state.closeOut ?? asked : nil
    let asksTime = !isDone && entry.extensionRequest != nil
    state.extensionAsked = asksTime ? state.extensionAsked ?? asked : nil
  }

  /// The claim that stands answers the return, and asks for a decision once more.
  private func claimAgain(after decision: Decision, _ state: inout MeasureState) {
    state.claimedAfter = decision
    guard state.closeOut == nil, let claimedAt = state.claimedAt else { return }
    state.closeOut = .init(since: claimedAt, week: state.entry?.week ?? week)
  }

  private func decide(_ decision: Decision, _ state: inout MeasureState) {
    // A claim for an earlier week that came after the decision comes after it here too.
    let isBeforeClaim = state.claimedAt.map { decision.decidedAt < $0 } ?? false
    if isBeforeClaim, decision.action == .return {
      if state.status == .completed { claimAgain(after: decision, &state) }
      return
    }
    if let remark = state.remark(on: decision) {
      state.remarks.append(remark.found(in: week))
      guard remark.kind.isApplied else { return }
    }
    let day = decision.decidedAt.date(in: zone)
    switch decision.action {
    case .close: close(decision, on: day, &state)
    case .return: sendBack(decision, &state)
    case .reopen(let deadline): reopen(decision, until: deadline, &state)
    case .secondLook: state.secondLookOn = day
    case .extend(let date):
      state.slips += state.isDeadlinePending ? 0 : 1
      (state.deadline, state.isDeadlinePending) = (date, false)
      if !isBeforeClaim { state.extensionAsked = nil }
    }
  }

  private func close(_ decision: Decision, on day: CivilDate, _ state: inout MeasureState) {
    set(.closed, percent: 100, &state)
    state.completedOn = state.completedOn ?? day
    (state.closedOn, state.secondLookOn) = (day, nil)
    settle(decision, &state)
  }

  /// 退回 of what is completed; of what is not, it refuses the extension that is asked for.
  private func sendBack(_ decision: Decision, _ state: inout MeasureState) {
    guard state.status == .completed else {
      state.extensionAsked = nil
      return
    }
    set(.inProgress, percent: state.lastOpenPercent, &state)
    state.completedOn = nil
    settle(decision, &state)
  }

  private func reopen(
    _ decision: Decision, until deadline: CivilDate?, _ state: inout MeasureState
  ) {
    set(.inProgress, percent: state.lastOpenPercent, &state)
    state.round += 1
    (state.completedOn, state.closedOn, state.secondLookOn) = (nil, nil, nil)
    if deadline != nil || state.measure.deadline.kind != .standing {
      (state.deadline, state.isDeadlinePending) = (deadline, deadline == nil)
    }
    settle(decision, &state)
  }

  private func settle(_ decision: Decision, _ state: inout MeasureState) {
    state.decision = decision
    (state.closeOut, state.extensionAsked, state.claimedAfter) = (nil, nil, nil)
  }

  private func set(_ status: MeasureStatus, percent: Int, _ state: inout MeasureState) {
    state.status = status
    state.percent = percent
    if let last = state.history.last, last.status == status, last.percent == percent { return }
    if state.history.last?.week == week { state.history.removeLast() }
    // Back to what the week before ended with: nothing has changed in this one.
    if let last = state.history.last, last.status == status, last.percent == percent { return }
    state.history.append(.init(week: week, status: status, percent: percent))
  }
}
