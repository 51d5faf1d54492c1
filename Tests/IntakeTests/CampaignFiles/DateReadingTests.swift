import Rectification
import Testing

@testable import Intake

struct DateReadingTests {
  @Test(arguments: [
    "2024-01-20", "2024年1月20日", "2024年01月20号", "2024.1.20", "2024/1/20", "２０２４年１月２０日", "2024．1．20",
    "2024 年 1 月 20 日",
  ])
  func understands(_ text: String) throws {
    #expect(DateReading(text, near: nil) == .day(try #require(CivilDate("2024-01-20"))))
  }

  @Test(arguments: [
    ("年底前", "2023-12-31"), ("2024年底前", "2024-12-31"), ("二〇二四年底前", "2024-12-31"),
    ("月底前", "2023-09-30"), ("1月底前", "2024-01-31"), ("10月底", "2023-10-31"),
    ("2024年1月", "2024-01-31"), ("2024年2月中旬", "2024-02-20"), ("1月20日前", "2024-01-20"),
    ("2024年一季度", "2024-03-31"), ("第一季度", "2024-03-31"), ("2024年上半年", "2024-06-30"),
    ("六个月内", "2024-03-06"), ("45311", "2024-01-20"), ("1/20/2024", "2024-01-20"),
    ("24.1.20", "2024-01-20"), ("2024年1月20日前完成", "2024-01-20"),
  ])
  func refusesWithTheProbableDay(_ text: String, _ day: String) throws {
    let near = try #require(CivilDate("2023-09-06"))
    #expect(DateReading(text, near: near) == .unclear(CivilDate(day)))
  }

  @Test(arguments: ["", "尽快", "2024", "99999999999999", "13月底", "2024年13月底", "-", "2024-1-2-3"])
  func hasNoSuggestionFor(_ text: String) {
    #expect(DateReading(text, near: CivilDate("2023-09-06")) == .unclear(nil))
  }

  @Test func suggestsTheLastDayOfTheMonth() {
    #expect(DateReading("2023年2月29日", near: nil) == .noSuchDay(CivilDate("2023-02-28")))
    #expect(DateReading("2023-13-01", near: nil) == .noSuchDay(nil))
  }
}
