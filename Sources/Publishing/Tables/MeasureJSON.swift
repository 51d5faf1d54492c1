import Rectification

/// One measure of `summary.json`: the register's row, its state, and what was last reported.
///
/// `week` is the summary's, which the age of an application is counted to.
func measure(_ row: MeasureRow, in week: Week, _ zone: ZoneOffset) -> Json {
  let state = row.state
  return [
    "code": Json(row.code), "aspect": Json(row.aspect), "problem": Json(row.problem),
    "item": Json(state.measure.item), "text": .text(state.measure.text),
    "requirement": .text(state.measure.requirement), "leader": .text(state.measure.leader),
    "leadUnit": Json(state.measure.leadUnit),
    "supportingUnits": Json(state.measure.supportingUnits),
    "registerLine": .int(state.measure.line), "start": Json(state.measure.start),
    "status": .text(state.status.rawValue), "percent": .int(state.percent),
    "round": .int(state.round), "standing": .bool(state.isStanding),
    "deadline": Json(state.deadline), "deadlinePending": .bool(state.isDeadlinePending),
    "originalDeadline": Json(state.originalDeadline),
    "slips": .int(state.slips), "completedOn": Json(state.completedOn),
    "staleSince": Json(state.staleSince), "unchangedWeeks": .int(state.unchangedWeeks),
    "daysOverdue": Json(row.daysOverdue), "daysLeft": Json(row.daysLeft),
    "timeUsed": Json(row.timeUsed), "level": Json(row.level?.rawValue),
    "conflict": .bool(row.hasConflict), "entry": state.entry.map { entry($0, zone) } ?? .null,
    "contributions": .list(state.contributions.map { entry($0, zone) }),
    "applications": [
      "closeOut": application(state.closeOut, in: week, zone),
      "extension": application(
        state.openExtension == nil ? nil : state.extensionAsked, in: week, zone),
    ],
    "decision": state.decision.map { decision($0, zone) } ?? .null,
    "history": .list(
      state.history.map {
        ["week": Json($0.week), "status": .text($0.status.rawValue), "percent": .int($0.percent)]
      }),
  ]
}

private func application(
  _ asked: MeasureState.Application?, in week: Week, _ zone: ZoneOffset
) -> Json {
  asked.map {
    ["since": .text($0.since.text(in: zone)), "weeks": .int(week.distance(from: $0.week))]
  } ?? .null
}

private func entry(_ reported: ReportedEntry, _ zone: ZoneOffset) -> Json {
  let entry = reported.entry
  return [
    "unit": Json(reported.unit), "week": Json(reported.week),
    "status": .text(entry.status.rawValue), "percent": .int(entry.percent),
    "progress": .text(entry.progress), "plan": .text(entry.plan),
    "evidence": .list(
      entry.evidence.map {
        ["name": .text($0.name), "sha256": .text($0.sha256), "link": Json($0.link)]
      }),
    "delay": entry.delay.map {
      ["reason": .text($0.reason), "expectedDate": Json($0.expectedDate)]
    } ?? .null,
    "extensionRequest": entry.extensionRequest.map {
      ["newDeadline": Json($0.newDeadline), "reason": .text($0.reason)]
    } ?? .null,
    "closeOutRequest": Json(entry.closeOutRequest?.statement),
    "source": source(reported.submission, entry.place, zone),
  ]
}

func decision(_ decision: Decision, _ zone: ZoneOffset) -> Json {
  let action =
    switch decision.action {
    case .close: "close"
    case .return: "return"
    case .extend: "extend"
    case .reopen: "reopen"
    case .secondLook: "second-look"
    }
  return [
    "code": Json(decision.code), "action": .text(action),
    "newDeadline": Json(decision.action.newDeadline),
    "decidedAt": .text(decision.decidedAt.text(in: zone)), "decidedBy": .text(decision.decidedBy),
    "reason": .text(decision.reason), "basis": .text(decision.basis),
    "line": .int(decision.line),
  ]
}
