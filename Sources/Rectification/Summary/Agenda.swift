/// 周协调: what the meeting has to settle.
package struct Agenda: Hashable, Sendable {
  /// In the order in which they are taken.
  package let items: [AgendaItem]
  /// Over the quota of their kind: not taken up, and not forgotten.
  package let listed: [AgendaItem]

  package init(items: [AgendaItem], listed: [AgendaItem] = []) {
    self.items = items
    self.listed = listed
  }

  /// Points in any order, put in that of the rules and cut at their quotas.
  init(_ points: [AgendaItem], by rules: AgendaRules) {
    let grouped = Dictionary(grouping: points, by: \.kind)
    let kinds = rules.order.map { kind in
      (points: grouped[kind] ?? [], quota: rules.quotas[kind] ?? .max)
    }
    items = kinds.flatMap { $0.points.prefix($0.quota) }
    listed = kinds.flatMap { $0.points.dropFirst($0.quota) }
  }
}

/// Everything that could come before the meeting of the week, by kind.
func agendaPoints(
  _ rows: [MeasureRow], state: WeekState, index: RegisterIndex
) -> [AgendaItem] {
  let steps = keyed(state.alerts.filter { $0.identity.kind == .overdue && $0.life != .cleared }) {
    $0.identity.subject
  }
  let (zone, day) = (index.cycle.zone, state.referenceDate)
  let meeting = state.cutOffs.meeting.date(in: zone)
  return resolutions(index.campaign.resolutions, before: meeting, on: day)
    + rows.flatMap { decisionsToMend($0.state, in: state.week) }
    + rows.filter(\.hasConflict).flatMap { conflicts($0.state) }
    + coordination(state.requests, index: index)
    + rows.compactMap { extensionRequest($0, in: state.week, zone: zone) }
    + rows.compactMap { row in steps[row.code].flatMap { overdue(row, alert: $0) } }
    + rows.compactMap { closeOut($0.state, in: state.week, zone: zone) }
    + rows.compactMap {
      secondLook($0.state, on: day, after: index.campaign.settings.thresholds.secondLookDays)
    }
}

extension MeasureState {
  /// What supporting units say against the lead.
  ///
  /// The lead calls it completed and a supporting unit, not earlier, does not; or the lead has not
  /// begun and a supporting unit has.
  var dissent: [ReportedEntry] {
    guard let lead = entry, status != .closed else { return [] }
    let since = history.last?.week ?? lead.week
    return contributions.filter { support in
      disagree(
        lead: lead.entry.status, since: since, support: support.entry.status, in: support.week)
    }
  }

  package var hasConflict: Bool { !dissent.isEmpty }
}

private func conflicts(_ state: MeasureState) -> [AgendaItem] {
  state.dissent.map { support in
    AgendaItem(
      kind: .conflict, measure: state.measure.code, unit: state.measure.leadUnit,
      unitsWanted: [support.unit],
      facts: Bilingual(
        zh: "牵头单位报\(state.status.name.zh)\(state.percent)%，配合单位报"
          + "\(MeasureStatus(support.entry.status).name.zh)\(support.entry.percent)%（\(support.week.chineseNumber)）",
        en: "lead: \(state.status.name.en) \(state.percent) %; supporting: "
          + "\(MeasureStatus(support.entry.status).name.en) \(support.entry.percent) % (\(support.week))"
      ),
      proposal: Bilingual(
        zh: "由牵头单位会同配合单位核实，未完成的退回", en: "lead and supporting unit verify; return it if not done"),
      source: .init(submission: support.submission, place: support.entry.place))
  }
}

/// The requests, those together that need the same units at the table.
private func coordination(
  _ requests: [RequestedCoordination], index: RegisterIndex
) -> [AgendaItem] {
  let order = index.unitOrder
  func ranks(_ request: RequestedCoordination) -> [Int] {
    request.request.unitsWanted.compactMap { $0.code.flatMap { order[$0] } }.sorted()
  }
  return requests.enumerated().sorted { left, right in
    let (one, other) = (ranks(left.element), ranks(right.element))
    return one == other ? left.offset < right.offset : one.lexicographicallyPrecedes(other)
  }.map { coordination($0.element) }
}

private func coordination(_ requested: RequestedCoordination) -> AgendaItem {
  let request = requested.request
  return AgendaItem(
    kind: .coordination, measure: nil, unit: requested.unit,
    unitsWanted: request.unitsWanted.compactMap(\.code),
    facts: Bilingual(
      zh: "\(request.subject)：\(request.request)", en: "\(request.subject): \(request.request)"),
    proposal: Bilingual(
      zh: "明确牵头单位和办结时间", en: "name who takes it on, and until when"),
    source: .init(submission: requested.submission, place: request.place))
}

private func extensionRequest(
  _ row: MeasureRow, in week: Week, zone: ZoneOffset
) -> AgendaItem? {
  let state = row.state
  guard let reported = state.entry, let asked = state.extensionAsked,
    let request = state.openExtension
  else { return nil }
  let (age, now) = (asked.age(in: week, zone: zone), state.deadlineName)
  return AgendaItem(
    kind: .extensionRequest, measure: row.code, unit: reported.unit, unitsWanted: [],
    facts: Bilingual(
      zh: "现时限\(now.zh)，申请延至\(request.newDeadline.chinese)，"
        + "已延期\(state.slips)次；\(age.zh)理由：\(request.reason)",
      en: "due \(now.en), asks for \(request.newDeadline), extended \(state.slips) times;"
        + " \(age.en)\(request.reason)"
    ),
    proposal: Bilingual(zh: "理由正当的批准延期，否则按原时限督办", en: "grant it for a good reason, else supervise"),
    source: .init(submission: reported.submission, place: reported.entry.place))
}

extension MeasureState {
  /// `2024年1月20日`, or why there is none.
  package var deadlineName: Bilingual {
    if let deadline { return Bilingual(zh: deadline.chinese, en: deadline.description) }
    return isDeadlinePending
      ? Bilingual(zh: "待定", en: "to be set") : Bilingual(zh: "—", en: "—")
  }
}

extension MeasureState.Application {
  /// How long it has waited for a decision; nothing in the week in which it came.
  fileprivate func age(in now: Week, zone: ZoneOffset) -> Bilingual {
    guard week < now else { return Bilingual(zh: "", en: "") }
    let (day, weeks) = (since.date(in: zone), now.distance(from: week))
    return Bilingual(
      zh: "\(day.chinese)提出，已\(weeks)周未定；",
      en: "asked on \(day), undecided for \(weeks) \(weeks == 1 ? "week" : "weeks"); ")
  }
}

private func overdue(_ row: MeasureRow, alert: Alert) -> AgendaItem? {
  guard let step = alert.step, step >= .supervise, let days = row.daysOverdue else { return nil }
  let reason = row.state.entry?.entry.delay?.reason
  return AgendaItem(
    kind: .overdue, measure: row.code, unit: row.state.measure.leadUnit, unitsWanted: [],
    facts: Bilingual(
      zh: "逾期\(days)天，完成率\(row.state.percent)%，已到“\(step.name.zh)”；"
        + (reason.map { "原因：\($0)" } ?? "未说明原因"),
      en: "\(days) days late, at \(row.state.percent) %, step: \(step.name.en); "
        + (reason ?? "no reason given")),
    proposal: step == .interview
      ? Bilingual(zh: "约谈牵头单位主要负责人，限期办结", en: "interview the head of the lead unit; set a date")
      : Bilingual(zh: "由牵头区领导督办，明确办结日期", en: "the lead leader supervises; set a date"),
    source: row.state.entry.map { .init(submission: $0.submission, place: $0.entry.place) })
}

private func closeOut(_ state: MeasureState, in week: Week, zone: ZoneOffset) -> AgendaItem? {
  guard let reported = state.entry, let asked = state.closeOut, state.status == .completed else {
    return nil
  }
  let evidence = reported.entry.evidence.count
  let (age, again) = (asked.age(in: week, zone: zone), claimedAgain(state, zone: zone))
  let statement = reported.entry.closeOutRequest.map { "；\($0.statement)" } ?? ""
  return AgendaItem(
    kind: .closeOut, measure: state.measure.code, unit: reported.unit, unitsWanted: [],
    facts: Bilingual(
      zh: again.zh + age.zh + "申请销号，佐证材料\(evidence)份" + statement,
      en: again.en + age.en + "asks to be closed, \(evidence) pieces of evidence"
        + statement.replacing("；", with: "; ", maxReplacements: 1)),
    proposal: Bilingual(zh: "核验佐证材料后销号或退回", en: "verify the evidence, then close or return"),
    source: .init(submission: reported.submission, place: reported.entry.place))
}

/// Both facts, where a return was answered by a claim that came after it.
private func claimedAgain(_ state: MeasureState, zone: ZoneOffset) -> Bilingual {
  guard let sent = state.claimedAfter, let claimed = state.claimedAt else {
    return Bilingual(zh: "", en: "")
  }
  let (day, again) = (sent.decidedAt.date(in: zone), claimed.date(in: zone))
  return Bilingual(
    zh: "\(day.chinese)退回（\(sent.code)），\(again.chinese)又报完成；",
    en: "returned on \(day) (\(sent.code)), claimed again on \(again); ")
}
