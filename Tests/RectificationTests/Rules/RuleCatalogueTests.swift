import Testing

@testable import Rectification

/// What the catalogue says is whole, and said of one rule only.
struct RuleCatalogueTests {
  @Test func everyRuleHasAnEntryOfItsOwn() {
    for language in Language.allCases {
      let entries = RuleCode.allCases.map(\.entry)
      #expect(Set(entries.map { $0.title[language] }).count == RuleCode.allCases.count)
      #expect(Set(entries.map { $0.raised[language] }).count == RuleCode.allCases.count)
    }
  }

  @Test func everyTextIsThereInBothLanguages() {
    for code in RuleCode.allCases {
      let entry = code.entry
      for text in [entry.title, entry.raised, entry.mending] {
        #expect(text.zh.contains(where: isHan), "\(code)")
        #expect(!text.en.isEmpty && text.en != text.zh, "\(code)")
      }
      for text in [entry.raised, entry.mending] {
        #expect(text.zh.hasSuffix("。") && text.en.hasSuffix("."), "\(code)")
      }
    }
  }

  @Test func titlesAreShortEnoughToHeadAFinding() {
    for code in RuleCode.allCases {
      #expect(code.entry.title.zh.count <= 12, "\(code)")
      #expect(code.entry.title.en.count <= 40, "\(code)")
    }
  }

  @Test func everyTopicHasRulesAndEveryRuleIsListedOnce() {
    let listed = RuleTopic.allCases.flatMap(RuleCode.all(about:))
    #expect(listed.count == RuleCode.allCases.count)
    #expect(Set(listed) == Set(RuleCode.allCases))
    for topic in RuleTopic.allCases { #expect(!RuleCode.all(about: topic).isEmpty) }
  }

  private func isHan(_ character: Character) -> Bool {
    character.unicodeScalars.allSatisfy { (0x4E00...0x9FFF).contains($0.value) }
  }
}
