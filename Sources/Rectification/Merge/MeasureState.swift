/// How one measure stands in one week, and what made it so: all that a later week needs to know of it.
package struct MeasureState: Hashable, Codable, Sendable {
  /// The register's row as it was in this week.
  package internal(set) var measure: Measure
  package var status: MeasureStatus = .notStarted
  /// 0 to 100.
  package var percent = 0
  /// The last percent below 100 that the lead unit has reported; what a return falls back to.
  package var lastOpenPercent = 0
  /// 1, and one more for every reopening.
  package var round = 1
  /// Nil when the measure has no day to be late for: 长期坚持, or 时限待定.
  package var deadline: CivilDate?
  /// 时限待定: reopened, and nobody has said until when.
  package var isDeadlinePending = false
  /// As the register first set it.
  package internal(set) var originalDeadline: CivilDate?
  /// 延期 so far.
  package var slips = 0
  /// The lead unit's last entry, with the newest report that says so.
  package var entry: ReportedEntry?
  /// When the claim that stands was received: the first report that said what `entry` says.
  package var claimedAt: Moment?
  /// What supporting units last said.
  package var contributions: [ReportedEntry] = []
  /// The decision that last set the status, when no later claim did.
  package var decision: Decision?
  /// The return after which the lead unit has claimed completion again; nil once that is decided.
  package var claimedAfter: Decision?
  /// 销号申请, open since.
  package var closeOut: Application?
  /// 延期申请, open since.
  package var extensionAsked: Application?
  /// The first week since which no report has renewed the state; nil when it is fresh.
  package var staleSince: Week?
  /// Weeks in a row, this one included, in which neither status nor percent changed.
  package var unchangedWeeks = 0
  /// The day on which completion, as it stands, was first reported, or decided.
  package var completedOn: CivilDate?
  /// The day of the last 销号; nil while it is not closed.
  package var closedOn: CivilDate?
  /// The day on which it was looked at again since then.
  package var secondLookOn: CivilDate?
  /// Decisions that do not fit what the measure had come to.
  package var remarks: [DecisionRemark] = []
  /// Status and percent at the end of each week that changed them, oldest first.
  package var history: [Point] = []
  /// How the forecasts of earlier weeks came out.
  package var forecasts = ForecastLog()

  package struct Point: Hashable, Sendable {
    package let week: Week
    package let status: MeasureStatus
    package let percent: Int
  }

  /// 申请: since when it has stood undecided.
  package struct Application: Hashable, Codable, Sendable {
    /// When the first of the claims in a row that have it was received.
    package let since: Moment
    /// The week of that claim.
    package let week: Week
  }

  /// Takes the deadline that the register should have given it.
  mutating func register(deadline: CivilDate?) {
    if originalDeadline == self.deadline { originalDeadline = deadline }
    self.deadline = deadline
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

  /// What it had come to by the end of a week; nil before it had come to anything.
  func point(in week: Week) -> Point? { history.last { $0.week <= week } }
}

/// 状态: what a measure has come to.
package enum MeasureStatus: String, CaseIterable, Codable, Comparable, Sendable {
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
package struct ReportedEntry: Hashable, Codable, Sendable {
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

extension Entry {
  /// Whether it says what `other` says, wherever either stands in its file; texts by their bytes.
  func saysTheSame(as other: Entry) -> Bool {
    func same(_ one: String?, _ two: String?) -> Bool {
      switch (one, two) {
      case (nil, nil): true
      case (let one?, let two?): one.utf8.elementsEqual(two.utf8)
      default: false
      }
    }
    return measure == other.measure && status == other.status && percent == other.percent
      && same(progress, other.progress) && same(plan, other.plan)
      && evidence.elementsEqual(other.evidence) {
        same($0.name, $1.name) && $0.sha256 == $1.sha256 && same($0.link, $1.link)
      } && same(delay?.reason, other.delay?.reason)
      && delay?.expectedDate == other.delay?.expectedDate
      && extensionRequest?.newDeadline == other.extensionRequest?.newDeadline
      && same(extensionRequest?.reason, other.extensionRequest?.reason)
      && same(closeOutRequest?.statement, other.closeOutRequest?.statement)
  }
}
