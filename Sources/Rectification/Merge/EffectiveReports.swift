/// What the ledger knows of one submission after judging it, without its contents.
package struct JudgedSubmission: Hashable, Sendable {
  /// The ledger's own number, ascending with arrival.
  package let id: Int64
  package let submission: Submission
  package let verdict: Verdict
  /// The cycle week it counts for.
  package let week: Week
  /// 0 when none could be read.
  package let revision: Int
  package let isZeroReport: Bool
  /// The run that judged it last; nil when that was before runs were recorded.
  package let run: Int64?

  package init(
    id: Int64, submission: Submission, verdict: Verdict, week: Week, revision: Int,
    isZeroReport: Bool, run: Int64? = nil
  ) {
    self.id = id
    self.submission = submission
    self.verdict = verdict
    self.week = week
    self.revision = revision
    self.isZeroReport = isZeroReport
    self.run = run
  }

  /// Whether this one counts rather than `other`, both accepted, of one unit and week.
  ///
  /// The highest revision, then the latest received; the digest settles what is left, so that the
  /// order of arrival within a second does not.
  func supersedes(_ other: JudgedSubmission) -> Bool {
    (revision, submission.receivedAt, submission.digest)
      > (other.revision, other.submission.receivedAt, other.submission.digest)
  }
}

/// One effective report a unit-week, by week and then by unit.
package struct EffectiveReports: Sendable {
  package let byWeek: [Week: [Code: JudgedSubmission]]

  /// - Parameter judged: in any order; only accepted ones can count.
  package init(_ judged: some Sequence<JudgedSubmission>) {
    var byWeek: [Week: [Code: JudgedSubmission]] = [:]
    for candidate in judged where candidate.verdict.isAccepted {
      let sender = candidate.submission.sender
      if let holder = byWeek[candidate.week]?[sender], !candidate.supersedes(holder) { continue }
      byWeek[candidate.week, default: [:]][sender] = candidate
    }
    self.byWeek = byWeek
  }

  package subscript(week: Week, unit: Code) -> JudgedSubmission? { byWeek[week]?[unit] }

  /// In order of week, then of arrival.
  package var inOrder: [JudgedSubmission] {
    byWeek.sorted { $0.key < $1.key }.flatMap { $0.value.values.sorted { $0.id < $1.id } }
  }
}
