import Rectification

/// What became of the bytes of one submission.
package struct Decoded: Sendable {
  /// Nil when it could not be told.
  package let syntax: Syntax?
  /// All of it when there are no findings, else as much as could be read; nil without a usable head.
  ///
  /// What could be read is only ever checked further, so that one sending shows all mistakes. It is
  /// never kept.
  package let readable: WeeklyReport?
  /// What of the entries could not be read, and so must not be missed or judged.
  package let unread: UnreadEntries
  /// In the order of the file, as many as are listed.
  package let listed: [Finding]
  /// How many more there are, by rule.
  package let unlisted: [RuleCode: Int]

  init(
    _ syntax: Syntax?, readable: WeeklyReport? = nil, unread: UnreadEntries = .none,
    findings: [Finding], unlisted: [RuleCode: Int] = [:]
  ) {
    self.syntax = syntax
    self.readable = readable
    self.unread = unread
    listed = findings
    self.unlisted = unlisted
  }

  /// Of a file whose very name bears a secrecy mark.
  package static let quarantined = Decoded(nil, findings: [.secrecyMark(at: .whole)])

  /// Those listed, and one that counts the others.
  package var findings: [Finding] { FindingLimit.listed(listed, besides: unlisted) }

  /// The report, if nothing at all is wrong with it.
  package var report: WeeklyReport? { listed.isEmpty ? readable : nil }
}
