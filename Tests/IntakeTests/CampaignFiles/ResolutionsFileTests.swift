import Rectification
import TestSupport
import Testing

@testable import Intake

/// resolutions.csv, and `agenda` in campaign.yaml.
struct ResolutionsFileTests {
  private static let head = "议定编号,会议日期,议定事项,责任单位,完成时限,措施编号,办结日期,办结情况\n"

  private func sample(_ rows: String) -> SampleFiles {
    SampleFiles("demo/resolutions.csv", Self.head + rows)
  }

  @Test func aCampaignMayHaveNone() throws {
    #expect(try SampleFiles().load().resolutions.isEmpty)
  }

  @Test func readsWhatWasSettledAndHowItEnded() throws {
    let all = try sample(
      """
      Y1,2024年1月5日,开放接口,BM01、BM02,2024.1.19,C001,,
      Y2,2024-01-05,核对清单,BM02,2024-01-12,,,
      Y1,,,,,,2024-01-18,已开放
      Y3,2024-01-05,当场办结的,BM01,2024-01-05,,2024-01-05,已办

      """
    ).load().resolutions
    #expect(all.map(\.code.text) == ["Y1", "Y2", "Y3"])
    #expect(all[0].units.map(\.text) == ["BM01", "BM02"] && all[0].measure == code("C001"))
    #expect(all[0].outcome == .init(doneOn: day("2024-01-18"), text: "已开放", line: 4))
    #expect(all[1].outcome == nil && all[2].outcome != nil)
  }

  @Test(arguments: [
    ("Y1,2024-01-05,开放接口,BM09,2024-01-19,,,", "2:20 “责任单位”“BM09”不在单位名录里"),
    ("Y1,2024-01-05,开放接口,BM01,2024-01-04,,,", "2:25 “完成时限”2024-01-04早于会议日期2024-01-05"),
    ("Y1,2024-01-05,开放接口,,2024-01-19,,,", "2:20 “责任单位”没有填写"),
    ("Y1,2024-01-05,开放接口,BM01,2024-01-19,C999,,", "没有措施“C999”"),
    ("Y1,,,,,,2024-01-18,已办", "“议定编号”Y1前面没有这一项"),
    ("Y1,2024-01-05,开放接口,BM01,2024-01-19,,2024-01-02,已办", "“办结日期”2024-01-02早于会议日期"),
    ("Y1,2024-01-05,开放接口,BM01,2024-01-19,,2024-01-12,", "“办结情况”没有填写"),
  ])
  func placesAMistake(_ row: String, _ told: String) throws {
    let all = try sample(row + "\n").told()
    #expect(all.contains { $0.contains(told) }, "\(all)")
  }

  @Test func refusesANumberTwice() throws {
    let row = "Y1,2024-01-05,开放接口,BM01,2024-01-19,,,\n"
    let all = try sample(row + row).told()
    #expect(all.count == 1 && all[0].contains("第2行已有"), "\(all)")
  }

  @Test func readsTheOrderAndTheQuotasOfTheAgenda() throws {
    let rules = try SampleFiles(
      "demo/campaign.yaml", replacing: "calendar: china",
      with: "agenda: {order: [overdue, conflict], quotas: {close-out: 5}}\ncalendar: china"
    ).load().settings.agenda
    #expect(rules.order.prefix(3) == [.overdue, .conflict, .resolution])
    #expect(Set(rules.order) == Set(AgendaItem.Kind.allCases))
    #expect(rules.quotas == [.closeOut: 5])
    let told = try SampleFiles(
      "demo/campaign.yaml", replacing: "calendar: china",
      with: "agenda: {order: [overdue, overdue, other]}\ncalendar: china"
    ).told()
    #expect(told.count == 2 && told.allSatisfy { $0.contains("不是议题的种类，或写了两次") })
  }

  @Test func anExtensionGoesOnlyFurther() throws {
    let head = "决定编号,作出时间,决定,措施编号,新时限,理由,依据,作出人\n"
    let told = try SampleFiles(
      "demo/decisions.csv",
      head + "D1,2024-01-02 10:00,延期,C001,2024-05-20,甲,,办公室\n"
        + "D2,2024-01-03 10:00,延期,C001,2024-05-10,乙,,办公室\n"
    ).told()
    #expect(told.count == 1 && told[0].contains("不晚于第2行已延到的2024-05-20"), "\(told)")
  }
}
