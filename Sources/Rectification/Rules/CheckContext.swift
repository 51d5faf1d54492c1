/// All that a rule may look at: one report, how it came, and what was known when it came.
package struct CheckContext: Sendable {
  package let report: WeeklyReport
  package let submission: Submission
  package let index: RegisterIndex
  package let history: UnitHistory
  package let others: OtherReports
  /// What the unit had sent for the same cycle week and was accepted, by arrival.
  package let filed: [JudgedSubmission]
  /// What of the report there is and could not be read.
  package let unread: UnreadEntries

  package init(
    report: WeeklyReport, submission: Submission, index: RegisterIndex, history: UnitHistory,
    others: OtherReports = .none, filed: [JudgedSubmission] = [], unread: UnreadEntries = .none
  ) {
    self.report = report
    self.submission = submission
    self.index = index
    self.history = history
    self.others = others
    self.filed = filed
    self.unread = unread
  }

  var settings: CampaignSettings { index.campaign.settings }
  /// Rules about entries speak of the unit that sent the report, which is the one it names.
  var unit: Code { submission.sender }
  /// The day it was received, in the campaign's zone.
  var day: CivilDate { submission.receivedAt.date(in: index.cycle.zone) }

  /// Whether the sender leads the measure.
  func leads(_ measure: Code) -> Bool { index.measures[measure]?.leadUnit == unit }

  /// The measures the unit leads that were open when the report came, and had begun by its week.
  var openLedMeasures: [Measure] {
    (index.led[unit] ?? []).filter {
      $0.start <= report.week.sunday && !index.isClosed($0.code, at: submission.receivedAt)
    }
  }
}

/// What a unit has said in the weeks before the one it reports on.
package struct UnitHistory: Sendable {
  /// The effective reports of earlier weeks, newest first.
  package let reports: [AcceptedReport]
  /// Where each measure was spoken of: the report and the entry in it, newest first.
  private let spoken: [Code: [(report: Int, entry: Int)]]

  package static let none = UnitHistory(reports: [])
  /// Weeks that a measure which stands still is followed back: whoever wants to know has known for long.
  package static let lookBack = 26

  package init(reports: [AcceptedReport]) {
    self.reports = reports
    var spoken: [Code: [(report: Int, entry: Int)]] = [:]
    for (number, accepted) in reports.enumerated() {
      for (place, entry) in accepted.report.entries.enumerated() {
        spoken[entry.measure, default: []].append((number, place))
      }
    }
    self.spoken = spoken
  }

  /// What the unit has said of a measure, newest first.
  func entries(of measure: Code) -> [(report: AcceptedReport, entry: Entry)] {
    (spoken[measure] ?? []).map {
      (reports[$0.report], reports[$0.report].report.entries[$0.entry])
    }
  }

  package func lastEntry(of measure: Code) -> (report: AcceptedReport, entry: Entry)? {
    spoken[measure]?.first.map {
      (reports[$0.report], reports[$0.report].report.entries[$0.entry])
    }
  }

  package func lastOutcome(of kind: Code) -> (report: AcceptedReport, outcome: Outcome)? {
    for accepted in reports {
      if let outcome = accepted.report.outcomes.first(where: { $0.kind == kind }) {
        return (accepted, outcome)
      }
    }
    return nil
  }
}

/// A report that was accepted, with the submission it came in.
package struct AcceptedReport: Hashable, Sendable {
  package let report: WeeklyReport
  package let submission: Submission
  package let verdict: Verdict
  /// The cycle week it counts for.
  package let week: Week

  package init(report: WeeklyReport, submission: Submission, verdict: Verdict, week: Week) {
    self.report = report
    self.submission = submission
    self.verdict = verdict
    self.week = week
  }
}
