import Rectification
import TestSupport
import Testing

/// 销号申请 and 延期申请 stay on the agenda until they are decided or withdrawn.
struct ApplicationTests {
  private static let asking = {
    var entry = sampleEntry("M1", .completed, 100)
    entry.closeOutRequest = CloseOutRequest(statement: "全部完成")
    return entry
  }()

  private static let delayed = sampleEntry("M3", .inProgress, 40, asking: "2024-03-20")

  private struct Sent {
    let week: String
    let unit: String
    let entries: [Entry]
  }

  private func agenda(_ sent: [Sent], _ decisions: [Decision] = []) throws -> [[AgendaItem]] {
    let reports = sent.enumerated().map { number, one in
      sampleAccepted(
        sampleReport(one.unit, one.week, zero: one.entries.isEmpty, entries: one.entries),
        digest: Character("\(number)"))
    }
    let folded = try FoldedWeeks(
      reports, campaign: sampleCampaign(decisions: decisions), through: week("2024-W04"))
    return try ["2024-W01", "2024-W02", "2024-W03", "2024-W04"].map { name in
      try #require(try folded.summary(of: week(name))).agenda.items
        .filter { $0.kind == .closeOut || $0.kind == .extensionRequest }
    }
  }

  private func counts(_ sent: [Sent], _ decisions: [Decision] = []) throws -> [Int] {
    try agenda(sent, decisions).map(\.count)
  }

  private let both = [
    Sent(week: "2024-W01", unit: "JD01", entries: [asking]),
    Sent(week: "2024-W01", unit: "JD02", entries: [delayed]),
  ]

  @Test func aZeroReportAndAMissedWeekWithdrawNothing() throws {
    let zero = Sent(week: "2024-W02", unit: "JD01", entries: [])
    let agenda = try agenda(both + [zero])
    #expect(agenda.map(\.count) == [2, 2, 2, 2])
    let aged = try #require(agenda.last)
    #expect(
      aged.allSatisfy { $0.facts.zh.contains("2024年1月4日提出，已3周未定") }, "\(aged.map(\.facts.zh))")
    #expect(agenda[0].allSatisfy { !$0.facts.zh.contains("未定") })
  }

  /// Said again as it was, it is no news, and its age goes on.
  @Test func theSameAgainKeepsItsAge() throws {
    let again = Sent(week: "2024-W03", unit: "JD01", entries: [Self.asking])
    let facts = try #require(try agenda(both + [again]).last).map(\.facts.zh)
    #expect(facts.allSatisfy { $0.contains("已3周未定") })
  }

  @Test func aLaterClaimWithoutTheRequestWithdrawsIt() throws {
    let withdrawn = [
      Sent(week: "2024-W02", unit: "JD01", entries: [sampleEntry("M1", .completed, 100)]),
      Sent(week: "2024-W03", unit: "JD02", entries: [sampleEntry("M3", .inProgress, 45)]),
    ]
    #expect(try counts(both + withdrawn) == [2, 1, 0, 0])
  }

  @Test(arguments: [
    (Decision.Action.close, "M1", [2, 1, 1, 1]), (.return, "M1", [2, 1, 1, 1]),
    (.extend(day("2024-03-20")), "M3", [2, 1, 1, 1]), (.return, "M3", [2, 1, 1, 1]),
    // Granted in part: it is settled all the same.
    (.extend(day("2024-03-10")), "M3", [2, 1, 1, 1]),
  ])
  func aDecisionSettlesIt(_ action: Decision.Action, _ name: String, _ counts: [Int]) throws {
    let decision = sampleDecision(action, name, at: "2024-01-08 10:00")
    #expect(try self.counts(both, [decision]) == counts)
  }

  /// 退回 of what is not completed refuses the extension, and is no mistake of the office's.
  @Test func aReturnThatRefusesAnExtensionIsNoRemark() throws {
    let report = sampleAccepted(sampleReport("JD02", "2024-W01", entries: [Self.delayed]))
    for (at, remarks) in [("2024-01-08 10:00", 0), ("2024-01-02 10:00", 1)] {
      let folded = try FoldedWeeks(
        [report], campaign: sampleCampaign(decisions: [sampleDecision(.return, "M3", at: at)]),
        through: week("2024-W02"))
      let measure = try #require(folded.states.last?.measures[2])
      #expect(measure.remarks.count == remarks && measure.status == .inProgress)
      #expect(measure.percent == 40 && measure.deadline == day("2024-02-29"))
    }
  }
}
