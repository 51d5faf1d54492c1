import TestSupport
import Testing

@testable import Rectification

/// Like with like: of what was due, how much is done; and no hundred before everything is.
struct PlanProgressTests {
  private func row(_ name: String, due: String?, _ percent: Int, on day: CivilDate) -> MeasureRow {
    var state = MeasureState(
      measure: sampleMeasure(
        name, item: "I1", lead: "JD01", due: due ?? "2024-12-31", start: "2024-01-01"),
      deadline: due.map { TestSupport.day($0) })
    state.status = percent == 100 ? .completed : .inProgress
    state.percent = percent
    return MeasureRow(
      state: state, aspect: code("A1"), problem: code("P1"),
      daysOverdue: state.daysOverdue(on: day), daysLeft: nil, timeUsed: nil, level: nil,
      hasConflict: false)
  }

  /// 2024-W03 ends on Sunday the 21st; its summary is of Friday the 19th.
  @Test func setsWhatIsDoneAgainstWhatWasDue() {
    let friday = day("2024-01-19")
    let rows = [
      ("M1", "2024-01-10", 100), ("M2", "2024-01-10", 80), ("M3", "2024-01-21", 60),
      ("M4", "2024-01-21", 100), ("M5", "2024-01-22", 100), ("M6", "2024-01-22", 10),
      ("M7", nil, 100), ("M8", nil, 30),
    ].map { row($0.0, due: $0.1, $0.2, on: friday) }
    let plan = PlanProgress(rows, week: week("2024-W03"))
    #expect((plan.due, plan.dueDone, plan.dueOpen, plan.overdue) == (4, 2, 2, 1))
    #expect((plan.doneEarly, plan.doneWithoutDeadline) == (1, 1))
    #expect(
      plan.dueDone + plan.doneEarly + plan.doneWithoutDeadline
        == rows.count(where: \.state.status.isDone))
  }

  @Test func nothingIsDueOfNothing() {
    let plan = PlanProgress([], week: week("2024-W03"))
    #expect((plan.due, plan.overdue, plan.doneEarly, plan.doneWithoutDeadline) == (0, 0, 0, 0))
  }

  @Test(arguments: [
    (0, 0, 0), (0, 3, 0), (1, 3, 33), (2, 3, 67), (3, 3, 100), (199, 200, 99), (999, 1000, 99),
    (1, 200, 1), (1, 201, 0),
  ])
  func aShareIsAHundredOnlyOfTheWhole(_ part: Int, _ whole: Int, _ expected: Int) {
    #expect(percent(part, of: whole) == expected)
  }

  @Test(arguments: [
    ([], 0), ([100], 100), ([100, 100], 100), ([99, 100], 99), ([0, 1], 1), ([0, 0, 1], 0),
    (Array(repeating: 100, count: 999) + [99], 99),
  ])
  func aMeanIsAHundredOnlyWhenEverythingIs(_ percents: [Int], _ expected: Int) {
    #expect(mean(percents) == expected)
  }
}
