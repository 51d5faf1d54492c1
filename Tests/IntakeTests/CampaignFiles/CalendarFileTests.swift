import Rectification
import Testing

struct CalendarFileTests {
  @Test func readsHolidaysAndMakeUpDaysOfCoveredYears() throws {
    let calendar = try SampleFiles().load().calendar
    #expect(calendar.years == [2023, 2024])
    #expect(
      calendar.holidays
        == Set([CivilDate("2023-10-02"), CivilDate("2024-01-01")].compactMap(\.self)))
    #expect(calendar.makeUpWorkdays.map(\.description) == ["2023-10-07"])
    #expect(calendar.file == "schedules/calendars/china.csv")
  }

  @Test(arguments: [
    Mistake("2023-10-07,班", "2023-10-02,班", "4:1 2023-10-02又休又班，见第3行 → 请按通知只留一行"),
    Mistake("2023-10-07,班", "2023-10-02,休", "4:1 2023-10-02写了两次，见第3行 → 请按通知只留一行"),
    Mistake(
      "2023-10-07,班", "2022-10-07,班",
      "4:1 2022-10-07不在已覆盖的年份里 → 请写全2022年的日期，并加一行“2022,覆盖,通知名称”"),
    Mistake(
      "2023-10-07,班", "2023-10-18,班",
      "4:1 2023-10-18是周三，本来就上班，写作“班”没有意义 → 请按通知核对日期；调休上班的都是周六、周日"),
    Mistake("2023-10-07,班", "2023-10-07,上班", "4:12 没有“上班”这种类型 → 请写：休、班、覆盖"),
    Mistake("2023-10-07,班", "2023-10-37,班", "4:1 “日期”“2023-10-37”这一天不存在 → 请写确切日期，例如 2023-10-31"),
    Mistake("国办发明电〔2022〕16号", "", "2:9 “覆盖”没有写出处 → 请在“说明”写国务院办公厅通知的名称或文号"),
    Mistake(
      "2024-01-01,休,元旦", "",
      "5:1 2024年写了“覆盖”，却没有一天“休” → 请按通知补上该年的日期；通知未发布就删去这一行"),
    Mistake(
      "2024,覆盖,国办发明电〔2023〕7号\n2024-01-01,休,元旦", "",
      "Y:4:8 专项跨到2024年，schedules/calendars/china.csv没有覆盖这一年 → 请按国务院办公厅通知在 schedules/calendars/china.csv 补上2024年的“休”“班”日期和“覆盖”行，或改正日期"
    ),
  ])
  func placesAMistake(_ mistake: Mistake) throws {
    let sample = SampleFiles("calendars/china.csv", replacing: mistake.old, with: mistake.new)
    let told = mistake.told.map {
      $0.hasPrefix("Y") ? "demo/campaign.yaml\($0.dropFirst())" : "calendars/china.csv:\($0)"
    }
    let found = try sample.told()
    #expect(found == told)
  }
}
