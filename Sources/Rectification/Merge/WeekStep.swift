/// One step of the fold: the state of a week, from that of the week before (nil of the campaign's first
/// week) and everything that belongs to the week.
///
/// `index` is the campaign as it is known; each week is judged by the register that was valid in it.
///
/// - Throws: `UncoveredYear` when a day that counts leaves the calendar.
package func step(
  _ last: WeekState?, _ inputs: WeekInputs, index: RegisterIndex
) throws(UncoveredYear) -> WeekState {
  let step = WeekStep(
    last: last, inputs: inputs, index: index, register: try index.valid(in: inputs.week),
    holders: reportHolders(inputs.judged))
  var state = try step.merged()
  if inputs.isTakenUp {
    state.alerts = try AlertBook(
      step.register, on: state.referenceDate, remembered: last?.remembered ?? []
    ).alerts(for: state, floods: inputs.floods)
  }
  state.remembered = inputs.isClosed ? state.alerts : last?.remembered ?? []
  return state
}

private struct WeekStep {
  let last: WeekState?
  let inputs: WeekInputs
  let index: RegisterIndex
  /// As it was valid in the week.
  let register: RegisterIndex
  let holders: [Code: [JudgedSubmission]]

  private var week: Week { inputs.week }
  private var zone: ZoneOffset { index.cycle.zone }

  func merged() throws(UncoveredYear) -> WeekState {
    let day = inputs.referenceDate(in: zone)
    let before = last?.measuresByCode() ?? [:]
    let events = measureWeeks()
    let withdrawals = keyed(
      try index.changes(through: week).filter(\.withdraws), by: \.subject)
    var (measures, withdrawn, unborn): ([MeasureState], [WithdrawnMeasure], [MeasureState])
    (measures, withdrawn, unborn) = ([], [], [])
    for row in index.campaign.register.measures {
      let valid = register.measures[row.code]
      let start: MeasureState
      if let last = before[row.code] {
        start = try corrected(last, to: valid ?? row)
      } else {
        start = try beginning(of: valid ?? row)
      }
      let state = measure(
        start, as: valid ?? row, isValid: valid != nil, events[row.code], on: day)
      if valid != nil {
        measures.append(state)
      } else if let change = withdrawals[row.code] {
        withdrawn.append(WithdrawnMeasure(state: state, change: change))
      } else {
        unborn.append(state)
      }
    }
    let units = unitWeeks(
      inputs, register: register, holders: holders,
      last: keyed(last?.unitWeeks ?? [], by: \.unit))
    let (gone, turnout) = turnout()
    return WeekState(
      cutOffs: inputs.cutOffs, referenceDate: day, isClosed: inputs.isClosed,
      isTakenUp: inputs.isTakenUp, measures: measures, withdrawn: withdrawn, unborn: unborn,
      unitWeeks: units, outcomes: outcomes(), requests: requests(),
      reportingWeeks: ((last?.reportingWeeks ?? [])
        + (inputs.isTakenUp ? [ReportingWeek(week: week, units)] : []))
        .suffix(WeekState.reportingWeeksKept),
      turnout: turnout, goneUnits: gone,
      latest: [last?.latest, inputs.latest].compactMap(\.self).max())
  }

  private func beginning(of row: Measure) throws(UncoveredYear) -> MeasureState {
    MeasureState(measure: row, deadline: try index.registeredDeadline(of: row))
  }

  /// With the deadline that a correction of the register gives it, unless a decision has moved it since.
  private func corrected(
    _ state: MeasureState, to row: Measure
  ) throws(UncoveredYear) -> MeasureState {
    guard row.deadline != state.measure.deadline || row.start != state.measure.start,
      try state.deadline == index.registeredDeadline(of: state.measure)
    else { return state }
    var state = state
    state.register(deadline: try index.registeredDeadline(of: row))
    return state
  }

  // MARK: measures

  /// What happens to each measure: its decisions, and the entries of the week's reports.
  ///
  /// What the week's register does not have is not heard. Of a report that was revised, the entries of the
  /// revisions before it count as claims of their time, for the measures that the last of them still has.
  private func measureWeeks() -> [Code: MeasureWeek] {
    var found: [Code: MeasureWeek] = [:]
    for decision in inputs.decisions {
      found[decision.measure, default: MeasureWeek(week: week, zone: zone)].decisions
        .append(decision)
    }
    for (unit, holders) in holders.sorted(by: { $0.key < $1.key }) {
      guard let effective = holders.last, let report = inputs.reports[effective.id] else {
        continue
      }
      for entry in report.entries {
        guard let lead = register.measures[entry.measure]?.leadUnit else { continue }
        let last = reported(entry, by: unit, in: effective)
        if lead == unit {
          let earlier = holders.dropLast().flatMap { holder in
            (inputs.reports[holder.id]?.entries ?? []).filter { $0.measure == entry.measure }
              .map { reported($0, by: unit, in: holder) }
          }
          found[entry.measure, default: MeasureWeek(week: week, zone: zone)].entries +=
            earlier + [last]
        } else {
          found[entry.measure, default: MeasureWeek(week: week, zone: zone)].contributions
            .append(last)
        }
      }
    }
    return found
  }

  private func reported(
    _ entry: Entry, by unit: Code, in judged: JudgedSubmission
  ) -> ReportedEntry {
    ReportedEntry(unit: unit, week: week, entry: entry, submission: judged.submission)
  }

  private func measure(
    _ state: MeasureState, as row: Measure, isValid: Bool, _ events: MeasureWeek?,
    on day: CivilDate
  ) -> MeasureState {
    var state = events?.applied(to: state) ?? state
    state.measure = row
    state.contributions.removeAll { $0.unit == row.leadUnit }
    let isHeard = isValid && holders[row.leadUnit] != nil
    countStale(&state, isValid: isValid, isHeard: isHeard)
    countUnchanged(&state, isHeard: isHeard)
    state.logForecast(on: day, isClosed: inputs.isClosed)
    return state
  }

  /// Silence counts in the weeks taken up that are due and had the measure, against the lead unit of each.
  private func countStale(_ state: inout MeasureState, isValid: Bool, isHeard: Bool) {
    guard state.status != .closed else {
      state.staleSince = nil
      return
    }
    guard inputs.isTakenUp, isValid, state.measure.start <= week.sunday else { return }
    if isHeard {
      state.staleSince = nil
    } else if inputs.isDue {
      state.staleSince = state.staleSince ?? week
    }
  }

  /// A week that is not due counts once the lead unit has reported for it.
  private func countUnchanged(_ state: inout MeasureState, isHeard: Bool) {
    let changed = state.history.last?.week ?? Week(containing: state.measure.start)
    if inputs.isDue || isHeard || changed == week {
      state.unchangedWeeks = max(0, week.distance(from: changed))
    }
  }

  // MARK: the rest

  private func outcomes() -> [Code: [OutcomeTotal.Part]] {
    var latest = (last?.outcomes ?? [:]).mapValues { keyed($0, by: \.unit) }
    for (unit, holders) in holders {
      guard let effective = holders.last else { continue }
      for outcome in inputs.reports[effective.id]?.outcomes ?? [] {
        latest[outcome.kind, default: [:]][unit] = OutcomeTotal.Part(
          unit: unit, value: outcome.value, submission: effective.submission, place: outcome.place)
      }
    }
    let order = index.unitOrder
    return latest.mapValues { parts in
      parts.values.sorted { (order[$0.unit] ?? .max) < (order[$1.unit] ?? .max) }
    }
  }

  private func requests() -> [RequestedCoordination] {
    let order = index.unitOrder
    return holders.sorted { (order[$0.key] ?? .max) < (order[$1.key] ?? .max) }
      .flatMap { unit, holders -> [RequestedCoordination] in
        guard let effective = holders.last else { return [] }
        return (inputs.reports[effective.id]?.coordinationRequests ?? []).map {
          RequestedCoordination(unit: unit, request: $0, submission: effective.submission)
        }
      }
  }

  /// What holds the week back, and what the next is to be held against; an open week is neither.
  private func turnout() -> (gone: GoneUnits?, next: Turnout?) {
    guard inputs.isClosed, inputs.isTakenUp else { return (nil, last?.turnout) }
    let now = Turnout(
      week: week, reported: Set(holders.keys),
      heard: Set(inputs.judged.map(\.submission.sender)),
      exempt: Set(
        register.campaign.units.filter {
          !register.owesReport($0, cutOffs: inputs.cutOffs, at: inputs.knownAt)
        }.map(\.code)))
    let gone = last?.turnout.flatMap { base in
      GoneUnits(
        now, comparedWith: base, limit: index.campaign.settings.guards.unitsGone,
        order: index.campaign.issueOrders.first {
          $0.week == week && $0.decidedAt <= inputs.knownAt
        })
    }
    return (gone, gone?.isHeld == true ? last?.turnout : now)
  }
}
