import Rectification
import TestSupport
import Testing

@testable import Publishing

/// `zhouhui diff`, as it prints two weeks that have nearly everything that can differ.
struct DifferenceTests {
  private func pair() throws -> (WeekSummary, WeekSummary) {
    (try SampleWeek(.middle).summary(), try SampleWeek(.nearEnd).summary())
  }

  @Test(arguments: [Language.zh, .en])
  func printsTwoWeeks(_ language: Language) throws {
    let (from, to) = try pair()
    try expectGolden(
      differenceText(
        WeekDifference(from: from, to: to), from: from, to: to, language: language),
      named: "diff-\(language.rawValue).txt")
  }

  @Test func printsWhatCorrectionsChanged() throws {
    let (_, to) = try pair()
    let text = differenceText(
      WeekDifference(from: to, to: to), from: to, to: to,
      editions: [
        (.issue, []),
        (
          .correction(1),
          EditionFacts(values: ["unit.U05": "late"]).changes(
            from: EditionFacts(values: ["unit.U05": "missing"]))
        ),
      ])
    #expect(text.contains("更正1：1 处有变化") && text.contains("未报 → 迟报"))
    #expect(text.contains("没有不同"))
  }

  @Test func theJSONIsWhole() throws {
    let (from, to) = try pair()
    try expectGolden(
      differenceJSON(
        WeekDifference(from: from, to: to), of: code("trial"),
        editions: [
          (
            .correction(1),
            EditionFacts(values: [:]).changes(from: EditionFacts(values: ["measures.closed": "1"]))
          )
        ],
        in: .beijing), named: "diff.json")
  }
}
