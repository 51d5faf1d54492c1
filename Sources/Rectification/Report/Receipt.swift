/// 回执: what became of one submission, written for the unit that sent it.
package struct Receipt: Hashable, Sendable {
  package let submission: Submission
  /// The week it counts for: the report's own, or the current one when none could be read.
  package let week: Week
  /// The revision it gave itself; nil when none could be read.
  package let revision: Int?
  package let verdict: Verdict
  /// In the order of the file.
  package let findings: [Finding]

  package init(
    submission: Submission, week: Week, revision: Int?, verdict: Verdict, findings: [Finding]
  ) {
    self.submission = submission
    self.week = week
    self.revision = revision
    self.verdict = verdict
    self.findings = findings
  }
}
