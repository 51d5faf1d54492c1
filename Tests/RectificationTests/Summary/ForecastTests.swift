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
    let rows = [
      row("M1", due: "2024-02-29", [("2024-W04", .inProgress, 45)]),
      row("M2", due: "2024-02-29", []),
      row("M3", due: "2024-02-29", [("2024-W04", .inProgress, 80)]),
      row("M4", due: "2024-02-29", [("2024-W04", .inProgress, 20)]),
      row("M5", due: "2024-02-29", [("2024-W04", .completed, 100)]),
      row("M6", due: "2024-01-31", [("2024-W04", .inProgress, 5)]),
    ]
    let found = forecast(rows, on: day("2024-02-02"), end: day("2024-06-09"))
    // M6 is overdue already: that is no forecast.
    #expect(found.late.map(\.measure.text) == ["M2", "M4", "M1"])
    #expect(found.late[0].expected == nil && found.late[1].expected == day("2024-06-09"))
    #expect(found.record == Forecast.Record())
  }

  /// Every open measure is accounted for, by the end of the campaign and after it.
  @Test(arguments: [("2024-06-09", 3), ("2024-06-08", 2), ("2024-02-02", 0)])
  func accountsForEveryOpenMeasure(_ end: String, _ byEnd: Int) {
    let rows = [
      row("M1", due: "2024-02-29", [("2024-W04", .inProgress, 45)]),
      row("M2", due: "2024-02-29", []),
      row("M3", due: "2024-02-29", [("2024-W04", .inProgress, 80)]),
      row("M4", due: "2024-02-29", [("2024-W04", .inProgress, 20)]),
      row("M5", due: "2024-02-29", [("2024-W04", .completed, 100)]),
    ]
    let found = forecast(rows, on: day("2024-02-02"), end: day(end))
    #expect(found.byEnd == byEnd && found.withoutPace == 1)
    #expect(found.byEnd + found.notByEnd + found.withoutPace == 4)
  }

  /// What was forecast in closed weeks, and how it came out once the deadline has passed.
  @Test func keepsARecordOfWhatItSaid() {
    func record(_ weeks: [(MeasureStatus, Int)]) -> Forecast.Record {
      // Due on Wednesday of 2024-W04; the first of the weeks is 2024-W02.
      var state = MeasureState(
        measure: sampleMeasure(
          "M1", item: "I1", lead: "JD01", due: "2024-01-24", start: "2024-01-01"),
        deadline: day("2024-01-24"))
      for (number, (status, percent)) in weeks.enumerated() {
        let friday = day("2024-01-12") + 7 * number
        (state.status, state.percent) = (status, percent)
        state.history.append(
          .init(week: Week(containing: friday), status: status, percent: percent))
        state.logForecast(on: friday, isClosed: true)
      }
      return state.forecasts.record
    }
    // Warned in W02 and W03, and missed.
    let slow = record([(.inProgress, 10), (.inProgress, 20), (.inProgress, 30), (.completed, 100)])
    #expect(slow.warned == 2 && slow.warnedRight == 2 && slow.missed == 2)
    // Warned in W02 as well, but made it.
    let quick = record([(.inProgress, 10), (.completed, 100), (.completed, 100), (.completed, 100)])
    #expect(quick.warned == 1 && quick.warnedRight == 0 && quick.missed == 0)
    // Never warned, and missed all the same.
    let stuck = record([(.inProgress, 60), (.inProgress, 90), (.inProgress, 90), (.inProgress, 90)])
    #expect(stuck.warned == 0 && stuck.missed == 2 && stuck.missedForeseen == 0)
    // Nothing is known of a deadline that is still to come.
    #expect(record([(.inProgress, 10), (.inProgress, 20)]) == Forecast.Record())
  }
}
