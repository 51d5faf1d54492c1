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

  package init(_ limits: Limits) {
    reportBytes = limits.reportBytes
  }
}
