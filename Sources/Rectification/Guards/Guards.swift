/// From where on something is too odd to go on as usual.
package struct Guards: Hashable, Sendable {
  /// Percent of the units that reported last; when more have sent nothing, no issue is published.
  package var unitsGone = 30
  /// Files of one unit in an hour; what comes beyond is set aside until the flood has ended.
  package var filesPerHour = 60

  package init() {}
}

/// 照发: the office has a week issued although too many units have sent nothing.
package struct IssueOrder: Hashable, Codable, Sendable {
  package let code: Code
  package let decidedAt: Moment
  package let week: Week
  /// Why so many may be missing; never empty.
  package let reason: String
  /// 依据; may be empty.
  package let basis: String
  /// By whom, by post.
  package let decidedBy: String
  /// The row of decisions.csv.
  package let line: Int

  package init(
    code: Code, decidedAt: Moment, week: Week, reason: String, basis: String, decidedBy: String,
    line: Int
  ) {
    self.code = code
    self.decidedAt = decidedAt
    self.week = week
    self.reason = reason
    self.basis = basis
    self.decidedBy = decidedBy
    self.line = line
  }

  /// As it stands in the column 决定.
  package static let word = "照发"
}
