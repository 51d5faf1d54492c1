/// Everything that belongs to one week of the drive, as known at one moment: what a step of the fold adds.
package struct WeekInputs: Sendable {
  package let cutOffs: CutOffs
  /// What was received or decided later is not known.
  package let knownAt: Moment
  /// Whether the week is one that this workspace answers for; before that nobody owes a report.
  package let isTakenUp: Bool
  /// Everything judged for the week, in any order.
  package let judged: [JudgedSubmission]
  /// The accepted reports among them that ever counted, by their numbers.
  package let reports: [Int64: WeeklyReport]
  /// Those that belong to the week, in the order in which they were made.
  package let decisions: [Decision]
  /// A failed fetch counts only where nothing was received.
  package let failedFetches: [FailedFetch]
  /// What stood set aside for sending too much, by the last look of the week.
  package let floods: [WaitingFile]

  package init(
    cutOffs: CutOffs, knownAt: Moment, isTakenUp: Bool = true, judged: [JudgedSubmission],
    reports: [Int64: WeeklyReport], decisions: [Decision] = [], failedFetches: [FailedFetch] = [],
    floods: [WaitingFile] = []
  ) {
    self.cutOffs = cutOffs
    self.knownAt = knownAt
    self.isTakenUp = isTakenUp
    self.judged = judged
    self.reports = reports
    self.decisions = decisions
    self.failedFetches = failedFetches
    self.floods = floods
  }

  package var week: Week { cutOffs.week }
  /// Whether its reports are due.
  var isDue: Bool { cutOffs.report <= knownAt }
  /// Whether its summary cut-off has come: nothing but corrections can change it then.
  package var isClosed: Bool { cutOffs.summary <= knownAt }

  /// The day of the summary cut-off, or the day of the moment while that is still to come.
  package func referenceDate(in zone: ZoneOffset) -> CivilDate {
    min(knownAt, cutOffs.summary).date(in: zone)
  }

  /// The last thing that happened that the week knows of; nil when nothing has.
  var latest: Moment? {
    (judged.map(\.submission.receivedAt) + decisions.map(\.decidedAt)).max()
  }
}

/// Which week each decision belongs to: the first whose summary cut-off is at or after it.
package struct DecisionWeeks: Sendable {
  private let byWeek: [Week: [Decision]]

  /// Of the decisions made by `moment`; `weeks` are the cut-offs of the drive's weeks, in order.
  ///
  /// What was decided after the last of them belongs to none.
  package init(_ decisions: [Decision], by moment: Moment, weeks: [CutOffs]) {
    var byWeek: [Week: [Decision]] = [:]
    var place = weeks.startIndex
    let known = decisions.filter { $0.decidedAt <= moment }
      .sorted { ($0.decidedAt, $0.line) < ($1.decidedAt, $1.line) }
    for decision in known {
      while place < weeks.endIndex, weeks[place].summary < decision.decidedAt { place += 1 }
      guard place < weeks.endIndex else { break }
      byWeek[weeks[place].week, default: []].append(decision)
    }
    self.byWeek = byWeek
  }

  /// In the order in which they were made; of one moment, in the order of decisions.csv.
  package subscript(week: Week) -> [Decision] { byWeek[week] ?? [] }
}
