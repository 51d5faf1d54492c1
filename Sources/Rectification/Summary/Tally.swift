/// One week's numbers, each with the rows it counts, before last week's are set beside them.
struct Tally {
  struct Line {
    let id: Figure.ID
    let name: Bilingual
    let value: Figure.Value
    let members: [Code]
    /// Left out while it and last week's are nought.
    var isOnlySometimes = false
  }

  let outcomes: [OutcomeTotal]
  let lines: [Line]

  init(
    state: WeekState, rows: [MeasureRow], items: [ItemState], campaign: Campaign
  ) {
    let settings = campaign.settings
    outcomes = settings.outcomeKinds.map { outcomeTotal($0, parts: state.outcomes[$0.code] ?? []) }
    lines =
      itemLines(items) + measureLines(rows, thresholds: settings.thresholds)
      + registerLines(rows, withdrawn: state.withdrawn, changes: campaign.changes)
      + outcomes.map { total in
        Line(
          id: Figure.ID("outcomes.\(total.kind.code)"),
          name: Bilingual(zh: total.kind.name, en: total.kind.englishName), value: total.total,
          members: total.parts.map(\.unit))
      } + selfCheckLines(campaign.commonProblems) + reportLines(state.unitWeeks)
  }
}

/// The figures of a week in the order of the bulletin, with last week's beside them.
func figures(_ now: Tally, previous: Tally?) -> [Figure] {
  let before = keyed(previous?.lines ?? [], by: \.id)
  return now.lines.filter { line in
    !line.isOnlySometimes || !line.members.isEmpty || !(before[line.id]?.members.isEmpty ?? true)
  }.map {
    Figure(
      id: $0.id, name: $0.name, value: $0.value, previous: before[$0.id]?.value,
      members: $0.members)
  }
}

private func outcomeTotal(_ kind: OutcomeKind, parts: [OutcomeTotal.Part]) -> OutcomeTotal {
  var count = 0
  var sum = Amount.zero
  for part in parts {
    switch part.value {
    case .count(let value): count += value
    case .amount(let value): sum = sum + value
    }
  }
  let total: Figure.Value =
    switch kind.measure {
    case .count(let word): .count(count, word)
    case .money(let unit): .money(sum, unit)
    }
  return OutcomeTotal(kind: kind, total: total, parts: parts)
}

private func itemLines(_ items: [ItemState]) -> [Tally.Line] {
  func line(_ id: Figure.ID, _ zh: String, _ en: String, _ chosen: [ItemState]) -> Tally.Line {
    counted(id, zh, en, "项", chosen.map(\.item.code))
  }
  return [
    line("items.total", "整改事项", "items", items),
    line("items.completed", "已完成整改事项", "items completed", items.filter(\.isDone)),
    line(
      "items.in-progress", "正在推进整改事项", "items in progress",
      items.filter { !$0.isDone && $0.isStarted }),
    line("items.not-started", "未启动整改事项", "items not started", items.filter { !$0.isStarted }),
  ]
}

private func measureLines(_ rows: [MeasureRow], thresholds: Thresholds) -> [Tally.Line] {
  func line(_ id: Figure.ID, _ zh: String, _ en: String, _ chosen: [MeasureRow]) -> Tally.Line {
    counted(id, zh, en, "条", chosen.map(\.code))
  }
  func standing(_ status: MeasureStatus) -> [MeasureRow] {
    rows.filter { $0.state.status == status }
  }
  let soon = thresholds.dueSoonDays.first ?? 0
  return [
    line("measures.total", "整改措施", "measures", rows),
    line(
      "measures.completed", "已完成整改措施", "measures completed or closed",
      rows.filter(\.state.status.isDone)),
    line("measures.closed", "其中已销号", "of them closed", standing(.closed)),
    line("measures.in-progress", "正在推进整改措施", "measures in progress", standing(.inProgress)),
    line("measures.not-started", "未启动整改措施", "measures not started", standing(.notStarted)),
    line("measures.overdue", "逾期整改措施", "measures overdue", rows.filter { $0.daysOverdue != nil }),
    line(
      "measures.due-soon", "\(soon)天内到期", "due within \(soon) days",
      rows.filter { $0.daysLeft.map { $0 <= soon } ?? false }),
    line(
      "measures.stale", "本周未更新", "not renewed this week",
      rows.filter { $0.state.staleSince != nil }),
  ]
}

/// 开展以来增列 and 撤出, whether or not what was added is withdrawn since.
private func registerLines(
  _ rows: [MeasureRow], withdrawn: [WithdrawnMeasure], changes: [RegisterChange]
) -> [Tally.Line] {
  let added = Set(changes.filter(\.adds).map(\.subject))
  let out = withdrawn.map(\.state.measure.code)
  var lines = [
    counted(
      "measures.added", "开展以来增列", "added since the start", "条",
      (rows.map(\.code) + out).filter { added.contains($0) }),
    counted("measures.withdrawn", "开展以来撤销、并入", "withdrawn since the start", "条", out),
  ]
  for line in lines.indices { lines[line].isOnlySometimes = true }
  return lines
}

private func reportLines(_ unitWeeks: [UnitWeek]) -> [Tally.Line] {
  func line(
    _ id: Figure.ID, _ zh: String, _ en: String, where chosen: (UnitWeek.State) -> Bool
  ) -> Tally.Line {
    counted(id, zh, en, "家", unitWeeks.filter { chosen($0.state) }.map(\.unit))
  }
  let states = UnitWeek.State.allCases.map { state in
    line(Figure.ID("reports.\(state.rawValue)"), state.name.zh, state.name.en) { $0 == state }
  }
  return [
    line("reports.expected", "应报单位", "units that owe a report") { $0 != .exempt },
    line("reports.received", "已报单位", "units that reported", where: \.hasReport),
  ] + states
}

private func counted(
  _ id: Figure.ID, _ zh: String, _ en: String, _ word: String, _ members: [Code]
) -> Tally.Line {
  Tally.Line(
    id: id, name: Bilingual(zh: zh, en: en), value: .count(members.count, word), members: members)
}
