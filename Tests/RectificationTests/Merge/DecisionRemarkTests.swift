import Rectification
import TestSupport
import Testing

/// Decisions that do not fit what the measure had come to.
struct DecisionRemarkTests {
  struct Row: Sendable {
    let status: MeasureStatus
    let action: Decision.Action
    let remark: DecisionRemark.Kind?
  }

  @Test(arguments: [
    Row(status: .completed, action: .close, remark: nil),
    Row(status: .inProgress, action: .close, remark: .closedUnreported),
    Row(status: .notStarted, action: .close, remark: .closedUnreported),
    Row(status: .closed, action: .close, remark: .closedTwice),
    Row(status: .completed, action: .return, remark: nil),
    Row(status: .inProgress, action: .return, remark: .nothingToReturn),
    Row(status: .closed, action: .return, remark: .nothingToReturn),
    Row(status: .closed, action: .reopen(nil), remark: nil),
    Row(status: .completed, action: .reopen(nil), remark: .notClosed),
    Row(status: .closed, action: .secondLook, remark: nil),
    Row(status: .inProgress, action: .secondLook, remark: .notClosed),
    Row(status: .inProgress, action: .extend(day("2024-02-01")), remark: nil),
    Row(status: .completed, action: .extend(day("2024-02-01")), remark: nil),
    Row(status: .closed, action: .extend(day("2024-02-01")), remark: .extendedClosed),
  ])
  func areToldByWhatTheMeasureHasComeTo(_ row: Row) {
    var state = MeasureState(measure: sampleMeasures()[0], deadline: day("2024-01-10"))
    state.status = row.status
    let decision = sampleDecision(row.action, "M1", at: "2024-01-05 10:00")
    #expect(state.remark(on: decision)?.kind == row.remark)
  }

  private func state(_ decisions: [Decision]) throws -> MeasureState {
    let folded = try FoldedWeeks(
      [], campaign: sampleCampaign(decisions: decisions), through: week("2024-W02"))
    return try #require(folded.states.last?.measures.first)
  }

  @Test func aCloseOutCountsAllTheSameAndTheRestDoesNot() throws {
    let closed = try state([
      sampleDecision(.close, "M1", at: "2024-01-05 10:00"),
      sampleDecision(.close, "M1", at: "2024-01-06 10:00", line: 3),
      sampleDecision(.extend(day("2024-03-01")), "M1", at: "2024-01-07 10:00", line: 4),
    ])
    #expect(closed.status == .closed && closed.closedOn == day("2024-01-05"))
    #expect(closed.deadline == day("2024-01-10") && closed.slips == 0)
    #expect(closed.remarks.map(\.kind) == [.closedUnreported, .closedTwice, .extendedClosed])
    let open = try state([sampleDecision(.reopen(nil), "M1", at: "2024-01-05 10:00")])
    #expect(open.round == 1 && open.status == .notStarted)
    #expect(open.remarks.map(\.kind) == [.notClosed])
  }

  /// 退回 of what is closed does not count, so it opens nothing, for the rules either.
  @Test func onlyAReopeningOpensWhatIsClosed() throws {
    let decisions = [
      sampleDecision(.close, "M1", at: "2024-01-02 10:00"),
      sampleDecision(.return, "M1", at: "2024-01-03 10:00", line: 3),
      sampleDecision(.extend(day("2024-03-01")), "M1", at: "2024-01-04 10:00", line: 4),
      sampleDecision(.reopen(nil), "M1", at: "2024-01-06 10:00", line: 5),
    ]
    let index = RegisterIndex(sampleCampaign(decisions: decisions))
    #expect(!index.isClosed(code("M1"), at: moment("2024-01-01 10:00")))
    #expect(index.isClosed(code("M1"), at: moment("2024-01-05 10:00")))
    #expect(!index.isClosed(code("M1"), at: moment("2024-01-07 10:00")))
    let due = try index.deadline(of: sampleMeasures()[0], at: moment("2024-01-07 10:00"))
    // The extension was of what is closed, and the reopening names no day.
    #expect(due == nil)
    #expect(try state(Array(decisions.prefix(3))).status == .closed)
  }

  @Test func aSecondLookIsDueOnceARound() throws {
    let close = sampleDecision(.close, "M1", at: "2024-01-02 10:00")
    #expect(try state([close]).secondLookDue(after: 90) == day("2024-04-01"))
    let look = sampleDecision(.secondLook, "M1", at: "2024-01-05 10:00", line: 3)
    let looked = try state([close, look])
    #expect(looked.secondLookOn == day("2024-01-05") && looked.secondLookDue(after: 90) == nil)
    #expect(looked.status == .closed && looked.decision?.action == .close)
    let again = try state([
      close, look, sampleDecision(.reopen(nil), "M1", at: "2024-01-08 10:00", line: 4),
      sampleDecision(.close, "M1", at: "2024-01-09 10:00", line: 5),
    ])
    #expect(again.round == 2 && again.secondLookDue(after: 1) == day("2024-01-10"))
  }
}
