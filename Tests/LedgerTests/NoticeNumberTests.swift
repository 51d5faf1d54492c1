import Ledger
import Rectification
import TestSupport
import Testing

/// 编号: one sequence a year, given once and never again.
struct NoticeNumberTests {
  private let trial = code("trial")

  private func matter(_ measure: String, _ step: LadderStep, since: String = "2024-01-05")
    -> Notice.Matter
  {
    Notice.Matter(
      identity: .init(kind: .overdue, subject: code(measure)), since: day(since), step: step)
  }

  private func number(_ year: Int, _ ordinal: Int) -> Notice.Number {
    Notice.Number(year: year, ordinal: ordinal)
  }

  @Test func aSecondRunGivesTheSameNumbers() throws {
    let ledger = try LedgerStore()
    let matters = [matter("M2", .urge), matter("M1", .urge)]
    let first = try ledger.numberNotices(matters, of: week("2024-W02"), year: 2024, in: trial)
    #expect(first == [matters[0]: number(2024, 1), matters[1]: number(2024, 2)])
    let again = try ledger.numberNotices(
      matters.reversed(), of: week("2024-W02"), year: 2024, in: trial)
    #expect(again == first)
  }

  @Test func anotherWeekSendsNoneForTheSameStepAndOneForTheNext() throws {
    let ledger = try LedgerStore()
    let urged = matter("M1", .urge)
    _ = try ledger.numberNotices([urged], of: week("2024-W02"), year: 2024, in: trial)
    #expect(try ledger.pendingNotices([urged], of: week("2024-W03"), in: trial).isEmpty)
    #expect(try ledger.pendingNotices([urged], of: week("2024-W02"), in: trial) == [urged])
    let next = [urged, matter("M1", .supervise)]
    #expect(
      try ledger.numberNotices(next, of: week("2024-W03"), year: 2024, in: trial)
        == [next[1]: number(2024, 2)])
  }

  @Test func aSecondLapseIsAnotherMatter() throws {
    let ledger = try LedgerStore()
    _ = try ledger.numberNotices(
      [matter("M1", .urge)], of: week("2024-W02"), year: 2024, in: trial)
    let lapse = matter("M1", .urge, since: "2024-03-01")
    #expect(
      try ledger.numberNotices([lapse], of: week("2024-W10"), year: 2024, in: trial)
        == [lapse: number(2024, 2)])
  }

  @Test func everyYearAndEveryCampaignBeginsAtOne() throws {
    let ledger = try LedgerStore()
    let one = matter("M1", .urge)
    for (campaign, year) in [("trial", 2023), ("trial", 2024), ("other", 2024)] {
      let matter = year == 2023 ? matter("M9", .urge) : one
      let numbers = try ledger.numberNotices(
        [matter], of: week("2024-W01"), year: year, in: code(campaign))
      #expect(numbers == [matter: number(year, 1)])
    }
  }

  @Test func askingTakesNoNumber() throws {
    let ledger = try LedgerStore()
    let one = matter("M1", .urge)
    #expect(try ledger.pendingNotices([one], of: week("2024-W01"), in: trial) == [one])
    #expect(
      try ledger.numberNotices([one], of: week("2024-W02"), year: 2024, in: trial)
        == [one: number(2024, 1)])
  }
}
