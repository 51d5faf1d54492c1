/// 放行 or 不予放行: what the office decided on a quarantined submission.
///
/// Released, it is judged like any other; refused, it stays in quarantine, and is no longer undecided.
package struct Release: Hashable, Sendable {
  package let code: Code
  /// False for 不予放行.
  package let isGranted: Bool
  package let decidedAt: Moment
  /// The first hexadecimal digits of the submission's SHA-256; twelve at least, lower case.
  package let digestPrefix: String
  /// Why it is no secret after all, or why it stays; never empty.
  package let reason: String
  /// 依据; may be empty.
  package let basis: String
  /// By whom, by post.
  package let decidedBy: String
  /// The row of decisions.csv.
  package let line: Int

  package init(
    code: Code, isGranted: Bool = true, decidedAt: Moment, digestPrefix: String, reason: String,
    basis: String, decidedBy: String, line: Int
  ) {
    self.code = code
    self.isGranted = isGranted
    self.decidedAt = decidedAt
    self.digestPrefix = digestPrefix
    self.reason = reason
    self.basis = basis
    self.decidedBy = decidedBy
    self.line = line
  }

  /// As it stands in the column 决定.
  package var word: String { isGranted ? "放行" : "不予放行" }

  package func concerns(_ digest: Digest) -> Bool { digest.hex.hasPrefix(digestPrefix) }
}
