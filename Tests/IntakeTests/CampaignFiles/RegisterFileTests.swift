import Rectification
import Testing

struct RegisterFileTests {
  @Test func readsThreeListsFromOneTable() throws {
    let register = try SampleFiles().load().register
    #expect(register.aspects.map(\.code.text) == ["F1", "F2"])
    #expect(register.problems.map(\.aspect.text) == ["F1", "F2"])
    #expect(register.items.map(\.problem.text) == ["W01", "W02"])
    #expect(register.measures.map(\.line) == [2, 3, 4])
    let first = try #require(register.measures.first)
    #expect(first.supportingUnits.map(\.text) == ["BM02", "JZ01"])
    #expect(
      first.deadline == Deadline(.date(try #require(CivilDate("2024-01-20"))), isStanding: true))
    #expect(register.measures.map(\.leadUnit.text) == ["BM01", "BM02", "JZ01"])
    #expect(register.measures[1].deadline == Deadline(.immediate))
    #expect(register.measures[2].deadline == Deadline(.standing, isStanding: true))
  }

  @Test(arguments: [
    Mistake(
      "C002,", "C001,", "3:1 措施编号“C001”重复，第2行已有 → 请删去一行或另编编号",
      "decisions.csv:2:26 三张清单里没有措施“C002” → 是否应为“C001”“C003”？"),
    Mistake("C003,", "Ｃ 003,", "4:1 “措施编号”“Ｃ 003”不是代码 → 请改成半角：C003"),
    Mistake("C003,", "措施三,", "4:1 “措施编号”“措施三”不是代码 → 代码只用半角字母、数字和连字符，以字母或数字开头，不超过32个字符"),
    Mistake(
      "C002,F1,决策部署", "C002,F1,决策部署。",
      "3:9 F1的“方面”这里是“决策部署。”，第2行是“决策部署” → 同一编号的名称要一字不差，请改成一样或改正编号"),
    Mistake(
      "C003,F2,基层治理,W02", "C003,F2,基层治理,W01",
      "4:14 “问题编号”W01这里属于F2，第2行属于F1 → 请改正其中一个编号",
      "4:18 W01的“问题”这里是“有短板”，第2行是“衔接不够” → 同一编号的名称要一字不差，请改成一样或改正编号"),
    Mistake("每月走访", "", "4:31 “整改措施”没有填写 → 请填写；合并过的单元格要先取消合并，每一行都填满"),
    Mistake("副区长,BM01,", "副区长,BM10,", "2:42 “牵头单位”“BM10”不在单位名录里 → 是否应为“BM01”？"),
    Mistake(
      "副区长,BM01,", "副区长,区发改委,",
      "2:42 “牵头单位”“区发改委”不在单位名录里 → 是否应为“区发展和改革委员会”“区发展改革委”？"),
    Mistake(
      "副区长,BM01,", "副区长,市外办公室甲乙丙,",
      "2:42 “牵头单位”“市外办公室甲乙丙”不在单位名录里 → 请改正，或先在 units.csv 里登记这个单位"),
    Mistake(
      "副区长,BM01,", "副区长,BM01；BM02,", "2:42 “牵头单位”写了2个 → 牵头单位只能有一个，其余写进“配合单位”",
      ""),
    Mistake("区建管委、JZ01", "区建管委；BM02", "2:47 “BM02”列了两次 → 请从“配合单位”里删去"),
    Mistake("区建管委、JZ01", "区发展改革委", "2:47 “区发展改革委”已是牵头单位 → 请从“配合单位”里删去"),
    Mistake("2024年1月20日", "2023.9.5", "2:68 “完成时限”2023-09-05早于“开始日期”2023-09-06 → 请改正其中一个"),
    Mistake("2024年1月20日", "2024-02-30", "2:68 “完成时限”“2024-02-30”这一天不存在 → 请写确切日期，例如 2024-02-29"),
    Mistake("2024年1月20日", "年底前", "2:68 “完成时限”“年底前”不是确切的日期 → 请写确切日期，例如 2023-12-31"),
    Mistake(
      "2024年1月20日", "2023年底前，并长期坚持",
      "2:68 “完成时限”“2023年底前，并长期坚持”不是确切的时限 → 请写“2023-12-31”，并在“长期坚持”列写“是”"),
    Mistake("2024年1月20日", "即知即改", "2:68 “完成时限”“即知即改”不是确切的时限 → 请写“立行立改”"),
    Mistake("2024年1月20日", "持续推进", "2:68 “完成时限”“持续推进”不是确切的时限 → 请写“长期坚持”"),
    Mistake("长期坚持,\n", "长期坚持,否\n", "4:60 “完成时限”是长期坚持，“长期坚持”却写了否 → 请留空或写“是”"),
    Mistake("日,是", "日,对", "2:79 “长期坚持”“对”不是“是”或“否” → 请写“是”、“否”或留空"),
    Mistake("2023/9/6,", ",", "3:45 “开始日期”没有填写 → 请填写；合并过的单元格要先取消合并，每一行都填满"),
    Mistake(
      "2023/9/6,", "2025/9/6,",
      "3:1 措施C002“立行立改”要数到2025年的工作日，schedules/calendars/china.csv没有覆盖这一年 → 请按国务院办公厅通知在 schedules/calendars/china.csv 补上2025年的“休”“班”日期和“覆盖”行，或改正日期"
    ),
  ])
  func placesAMistake(_ mistake: Mistake) throws {
    let sample = SampleFiles("demo/register.csv", replacing: mistake.old, with: mistake.new)
    let told = mistake.told.filter { !$0.isEmpty }.map {
      $0.hasPrefix("decisions") ? "demo/\($0)" : "demo/register.csv:\($0)"
    }
    let found = try sample.told()
    #expect(found == told.sorted())
  }

  @Test func tellsAllTenMistakesAtOnce() throws {
    let head = SampleFiles.register.prefix { $0 != "\n" }
    let sample = SampleFiles(
      "demo/register.csv",
      """
      \(head)
      C001,F1,甲,W01,乙,S01,丙,丁,,,BM99,BM01,2023-09-31,年底前,
      C001,F1,甲甲,W01,乙,S01,丙,,,,BM01,BM01,2023-09-06,2023-09-01,也许
      C002,F1,甲,W01,乙,S01,丙,丁,,,BM01,BM02;BM02,2023-09-06,2023-12-01,
      """)
    let places = try sample.problems().filter { $0.file.hasSuffix("register.csv") }
      .map { "\($0.line):\($0.column)" }
    #expect(
      places == [
        "2:27", "2:37", "2:48", "3:1", "3:9", "3:24", "3:32", "3:48", "3:59", "4:32",
      ])
  }

  @Test func resolvesAPassedOnNameByTheDayTheMeasureStarts() throws {
    let sample = SampleFiles("demo/register.csv", replacing: "副区长,BM01,", with: "副区长,老改革委,")
    #expect(try sample.load().register.measures.first?.leadUnit.text == "BM01")
    let late = SampleFiles(
      "demo/register.csv", replacing: "静安寺街道,,2023.9.11", with: "老改革委,,2024.1.2")
    #expect(try late.load().register.measures.last?.leadUnit.text == "JZ01")
  }

  @Test func refusesARegisterWithoutMeasures() throws {
    let head = String(SampleFiles.register.prefix { $0 != "\n" })
    var sample = SampleFiles("demo/register.csv", head)
    sample.files["demo/decisions.csv"] = Array("决定编号,作出时间,决定,措施编号,作出人\n".utf8)
    #expect(try sample.told() == ["demo/register.csv:1:1 清单里没有整改措施 → 请每条整改措施写一行"])
  }

  @Test func loadsTwentyThousandMeasures() throws {
    var lines = [String(SampleFiles.register.prefix { $0 != "\n" })]
    for number in 1...20_000 {
      let group = number / 10
      lines.append(
        "C\(number),F1,方面,W\(group),问题\(group),S\(group),事项\(group),措施\(number),要求,副区长,BM01,BM02、静安寺街道,2023-09-06,2024年1月20日,"
      )
    }
    var sample = SampleFiles("demo/register.csv", lines.joined(separator: "\r\n"))
    sample.files["demo/decisions.csv"] = Array("决定编号,作出时间,决定,措施编号,作出人\n".utf8)
    #expect(try sample.load().register.measures.count == 20_000)
  }
}
