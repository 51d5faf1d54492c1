/// The merge: effective reports and decisions in, the state of the week out.
///
/// Reports are added one by one and let go, so that memory holds the measures and not the reports.
/// Weeks are folded in order. Within a week a decision made before a report was received comes before
/// it, and one made after comes after it; nothing else about the order of arrival matters.
package struct WeekMerge {
  private let index: RegisterIndex
  private let week: Week
  /// Decisions made later are not yet known.
  private let decisionsUntil: Moment
  /// Weeks whose report cut-off has passed; silence counts in these alone.
  private let dueWeeks: [Week]
  /// The register as it was for each week of the drive so far.
  private let registers: [Week: RegisterIndex]
  /// 撤销 and 并入 that count by now, by measure.
  private let withdrawals: [Code: RegisterChange]
  private var measures: [Code: MeasureTimeline] = [:]
  private var outcomes: [Code: [Code: OutcomeTotal.Part]] = [:]
  private var requests: [RequestedCoordination] = []
  private var reported: [Code: Set<Week>] = [:]
  private var lastWeekAdded: Week?

  /// Begins with the register alone.
  ///
  /// Decisions made after `decisionsUntil` are left out; weeks whose reports are not due at `knownAt`
  /// count nobody as silent.
  package init(
    _ index: RegisterIndex, through week: Week, decisionsUntil: Moment, knownAt: Moment
  ) throws(UncoveredYear) {
    self.index = index
    self.week = week
    self.decisionsUntil = decisionsUntil
    let cycle = index.cycle
    var due: [Week] = []
    var registers = [week: try index.valid(in: week)]
    for candidate in try cycle.weeks(from: index.campaign.settings.firstWeek, through: week) {
      registers[candidate] = try index.valid(in: candidate)
      guard let cutOffs = try cycle.cutOffs(of: candidate), cutOffs.report <= knownAt else {
        continue
      }
      due.append(candidate)
    }
    dueWeeks = due
    self.registers = registers
    withdrawals = keyed(
      try index.changes(through: week).filter(\.withdraws), by: \.subject)
    for measure in index.campaign.register.measures {
      measures[measure.code] = MeasureTimeline(
        MeasureState(measure: measure, deadline: try index.registeredDeadline(of: measure)),
        decisions: (index.decisions[measure.code] ?? []).filter { $0.decidedAt <= decisionsUntil },
        zone: cycle.zone)
    }
  }

  /// Adds one effective report; reports come in order of week.
  package mutating func add(_ accepted: AcceptedReport) {
    let (report, submission) = (accepted.report, accepted.submission)
    let unit = submission.sender
    reported[unit, default: []].insert(accepted.week)
    for entry in report.entries {
      let entry = ReportedEntry(
        unit: unit, week: accepted.week, entry: entry, submission: submission)
      // What a week did not owe, or no more, does not count for it, whenever that was found out.
      guard let lead = (registers[accepted.week] ?? index).measures[entry.entry.measure]?.leadUnit
      else { continue }
      measures[entry.entry.measure]?.add(entry, isLead: lead == unit)
    }
    for outcome in report.outcomes {
      outcomes[outcome.kind, default: [:]][unit] = OutcomeTotal.Part(
        unit: unit, value: outcome.value, submission: submission, place: outcome.place)
    }
    guard accepted.week == week else { return }
    requests += report.coordinationRequests.map {
      RequestedCoordination(unit: unit, request: $0, submission: submission)
    }
  }

  /// The state of the week, with the unit-weeks that were judged beside it.
  package consuming func finish(unitWeeks: [UnitWeek]) -> WeekState {
    let order = index.unitOrder
    func rank(_ unit: Code) -> Int { order[unit] ?? .max }
    let valid = registers[week] ?? index
    let states = valid.campaign.register.measures.compactMap { finished($0) }
    let withdrawn = index.campaign.register.measures.compactMap { measure in
      withdrawals[measure.code].flatMap { change in
        finished(measure).map { WithdrawnMeasure(state: $0, change: change) }
      }
    }
    return WeekState(
      week: week,
      measures: states,
      withdrawn: withdrawn,
      unitWeeks: unitWeeks,
      outcomes: outcomes.mapValues { parts in parts.values.sorted { rank($0.unit) < rank($1.unit) }
      },
      requests: requests.enumerated()
        .sorted { (rank($0.element.unit), $0.offset) < (rank($1.element.unit), $1.offset) }
        .map(\.element))
  }

  /// Silence counts in the weeks that had the measure, and against the lead unit of each.
  private mutating func finished(_ measure: Measure) -> MeasureState? {
    guard var timeline = measures.removeValue(forKey: measure.code) else { return nil }
    let leads = dueWeeks.compactMap { week in
      registers[week]?.measures[measure.code].map { (week: week, lead: $0.leadUnit) }
    }
    return timeline.finish(
      as: measure, through: week, dueWeeks: leads.map(\.week),
      reportedWeeks: Set(
        leads.filter { reported[$0.lead]?.contains($0.week) ?? false }.map(\.week)))
  }
}
