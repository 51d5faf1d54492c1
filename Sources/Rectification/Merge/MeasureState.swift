/// How one measure stands in one week, and what made it so.
package struct MeasureState: Hashable, Sendable {
  /// The register's row as it was in this week.
  package internal(set) var measure: Measure
  package var status: MeasureStatus = .notStarted
  /// 0 to 100.
  package var percent = 0
  /// 1, and one more for every reopening.
  package var round = 1
  /// Nil when the measure has no day to be late for (长期坚持).
  package var deadline: CivilDate?
  /// As the register first set it.
  package let originalDeadline: CivilDate?
  /// 延期 so far.
  package var slips = 0
  /// The lead unit's last entry, with the report it came in.
  package var entry: ReportedEntry?
  /// What supporting units last said.
  package var contributions: [ReportedEntry] = []
  /// The decision that last set the status, when no later entry did.
  package var decision: Decision?
  /// The first week since which no report has renewed the state; nil when it is fresh.
  package var staleSince: Week?
  /// Weeks in a row, this one included, in which neither status nor percent changed.
  package var unchangedWeeks = 0
  /// The day on which it was first reported or decided complete in this round.
  package var completedOn: CivilDate?
  /// The day of the last 销号; nil while it is not closed.
  package var closedOn: CivilDate?
  /// The day on which it was looked at again since then.
  package var secondLookOn: CivilDate?
  /// Decisions that do not fit what the measure had come to.
  package var remarks: [DecisionRemark] = []
  /// Status and percent at the end of each week that changed them, oldest first.
  package var history: [Point] = []

  package struct Point: Hashable, Sendable {
    package let week: Week
    package let status: MeasureStatus
    package let percent: Int
  }

  package init(measure: Measure, deadline: CivilDate?) {
    self.measure = measure
    self.deadline = deadline
    originalDeadline = deadline
  }

  package var isStanding: Bool { measure.deadline.isStanding }

  /// Days past the deadline on `date`; nil when it is complete, has no deadline or is not late.
  package func daysOverdue(on date: CivilDate) -> Int? {
    guard !status.isDone, let deadline, deadline < date else { return nil }
    return date - deadline
  }
}

/// 状态: what a measure has come to.
package enum MeasureStatus: String, CaseIterable, Comparable, Sendable {
  case notStarted = "not-started"
  case inProgress = "in-progress"
  case completed
  case closed

  package init(_ reported: ReportedStatus) {
    switch reported {
    case .notStarted: self = .notStarted
    case .inProgress: self = .inProgress
    case .completed: self = .completed
    }
  }

  package static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }
  private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }

  /// Completed by the unit's word, or closed by the office.
  package var isDone: Bool { self == .completed || self == .closed }

  package var name: Bilingual {
    switch self {
    case .notStarted: Bilingual(zh: "未启动", en: "not started")
    case .inProgress: Bilingual(zh: "正在推进", en: "in progress")
    case .completed: Bilingual(zh: "已完成（待销号）", en: "completed, not yet closed")
    case .closed: Bilingual(zh: "已销号", en: "closed")
    }
  }
}

/// An entry together with the report and the submission it came in.
package struct ReportedEntry: Hashable, Sendable {
  package let unit: Code
  package let week: Week
  package let entry: Entry
  package let submission: Submission

  package init(unit: Code, week: Week, entry: Entry, submission: Submission) {
    self.unit = unit
    self.week = week
    self.entry = entry
    self.submission = submission
  }
}
