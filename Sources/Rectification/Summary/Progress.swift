/// 分方面.
package struct AspectProgress: Hashable, Sendable {
  package let aspect: Aspect
  package let problems: Int
  package let items: Int
  package let itemsDone: Int
  package let measures: StatusCounts
  /// The mean percent of its measures, rounded half up.
  package let percent: Int
  /// The mean share of time used of its measures, in percent, rounded half up: what the schedule asks.
  package let plannedPercent: Int

  package init(
    aspect: Aspect, problems: Int, items: Int, itemsDone: Int, measures: StatusCounts,
    percent: Int, plannedPercent: Int
  ) {
    self.aspect = aspect
    self.problems = problems
    self.items = items
    self.itemsDone = itemsDone
    self.measures = measures
    self.percent = percent
    self.plannedPercent = plannedPercent
  }
}

/// 分单位, over the measures the unit leads.
package struct UnitProgress: Hashable, Sendable {
  package let unit: Code
  package let measures: StatusCounts
  package let state: UnitWeek.State

  package init(unit: Code, measures: StatusCounts, state: UnitWeek.State) {
    self.unit = unit
    self.measures = measures
    self.state = state
  }
}

/// 整改事项: completed when all of its measures are.
package struct ItemState: Hashable, Sendable {
  package let item: Item
  package let aspect: Code
  package let measures: StatusCounts

  package init(item: Item, aspect: Code, measures: StatusCounts) {
    self.item = item
    self.aspect = aspect
    self.measures = measures
  }

  package var isDone: Bool { measures.done == measures.total }
  package var isStarted: Bool { measures.notStarted < measures.total }
}
