import Ledger
import Rectification

/// Computes any week from what was received and decided: a question, never a change.
///
/// The weeks are folded one after the other from the campaign's first, so that what a week says hangs
/// neither on who asks nor on what was run before.
package struct WeekReading {
  let index: RegisterIndex
  let ledger: LedgerStore
  /// What was received or decided later is not known.
  let asOf: Moment
  /// The first week that this workspace answers for.
  let firstIssue: Week
  /// Where states are kept that save the way.
  let kept: any Checkpoints

  /// The week taken up is the one that campaign.yaml says, else that of the first run, else the current.
  package init(
    index: RegisterIndex, ledger: LedgerStore, asOf: Moment, kept: (any Checkpoints)? = nil
  ) throws {
    self.index = index
    self.ledger = ledger
    self.asOf = asOf
    self.kept = kept ?? ledger
    let settings = index.campaign.settings
    let taken =
      try settings.firstIssue ?? ledger.firstIssue(of: settings.code)
      ?? index.currentWeek(at: asOf)
    firstIssue = max(settings.firstWeek, taken)
  }

  private var campaign: Code { index.campaign.settings.code }

  /// The summary of a week, as a question has it: of no edition.
  package func summary(of week: Week) throws -> WeekSummary {
    guard let found = try summaries(of: [week]).first else { throw NoCycle(week: week) }
    return found
  }

  /// The summaries of some weeks, in their order, from one pass over the weeks.
  package func summaries(of weeks: [Week]) throws -> [WeekSummary] {
    guard let first = weeks.min(), let last = weeks.max() else { return [] }
    let wanted = Set(weeks)
    var found: [WeekSummary] = []
    try forEachState(from: first, through: last) { state, previous in
      if wanted.contains(state.week) { found.append(try summary(state, previous: previous)) }
    }
    return found
  }

  /// What a state comes to on the pages: of the edition that comes after `last`, where one is made.
  ///
  /// `inputs` and `record` are the digests that the edition is to bear.
  func summary(
    _ state: WeekState, previous: WeekState?, following last: Edition.Kind? = nil,
    inputs: Digest? = nil, record: Digest? = nil
  ) throws -> WeekSummary {
    let gone = state.goneUnits
    let isOpen = !state.isClosed || !state.isTakenUp
    let kind: Edition.Kind =
      switch last {
      case .issue: .correction(1)
      case .correction(let number): .correction(number + 1)
      case .preview, nil: isOpen || gone?.isHeld == true ? .preview : .issue
      }
    let edition = Edition(
      kind: kind, cutOffs: state.cutOffs, referenceDate: state.referenceDate,
      latestInput: state.latest,
      // What was issued is not held back any more, whatever has been configured since.
      goneUnits: kind == .preview ? gone : gone.flatMap { $0.isHeld ? nil : $0 },
      inputs: inputs, previous: record)
    return try summarise(
      state, previous: previous.flatMap { $0.week < firstIssue ? nil : $0 }, edition: edition,
      waiting: try waiting(in: state.week), index: index)
  }

  /// The states of the weeks from `first` through `last`, in order, each with that of the week before.
  ///
  /// A kept state saves the way to it, where everything that it was made of is still the same.
  func forEachState(
    from first: Week, through last: Week, digests: WeekDigests? = nil,
    _ body: (WeekState, _ previous: WeekState?) throws -> Void
  ) throws {
    let weeks = try weeks(through: last)
    let decisions = DecisionWeeks(index.campaign.decisions, by: asOf, weeks: weeks)
    let fetches = try ledger.failedFetches(in: campaign, by: asOf)
    var previous = try keptState(before: first, among: weeks, digests)
    for cutOffs in weeks where previous.map({ $0.week < cutOffs.week }) ?? true {
      let state = try step(previous, inputs(of: cutOffs, decisions, fetches), index: index)
      if cutOffs.week >= first { try body(state, previous) }
      previous = state
    }
  }

  /// The latest kept state that leaves room for the one before `first`; nil when none holds.
  private func keptState(
    before first: Week, among weeks: [CutOffs], _ digests: WeekDigests?
  ) throws -> WeekState? {
    // The state of a week that was still open is another one than that of the week when it was over.
    let early = weeks.filter { $0.week < first && $0.summary <= asOf }
    guard let last = early.last?.week else { return nil }
    let known = try kept.checkpoints(of: campaign).filter { $0.key <= last }
    guard !known.isEmpty else { return nil }
    let digests = try digests ?? WeekDigests(self, through: last)
    for (week, inputs) in known.sorted(by: { $0.key > $1.key })
    where try digests.state(of: week) == inputs {
      if let state = try kept.checkpoint(of: week, in: campaign) { return state }
    }
    return nil
  }

  /// The weeks with a cycle that are folded to come to `last`.
  ///
  /// What is asked of a week before the campaign's first is that week alone.
  func weeks(through last: Week) throws -> [CutOffs] {
    let first = min(index.campaign.settings.firstWeek, last)
    return try index.cycle.weeks(from: first, through: last).compactMap {
      try index.cycle.cutOffs(of: $0)
    }
  }

  /// Everything that belongs to a week, before any of it is merged.
  private func inputs(
    of cutOffs: CutOffs, _ decisions: DecisionWeeks, _ fetches: [Week: [FailedFetch]]
  ) throws -> WeekInputs {
    let week = cutOffs.week
    let judged = try ledger.look { try $0.judged(in: campaign, week: week, knownAt: asOf) }
    return WeekInputs(
      cutOffs: cutOffs, knownAt: asOf, isTakenUp: week >= firstIssue, judged: judged,
      reports: try ledger.reports(of: reportHolders(judged).values.flatMap(\.self)),
      decisions: decisions[week],
      failedFetches: fetches[week] ?? [],
      floods: try waiting(in: week).filter(\.reason.isFlood))
  }

  /// What the last look of the week, or by the moment asked about, found waiting in the inbox.
  private func waiting(in week: Week) throws -> [WaitingFile] {
    try ledger.waiting(in: campaign, knownAt: min(asOf, end(of: week)))
  }

  /// The last second of a week.
  func end(of week: Week) -> Moment {
    Moment(week.sunday, .lastSecond, in: index.cycle.zone)
  }
}

extension RegisterIndex {
  /// The week being reported on, or the first or last of the campaign before and after it.
  func currentWeek(at moment: Moment) throws -> Week {
    let settings = campaign.settings
    let last = try cycle.cycleWeek(for: Week(containing: settings.end))
    return max(settings.firstWeek, min(last, try cycle.currentWeek(at: moment)))
  }
}

/// A week without a working day has no cycle, so there is nothing to summarise.
package struct NoCycle: Error, Hashable {
  package let week: Week
}
