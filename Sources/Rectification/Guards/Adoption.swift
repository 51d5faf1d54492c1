/// 承认已发: the office has editions stand as issued that the ledger, restored from an older backup, does not
/// know.
package struct Adoption: Hashable, Codable, Sendable {
  package let code: Code
  package let decidedAt: Moment
  /// The last week whose editions are meant.
  package let week: Week
  /// Never empty.
  package let reason: String
  /// By whom, by post.
  package let decidedBy: String
  /// The row of decisions.csv.
  package let line: Int

  package init(
    code: Code, decidedAt: Moment, week: Week, reason: String, decidedBy: String, line: Int
  ) {
    self.code = code
    self.decidedAt = decidedAt
    self.week = week
    self.reason = reason
    self.decidedBy = decidedBy
    self.line = line
  }

  /// As it stands in the column 决定.
  package static let word = "承认已发"
}
