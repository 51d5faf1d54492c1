import Rectification
import TestSupport
import Testing

/// When so many units have sent nothing that a week is not to be issued.
struct GoneUnitsTests {
  private static func units(_ numbers: some Sequence<Int>) -> Set<Code> {
    Set(numbers.map { code("U\($0)") })
  }

  private func turnout(
    _ name: String, reported: some Sequence<Int>, also heard: [Int] = [], exempt: [Int] = []
  ) -> Turnout {
    let reported = Self.units(reported)
    return Turnout(
      week: week(name), reported: reported, heard: reported.union(Self.units(heard)),
      exempt: Self.units(exempt))
  }

  private func order(_ name: String) -> IssueOrder {
    IssueOrder(
      code: code("D1"), decidedAt: moment("2024-01-12 15:00"), week: week(name), reason: "机构调整",
      basis: "", decidedBy: "主任", line: 2)
  }

  /// Ten units reported for the week before.
  private func gone(
    _ reported: Range<Int>, heard: [Int] = [], exempt: [Int] = [], limit: Int = 30
  ) -> GoneUnits? {
    GoneUnits(
      turnout("2024-W02", reported: reported, also: heard, exempt: exempt),
      comparedWith: turnout("2024-W01", reported: 0..<10), limit: limit, order: nil)
  }

  @Test(
    arguments: [
      // reported, heard, exempt, limit, gone
      (0..<10, [], [], 30, nil),
      (0..<7, [], [], 30, nil),
      (0..<6, [], [], 30, 4),
      // A rejected report is a sign of life.
      (0..<6, [6], [], 30, nil),
      // Who owes nothing is not missed, nor counted among those expected.
      (0..<6, [], [6], 30, 3),
      (0..<6, [], [6, 7], 30, nil),
      (0..<0, [], [], 100, nil),
      (0..<0, [], [], 99, 10),
      // Two are a matter of those two, whatever their share.
      (0..<8, [], [], 1, nil),
      (0..<7, [], [], 1, 3),
    ] as [(Range<Int>, [Int], [Int], Int, Int?)])
  func comparesWithTheWeekBefore(
    _ reported: Range<Int>, _ heard: [Int], _ exempt: [Int], _ limit: Int, _ count: Int?
  ) {
    let found = gone(reported, heard: heard, exempt: exempt, limit: limit)
    #expect(found?.gone.count == count)
    #expect(found == nil || found?.isHeld == true)
  }

  /// Ten units of which so many send a zero report, week by week.
  private func held(_ reporting: [Int], orders: [IssueOrder] = []) throws -> [GoneUnits?] {
    let names = (0..<10).map { "U\($0)" }
    let sample = sampleCampaign(
      measures: names.map { sampleMeasure("M\($0)", item: "I1", lead: $0, due: "2024-03-01") },
      units: names.map {
        Unit(
          code: code($0), name: $0, aliases: [], parent: nil, creditCode: nil, leader: "",
          active: .always)
      })
    let campaign = Campaign(
      settings: sample.settings, calendar: sample.calendar, register: sample.register,
      units: sample.units, decisions: [], issueOrders: orders)
    let weeks = ["2023-W52", "2024-W01", "2024-W02", "2024-W03"]
    let received = zip(weeks, reporting).flatMap { week, count in
      names.prefix(count).map { sampleAccepted(sampleReport($0, week, zero: true)) }
    }
    return try FoldedWeeks(
      received, campaign: campaign, through: week(weeks[reporting.count - 1]),
      knownAt: moment("2024-01-20 10:00")
    ).states.map(\.goneUnits)
  }

  @Test func theFirstWeekHasNoneBeforeIt() throws {
    #expect(try held([0]) == [nil])
  }

  @Test func aHeldWeekIsNothingToCompareTheNextWith() throws {
    let found = try held([10, 2, 2, 9])
    let third = try #require(found[2])
    #expect(third.isHeld && third.comparedWith == week("2023-W52") && third.gone.count == 8)
    #expect(found[1]?.isHeld == true && found[3] == nil)
  }

  @Test func theOfficeMayHaveItIssuedAndThenItCountsLikeAnyOther() throws {
    let issued = try held([10, 2, 2], orders: [order("2024-W01")])
    let second = try #require(issued[1])
    #expect(!second.isHeld && second.message.zh.contains("照发") && second.gone.count == 8)
    #expect(issued[2] == nil)
    #expect(try held([10, 2, 2], orders: [order("2024-W02")])[1]?.isHeld == true)
  }

  @Test(
    arguments: [
      // waiting ages in seconds, taken earlier, taken now
      ([0, 10, 20], 0, nil), ([0, 10, 20, 30], 0, 3), ([0, 10], 2, 1), ([0], 3, 0),
      // What came more than an hour ago does not make a flood, and is taken.
      ([0, 10, 3600, 9000], 1, nil), ([0, 10, 20, 3599, 9000], 0, 3), ([0, 0, 0], 9, 0),
    ] as [([Int64], Int, Int?)])
  func aFloodIsMoreThanSoManyFilesInAnHour(_ ages: [Int64], _ earlier: Int, _ taken: Int?) {
    let now = moment("2024-01-12 12:00")
    let flood = Flood(
      waiting: ages.map { Moment(seconds: now.seconds - $0) }, earlier: earlier, limit: 3, now: now)
    #expect(flood?.taken == taken)
  }
}
