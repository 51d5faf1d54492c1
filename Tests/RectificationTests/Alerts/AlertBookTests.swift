import Rectification
import TestSupport
import Testing

struct AlertBookTests {
  private let index = RegisterIndex(
    sampleCampaign(measures: [sampleMeasure("M1", item: "I1", lead: "JD01", due: "2024-01-10")]))

  private func alerts(
    on date: String, percent: Int = 50, status: MeasureStatus = .inProgress,
    after remembered: [Alert] = [], deadline: String = "2024-01-10", silent: Int = 0
  ) throws -> [Alert] {
    var state = MeasureState(
      measure: try #require(index.measures[code("M1")]), deadline: day(deadline))
    state.status = status
    state.percent = percent
    let unitWeek = UnitWeek(
      unit: code("JD01"), state: silent > 0 ? .missing : .onTime, effective: nil, verdict: nil,
      received: 0, rejected: 0, silentWeeks: silent, failure: nil)
    return try AlertBook(index, on: day(date), remembered: remembered).alerts(
      for: sampleState(
        Week(containing: day(date)), measures: [state], unitWeeks: [unitWeek]))
  }

  @Test(arguments: [
    ("2023-12-26", nil), ("2023-12-27", Alert.Level.blue), ("2024-01-03", .yellow),
    ("2024-01-07", .orange), ("2024-01-10", .orange),
  ])
  func warnsAsTheDeadlineNears(_ date: String, _ level: Alert.Level?) throws {
    #expect(try alerts(on: date, percent: 95).first?.level == level)
  }

  @Test func climbsOneStepAWeekAndSkipsNone() throws {
    // Thirty working days overdue when first seen: still the first step first.
    var remembered: [Alert] = []
    var steps: [LadderStep?] = []
    for date in ["2024-02-23", "2024-03-01", "2024-03-08", "2024-03-15", "2024-03-22"] {
      remembered = try alerts(on: date, after: remembered)
      steps.append(remembered.first?.step)
    }
    #expect(steps == [.remind, .urge, .supervise, .interview, .interview])
    #expect(remembered.first?.life == .continuing)
    #expect(remembered.first?.since == day("2024-02-23"))
    #expect(remembered.first?.recipients == ["示例街道一", "分管副区长", "区长"])
  }

  @Test func staysOnItsStepUntilTheWorkingDaysAreUp() throws {
    let first = try alerts(on: "2024-01-11")
    #expect(first.first?.step == .remind && first.first?.life == .raised)
    #expect(try alerts(on: "2024-01-12", after: first).first?.step == .remind)
    #expect(try alerts(on: "2024-01-15", after: first).first?.step == .urge)
  }

  @Test func raisesNoneTwice() throws {
    let first = try alerts(on: "2024-01-12")
    let second = try alerts(on: "2024-01-12", after: first)
    #expect(second.map(\.identity) == first.map(\.identity))
    #expect(second.allSatisfy { $0.life == .continuing })
  }

  @Test func clearsWithTheReasonAndThenForgets() throws {
    let overdue = try alerts(on: "2024-01-12")
    let done = try alerts(on: "2024-01-19", percent: 100, status: .completed, after: overdue)
    #expect(done.map(\.life) == [.cleared])
    #expect(done.first?.message.zh == "已完成")
    #expect(
      try alerts(on: "2024-01-26", percent: 100, status: .completed, after: done).isEmpty)
  }

  @Test func anExtensionClearsAnOverdueAlert() throws {
    let overdue = try alerts(on: "2024-01-12")
    let extended = try alerts(on: "2024-01-19", percent: 70, after: overdue, deadline: "2024-03-01")
    #expect(extended.map(\.life) == [.cleared])
  }

  @Test func seesAMeasureFallBehindItsPace() throws {
    // 20 of 40 days used.
    #expect(try alerts(on: "2023-12-21", percent: 31).isEmpty)
    #expect(try alerts(on: "2023-12-21", percent: 30).first?.level == .yellow)
    #expect(try alerts(on: "2023-12-21", percent: 10).first?.level == .orange)
  }

  @Test func callsAfterASilentUnit() throws {
    #expect(try alerts(on: "2023-12-05", percent: 99, silent: 1).isEmpty)
    #expect(try alerts(on: "2023-12-05", percent: 99, silent: 2).first?.level == .orange)
    #expect(try alerts(on: "2023-12-05", percent: 99, silent: 4).first?.level == .red)
  }
}
