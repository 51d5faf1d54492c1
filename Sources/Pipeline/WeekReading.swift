import Ledger
import Rectification

/// Computes any week from the ledger: a question, never a change.
package struct WeekReading {
  let index: RegisterIndex
  let ledger: LedgerStore
  /// What was received or decided later is not known.
  let asOf: Moment

  package init(index: RegisterIndex, ledger: LedgerStore, asOf: Moment) {
    self.index = index
    self.ledger = ledger
    self.asOf = asOf
  }

  private var campaign: Code { index.campaign.settings.code }

  /// The summary of a week, as the edition that comes after `last` would publish it.
  ///
  /// `inputs` and `previous` are the digests that the edition is to bear.
  package func summary(
    of week: Week, following last: PublishedEdition? = nil, inputs digest: Digest? = nil,
    previous record: Digest? = nil
  ) throws -> WeekSummary {
    let inputs = try inputs(of: week)
    let (state, previous) = try states(inputs)
    let isOpen = asOf < inputs.cutOffs.summary
    let gone = isOpen ? nil : try goneUnits(inputs)
    let kind = kind(after: last, isOpen: isOpen, isHeld: gone?.isHeld ?? false)
    let edition = Edition(
      kind: kind, cutOffs: inputs.cutOffs, referenceDate: inputs.referenceDate,
      latestInput: inputs.latest,
      // What was issued is not held back any more, whatever has been configured since.
      goneUnits: kind == .preview ? gone : gone.flatMap { $0.isHeld ? nil : $0 },
      inputs: digest, previous: record)
    let waiting = try waiting(in: week)
    let remembered = try previous.map { try ledger.alerts(of: $0.week, in: campaign) } ?? []
    let alerts = try AlertBook(
      try index.valid(in: week), on: edition.referenceDate, remembered: remembered
    )
    .alerts(for: state, waiting: waiting)
    let previousDay = try previous.map { try inputs.referenceDate(of: $0.week, in: index) }
    return try summarise(
      state, previous: previous.flatMap { state in previousDay.map { (state, $0) } },
      alerts: alerts, edition: edition, pastDays: try pastDays(before: week),
      waiting: waiting, earlierReporting: try earlierReporting(inputs), index: index)
  }

  /// Who reported in the weeks before, as it is known now.
  private func earlierReporting(_ inputs: WeekInputs) throws -> [ReportingWeek] {
    let (first, week) = (index.campaign.settings.firstWeek, inputs.cutOffs.week)
    guard first < week else { return [] }
    let failed = try index.cycle.weeks(from: first, through: week.previous).flatMap {
      try ledger.failedFetches(of: $0, in: campaign, by: asOf)
    }
    return try reportingWeeks(
      before: week, index: index, judged: inputs.judged, effective: inputs.effective,
      failedFetches: failed)
  }

  /// The reference days of the weeks before, for the record of the forecast.
  private func pastDays(before week: Week) throws -> [CivilDate] {
    let first = index.campaign.settings.firstWeek
    guard first < week else { return [] }
    return try index.cycle.weeks(from: first, through: index.cycle.week(before: week)).compactMap {
      try index.cycle.cutOffs(of: $0)?.summary.date(in: index.cycle.zone)
    }
  }

  private func kind(after last: PublishedEdition?, isOpen: Bool, isHeld: Bool) -> Edition.Kind {
    switch last?.kind {
    case .issue: .correction(1)
    case .correction(let number): .correction(number + 1)
    case .preview, nil: isOpen || isHeld ? .preview : .issue
    }
  }

  /// What a week has come to, with decisions through `moment` even past its summary.
  func state(of week: Week, decidedBy moment: Moment) throws -> WeekState {
    let judged = try ledger.judged(in: campaign, through: week, receivedBy: asOf)
    let effective = EffectiveReports(judged)
    var merge = try WeekMerge(index, through: week, decisionsUntil: moment, knownAt: asOf)
    try ledger.forEachReport(of: effective.inOrder) { merge.add($0) }
    return merge.finish(unitWeeks: [])
  }

  /// Whether so many units have sent nothing that the week is not to be issued.
  private func goneUnits(_ inputs: WeekInputs) throws -> GoneUnits? {
    let weeks = try index.cycle.weeks(
      from: index.campaign.settings.firstWeek, through: inputs.cutOffs.week)
    let heard = Dictionary(grouping: inputs.judged, by: \.week)
      .mapValues { Set($0.map(\.submission.sender)) }
    let turnouts = try weeks.compactMap { week in
      let register = try index.valid(in: week)
      return try index.cycle.cutOffs(of: week).map { cutOffs in
        Turnout(
          week: week, reported: Set(inputs.effective.byWeek[week, default: [:]].keys),
          heard: heard[week] ?? [],
          exempt: Set(
            register.campaign.units.filter { !register.owesReport($0, cutOffs: cutOffs) }.map(
              \.code)))
      }
    }
    return GoneUnits(
      turnouts, limit: index.campaign.settings.guards.unitsGone,
      orders: index.campaign.issueOrders.filter { $0.decidedAt <= asOf })
  }

  /// What the last run left in the inbox says something of the current week alone.
  private func waiting(in week: Week) throws -> [WaitingFile] {
    guard try index.cycle.currentWeek(at: asOf) == week else { return [] }
    return try ledger.waiting(in: campaign, knownAt: asOf)
  }

  /// Everything that goes into a week, before any of it is merged.
  func inputs(of week: Week) throws -> WeekInputs {
    guard let cutOffs = try index.cycle.cutOffs(of: week) else { throw NoCycle(week: week) }
    let judged = try ledger.judged(in: campaign, through: week, receivedBy: asOf)
    let decisionsUntil = min(asOf, cutOffs.summary)
    return WeekInputs(
      cutOffs: cutOffs, asOf: asOf, zone: index.cycle.zone, judged: judged,
      effective: EffectiveReports(judged),
      decisions: index.campaign.decisions.filter { $0.decidedAt <= decisionsUntil },
      failedFetches: try ledger.failedFetches(of: week, in: campaign, by: asOf))
  }

  /// The states of the week and of the week before, from one pass over the reports.
  private func states(_ inputs: WeekInputs) throws -> (WeekState, previous: WeekState?) {
    let week = inputs.cutOffs.week
    let before = try index.cycle.week(before: week)
    let hasPrevious = before >= index.campaign.settings.firstWeek
    let until = try index.cycle.cutOffs(of: before)?.summary ?? inputs.cutOffs.summary
    var merge = try WeekMerge(
      index, through: week, decisionsUntil: inputs.decisionsUntil, knownAt: asOf)
    var previous = try WeekMerge(
      index, through: before, decisionsUntil: min(asOf, until), knownAt: asOf)
    try ledger.forEachReport(of: inputs.effective.inOrder) { report in
      merge.add(report)
      if report.week <= before { previous.add(report) }
    }
    let state = merge.finish(
      unitWeeks: try unitWeeks(
        of: week, index: index, judged: inputs.judged, effective: inputs.effective,
        failedFetches: inputs.failedFetches))
    guard hasPrevious else { return (state, nil) }
    let earlier = previous.finish(
      unitWeeks: try unitWeeks(
        of: before, index: index, judged: inputs.judged, effective: inputs.effective,
        failedFetches: try ledger.failedFetches(of: before, in: campaign, by: asOf)))
    return (state, earlier)
  }
}

/// A week without a working day has no cycle, so there is nothing to summarise.
package struct NoCycle: Error, Hashable {
  package let week: Week
}

/// Everything that goes into one week.
struct WeekInputs {
  let cutOffs: CutOffs
  let asOf: Moment
  let zone: ZoneOffset
  let judged: [JudgedSubmission]
  let effective: EffectiveReports
  let decisions: [Decision]
  let failedFetches: [FailedFetch]

  var decisionsUntil: Moment { min(asOf, cutOffs.summary) }

  /// The day of the summary cut-off, or the run's own while that is still to come.
  var referenceDate: CivilDate { min(asOf, cutOffs.summary).date(in: zone) }

  /// The last thing that happened that the week knows of.
  var latest: Moment? {
    (judged.map(\.submission.receivedAt) + decisions.map(\.decidedAt)).max()
  }

  func referenceDate(of week: Week, in index: RegisterIndex) throws -> CivilDate {
    try index.cycle.cutOffs(of: week)?.summary.date(in: zone) ?? week.sunday
  }
}
