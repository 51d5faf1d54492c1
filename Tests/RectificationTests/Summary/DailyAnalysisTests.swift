import TestSupport
import Testing

@testable import Rectification

/// From when a day is looked back, and what lies ahead of it.
struct DailyAnalysisTests {
  private let index = RegisterIndex(sampleCampaign())

  @Test(arguments: [
    ("2024-01-16 09:30", "2024-01-15 09:30"),
    // Monday and Sunday look back to Friday.
    ("2024-01-15 09:30", "2024-01-12 09:30"), ("2024-01-14 23:59", "2024-01-12 23:59"),
    // New Year's Day is a holiday; so is the weekend before it.
    ("2024-01-02 08:00", "2023-12-29 08:00"),
  ])
  func looksBackToTheSameHourOfTheWorkingDayBefore(_ now: String, _ since: String) throws {
    let found = try DailyAnalysis.usualStart(before: moment(now), cycle: index.cycle)
    #expect(found == moment(since))
  }

  private func analysis(at now: String, deadlines: [String] = []) throws -> DailyAnalysis {
    let until = moment(now)
    let measures = zip(index.campaign.register.measures, deadlines).map {
      MeasureState(measure: $0, deadline: day($1))
    }
    let summary = try summarise(
      sampleState(
        week("2024-W03"), on: until.date(in: .beijing), measures: measures),
      previous: nil,
      edition: Edition(
        kind: .preview, cutOffs: try #require(try index.cycle.cutOffs(of: week("2024-W03"))),
        referenceDate: until.date(in: .beijing), latestInput: nil), index: index)
    return try DailyAnalysis(
      since: moment("2024-01-12 09:00"), until: until, before: summary, now: summary, received: [],
      decisions: [
        decision("D1", at: "2024-01-12 09:00"), decision("D2", at: "2024-01-12 09:01"),
        decision("D3", at: now), decision("D4", at: "2024-01-31 09:00"),
      ], cycle: index.cycle)
  }

  private func decision(_ name: String, at time: String) -> Decision {
    Decision(
      code: code(name), decidedAt: moment(time), measure: code("M1"), action: .close, reason: "",
      basis: "", decidedBy: "", line: 2)
  }

  @Test func takesWhatWasDecidedAfterTheOneAndUpToTheOther() throws {
    #expect(
      try analysis(at: "2024-01-15 09:00").decisions.map(\.code) == [code("D2"), code("D3")])
  }

  @Test func whatIsDueComesSoonestFirstAndOnlySevenDaysAhead() throws {
    let found = try analysis(
      at: "2024-01-19 09:00", deadlines: ["2024-01-26", "2024-01-27", "2024-01-18", "2024-01-22"])
    #expect(found.nextWorkday == day("2024-01-22"))
    #expect(found.due.map { $0.state.deadline } == [day("2024-01-22"), day("2024-01-26")])
    #expect(found.dueNextWorkday.count == 1)
  }

  @Test func cutOffsAheadAreThoseOfSevenDays() throws {
    let found = try analysis(at: "2024-01-19 12:00").cutOffs
    #expect(
      found.map { "\($0.week) \($0.kind.rawValue)" } == [
        "2024-W03 meeting", "2024-W04 report", "2024-W04 summary", "2024-W04 meeting",
      ])
  }
}
