import Rectification

/// The weeks of a campaign folded as the pipeline does it, of what was received in any order.
package struct FoldedWeeks {
  package let index: RegisterIndex
  package let states: [WeekState]

  /// Of everything received and decided by `moment`, by the last week's summary cut-off unless it is given.
  ///
  /// Before `firstIssue` nobody owes a report.
  package init(
    _ received: [AcceptedReport], campaign: Campaign, through last: Week,
    knownAt moment: Moment? = nil,
    firstIssue: Week? = nil, failedFetches: [FailedFetch] = []
  ) throws {
    let index = RegisterIndex(campaign)
    self.index = index
    let weeks = try index.cycle.weeks(from: campaign.settings.firstWeek, through: last)
      .compactMap { try index.cycle.cutOffs(of: $0) }
    let moment = moment ?? weeks.last?.summary ?? Moment(seconds: 0)
    let decisions = DecisionWeeks(campaign.decisions, by: moment, weeks: weeks)
    let known = received.enumerated().filter { $0.element.submission.receivedAt <= moment }
    let judged = known.map { number, one in
      JudgedSubmission(
        id: Int64(number), submission: one.submission, verdict: one.verdict, week: one.week,
        revision: one.report.revision, isZeroReport: one.report.isZeroReport)
    }
    let reports = Dictionary(uniqueKeysWithValues: known.map { (Int64($0), $1.report) })
    var states: [WeekState] = []
    for cutOffs in weeks {
      states.append(
        try step(
          states.last,
          WeekInputs(
            cutOffs: cutOffs, knownAt: moment,
            isTakenUp: firstIssue.map { $0 <= cutOffs.week } ?? true,
            judged: judged.filter { $0.week == cutOffs.week }, reports: reports,
            decisions: decisions[cutOffs.week],
            failedFetches: failedFetches.filter { $0.week == cutOffs.week }),
          index: index))
    }
    self.states = states
  }

  package subscript(week: Week) -> WeekState? { states.first { $0.week == week } }

  /// The summary of a week, as of an issue.
  package func summary(of week: Week) throws -> WeekSummary? {
    guard let place = states.firstIndex(where: { $0.week == week }) else { return nil }
    let state = states[place]
    return try summarise(
      state, previous: place > 0 ? states[place - 1] : nil,
      edition: Edition(
        kind: .issue, cutOffs: state.cutOffs, referenceDate: state.referenceDate,
        latestInput: state.latest), index: index)
  }
}

/// A report that was accepted: received on the Thursday of its week at 10:00 unless it says when.
package func sampleAccepted(
  _ report: WeeklyReport, at received: String? = nil, digest: Character = "0",
  verdict: Verdict = .accepted
) -> AcceptedReport {
  AcceptedReport(
    report: report,
    submission: sampleSubmission(
      from: report.unit.text, at: received ?? "\(report.week.monday + 3) 10:00", digest: digest),
    verdict: verdict, week: report.week)
}
