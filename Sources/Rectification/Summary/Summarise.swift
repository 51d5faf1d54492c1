/// 周汇总: the state of the week, and of the week before, made into what the pages say.
///
/// `previous` is nil in the first week that the workspace answers for; `waiting` is what the last run left
/// in the inbox, of the current week alone.
package func summarise(
  _ state: WeekState, previous: WeekState?, edition: Edition, waiting: [WaitingFile] = [],
  index: RegisterIndex
) throws(UncoveredYear) -> WeekSummary {
  let changes = try index.changes(through: state.week)
  let before = try previous.map { previous throws(UncoveredYear) in
    WeekTable(previous, alerts: [], index: try index.valid(in: previous.week))
  }
  let index = try index.valid(in: state.week)
  let settings = index.campaign.settings
  let day = state.referenceDate
  let table = WeekTable(state, alerts: state.alerts, index: index)
  return WeekSummary(
    settings: settings, edition: edition, previousWeek: previous?.week,
    figures: figures(table.tally, previous: before?.tally),
    aspects: aspectProgress(table.rows, items: table.items, on: day, index: index),
    units: unitProgress(table.rows, state: state, index: index),
    items: table.items, measures: table.rows,
    movements: previous.map { movements(from: $0, to: state) } ?? [],
    reporting: state.unitWeeks, reportingWeeks: state.reportingWeeks, alerts: state.alerts,
    agenda: Agenda(
      agendaPoints(table.rows, state: state, index: index), by: settings.agenda),
    steps: settings.steps.map { StepState($0, on: day) },
    commonProblems: index.campaign.commonProblems,
    forecast: forecast(table.rows, on: day, end: settings.end),
    outcomes: table.tally.outcomes, waiting: waiting, unitNames: index.units.mapValues(\.name),
    changes: changes, withdrawn: state.withdrawn)
}

/// The rows of one week, and what they add up to.
private struct WeekTable {
  let rows: [MeasureRow]
  let items: [ItemState]
  let tally: Tally

  /// `index` is the register that was valid in the week.
  init(_ state: WeekState, alerts: [Alert], index: RegisterIndex) {
    let levels = worstLevels(alerts)
    rows = state.measures.map {
      row($0, on: state.referenceDate, level: levels[$0.measure.code], index: index)
    }
    items = itemStates(rows, index: index)
    tally = Tally(state: state, rows: rows, items: items, campaign: index.campaign)
  }
}

private func worstLevels(_ alerts: [Alert]) -> [Code: Alert.Level] {
  var worst: [Code: Alert.Level] = [:]
  for alert in alerts where alert.life != .cleared {
    worst[alert.identity.subject] = max(worst[alert.identity.subject] ?? .blue, alert.level)
  }
  return worst
}

private func row(
  _ state: MeasureState, on day: CivilDate, level: Alert.Level?, index: RegisterIndex
) -> MeasureRow {
  let problem = index.items[state.measure.item].map(\.problem) ?? state.measure.item
  let aspect = index.problems[problem].map(\.aspect) ?? problem
  let left = state.deadline.map { $0 - day }
  return MeasureRow(
    state: state, aspect: aspect, problem: problem, daysOverdue: state.daysOverdue(on: day),
    daysLeft: state.status.isDone ? nil : left.flatMap { $0 >= 0 ? $0 : nil },
    timeUsed: state.timeUsed(on: day), level: level, hasConflict: state.hasConflict)
}

private func itemStates(_ rows: [MeasureRow], index: RegisterIndex) -> [ItemState] {
  let grouped = Dictionary(grouping: rows, by: \.state.measure.item)
  return index.campaign.register.items.map { item in
    let mine = grouped[item.code] ?? []
    return ItemState(
      item: item, aspect: mine.first?.aspect ?? item.problem, measures: StatusCounts(mine))
  }
}

private func aspectProgress(
  _ rows: [MeasureRow], items: [ItemState], on day: CivilDate, index: RegisterIndex
) -> [AspectProgress] {
  let grouped = Dictionary(grouping: rows, by: \.aspect)
  return index.campaign.register.aspects.map { aspect in
    let mine = grouped[aspect.code] ?? []
    let mineItems = items.filter { $0.aspect == aspect.code }
    return AspectProgress(
      aspect: aspect,
      problems: index.campaign.register.problems.count { $0.aspect == aspect.code },
      items: mineItems.count, itemsDone: mineItems.count(where: \.isDone),
      measures: StatusCounts(mine), percent: mean(mine.map(\.state.percent)),
      plannedPercent: mean(mine.map { $0.timeUsed ?? $0.state.percent }))
  }
}

private func unitProgress(
  _ rows: [MeasureRow], state: WeekState, index: RegisterIndex
) -> [UnitProgress] {
  let grouped = Dictionary(grouping: rows, by: \.state.measure.leadUnit)
  let states = keyed(state.unitWeeks, by: \.unit).mapValues(\.state)
  return index.campaign.units.compactMap { unit in
    grouped[unit.code].map {
      UnitProgress(
        unit: unit.code, measures: StatusCounts($0), state: states[unit.code] ?? .exempt)
    }
  }
}

private func movements(from last: WeekState, to now: WeekState) -> [Movement] {
  let earlier = keyed(last.measures, by: \.measure.code)
  let moved = now.measures.flatMap { state -> [Movement] in
    let code = state.measure.code
    guard let before = earlier[code] else {
      return [Movement(measure: code, kind: .added(state.status))]
    }
    var found = registerMovements(from: before.measure, to: state.measure)
    if before.status != state.status {
      found.append(Movement(measure: code, kind: .status(from: before.status, to: state.status)))
    } else if before.percent != state.percent {
      found.append(Movement(measure: code, kind: .percent(from: before.percent, to: state.percent)))
    }
    if before.due != state.due {
      found.append(
        Movement(measure: code, kind: .deadline(from: before.due, to: state.due)))
    }
    return found
  }
  let standing = Set(now.measures.map(\.measure.code))
  return moved
    + last.measures.filter { !standing.contains($0.measure.code) }.map {
      Movement(measure: $0.measure.code, kind: .withdrawn($0.status))
    }
}

/// What changed of the register's own row.
private func registerMovements(from before: Measure, to now: Measure) -> [Movement] {
  var found: [Movement] = []
  if before.leadUnit != now.leadUnit {
    found.append(
      Movement(measure: now.code, kind: .lead(from: before.leadUnit, to: now.leadUnit)))
  }
  if Array(before.text.utf8) != Array(now.text.utf8) {
    found.append(Movement(measure: now.code, kind: .reworded))
  }
  return found
}

extension StatusCounts {
  init(_ rows: [MeasureRow]) {
    self.init()
    for row in rows { count(row.state.status, isOverdue: row.daysOverdue != nil) }
  }
}

/// The mean of percents, rounded half up; 0 of nothing, and 100 only of what is 100 throughout.
func mean(_ values: [Int]) -> Int {
  guard !values.isEmpty else { return 0 }
  let rounded = (2 * values.reduce(0, +) + values.count) / (2 * values.count)
  return values.contains { $0 < 100 } ? min(99, rounded) : rounded
}
