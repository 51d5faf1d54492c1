import Foundation
import Rectification
import TestSupport
import Testing

@testable import Intake

/// 完成时限 is read where it can mean one thing, and left alone where it can mean two.
struct DeadlineWordsTests {
  @Test(arguments: [
    ("2024-01-10", "2024-01-10", false, false), ("2024年1月10日", "2024-01-10", false, false),
    ("２０２４．１．１０", "2024-01-10", false, false), ("2024年1月10日前", "2024-01-10", false, true),
    ("2024年1月10日前完成", "2024-01-10", false, true), ("2024年1月底前", "2024-01-31", false, true),
    ("2024年2月底", "2024-02-29", false, true), ("立行立改", "立行立改", false, false),
    ("即知即改", "立行立改", false, true), ("长期坚持", "长期坚持", true, false),
    ("立行立改，长期坚持", "立行立改", true, true), ("2023年12月31日前，并长期坚持", "2023-12-31", true, true),
    ("2023年12月31日（长期坚持）", "2023-12-31", true, true),
  ])
  func readsWhatIsPlain(text: String, read: String, isStanding: Bool, isTold: Bool) throws {
    let words = try #require(DeadlineWords(text))
    #expect((words.day?.description ?? words.word) == read)
    #expect(words.isStanding == isStanding && words.isInterpreted == isTold)
  }

  @Test(arguments: [
    "", "年底前", "12月底", "2024年底", "2024年上半年", "持续推进", "常态化", "三个月内", "2024-02-30", "45311",
    "2024年1月", "2024年1月10日、2024年2月10日", "按计划推进",
  ])
  func leavesAloneWhatIsNot(text: String) { #expect(DeadlineWords(text) == nil) }
}

/// Headings are known by many names, with line breaks, brackets and full-width signs in them.
struct HeadingSynonymTests {
  @Test(arguments: [
    ("整改\n时限", "完成时限"), ("整改时限（年月日）", "完成时限"), ("牵 头 单 位", "牵头单位"), ("主办单位", "牵头单位"),
    ("协办单位", "配合单位"), ("巡视反馈问题", "问题"), ("分管领导*", "牵头区领导"), ("整改目标", "整改要求"),
  ])
  func knowsAHeading(text: String, heading: String) {
    #expect(HeadingSynonyms.heading(text) == heading)
  }

  /// 整改时限 is 完成时限: a row of the table in docs/import.md for every heading.
  @Test func thePageInTheRepositoryListsThem() throws {
    let name = "../../../../docs/import.md"
    let golden = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Golden").appendingPathComponent(name).standardized
    let page = try String(contentsOf: golden, encoding: .utf8)
    let start = try #require(page.range(of: "<!-- headings -->\n"))
    let end = try #require(page.range(of: "<!-- /headings -->\n"))
    let others = HeadingSynonyms.all.map { entry in
      "| \(entry.heading) | \(entry.names.dropFirst().joined(separator: "、")) |"
    }
    let table =
      ["| register.csv | 台账里的叫法 |", "|---|---|"] + others
      + ["| 牵头单位，或配合单位 | \(HeadingSynonyms.responsible.joined(separator: "、")) |"]
    try expectGolden(
      page[..<start.upperBound] + table.joined(separator: "\n") + "\n" + page[end.lowerBound...],
      named: name)
  }

  @Test func noNameMeansTwoColumns() {
    let names = HeadingSynonyms.all.flatMap(\.names) + HeadingSynonyms.responsible
    #expect(Set(names).count == names.count)
    #expect(Set(HeadingSynonyms.all.map(\.heading)) == Set(RegisterFile.layout.all))
    #expect(HeadingSynonyms.all.allSatisfy { $0.names.first == $0.heading })
  }
}
