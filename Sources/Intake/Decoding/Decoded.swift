import Rectification

/// What became of the bytes of one submission.
package struct Decoded: Sendable {
  /// Nil when it could not be told.
  package let syntax: Syntax?
  /// Nil whenever there are findings: a report is read whole or not at all.
  package let report: WeeklyReport?
  /// In the order of the file.
  package let findings: [Finding]
}
