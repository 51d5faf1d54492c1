import Foundation
import Rectification
import TestSupport
import Testing

@testable import Intake

/// common-problems.csv, which a campaign may leave out.
struct CommonProblemsFileTests {
  private static let head = "共性问题编号,共性问题,自查结论,整改事项,预防措施,责任单位,说明\n"

  private func sample(_ rows: String) -> SampleFiles {
    SampleFiles("demo/common-problems.csv", Self.head + rows)
  }

  @Test func readsTheThreeFindings() throws {
    let problems = try sample(
      """
      G1,乡村振兴,不涉及,,,,没有涉农镇村
      G2,监管缺位,已有具体体现,S01,,,
      G3,招投标,自查未发现,,电子开标,BM01,
      G3,招投标,自查未发现,,远程评标,BM02,

      """
    ).load().commonProblems
    #expect(problems.map(\.code.text) == ["G1", "G2", "G3"])
    #expect(problems[0].finding == .notApplicable("没有涉农镇村"))
    #expect(problems[1].finding == .covered([code("S01")]))
    #expect(
      problems[2].finding
        == .clear([
          .init(text: "电子开标", unit: code("BM01"), line: 4),
          .init(text: "远程评标", unit: code("BM02"), line: 5),
        ]))
  }

  @Test(arguments: [
    ("G1,甲,不涉及,,,,", "“说明”没有填写"), ("G1,甲,已有具体体现,S99,,,", "没有整改事项“S99”"),
    ("G1,甲,自查未发现,,预防,,", "“责任单位”没有填写"), ("G1,甲,不相干,,,,", "“自查结论”不相干不在可选之列"),
    ("G1,甲,不涉及,S01,,,原因", "“整改事项”S01：“不涉及”没有这一项"),
    ("G1,甲,已有具体体现,S01,,,\nG1,甲,已有具体体现,S01,,,", "“共性问题编号”G1与第2行不一致"),
  ])
  func placesAMistake(_ rows: String, _ told: String) throws {
    let all = try sample(rows + "\n").told()
    #expect(all.contains { $0.contains(told) }, "\(all)")
  }

  /// 17 = 1 + 9 (in 12 items) + 7 (with 16 measures), as the public notice has it.
  @Test func theSampleHasTheFiguresOfTheNotice() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let problems = try CampaignFolder.load(code("jingan-2023"), in: root).commonProblems
    var (none, covered, items, clear, measures) = (0, 0, Set<Code>(), 0, 0)
    for problem in problems {
      switch problem.finding {
      case .notApplicable: none += 1
      case .covered(let codes):
        covered += 1
        items.formUnion(codes)
      case .clear(let preventive):
        clear += 1
        measures += preventive.count
      }
    }
    #expect(problems.count == 17 && none == 1 && covered == 9 && items.count == 12)
    #expect(clear == 7 && measures == 16)
  }
}
