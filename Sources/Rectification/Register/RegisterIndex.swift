/// A campaign with the look-ups that checks and merge need, made once.
package struct RegisterIndex: Sendable {
  package let campaign: Campaign
  package let cycle: Cycle
  package let measures: [Code: Measure]
  package let units: [Code: Unit]
  package let unitNames: UnitNames
  /// The order of units.csv.
  package let unitOrder: [Code: Int]
  /// Measures a unit leads, in the order of the register.
  package let led: [Code: [Measure]]
  /// Measures a unit supports, in the order of the register.
  package let supported: [Code: [Measure]]
  package let items: [Code: Item]
  package let problems: [Code: Problem]
  package let outcomeKinds: [Code: OutcomeKind]
  /// Each measure's decisions, by date, then by the order of the file.
  package let decisions: [Code: [Decision]]
  /// What was valid between the changes of the register, oldest first; none where it never changed.
  private let stretches: [Stretch]

  private struct Stretch {
    /// The day of the change it begins with; nil before the first change.
    let first: CivilDate?
    let index: RegisterIndex
  }

  /// Today's register with everything that is withdrawn; `valid(in:)` is what a week is judged by.
  package init(_ campaign: Campaign) {
    let names = UnitNames(campaign.unitsWithPastNames)
    let days = Set(campaign.changes.map(\.effective)).sorted()
    let stretches =
      days.isEmpty
      ? []
      : ([days[0] - 1] + days).enumerated().map { number, day in
        Stretch(
          first: number == 0 ? nil : day,
          index: RegisterIndex(campaign.valid(on: day), names: names, stretches: []))
      }
    self.init(campaign, names: names, stretches: stretches)
  }

  private init(_ campaign: Campaign, names: UnitNames, stretches: [Stretch]) {
    self.campaign = campaign
    self.stretches = stretches
    cycle = Cycle(campaign)
    let register = campaign.register
    measures = keyed(register.measures, by: \.code)
    units = keyed(campaign.units, by: \.code)
    unitNames = names
    unitOrder = keyed(Array(campaign.units.enumerated()), by: \.element.code).mapValues(\.offset)
    led = Dictionary(grouping: register.measures, by: \.leadUnit)
    supported = Self.supported(register.measures)
    items = keyed(register.items, by: \.code)
    problems = keyed(register.problems, by: \.code)
    outcomeKinds = keyed(campaign.settings.outcomeKinds, by: \.code)
    decisions = Dictionary(grouping: campaign.decisions, by: \.measure)
      .mapValues { $0.sorted { ($0.decidedAt, $0.line) < ($1.decidedAt, $1.line) } }
  }

  /// The register as it was for a week: on the day its reports are due, or its Sunday if that is earlier.
  ///
  /// A change that takes effect on that day or before counts from this week on, a later one from the
  /// next. What is asked outside the drive is answered with its first or last week.
  package func valid(in week: Week) throws(UncoveredYear) -> RegisterIndex {
    guard !stretches.isEmpty else { return self }
    let day = try registerDay(of: week)
    return stretches.last { $0.first.map { $0 <= day } ?? true }?.index ?? self
  }

  /// The changes that count in a week, oldest first.
  package func changes(through week: Week) throws(UncoveredYear) -> [RegisterChange] {
    guard !campaign.changes.isEmpty else { return [] }
    let day = try registerDay(of: week)
    return campaign.changes.filter { $0.effective <= day }
  }

  private func registerDay(of week: Week) throws(UncoveredYear) -> CivilDate {
    let settings = campaign.settings
    let inDrive = max(settings.firstWeek, min(week, Week(containing: settings.end)))
    let counted = try cycle.cycleWeek(for: inDrive)
    guard let due = try cycle.cutOffs(of: counted)?.report else { return counted.sunday }
    return min(due.date(in: cycle.zone), counted.sunday)
  }

  private static func supported(_ measures: [Measure]) -> [Code: [Measure]] {
    var found: [Code: [Measure]] = [:]
    for measure in measures {
      for unit in measure.supportingUnits { found[unit, default: []].append(measure) }
    }
    return found
  }

  /// The unit a report names as its own, at `moment`; nil when there is none of that name.
  package func unit(of report: WeeklyReport, at moment: Moment) -> Code? {
    guard case .unit(let code) = unitNames.unit(named: report.unit, on: moment.date(in: cycle.zone))
    else { return nil }
    return code
  }

  /// Whether the office has closed a measure, and not reopened it, by `moment`.
  ///
  /// A return of what is closed does not count, so only a reopening undoes a close-out.
  package func isClosed(_ measure: Code, at moment: Moment) -> Bool {
    isClosed(after: decisions[measure]?.prefix { $0.decidedAt <= moment } ?? [])
  }

  private func isClosed(after decisions: some BidirectionalCollection<Decision>) -> Bool {
    decisions.last { $0.action == .close || $0.action.reopens }?.action == .close
  }

  /// Whether the office has returned or reopened a measure after `start` and by `end`.
  package func wasSentBack(_ measure: Code, after start: Moment, through end: Moment) -> Bool {
    decisions[measure]?.contains {
      ($0.action == .return || $0.action.reopens) && $0.decidedAt > start && $0.decidedAt <= end
    } ?? false
  }

  /// The day a measure is due as the register has it, extensions left out; nil for 长期坚持.
  package func registeredDeadline(of measure: Measure) throws(UncoveredYear) -> CivilDate? {
    switch measure.deadline.kind {
    case .date(let date): date
    case .standing: nil
    case .immediate:
      try campaign.calendar.date(
        campaign.settings.thresholds.immediateWorkdays, workdaysAfter: measure.start)
    }
  }

  /// The day a measure is due at `moment`; nil for 长期坚持 and 时限待定.
  ///
  /// An extension of what is closed does not count, nor a reopening of what is not. A reopening without a
  /// date leaves the new round without a deadline, but what was 长期坚持 stays so.
  package func deadline(of measure: Measure, at moment: Moment) throws(UncoveredYear) -> CivilDate?
  {
    var (deadline, isClosed) = (try registeredDeadline(of: measure), false)
    for decision in decisions[measure.code]?.prefix(while: { $0.decidedAt <= moment }) ?? [] {
      switch decision.action {
      case .close: isClosed = true
      case .reopen(let date):
        if isClosed, date != nil || measure.deadline.kind != .standing { deadline = date }
        isClosed = false
      case .extend(let date): deadline = isClosed ? deadline : date
      case .return, .secondLook: break
      }
    }
    return deadline
  }

  /// Whether a unit owes a report for a week: it is active and has something open.
  ///
  /// What is open is judged at the report cut-off, or at `moment` while that is still to come.
  package func owesReport(_ unit: Unit, cutOffs: CutOffs, at moment: Moment) -> Bool {
    guard unit.active.contains(cutOffs.report.date(in: cycle.zone)) else { return false }
    let concerned = (led[unit.code] ?? []) + (supported[unit.code] ?? [])
    return concerned.contains {
      $0.start <= cutOffs.week.sunday && !isClosed($0.code, at: min(moment, cutOffs.report))
    }
  }
}

/// The first of each key wins; the readers of the campaign files have refused doubles.
func keyed<Value, Key: Hashable>(_ values: [Value], by key: (Value) -> Key) -> [Key: Value] {
  Dictionary(values.map { (key($0), $0) }, uniquingKeysWith: { first, _ in first })
}
