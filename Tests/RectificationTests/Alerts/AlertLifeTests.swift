import Rectification
import TestSupport
import Testing

/// A measure's year, Friday by Friday, through holidays, an extension, a relapse and a second round.
struct AlertLifeTests {
  /// 2024 as the State Council's notice has it.
  private static let calendar: WorkCalendar = {
    func days(_ first: String, _ count: Int) -> [CivilDate] {
      (0..<count).map { day(first) + $0 }
    }
    return WorkCalendar(
      file: "schedules/calendars/china.csv", years: [2023, 2024, 2025],
      holidays: Set(
        days("2024-01-01", 1) + days("2024-02-10", 8) + days("2024-04-04", 3)
          + days("2024-05-01", 5) + days("2024-06-10", 1) + days("2024-09-15", 3)
          + days("2024-10-01", 7)),
      makeUpWorkdays: Set(
        [
          "2024-02-04", "2024-02-18", "2024-04-07", "2024-04-28", "2024-05-11", "2024-09-14",
          "2024-09-29", "2024-10-12",
        ].map(day)))
  }()

  private static func index(easing: Bool = false) -> RegisterIndex {
    var settings = sampleSettings()
    settings.thresholds.redEasesToYellow = easing
    return RegisterIndex(
      Campaign(
        settings: settings, calendar: calendar,
        register: Register(
          aspects: [], problems: [], items: [],
          measures: [
            sampleMeasure("M1", item: "I1", lead: "JD01", due: "2024-04-26", start: "2024-01-02")
          ]),
        units: [
          Unit(
            code: code("JD01"), name: "示例街道一", aliases: [], parent: nil, creditCode: nil,
            leader: "分管副区长", active: .always)
        ], decisions: []))
  }

  /// How the measure stands from a day on.
  struct Turn: Sendable {
    let from: String
    let status: MeasureStatus
    let percent: Int
    let deadline: String
    var slips = 0
    var completedOn: String?
  }

  private static let turns = [
    Turn(from: "2024-01-05", status: .inProgress, percent: 10, deadline: "2024-04-26"),
    Turn(from: "2024-02-23", status: .inProgress, percent: 45, deadline: "2024-04-26"),
    Turn(from: "2024-06-14", status: .inProgress, percent: 60, deadline: "2024-09-13", slips: 1),
    Turn(
      from: "2024-09-27", status: .completed, percent: 100, deadline: "2024-09-13", slips: 1,
      completedOn: "2024-09-26"),
    Turn(from: "2024-11-08", status: .inProgress, percent: 0, deadline: "2024-09-13", slips: 1),
  ]

  private static func state(on date: CivilDate, _ index: RegisterIndex) throws -> MeasureState {
    let turn = try #require(turns.last { day($0.from) <= date })
    var state = MeasureState(
      measure: try #require(index.measures[code("M1")]), deadline: day(turn.deadline))
    state.status = turn.status
    state.percent = turn.percent
    state.slips = turn.slips
    state.completedOn = turn.completedOn.map { day($0) }
    return state
  }

  /// The alerts of every Friday of the year, each remembering the one before.
  private static func walk(
    _ index: RegisterIndex, skipping: Set<String> = []
  ) throws -> [(day: CivilDate, alerts: [Alert])] {
    var walked: [(day: CivilDate, alerts: [Alert])] = []
    var date = day("2024-01-05")
    while date <= day("2024-12-27") {
      if !skipping.contains(date.description) {
        let remembered = walked.last?.alerts ?? []
        let alerts = try AlertBook(index, on: date, remembered: remembered).alerts(
          for: sampleState(
            Week(containing: date), measures: [try state(on: date, index)], unitWeeks: []))
        walked.append((date, alerts))
      }
      date = date + 7
    }
    return walked
  }

  /// `kind level step life workdays`, one for each alert of the day.
  private static func told(
    _ walked: [(day: CivilDate, alerts: [Alert])], _ date: String
  ) -> [String] {
    (walked.first { $0.day == day(date) }?.alerts ?? []).map {
      "\($0.identity.kind.rawValue) \($0.level.rawValue) \($0.step.map { "\($0)" } ?? "-") "
        + "\($0.life.rawValue) \($0.workdaysOverdue)"
    }
  }

  @Test(arguments: [
    ("2024-01-12", []),
    // 31 of 115 days used (26 %) at 10 %: not yet 20 points; the Friday after, it is.
    ("2024-02-02", []), ("2024-02-09", ["behind-pace yellow - raised 0"]),
    ("2024-02-16", ["behind-pace yellow - continuing 0"]),
    // Caught up in the week after Spring Festival.
    ("2024-02-23", ["behind-pace yellow - cleared 0"]), ("2024-03-01", []),
    ("2024-04-12", ["behind-pace orange - escalated 0", "due-soon blue - raised 0"]),
    ("2024-04-19", ["behind-pace orange - continuing 0", "due-soon yellow - escalated 0"]),
    ("2024-04-26", ["behind-pace orange - continuing 0", "due-soon orange - escalated 0"]),
    // The make-up Sunday counts: 28, 29 and 30 April, then the May holidays do not.
    (
      "2024-05-03",
      [
        "overdue red remind raised 3", "behind-pace orange - cleared 0",
        "due-soon orange - cleared 0",
      ]
    ),
    ("2024-05-10", ["overdue red urge escalated 8"]),
    ("2024-05-17", ["overdue red supervise escalated 14"]),
    ("2024-05-24", ["overdue red interview escalated 19"]),
    ("2024-06-07", ["overdue red interview continuing 29"]),
    // Extended: cleared with the new day.
    ("2024-06-14", ["overdue red interview cleared 29"]), ("2024-06-21", []),
    ("2024-08-30", ["behind-pace yellow - continuing 0", "due-soon blue - raised 0"]),
    // The make-up Saturday before Mid-Autumn counts. Completed: cleared with its day, quiet after.
    (
      "2024-09-20",
      [
        "overdue red remind raised 4", "behind-pace orange - cleared 0",
        "due-soon orange - cleared 0",
      ]
    ),
    ("2024-09-27", ["overdue red remind cleared 4"]), ("2024-10-04", []),
    // A relapse begins at the foot of the ladder again.
    ("2024-11-08", ["overdue red remind raised 36"]),
    ("2024-11-15", ["overdue red urge escalated 41"]),
    ("2024-12-27", ["overdue red interview continuing 71"]),
  ])
  func goesThroughTheYear(_ date: String, _ expected: [String]) throws {
    let walked = try Self.walk(Self.index())
    #expect(Self.told(walked, date).sorted() == expected.sorted())
  }

  @Test func isClearedWithTheReasonAndTheDay() throws {
    let walked = try Self.walk(Self.index())
    let reasons = walked.flatMap { friday in
      friday.alerts.filter { $0.life == .cleared && $0.identity.kind == .overdue }
        .map(\.message.zh)
    }
    #expect(reasons == ["已延期至2024年9月13日", "2024年9月26日已完成"])
  }

  /// Whatever weeks nobody ran: no step is left out, none is raised twice, none is lost.
  @Test(arguments: 0..<30)
  func losesAndDoublesNothingWhenRunsAreMissed(_ seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let index = Self.index()
    let whole = try Self.walk(index)
    let missed = Set(
      whole.map(\.day.description).filter { _ in Int.random(in: 0..<3, using: &random) == 0 })
    let walked = try Self.walk(index, skipping: missed)
    var last: [Alert.Identity: Alert] = [:]
    for (friday, alerts) in walked {
      #expect(Set(alerts.map(\.identity)).count == alerts.count)
      let standing = alerts.filter { $0.life != .cleared }
      let expected = whole.first { $0.day == friday }?.alerts.filter { $0.life != .cleared } ?? []
      #expect(Set(standing.map(\.identity)) == Set(expected.map(\.identity)), "\(friday)")
      for alert in standing {
        let before = last[alert.identity]
        #expect((before == nil) == (alert.life == .raised), "\(friday) \(alert.identity)")
        let climbed = (alert.step?.rawValue ?? 0) - (before?.step?.rawValue ?? 0)
        #expect((0...1).contains(climbed), "\(friday) \(alert.identity)")
        #expect(before.map { $0.since == alert.since } ?? (alert.since == friday))
      }
      let gone = Set(last.keys).subtracting(standing.map(\.identity))
      #expect(Set(alerts.filter { $0.life == .cleared }.map(\.identity)) == gone)
      last = Dictionary(uniqueKeysWithValues: standing.map { ($0.identity, $0) })
    }
  }

  @Test func aRunMadeTwiceSaysTheSame() throws {
    let index = Self.index()
    let before = try Self.walk(index).first { $0.day == day("2024-05-10") }?.alerts ?? []
    let friday = day("2024-05-17")
    let state = sampleState(
      Week(containing: friday), measures: [try Self.state(on: friday, index)], unitWeeks: [])
    let once = try AlertBook(index, on: friday, remembered: before).alerts(for: state)
    #expect(try AlertBook(index, on: friday, remembered: before).alerts(for: state) == once)
  }

  @Test func aCaughtUpRedGoesToYellowFirstWhereTheCampaignHasItSo() throws {
    let walked = try Self.walk(Self.index(easing: true))
    #expect(Self.told(walked, "2024-09-27") == ["overdue yellow remind continuing 4"])
    #expect(
      walked.first { $0.day == day("2024-09-27") }?.alerts.first?.message.zh
        == "2024年9月26日已完成，转黄灯观察一周")
    #expect(Self.told(walked, "2024-10-04") == ["overdue yellow remind cleared 4"])
    #expect(Self.told(walked, "2024-10-11").isEmpty)
  }

  @Test func aMeasureNobodyAnswersForGoesToTheLeadLeader() throws {
    let unit = Unit(
      code: code("JD01"), name: "示例街道一", aliases: [], parent: nil, creditCode: nil, leader: "",
      active: DateInterval(first: nil, last: day("2024-01-10")))
    let index = RegisterIndex(
      sampleCampaign(
        measures: [sampleMeasure("M1", item: "I1", lead: "JD01", due: "2024-03-10")],
        units: [unit]))
    let state = sampleState(
      week("2024-W02"),
      measures: [
        MeasureState(measure: try #require(index.measures[code("M1")]), deadline: day("2024-03-10"))
      ], unitWeeks: [])
    func alerts(_ date: String) throws -> [Alert] {
      try AlertBook(index, on: day(date), remembered: []).alerts(for: state)
        .filter { $0.identity.kind == .orphaned }
    }
    #expect(try alerts("2024-01-10").isEmpty)
    let alert = try alerts("2024-01-12").first
    #expect(alert?.recipients == ["区长"] && alert?.level == .orange)
  }

  @Test(arguments: [(2, nil), (3, Alert.Level.yellow), (6, .orange)])
  func aUnitThatIsLateAgainAndAgainIsTold(_ weeks: Int, _ level: Alert.Level?) throws {
    let unitWeek = UnitWeek(
      unit: code("JD01"), state: .late, effective: nil, verdict: nil, received: 1, rejected: 0,
      silentWeeks: 0, lateWeeks: weeks, failure: nil)
    let state = sampleState(
      week("2024-W02"), measures: [], unitWeeks: [unitWeek])
    let alerts = try AlertBook(Self.index(), on: day("2024-01-12"), remembered: []).alerts(
      for: state)
    #expect(alerts.first?.level == level)
    #expect(alerts.first.map { $0.recipients == ["示例街道一", "分管副区长"] } ?? (level == nil))
  }
}
