/// 倒排工期: of what was due by the end of the week, how much is done; what is done early is said apart.
package struct PlanProgress: Hashable, Sendable {
  /// Measures whose deadline in force lies in the week or before it.
  package let due: Int
  package let dueDone: Int
  /// Of those due and not done, the ones past their deadline on the reference date.
  package let overdue: Int
  /// Done, with a deadline in a later week.
  package let doneEarly: Int
  /// Done, without a deadline: 长期坚持.
  package let doneWithoutDeadline: Int

  package var dueOpen: Int { due - dueDone }

  init(_ rows: [MeasureRow], week: Week) {
    let isDue = { (row: MeasureRow) in row.state.deadline.map { $0 <= week.sunday } ?? false }
    let (due, rest) = (rows.filter(isDue), rows.filter { !isDue($0) && $0.state.status.isDone })
    self.due = due.count
    dueDone = due.count(where: \.state.status.isDone)
    overdue = due.count { $0.daysOverdue != nil }
    doneEarly = rest.count { $0.state.deadline != nil }
    doneWithoutDeadline = rest.count { $0.state.deadline == nil }
  }
}
