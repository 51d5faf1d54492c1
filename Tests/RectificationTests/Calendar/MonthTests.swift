import TestSupport
import Testing

@testable import Rectification

/// Months of weeks: each week in one month, the one of its Thursday.
struct MonthTests {
  @Test(arguments: [
    ("2023-12", ["2023-W49", "2023-W50", "2023-W51", "2023-W52"]),
    ("2024-01", ["2024-W01", "2024-W02", "2024-W03", "2024-W04"]),
    // Thursday, 1 February.
    ("2024-02", ["2024-W05", "2024-W06", "2024-W07", "2024-W08", "2024-W09"]),
    // 30 December 2024 is a Monday of the next year's first week.
    ("2024-12", ["2024-W49", "2024-W50", "2024-W51", "2024-W52"]),
    ("2026-12", ["2026-W49", "2026-W50", "2026-W51", "2026-W52", "2026-W53"]),
  ])
  func hasTheWeeksOfItsThursdays(_ name: String, _ weeks: [String]) throws {
    #expect(try #require(Month(name)).weeks.map(\.description) == weeks)
  }

  @Test func everyWeekIsInOneMonth() throws {
    let months = try (1...12).map { try #require(Month(year: 2023, number: $0)) }
    let weeks = months.flatMap(\.weeks)
    #expect(weeks.count == Week.count(in: 2023) && Set(weeks).count == weeks.count)
    #expect(weeks == weeks.sorted())
  }

  @Test(arguments: ["2023-13", "2023-00", "2023-1", "2023/12", "2023-12-01", "", "0001-01"])
  func refusesWhatIsNoMonth(_ text: String) {
    #expect(Month(text) == nil)
  }
}
