/// 整改专项: one rectification drive, as its files under `schedules/` describe it.
package struct Campaign: Hashable, Sendable {
  package let settings: CampaignSettings
  package let calendar: WorkCalendar
  /// As of today, with the measures that are withdrawn since.
  package internal(set) var register: Register
  /// In the order of units.csv, which is the order of every list of units.
  package internal(set) var units: [Unit]
  /// In the order of decisions.csv.
  package let decisions: [Decision]
  /// 放行 and 不予放行, in the order of decisions.csv.
  package let releases: [Release]
  /// 议定事项, in the order of resolutions.csv.
  package let resolutions: [Resolution]
  /// 面上共性问题, in the order of common-problems.csv; empty where there is no such list.
  package let commonProblems: [CommonProblem]
  /// 照发, in the order of decisions.csv.
  package let issueOrders: [IssueOrder]
  /// 承认已发, in the order of decisions.csv.
  package let adoptions: [Adoption]
  /// 变动记录, by their days, then in the order of changes.csv.
  package let changes: [RegisterChange]
  /// The SHA-256 of every file it was read from but decisions.csv and resolutions.csv, as a list; nil of
  /// one that was read from no files.
  package var files: Digest?

  package init(
    settings: CampaignSettings, calendar: WorkCalendar, register: Register, units: [Unit],
    decisions: [Decision], releases: [Release] = [], resolutions: [Resolution] = [],
    commonProblems: [CommonProblem] = [], issueOrders: [IssueOrder] = [],
    adoptions: [Adoption] = [],
    changes: [RegisterChange] = []
  ) {
    self.settings = settings
    self.calendar = calendar
    self.register = register
    self.units = units
    self.decisions = decisions
    self.releases = releases
    self.resolutions = resolutions
    self.commonProblems = commonProblems
    self.issueOrders = issueOrders
    self.adoptions = adoptions
    self.changes = changes.sorted { ($0.effective, $0.line) < ($1.effective, $1.line) }
  }
}

/// What campaign.yaml says.
package struct CampaignSettings: Hashable, Sendable {
  package var code: Code
  package var title: String
  /// 编印单位: the coordinating office, which signs the pages.
  package var office: String
  /// The first and the last day of the drive.
  package var start: CivilDate
  package var end: CivilDate
  /// The first week for which reports are owed.
  package var firstWeek: Week
  /// The first week to be issued, where the office says; else the first run takes up the current one.
  package var firstIssue: Week?
  package var zone: ZoneOffset
  package var cycle: CycleRules
  package var thresholds: Thresholds
  package var ladder: Ladder
  package var limits: Limits
  package var guards: Guards
  package var rules: RuleSettings
  /// What no text in this system may bear: the usual marks, and `secrecy-words`.
  package let secrecyMarks: SecrecyMarks
  package var outcomeKinds: [OutcomeKind]
  /// 工作步骤.
  package var steps: [WorkStep]
  package var sources: [Source]
  /// Private networks that sources may be in; any other private address is refused.
  package var networks: [AddressRange]
  package var agenda = AgendaRules()
  /// Whom to tell of editions and alerts; nobody unless the office names them.
  package var notifications: [NotificationChannel] = []

  package init(
    code: Code, title: String, office: String, start: CivilDate, end: CivilDate, firstWeek: Week,
    zone: ZoneOffset, cycle: CycleRules, thresholds: Thresholds, ladder: Ladder, limits: Limits,
    guards: Guards = Guards(),
    rules: RuleSettings = RuleSettings(), secrecyMarks: SecrecyMarks = .standard,
    outcomeKinds: [OutcomeKind], steps: [WorkStep], sources: [Source],
    networks: [AddressRange] = []
  ) {
    self.code = code
    self.title = title
    self.office = office
    self.start = start
    self.end = end
    self.firstWeek = firstWeek
    self.zone = zone
    self.cycle = cycle
    self.thresholds = thresholds
    self.ladder = ladder
    self.limits = limits
    self.guards = guards
    self.rules = rules
    self.secrecyMarks = secrecyMarks
    self.outcomeKinds = outcomeKinds
    self.steps = steps
    self.sources = sources
    self.networks = networks
  }
}

/// When something counts as near, behind or silent.
package struct Thresholds: Hashable, Sendable {
  /// Days before a deadline at which a measure is due soon, widest first: 14, 7, 3.
  package var dueSoonDays: [Int] = [14, 7, 3]
  /// Percentage points of progress behind the share of time used that count as behind.
  package var paceGap = 20
  /// Weeks without change that count as no movement.
  package var noMovementWeeks = 3
  /// Weeks in a row without a report that raise an alert on the unit.
  package var silentWeeks = 2
  /// Weeks in a row with a late report that raise an alert on the unit.
  package var lateWeeks = 3
  /// Whether a caught-up red alert stays on for a week as a yellow one before it is cleared.
  package var redEasesToYellow = false
  /// Working days from its start in which 立行立改 is due.
  package var immediateWorkdays = 10
  /// Days after its close-out when a measure is due for a second look (回头看).
  package var secondLookDays = 90
  /// Characters, blanks aside, from which a text that another unit has sent counts as copied.
  package var sameTextLength = 20

  package init() {}
}

/// The ladder of chasing: working days overdue from which each step is due.
package struct Ladder: Hashable, Sendable {
  package var thresholds: [LadderStep: Int] = [
    .remind: 1, .urge: 3, .supervise: 8, .interview: 15,
  ]

  package init() {}
}

/// 提醒 → 催办 → 督办 → 约谈.
package enum LadderStep: Int, CaseIterable, Codable, Comparable, Sendable {
  case remind = 1
  case urge, supervise, interview

  package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

  package var name: Bilingual {
    switch self {
    case .remind: Bilingual(zh: "提醒", en: "reminder")
    case .urge: Bilingual(zh: "催办", en: "urging")
    case .supervise: Bilingual(zh: "督办", en: "supervision")
    case .interview: Bilingual(zh: "约谈", en: "interview")
    }
  }
}

/// What a submission may weigh.
package struct Limits: Hashable, Sendable {
  /// Bytes of one report, as received.
  package var reportBytes = 256 * 1024
  /// Bytes of one answer that carries many reports, as sent and unpacked.
  package var bundleBytes = 16 << 20
  /// Transfers at once, in all and to one host.
  package var connections = 16
  package var connectionsPerHost = 4
  /// Seconds for one transfer, from connecting to the last byte.
  package var transferSeconds = 60
  /// Seconds of it for the connection to stand.
  package var connectSeconds = 10
  /// Seconds without a byte worth speaking of after which a transfer is ended.
  package var idleSeconds = 20
  /// Seconds after which a run begins no further transfer.
  package var fetchSeconds = 900

  package init() {}
}

/// A kind of outcome (成效) that reports may count, in the order of the bulletin.
package struct OutcomeKind: Hashable, Sendable {
  package let code: Code
  /// `党纪政务立案`.
  package let name: String
  package let measure: MeasureWord

  package enum MeasureWord: Hashable, Sendable {
    /// A count with its measure word: 件, 人, 项.
    case count(String)
    /// A sum of money, shown in this unit.
    case money(MoneyUnit)
  }

  /// A campaign names its outcomes in Chinese alone; the code is their English in one word: `cases filed`.
  package var englishName: String { code.text.replacing("-", with: " ") }

  package init(code: Code, name: String, measure: MeasureWord) {
    self.code = code
    self.name = name
    self.measure = measure
  }
}

/// 工作步骤: one step of the drive with its dates.
package struct WorkStep: Hashable, Sendable {
  package let code: Code
  package let title: String
  package let start: CivilDate
  package let end: CivilDate
  /// The day on which the office noted it done; nil while it has not.
  package let done: CivilDate?
  /// What shows that it is done: a document, a meeting; empty when nothing is named.
  package let basis: String

  package init(
    code: Code, title: String, start: CivilDate, end: CivilDate, done: CivilDate? = nil,
    basis: String = ""
  ) {
    self.code = code
    self.title = title
    self.start = start
    self.end = end
    self.done = done
    self.basis = basis
  }
}
