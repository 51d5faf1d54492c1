import Rectification

/// How much of what lies in an inbox is taken in one run.
package struct InboxLimits: Hashable, Sendable {
  /// Bytes that are read into memory; a larger file is kept, but streamed.
  package var reportBytes: Int
  /// Bytes above which a file is left where it is: a sparse file of a terabyte costs nothing to
  /// make, and would fill the archive.
  package var ceilingBytes = 64 << 20
  /// Files of one unit in one run, oldest first, so that a sender that floods starves nobody.
  package var filesPerUnit = 10_000
  /// Files of one unit that are taken before the next unit has its turn.
  package var filesPerTurn = 100
  /// Files that one unit may send in an hour; what comes beyond is set aside.
  package var filesPerHour: Int

  package init(_ limits: Limits, _ guards: Guards = Guards()) {
    reportBytes = limits.reportBytes
    filesPerHour = guards.filesPerHour
  }
}
