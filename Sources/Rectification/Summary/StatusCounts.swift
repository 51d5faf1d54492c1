/// How many measures stand where.
package struct StatusCounts: Hashable, Sendable {
  package var notStarted = 0
  package var inProgress = 0
  package var completed = 0
  package var closed = 0
  package var overdue = 0

  package init() {}

  package var total: Int { notStarted + inProgress + completed + closed }
  package var done: Int { completed + closed }

  package mutating func count(_ status: MeasureStatus, isOverdue: Bool) {
    switch status {
    case .notStarted: notStarted += 1
    case .inProgress: inProgress += 1
    case .completed: completed += 1
    case .closed: closed += 1
    }
    overdue += isOverdue ? 1 : 0
  }
}

/// A share in percent, rounded half up, and 100 only of the whole; 0 of nothing.
package func percent(_ part: Int, of whole: Int) -> Int {
  guard whole > 0 else { return 0 }
  let rounded = (200 * part + whole) / (2 * whole)
  return part < whole ? min(99, rounded) : rounded
}
