import Rectification
import TestSupport
import Testing

@testable import Intake

/// changes.csv: what it says, and every mistake in it.
struct ChangesFileTests {
  private static let head = "变动编号,生效日期,变动,对象,变动前,变动后,依据,理由\n"

  private func sample(_ rows: String...) -> SampleFiles {
    SampleFiles(
      "demo/changes.csv", Self.head + rows.joined(separator: "\n") + "\n")
  }

  @Test func aCampaignMayHaveNone() throws {
    #expect(try SampleFiles().load().changes.isEmpty)
  }

  @Test func readsEveryKindOfChange() throws {
    let changes = try sample(
      "G1,2023-11-20,移交,C001,BM02,BM01,第9次协调会,职能调整",
      "G2,2023-11-20,配合单位,C001,JZ01,区建管委；JZ01,第9次协调会,",
      "G3,2023年12月1日,改写,C002,检查,专项检查,整改办〔2023〕12号,",
      "G4,2023-12-01,牵头领导,C001,区长,副区长,整改办〔2023〕12号,",
      "G5,2023-12-05,拆分自,C003,C002,,第10次协调会,",
      "G6,2023-12-20,并入,C003,,C001,第11次协调会,重复",
      "G7,2023-11-01,单位更名,BM02,区建委,区建设和管理委员会,区编委文件,",
      "G8,2024-01-02,单位并入,BM02,,BM01,区编委文件,"
    ).load().changes
    #expect(changes.map(\.code.text) == ["G7", "G1", "G2", "G3", "G4", "G5", "G6", "G8"])
    #expect(
      changes.map(\.kind) == [
        .renamed(unit: code("BM02"), from: "区建委", to: "区建设和管理委员会"),
        .moved(code("C001"), from: code("BM02"), to: code("BM01")),
        .supporters(code("C001"), from: [code("JZ01")], to: [code("BM02"), code("JZ01")]),
        .reworded(code("C002"), from: "检查", to: "专项检查"),
        .leader(code("C001"), from: "区长", to: "副区长"),
        .split(code("C003"), from: code("C002")), .merged(code("C003"), into: code("C001")),
        .absorbed(unit: code("BM02"), into: code("BM01")),
      ])
    #expect(changes[1].reason == "职能调整" && changes[1].basis == "第9次协调会" && changes[1].line == 2)
  }

  @Test(arguments: [
    ("G1,2023-11-20,增加,C001,,,会议,", "2:15 没有“增加”这种变动"),
    ("G1,2023-11-20,增列,C009,,,会议,", "2:18 三张清单里没有措施“C009”"),
    ("G1,2023-11-20,增列,C001,BM01,,会议,", "2:23 “变动前”：“增列”没有这一项"),
    ("G1,2023-11-20,增列,C001,,,,", "2:25 “依据”没有填写"),
    ("G1,2023-01-01,增列,C001,,,会议,", "2:4 “生效日期”2023-01-01不在专项起止 2023-08-30 至 2024-03-31 之内"),
    ("G1,下月,增列,C001,,,会议,", "2:4 “生效日期”“下月”不是确切的日期"),
    ("G1,2023-11-20,移交,C001,BM09,BM01,会议,", "2:23 “变动前”“BM09”不在单位名录里"),
    ("G1,2023-11-20,移交,C001,BM02、JZ01,BM01,会议,", "2:23 “变动前”写了2个单位"),
    ("G1,2023-11-20,单位更名,BM09,旧名,新名,会议,", "2:20 单位名录里没有“BM09”"),
    ("G1,2023-11-20,单位更名,BM02,旧名,新名,会议,", "2:28 “变动后”与 units.csv 第3行现在的“区建设和管理委员会”不一致"),
    ("G1,2023-11-20,移交,C001,JZ01,BM02,会议,", "2:28 “变动后”与 register.csv 第2行现在的“BM01”不一致"),
    ("G1,2023-11-20,改写,C002,专项检查,专项检查,会议,", "2:28 “变动后”和“变动前”一样"),
    ("G1,2023-11-20,移交,C001,BM02,BM01,会议,", "2:23 “变动前”“BM02”当时也在配合单位里"),
    ("G1,2023-11-20,并入,C001,,C001,会议,", "2:24 “变动后”就是“对象”自己"),
  ])
  func placesAMistake(_ row: String, _ told: String) throws {
    let found = try sample(row).told()
    #expect(found.contains { $0.hasPrefix("demo/changes.csv:\(told)") }, "\(found)")
  }

  /// Two rows, of which the second does not go with the first.
  @Test(arguments: [
    (
      "G1,2023-11-20,改写,C002,甲,乙,会议,", "G2,2023-12-01,改写,C002,丙,专项检查,会议,",
      "3:23 “变动前”与第2行的“变动后”“乙”不一致"
    ),
    (
      "G1,2023-12-01,改写,C002,甲,乙,会议,", "G2,2023-11-20,改写,C002,乙,专项检查,会议,",
      "3:4 “生效日期”2023-11-20早于第2行的2023-12-01"
    ),
    (
      "G1,2023-11-20,撤销,C002,,,会议,", "G2,2023-12-01,改写,C002,甲,专项检查,会议,",
      "3:18 “对象”C002在第2行已撤销"
    ),
    (
      "G1,2023-11-20,改写,C002,甲,专项检查,会议,", "G2,2023-12-01,增列,C002,,,会议,",
      "3:15 “变动”“增列”：C002在第2行已有变动"
    ),
    (
      "G1,2023-11-20,撤销,C002,,,会议,", "G2,2023-12-01,并入,C001,,C002,会议,",
      "3:24 “变动后”“C002”自2023-11-20起已不在"
    ),
    (
      "G1,2023-11-20,撤销,C002,,,会议,", "G1,2023-12-01,撤销,C003,,,会议,",
      "3:1 “变动编号”“G1”重复，第2行已有"
    ),
  ])
  func placesAChainThatDoesNotHold(_ first: String, _ second: String, _ told: String) throws {
    let found = try sample(first, second).told()
    #expect(found.count == 1, "\(found)")
    #expect(found.first?.hasPrefix("demo/changes.csv:\(told)") ?? false, "\(found)")
  }

  @Test func namesEveryMistakeAtOnce() throws {
    let found = try sample(
      "G1,下月,增列,C009,,,会议,", "G2,2023-11-20,撤消,C001,,,,",
      "G3,2023-11-20,移交,C001,JZ01,BM02,会议,"
    ).problems()
    #expect(found.map(\.line) == [2, 2, 3, 3, 4, 4, 4])
    #expect(found.allSatisfy { !$0.remedy.zh.isEmpty && !$0.remedy.en.isEmpty })
  }
}
