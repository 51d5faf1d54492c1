/// 放行: the office lets a quarantined submission be judged like any other.
package struct Release: Hashable, Sendable {
  package let code: Code
  package let decidedAt: Moment
  /// The first hexadecimal digits of the submission's SHA-256; twelve at least, lower case.
  package let digestPrefix: String
  /// Why it is no secret after all; never empty.
  package let reason: String
  /// 依据; may be empty.
  package let basis: String
  /// By whom, by post.
  package let decidedBy: String
  /// The row of decisions.csv.
  package let line: Int

  package init(
    code: Code, decidedAt: Moment, digestPrefix: String, reason: String, basis: String,
    decidedBy: String, line: Int
  ) {
    self.code = code
    self.decidedAt = decidedAt
    self.digestPrefix = digestPrefix
    self.reason = reason
    self.basis = basis
    self.decidedBy = decidedBy
    self.line = line
  }

  package func concerns(_ digest: Digest) -> Bool { digest.hex.hasPrefix(digestPrefix) }
}
