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

  /// Whether it came before `other`; of what came in one second, what is superseded comes first.
  func precedes(_ other: JudgedSubmission) -> Bool {
    (submission.receivedAt, revision, submission.digest)
      < (other.submission.receivedAt, other.revision, other.submission.digest)
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

  /// In order of week, then of arrival.
  package var inOrder: [JudgedSubmission] {
    byWeek.sorted { $0.key < $1.key }.flatMap { $0.value.values.sorted { $0.id < $1.id } }
  }
}

/// Of the submissions of one week, those that were ever a unit's effective report, in the order in which
/// they became it: the last is the one that counts.
///
/// A revision that came after a higher one has never counted, and is in none of them.
package func reportHolders(_ judged: [JudgedSubmission]) -> [Code: [JudgedSubmission]] {
  var holders: [Code: [JudgedSubmission]] = [:]
  for one in judged.filter(\.verdict.isAccepted).sorted(by: { $0.precedes($1) }) {
    let sender = one.submission.sender
    if let holder = holders[sender]?.last, !one.supersedes(holder) { continue }
    holders[sender, default: []].append(one)
  }
  return holders
}
