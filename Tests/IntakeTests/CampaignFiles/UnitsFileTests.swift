import Rectification
import Testing

struct UnitsFileTests {
  @Test func readsUnitsInTheOrderOfTheFile() throws {
    let units = try SampleFiles().load().units
    #expect(units.map(\.code.text) == ["BM01", "BM02", "JZ01"])
    #expect(units[0].aliases.map(\.name) == ["区发展改革委", "老改革委"])
    #expect(units[0].aliases[1].valid.last == CivilDate("2023-12-31"))
    #expect(units[1].parent?.text == "BM01")
    #expect(units[2].active.first == CivilDate("2023-08-30"))
  }

  @Test(arguments: [
    Mistake("JZ01,静安寺街道", "BM-1,静安寺街道"),
    Mistake(
      "JZ01,静安", "BM02,静安", "4:1 单位代码“BM02”重复，第3行已有 → 请删去一行或另编代码",
      "R2:47 “配合单位”“JZ01”不在单位名录里 → 请改正，或先在 units.csv 里登记这个单位"),
    Mistake("JZ01,静安", "JZ 01,静安", "4:1 “单位代码”“JZ 01”不是代码 → 请改成半角：JZ01"),
    Mistake("区建设和管理委员会", "", "3:6 “单位名称”没有填写 → 请填写；合并过的单元格要先取消合并，每一行都填满"),
    Mistake(
      "区建管委", "区发展改革委",
      "3:16 “区发展改革委”同时指第2行的BM01和BM02 → 请改名、删去别名，或用 @起~止 写明各自的日期"),
    Mistake(
      "老改革委@2024-01-01~", "老改革委@2023-12-31~",
      "4:12 “老改革委”同时指第2行的BM01和JZ01 → 请改名、删去别名，或用 @起~止 写明各自的日期"),
    Mistake(
      "老改革委@2024-01-01~", "老改革委@2024-01-01",
      "4:12 别名“老改革委@2024-01-01”的起止日期不对 → 请写成 名称@2023-01-01~2023-12-31，先起后止，任一端可以空着"),
    Mistake(
      "老改革委@2024-01-01~", "老改革委@2024-02-30~", "4:12 “别名”“2024-02-30”这一天不存在 → 请写确切日期，例如 2024-02-29"),
    Mistake("区建管委,BM01", "区建管委,BM11", "3:21 上级单位“BM11”不是名录里的单位代码 → 是否应为“BM01”？"),
    Mistake("区建管委,BM01", "区建管委,静安寺街道", "3:21 上级单位“静安寺街道”不是名录里的单位代码 → 请写单位代码 JZ01"),
    Mistake("区建管委,BM01", "区建管委,BM02", "3:21 上级单位绕成了圈：BM02 → BM02 → 请把其中一个单位的上级改正或留空"),
    Mistake(
      "老改革委@~2023-12-31,,,", "老改革委@~2023-12-31,BM02,,",
      "2:40 上级单位绕成了圈：BM01 → BM02 → BM01 → 请把其中一个单位的上级改正或留空"),
    Mistake(
      "BM01,,副区长", "BM01,1.13307E+17,副区长",
      "3:26 “统一社会信用代码”“1.13307E+17”是11位，应为18位 → 请把该列设为“文本”格式，重新输入完整的代码"),
    Mistake(
      "2023-08-30,", "2023-08-30,2023年8月", "4:49 “停用日期”“2023年8月”不是确切的日期 → 请写确切日期，例如 2023-08-31"),
    Mistake(
      "2023-08-30,", "2023-08-30,2023-08-01",
      "4:49 “停用日期”2023-08-01早于“启用日期”2023-08-30 → 请改正其中一个"),
  ])
  func placesAMistake(_ mistake: Mistake) throws {
    var sample = SampleFiles("demo/units.csv", replacing: mistake.old, with: mistake.new)
    // The register must not lean on what is spoiled here.
    let register = SampleFiles.register.replacing("区建管委", with: "BM02")
      .replacing("静安寺街道", with: "BM01").replacing(
        "、JZ01", with: mistake.told.contains { $0.hasPrefix("R") } ? "、JZ01" : "")
    sample.files["demo/register.csv"] = Array(register.utf8)
    let told = mistake.told.map {
      $0.hasPrefix("R") ? "demo/register.csv:\($0.dropFirst())" : "demo/units.csv:\($0)"
    }
    let found = try sample.told()
    #expect(found == told.sorted())
  }

  @Test func refusesADirectoryWithoutUnitsAndBlamesOnlyIt() throws {
    let sample = SampleFiles("demo/units.csv", "单位代码\n")
    #expect(
      try sample.told() == ["demo/units.csv:1:1 缺少标题“单位名称” → 请在第一行补上这一列"])
  }

  @Test func findsACircleOfThreeOnceAmongAThousandUnits() throws {
    var lines = ["单位代码,单位名称,上级单位"]
    for number in 1...1000 {
      lines.append("U\(number),单位\(number),\(number == 1 ? "U3" : "U\(number - 1)")")
    }
    lines += ["BM01,甲,", "BM02,区建管委,", "JZ01,静安寺街道,"]
    let sample = SampleFiles("demo/units.csv", lines.joined(separator: "\n"))
    #expect(try sample.told().count == 1)
  }
}
