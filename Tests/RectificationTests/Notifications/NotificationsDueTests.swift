import Rectification
import TestSupport
import Testing

/// What a channel hears of, by what it was told before.
struct NotificationsDueTests {
  private static func alert(
    _ subject: String, _ level: Alert.Level, _ step: LadderStep? = nil,
    since: String = "2024-01-12",
    kind: Alert.Kind = .overdue, life: Alert.Life = .raised
  ) -> Alert {
    Alert(
      identity: .init(kind: kind, subject: code(subject)), level: level, step: step, life: life,
      since: day(since), workdaysOverdue: 0, daysLeft: nil, recipients: [],
      message: Bilingual(zh: "金丝雀", en: "canary"))
  }

  private static let leads = [code("M1"): code("JD01"), code("M2"): code("JD02")]

  private func told(
    _ alerts: [Alert], before: [Alert] = [], filter: NotificationChannel.AlertFilter = .init()
  ) -> [String] {
    let channel = NotificationChannel(
      code: code("office"), way: .webhook(url: "https://a.example"), filter: filter)
    return channel.changes(in: alerts, leads: Self.leads, told: before.map(AlertState.init)).map {
      "\($0.kind) \($0.alert.identity) \($0.alert.level) \($0.alert.step.map { "\($0)" } ?? "-")"
        + " \($0.unit?.text ?? "-")"
    }
  }

  struct Case: Sendable {
    let name: String
    let before: [Alert]
    let now: [Alert]
    let told: [String]
  }

  @Test(arguments: [
    Case(
      name: "a new alert", before: [], now: [alert("M1", .red, .remind)],
      told: ["raised overdue:M1 red remind JD01"]),
    Case(
      name: "the same step again", before: [alert("M1", .red, .remind)],
      now: [alert("M1", .red, .remind, life: .continuing)], told: []),
    Case(
      name: "a step missed by a run", before: [alert("M1", .red, .remind)],
      now: [alert("M1", .red, .supervise, life: .continuing)],
      told: ["escalated overdue:M1 red supervise JD01"]),
    Case(
      name: "a worse level", before: [alert("M1", .orange, kind: .dueSoon)],
      now: [alert("M1", .red, kind: .dueSoon)], told: ["escalated due-soon:M1 red - JD01"]),
    Case(
      name: "a better level is no news", before: [alert("M1", .red, kind: .silent)],
      now: [alert("M1", .orange, kind: .silent)], told: []),
    Case(
      name: "over", before: [alert("M1", .red, .urge)],
      now: [alert("M1", .red, .urge, life: .cleared)], told: ["cleared overdue:M1 red urge JD01"]),
    Case(
      name: "over, and never told of", before: [],
      now: [alert("M1", .red, .urge, life: .cleared)], told: []),
    Case(
      name: "over, and told so", before: [alert("M1", .red, .urge, life: .cleared)],
      now: [alert("M1", .red, .urge, life: .cleared)], told: []),
    Case(
      name: "a second lapse", before: [alert("M1", .red, .urge, life: .cleared)],
      now: [alert("M1", .red, .remind, since: "2024-02-02")],
      told: ["raised overdue:M1 red remind JD01"]),
    Case(
      name: "an alert that a correction took back", before: [alert("M2", .red, .remind)], now: [],
      told: ["cleared overdue:M2 red remind JD02"]),
    Case(
      name: "over by mistake, and standing again",
      before: [alert("M1", .red, .urge, life: .cleared)], now: [alert("M1", .red, .urge)],
      told: ["raised overdue:M1 red urge JD01"]),
    Case(
      name: "of a unit", before: [], now: [alert("JD02", .orange, kind: .silent)],
      told: ["raised silent:JD02 orange - JD02"]),
    Case(
      name: "below what is heard of", before: [],
      now: [alert("M1", .blue, kind: .dueSoon), alert("M2", .yellow, kind: .behindPace)], told: []),
  ])
  func tellsEachStepOnce(_ one: Case) {
    #expect(told(one.now, before: one.before) == one.told, "\(one.name)")
  }

  @Test func hearsOfItsUnitsAndStepsAlone() {
    let alerts = [
      Self.alert("M1", .red, .remind), Self.alert("M2", .red, .supervise),
      Self.alert("M9", .red, .supervise),
    ]
    #expect(told(alerts, filter: .init(fromStep: .urge)).count == 2)
    #expect(
      told(alerts, filter: .init(units: [code("JD01")])) == ["raised overdue:M1 red remind JD01"])
    // What it was told of once, it hears the end of.
    #expect(
      told([], before: [alerts[1]], filter: .init(fromStep: .interview, units: [])).count == 1)
    let silent = [Self.alert("JD01", .red, kind: .silent)]
    #expect(told(silent, filter: .init(fromLevel: nil)).isEmpty)
  }

  @Test func whatIsToldIsNotToldAgainHoweverOftenItIsAsked() {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<200 {
      let channel = NotificationChannel(code: code("c"), way: .webhook(url: ""))
      var states: [AlertState] = []
      for _ in 0..<6 {
        let alerts = ["M1", "M2"].filter { _ in Bool.random(using: &generator) }.map {
          Self.alert(
            $0, Alert.Level.allCases.randomElement(using: &generator) ?? .red,
            LadderStep.allCases.randomElement(using: &generator),
            life: Alert.Life.allCases.randomElement(using: &generator) ?? .raised)
        }
        let changes = channel.changes(in: alerts, leads: Self.leads, told: states)
        let matters = Set(changes.map(\.alert.matter))
        states = states.filter { !matters.contains($0.matter) } + changes.map(\.alert)
        #expect(channel.changes(in: alerts, leads: Self.leads, told: states).isEmpty)
      }
    }
  }

  @Test func retriesEverMoreSeldomAndNotForEver() {
    let start = Moment(seconds: 0)
    let waits = (1...9).map { RetryPlan.next(after: $0, at: start).seconds / 60 }
    #expect(waits == [5, 10, 20, 40, 80, 160, 320, 360, 360])
    #expect(!RetryPlan.isGivenUp(madeAt: start, now: Moment(seconds: 7 * 86_400)))
    #expect(RetryPlan.isGivenUp(madeAt: start, now: Moment(seconds: 7 * 86_400 + 1)))
  }
}
