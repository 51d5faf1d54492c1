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
      [
        turnout("2024-W01", reported: 0..<10),
        turnout("2024-W02", reported: reported, also: heard, exempt: exempt),
      ], limit: limit, orders: [])
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

  @Test func theFirstWeekHasNoneBeforeIt() {
    #expect(GoneUnits([turnout("2024-W01", reported: 0..<0)], limit: 30, orders: []) == nil)
    #expect(GoneUnits([], limit: 30, orders: []) == nil)
  }

  @Test func aHeldWeekIsNothingToCompareTheNextWith() throws {
    let weeks = [
      turnout("2024-W01", reported: 0..<10), turnout("2024-W02", reported: 0..<2),
      turnout("2024-W03", reported: 0..<2),
    ]
    let held = try #require(GoneUnits(weeks, limit: 30, orders: []))
    #expect(held.isHeld && held.comparedWith == week("2024-W01") && held.gone.count == 8)
    let back = weeks + [turnout("2024-W04", reported: 0..<9)]
    #expect(GoneUnits(back, limit: 30, orders: []) == nil)
  }

  @Test func theOfficeMayHaveItIssuedAndThenItCountsLikeAnyOther() throws {
    let weeks = [turnout("2024-W01", reported: 0..<10), turnout("2024-W02", reported: 0..<2)]
    let issued = try #require(GoneUnits(weeks, limit: 30, orders: [order("2024-W02")]))
    #expect(!issued.isHeld && issued.message.zh.contains("照发") && issued.gone.count == 8)
    #expect(GoneUnits(weeks, limit: 30, orders: [order("2024-W01")])?.isHeld == true)
    let next = weeks + [turnout("2024-W03", reported: 0..<2)]
    #expect(GoneUnits(next, limit: 30, orders: [order("2024-W02")]) == nil)
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
