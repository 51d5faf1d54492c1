import Rectification
import Testing

struct DecisionsFileTests {
  @Test func readsTimesInTheZoneOfTheCampaign() throws {
    let decisions = try SampleFiles().load().decisions
    #expect(decisions.map(\.action) == [.close, .extend(try #require(CivilDate("2024-02-20")))])
    #expect(decisions[0].decidedAt == Moment("2023-10-13T16:30:00+08:00"))
    #expect(decisions[1].decidedAt == Moment("2023-12-22T02:00:00Z"))
    #expect(decisions.map(\.line) == [2, 3])
  }

  @Test(arguments: ["2023/10/13 16:30", "2023年10月13日 16:30:00", "２０２３-10-13　16:30"])
  func readsTimesAsSpreadsheetsWriteThem(_ text: String) throws {
    let sample = SampleFiles("demo/decisions.csv", replacing: "2023-10-13 16:30", with: text)
    #expect(try sample.load().decisions[0].decidedAt == Moment("2023-10-13T16:30:00+08:00"))
  }

  @Test(arguments: [
    Mistake("D002,", "D001,", "3:1 决定编号“D001”重复，第2行已有 → 请另编编号"),
    Mistake(
      "2023-10-13 16:30", "2023-10-13", "2:6 “作出时间”“2023-10-13”不是日期加时间 → 请写成 2024-01-15 10:00"),
    Mistake("销号", "消号", "2:23 没有“消号”这种决定 → 请写：销号、退回、延期、重开、回头看、放行、不予放行、照发、承认已发"),
    Mistake("C002", "C02", "2:26 三张清单里没有措施“C02” → 是否应为“C002”？"),
    Mistake("C002", "X-9-9-9-9", "2:26 三张清单里没有措施“X-9-9-9-9” → 请填写 register.csv 里的措施编号"),
    Mistake("C002,,,", "C002,2024-01-01,,", "2:31 “销号”不能有“新时限” → 请清空这一格；要改时限请另写一行“延期”"),
    Mistake("2024-02-20", "", "3:40 “新时限”没有填写 → 请填写；合并过的单元格要先取消合并，每一行都填满"),
    Mistake("2024-02-20", "2024-01-20", "3:40 “新时限”2024-01-20不晚于原时限2024-01-20 → 延期只能往后延，请改正"),
    Mistake("2024-02-20", "2月底", "3:40 “新时限”“2月底”不是确切的日期 → 请写确切日期，例如 2024-02-29"),
    Mistake("报批中", "", "3:51 “延期”没有写理由 → 请填写“理由”"),
    Mistake("销号,C002,,", "退回,C002,,", "2:32 “退回”没有写理由 → 请填写“理由”"),
    Mistake("销号,C002,,", "重开,C002,,", "2:32 “重开”没有写理由 → 请填写“理由”"),
    Mistake("会议,主任", "会议,", "2:39 “作出人”没有填写 → 请填写；合并过的单元格要先取消合并，每一行都填满"),
  ])
  func placesAMistake(_ mistake: Mistake) throws {
    let sample = SampleFiles("demo/decisions.csv", replacing: mistake.old, with: mistake.new)
    let found = try sample.told()
    #expect(found == mistake.told.map { "demo/decisions.csv:\($0)" })
  }

  private static let orderHead = "决定编号,作出时间,决定,措施编号,报送,周,理由,作出人\n"

  @Test func readsAnOrderToIssueAWeek() throws {
    let sample = SampleFiles(
      "demo/decisions.csv", Self.orderHead + "D1,2024-01-12 15:00,照发,,,2024-W02,集中培训,主任")
    let campaign = try sample.load()
    #expect(campaign.decisions.isEmpty && campaign.releases.isEmpty)
    let order = try #require(campaign.issueOrders.first)
    #expect(order.week == Week("2024-W02") && order.reason == "集中培训" && order.line == 2)
    #expect(order.decidedAt == Moment("2024-01-12T15:00:00+08:00"))
  }

  @Test(arguments: [
    ("照发,,,,集中培训", "“周”没有填写"), ("照发,,,上周,集中培训", "“上周”不是周"),
    ("照发,,,2024-W02,", "“理由”没有填写"), ("照发,C002,,2024-W02,集中培训", "“照发”不能有“措施编号”"),
    ("照发,,abc,2024-W02,集中培训", "“照发”不能有“报送”"), ("销号,C002,,2024-W02,", "只有“照发”“承认已发”才填“周”"),
  ])
  func placesAMistakeInAnOrder(_ cells: String, _ told: String) throws {
    let sample = SampleFiles(
      "demo/decisions.csv", Self.orderHead + "D1,2024-01-12 15:00,\(cells),主任")
    let found = try sample.told()
    #expect(found.count == 1 && found[0].contains(told), "\(found)")
  }

  @Test func comparesUnknownMeasuresWithAllKnownOnesOnlyWhileThereAreFew() throws {
    var lines = ["决定编号,作出时间,决定,措施编号,作出人"]
    for number in 1...3000 { lines.append("D\(number),2023-10-13 16:30,销号,C0\(number)9,主任") }
    let sample = SampleFiles("demo/decisions.csv", lines.joined(separator: "\n"))
    #expect(try sample.problems().count == 3000)
  }
}
