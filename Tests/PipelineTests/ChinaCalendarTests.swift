import Intake
import Rectification
import TestSupport
import Testing

/// `schedules/calendars/china.csv` as shipped, at the weeks that break “report by Friday”.
struct ChinaCalendarTests {
  private func calendar() throws -> WorkCalendar {
    try CampaignFolder.load(SampleDrive.code, in: SampleDrive.checkout).calendar
  }

  /// Working days and the last of them, as the State Council's notices of the four years have it.
  @Test(arguments: [
    ("2023-W39", 4, "2023-09-28"), ("2023-W40", 2, "2023-10-08"), ("2024-W01", 4, "2024-01-05"),
    ("2024-W05", 6, "2024-02-04"), ("2024-W07", 1, "2024-02-18"), ("2024-W14", 4, "2024-04-07"),
    ("2024-W18", 2, "2024-04-30"), ("2024-W40", 1, "2024-09-30"), ("2025-W05", 1, "2025-01-27"),
    ("2025-W40", 2, "2025-09-30"), ("2026-W01", 4, "2026-01-04"), ("2026-W08", 0, ""),
    ("2026-W09", 5, "2026-02-28"), ("2026-W25", 4, "2026-06-18"), ("2024-W03", 5, "2024-01-19"),
  ])
  func knowsTheShortWeeks(_ name: String, _ count: Int, _ last: String) throws {
    let workdays = try calendar().workdays(in: week(name))
    #expect(workdays.count == count)
    #expect((workdays.last?.description ?? "") == last)
  }

  @Test func countsTheWorkingDaysOfEveryYear() throws {
    let calendar = try calendar()
    for (year, expected) in [(2023, 249), (2024, 251), (2025, 248), (2026, 248)] {
      let first = day("\(year)-01-01")
      let count = try (0..<(day("\(year)-12-31") - first + 1)).count {
        try calendar.isWorkday(first + $0)
      }
      #expect(count == expected, "\(year)")
    }
  }

  @Test func refusesTheYearAfterAndNamesTheFile() throws {
    let calendar = try calendar()
    #expect(throws: UncoveredYear(year: 2027, file: "schedules/calendars/china.csv")) {
      try calendar.isWorkday(day("2027-01-04"))
    }
  }
}
