import Rectification
import TestSupport
import Testing

/// 工作步骤 against their dates; each row is a step from the 5th to the 9th.
struct StepStateTests {
  struct Row: Sendable {
    let today: String
    var done: String?
    let phase: StepState.Phase
    let daysLate: Int
    let words: String
  }

  @Test(arguments: [
    Row(today: "2024-01-04", phase: .ahead, daysLate: 0, words: "未到"),
    Row(today: "2024-01-05", phase: .current, daysLate: 0, words: "进行中"),
    Row(today: "2024-01-09", phase: .current, daysLate: 0, words: "进行中"),
    Row(today: "2024-01-10", phase: .overdue, daysLate: 1, words: "逾期1天"),
    Row(today: "2024-01-20", done: "2024-01-09", phase: .done, daysLate: 0, words: "已完成"),
    Row(today: "2024-01-20", done: "2024-01-12", phase: .done, daysLate: 3, words: "已完成（迟3天）"),
    // As of then: what was done later was not yet done.
    Row(today: "2024-01-11", done: "2024-01-12", phase: .overdue, daysLate: 2, words: "逾期2天"),
    Row(today: "2024-01-08", done: "2024-01-12", phase: .current, daysLate: 0, words: "进行中"),
  ])
  func standsAsItsDatesSay(_ row: Row) {
    let step = WorkStep(
      code: code("S1"), title: "动员部署", start: day("2024-01-05"), end: day("2024-01-09"),
      done: row.done.map(day))
    let state = StepState(step, on: day(row.today))
    #expect(state.phase == row.phase)
    #expect(state.daysLate == row.daysLate)
    #expect(state.standing.zh == row.words)
  }
}
