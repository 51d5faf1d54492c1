import TestSupport
import Testing

@testable import Rectification

/// Who will probably be late, and how often that was right.
struct ForecastTests {
  @Test(arguments: [
    // 101 days for the whole.
    ("2024-02-20", 50, false), ("2024-02-21", 50, true), ("2024-01-01", 0, false),
    ("2024-02-20", 0, false), ("2024-02-21", 0, true), ("2024-04-09", 99, false),
    ("2024-04-10", 99, true), ("2024-01-02", 1, false), ("2023-12-20", 0, false),
  ])
  func judgesByTheAveragePace(_ date: String, _ percent: Int, _ isLate: Bool) {
    #expect(
      Forecast.isLate(
        start: day("2024-01-01"), percent: percent, deadline: day("2024-04-11"), on: day(date))
        == isLate)
  }

  @Test(arguments: [("2024-01-11", 50, "2024-01-21"), ("2024-01-11", 33, "2024-02-01")])
  func namesTheDay(_ date: String, _ percent: Int, _ expected: String) {
    #expect(
      Forecast.expected(start: day("2024-01-01"), percent: percent, on: day(date)) == day(expected))
  }

  private func row(
    _ name: String, due: String, _ history: [(String, MeasureStatus, Int)]
  ) -> MeasureRow {
    var state = MeasureState(
      measure: sampleMeasure(name, item: "I1", lead: "JD01", due: due, start: "2024-01-01"),
      deadline: day(due))
    state.history = history.map { .init(week: week($0.0), status: $0.1, percent: $0.2) }
    state.status = history.last?.1 ?? .notStarted
    state.percent = history.last?.2 ?? 0
    return MeasureRow(
      state: state, aspect: code("A1"), problem: code("P1"), daysOverdue: nil, daysLeft: nil,
      timeUsed: nil, level: nil, hasConflict: false)
  }

  @Test func listsWhatWillRunOverLongestFirst() throws {
    let index = RegisterIndex(sampleCampaign())
    let rows = [
      row("M1", due: "2024-02-29", [("2024-W04", .inProgress, 45)]),
      row("M2", due: "2024-02-29", []),
      row("M3", due: "2024-02-29", [("2024-W04", .inProgress, 80)]),
      row("M4", due: "2024-02-29", [("2024-W04", .inProgress, 20)]),
      row("M5", due: "2024-02-29", [("2024-W04", .completed, 100)]),
      row("M6", due: "2024-01-31", [("2024-W04", .inProgress, 5)]),
    ]
    let found = try forecast(rows, on: day("2024-02-02"), pastDays: [], index: index)
    // M6 is overdue already: that is no forecast.
    #expect(found.late.map(\.measure.text) == ["M2", "M4", "M1"])
    #expect(found.late[0].expected == nil && found.late[1].expected == day("2024-06-09"))
    #expect(found.record == Forecast.Record())
  }

  @Test func keepsARecordOfWhatItSaid() throws {
    let index = RegisterIndex(sampleCampaign())
    // Due on Wednesday of W04. Warned in W02 and W03, and missed.
    let slow = row(
      "M1", due: "2024-01-24",
      [("2024-W02", .inProgress, 10), ("2024-W03", .inProgress, 20), ("2024-W05", .completed, 100)])
    // Warned in W02 as well, but made it.
    let quick = row(
      "M2", due: "2024-01-24", [("2024-W02", .inProgress, 10), ("2024-W03", .completed, 100)])
    // Never warned, and missed all the same.
    let stuck = row(
      "M3", due: "2024-01-24", [("2024-W02", .inProgress, 60), ("2024-W03", .inProgress, 90)])
    let days = ["2024-01-12", "2024-01-19", "2024-01-26"].map { day($0) }
    let record = try forecast(
      [slow, quick, stuck], on: day("2024-02-02"), pastDays: days, index: index
    ).record
    #expect(record.warned == 3 && record.warnedRight == 2)
    #expect(record.missed == 4 && record.missedForeseen == 2)
  }
}
