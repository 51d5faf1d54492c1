import Foundation
import Rectification
import TestSupport
import Testing

struct WeekTests {
  @Test(arguments: ["2025-W53", "2026-W00", "2026-W+5", "2026W34", "26-W34", "", "2024-w03"])
  func refuses(_ text: String) {
    #expect(Week(text) == nil)
  }

  @Test(arguments: [
    ("2024-12-30", "2025-W01"), ("2027-01-01", "2026-W53"), ("2024-01-20", "2024-W03"),
    ("2023-01-01", "2022-W52"), ("2024-02-29", "2024-W09"),
  ])
  func holdsTheDay(_ date: String, _ expected: String) {
    #expect(Week(containing: day(date)).description == expected)
  }

  @Test func agreesWithFoundationOnEveryDayFrom1980To2060() throws {
    var calendar = Calendar(identifier: .iso8601)
    calendar.timeZone = try #require(TimeZone(secondsFromGMT: 0))
    for number in day("1980-01-01").dayNumber...day("2060-12-31").dayNumber {
      let date = Date(timeIntervalSince1970: Double(number) * 86_400)
      let parts = calendar.dateComponents([.yearForWeekOfYear, .weekOfYear], from: date)
      let week = Week(containing: CivilDate(dayNumber: number))
      guard parts.yearForWeekOfYear == week.year, parts.weekOfYear == week.number else {
        Issue.record("\(CivilDate(dayNumber: number)) is not in \(week)")
        return
      }
      #expect(week.days.contains(CivilDate(dayNumber: number)))
    }
  }

  @Test func countsOnAcrossTheYear() {
    #expect(week("2020-W53").next == week("2021-W01"))
    #expect(week("2024-W01").previous == week("2023-W52"))
    #expect(week("2024-W03").distance(from: week("2023-W51")) == 4)
  }

  @Test func saysItsDaysInChinese() {
    #expect(week("2024-W03").chinese == "2024年第3周（1月15日—1月21日）")
    #expect(week("2025-W01").chinese == "2025年第1周（2024年12月30日—2025年1月5日）")
  }
}
