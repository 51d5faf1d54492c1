import Rectification
import TestSupport
import Testing

struct MomentTests {
  @Test(arguments: [
    ("2024-01-19T16:20:00+08:00", "2024-01-19T16:20:00+08:00"),
    ("2024-01-19T08:20:00Z", "2024-01-19T16:20:00+08:00"),
    ("2024-01-19T16:20+08:00", "2024-01-19T16:20:00+08:00"),
    ("2024-01-18T23:59:59.999-02:00", "2024-01-19T09:59:59+08:00"),
    ("1969-12-31T23:59:59Z", "1970-01-01T07:59:59+08:00"),
  ])
  func readsRFC3339(_ text: String, _ inBeijing: String) throws {
    #expect(try #require(Moment(text)).text(in: .beijing) == inBeijing)
  }

  @Test(arguments: [
    "2024-01-19", "2024-01-19T16:20:00", "2024-02-30T10:00:00Z", "2024-01-19T24:00:00Z",
    "2024-01-19T16:60:00Z", "2024-01-19T16:20:00+8:00", "2024-01-19T16:20:00.Z", "",
    "2024-01-19 16:20:00Z",
  ])
  func refuses(_ text: String) {
    #expect(Moment(text) == nil)
  }

  @Test(arguments: [
    "2023-02-29", "2024-13-01", "2024-00-10", "0000-01-01", "2024-1-20", "２０２４-01-20",
  ])
  func refusesADayThatIsNone(_ text: String) {
    #expect(CivilDate(text) == nil)
  }

  @Test func countsEveryDayOfFourCenturiesForthAndBack() throws {
    for number in day("1800-01-01").dayNumber...day("2200-12-31").dayNumber {
      let date = CivilDate(dayNumber: number)
      guard CivilDate(year: date.year, month: date.month, day: date.day) == date else {
        Issue.record("\(date)")
        return
      }
    }
  }
}
