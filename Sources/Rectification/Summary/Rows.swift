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

/// One measure as the wall chart shows it.
package struct MeasureRow: Hashable, Sendable {
  package let state: MeasureState
  package let aspect: Code
  package let problem: Code
  /// Days past the deadline on the reference date; nil when it is not late.
  package let daysOverdue: Int?
  /// Days left on the reference date; nil when done, late or without a deadline.
  package let daysLeft: Int?
  /// The share of time used on the reference date, 0 to 100; nil without a deadline.
  package let timeUsed: Int?
  /// The worst alert on it.
  package let level: Alert.Level?
  /// The lead unit and a supporting unit disagree on whether it is done.
  package let hasConflict: Bool

  package init(
    state: MeasureState, aspect: Code, problem: Code, daysOverdue: Int?, daysLeft: Int?,
    timeUsed: Int?, level: Alert.Level?, hasConflict: Bool
  ) {
    self.state = state
    self.aspect = aspect
    self.problem = problem
    self.daysOverdue = daysOverdue
    self.daysLeft = daysLeft
    self.timeUsed = timeUsed
    self.level = level
    self.hasConflict = hasConflict
  }

  package var code: Code { state.measure.code }
}

/// What moved against last week.
package struct Movement: Hashable, Sendable {
  package let measure: Code
  package let kind: Kind

  package enum Kind: Hashable, Sendable {
    case status(from: MeasureStatus, to: MeasureStatus)
    case percent(from: Int, to: Int)
    case deadline(from: CivilDate?, to: CivilDate?)
  }

  package init(measure: Code, kind: Kind) {
    self.measure = measure
    self.kind = kind
  }
}

/// A work step against its dates.
package struct StepState: Hashable, Sendable {
  package let step: WorkStep
  package let phase: Phase

  package enum Phase: String, Sendable {
    case ahead, current, past

    package var name: Bilingual {
      switch self {
      case .ahead: Bilingual(zh: "未到", en: "ahead")
      case .current: Bilingual(zh: "进行中", en: "under way")
      case .past: Bilingual(zh: "已过", en: "past")
      }
    }
  }

  package init(step: WorkStep, phase: Phase) {
    self.step = step
    self.phase = phase
  }
}

/// 成效 of one kind: the sum of what each unit last counted for itself.
package struct OutcomeTotal: Hashable, Sendable {
  package let kind: OutcomeKind
  package let total: Figure.Value
  package let parts: [Part]

  package struct Part: Hashable, Sendable {
    package let unit: Code
    package let value: Outcome.Value
    package let submission: Submission
    package let place: Place

    package init(unit: Code, value: Outcome.Value, submission: Submission, place: Place) {
      self.unit = unit
      self.value = value
      self.submission = submission
      self.place = place
    }
  }

  package init(kind: OutcomeKind, total: Figure.Value, parts: [Part]) {
    self.kind = kind
    self.total = total
    self.parts = parts
  }
}

/// 协调事项: one point of the agenda.
package struct AgendaItem: Hashable, Sendable {
  package let kind: Kind
  package let measure: Code?
  /// Who brings it.
  package let unit: Code
  /// Who must attend besides.
  package let unitsWanted: [Code]
  /// The facts, on one line.
  package let facts: Bilingual
  /// What the meeting may decide.
  package let proposal: Bilingual
  /// Where it comes from; nil when it comes out of the register and the calendar.
  package let source: Source?

  package enum Kind: String, CaseIterable, Sendable {
    /// Lead and supporting unit disagree.
    case conflict
    /// A unit asks for coordination.
    case coordination
    /// A unit asks for a later deadline.
    case extensionRequest = "extension"
    /// Overdue, on 督办 or higher.
    case overdue
    /// A unit asks for close-out.
    case closeOut = "close-out"

    package var name: Bilingual {
      switch self {
      case .conflict: Bilingual(zh: "牵头与配合单位意见不一", en: "lead and supporting unit disagree")
      case .coordination: Bilingual(zh: "需协调事项", en: "coordination request")
      case .extensionRequest: Bilingual(zh: "延期申请", en: "extension request")
      case .overdue: Bilingual(zh: "逾期督办", en: "overdue")
      case .closeOut: Bilingual(zh: "销号申请", en: "close-out request")
      }
    }
  }

  package struct Source: Hashable, Sendable {
    package let submission: Submission
    package let place: Place

    package init(submission: Submission, place: Place) {
      self.submission = submission
      self.place = place
    }
  }

  package init(
    kind: Kind, measure: Code?, unit: Code, unitsWanted: [Code], facts: Bilingual,
    proposal: Bilingual, source: Source?
  ) {
    self.kind = kind
    self.measure = measure
    self.unit = unit
    self.unitsWanted = unitsWanted
    self.facts = facts
    self.proposal = proposal
    self.source = source
  }
}
