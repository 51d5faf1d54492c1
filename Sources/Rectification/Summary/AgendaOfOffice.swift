/// The points that come out of the office's own files: resolutions, decisions, second looks.

/// What earlier meetings have settled and is open, and what was done since; the longest due first.
///
/// Done counts as news until the meeting that follows: the meeting hears of it once.
func resolutions(
  _ resolutions: [Resolution], before meeting: CivilDate, on day: CivilDate
) -> [AgendaItem] {
  let news = meeting - 7
  return resolutions.filter { resolution in
    resolution.meeting < meeting
      && (resolution.isOpen(on: day) || resolution.outcome.map { $0.doneOn > news } ?? false)
  }.sorted { ($0.due, $0.line) < ($1.due, $1.line) }.map { point($0, on: day) }
}

private func point(_ resolution: Resolution, on day: CivilDate) -> AgendaItem {
  let due = resolution.due
  let late = day - due
  let standing: Bilingual =
    if let outcome = resolution.outcome, !resolution.isOpen(on: day) {
      Bilingual(
        zh: "\(outcome.doneOn.chinese)已办结：\(outcome.text)",
        en: "done on \(outcome.doneOn): \(outcome.text)")
    } else if late > 0 {
      Bilingual(zh: "时限\(due.chinese)，已超\(late)天", en: "due \(due), \(late) days late")
    } else {
      Bilingual(zh: "时限\(due.chinese)，还剩\(-late)天", en: "due \(due), \(-late) days left")
    }
  return AgendaItem(
    kind: .resolution, measure: resolution.measure, unit: resolution.units[0],
    unitsWanted: Array(resolution.units.dropFirst()),
    facts: Bilingual(
      zh: "\(resolution.meeting.chinese)议定\(resolution.code)：\(resolution.text)；\(standing.zh)",
      en: "settled on \(resolution.meeting), \(resolution.code): \(resolution.text); \(standing.en)"
    ),
    proposal: resolution.isOpen(on: day)
      ? Bilingual(zh: "听取办理情况，未按期的说明原因、明确时间", en: "hear how it stands; if late, why and until when")
      : Bilingual(zh: "予以销项", en: "take it off the list"),
    source: nil)
}

/// Decisions of the week that do not fit, and a reopening that has set no deadline; the agenda is where the
/// office mends them.
func decisionsToMend(_ state: MeasureState, in week: Week) -> [AgendaItem] {
  misfits(state, in: week) + (state.isDeadlinePending ? [deadlineToSet(state)] : [])
}

private func deadlineToSet(_ state: MeasureState) -> AgendaItem {
  AgendaItem(
    kind: .decision, measure: state.measure.code, unit: state.measure.leadUnit, unitsWanted: [],
    facts: Bilingual(
      zh: "第\(state.round)轮整改时限待定，不计逾期",
      en: "round \(state.round) has no deadline, so it is never overdue"),
    proposal: Bilingual(zh: "作出延期决定，定出时限", en: "decide 延期 with a date"), source: nil)
}

private func misfits(_ state: MeasureState, in week: Week) -> [AgendaItem] {
  state.remarks.filter { $0.week == week }.map { remark in
    AgendaItem(
      kind: .decision, measure: state.measure.code, unit: state.measure.leadUnit, unitsWanted: [],
      facts: Bilingual(
        zh: "决定\(remark.decision.code)：\(remark.kind.name.zh)"
          + (remark.kind.isApplied ? "，已按决定办理" : "，没有生效"),
        en: "decision \(remark.decision.code): \(remark.kind.name.en)"
          + (remark.kind.isApplied ? "; it counts" : "; it does not count")),
      proposal: remark.kind.isApplied
        ? Bilingual(zh: "请牵头单位补报完成情况和佐证材料", en: "have the lead unit report it, with evidence")
        : Bilingual(zh: "更正 decisions.csv，或另作决定", en: "mend decisions.csv, or decide anew"),
      source: nil)
  }
}

/// 回头看: a closed measure whose time to be looked at again has come.
func secondLook(_ state: MeasureState, on day: CivilDate, after days: Int) -> AgendaItem? {
  guard let due = state.secondLookDue(after: days), due <= day, let closed = state.closedOn else {
    return nil
  }
  return AgendaItem(
    kind: .secondLook, measure: state.measure.code, unit: state.measure.leadUnit, unitsWanted: [],
    facts: Bilingual(
      zh: "\(closed.chinese)销号，应于\(due.chinese)前回头看"
        + (state.round > 1 ? "（第\(state.round)轮）" : ""),
      en: "closed on \(closed), due for a second look on \(due)"
        + (state.round > 1 ? " (round \(state.round))" : "")),
    proposal: Bilingual(
      zh: "抽查成效：巩固的记“回头看”，反弹的予以“重开”", en: "look at it: 回头看 if it holds, 重开 if it does not"),
    source: nil)
}
