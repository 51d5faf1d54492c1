import Foundation
import Publishing
import Rectification
import TestSupport
import Testing

/// The page, the lists and the JSON of the rules.
struct RulePageTests {
  @Test func thePageInTheRepositoryIsTheCatalogue() throws {
    try expectGolden(rulePage, named: "../../../docs/rules.md")
  }

  @Test func thePageExplainsEveryRuleUnderItsCode() {
    for code in RuleCode.allCases {
      #expect(rulePage.contains("\n### \(code.rawValue)\n"))
      #expect(rulePage.contains("](#\(code.rawValue))"))
    }
  }

  @Test(arguments: Language.allCases)
  func theListIsAsRecorded(_ language: Language) throws {
    try expectGolden(ruleList(language: language), named: "rules-\(language).txt")
  }

  @Test(arguments: Language.allCases)
  func aRuleIsExplainedAsRecorded(_ language: Language) throws {
    let texts = [RuleCode.noMovement, .secrecyMark].map { ruleText($0, language: language) }
    try expectGolden(texts.joined(separator: "\n"), named: "rule-\(language).txt")
  }

  @Test func whatACampaignChangesIsShown() {
    let settings = RuleSettings(changed: [.staleText: .error, .noMovement: .off])
    let stale = ruleText(.staleText, settings: settings, language: .zh)
    #expect(stale.contains("程度      错误（整份退回重报）"))
    #expect(stale.contains("原定程度  警示"))
    #expect(
      ruleText(.noMovement, settings: settings, language: .en).contains("Severity      off\n"))
    let lines = ruleList(settings: settings, language: .zh).split(separator: "\n")
    #expect(lines.contains { $0.contains("停用") && $0.contains("no-movement") })
  }

  @Test func theJSONHasEveryRuleWithItsSeverity() throws {
    let settings = RuleSettings(changed: [.noMovement: .off])
    let text = ruleJSON(RuleCode.allCases, settings: settings)
    let json = try #require(
      JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let rules = try #require(json["rules"] as? [[String: Any]])
    #expect(rules.compactMap { $0["code"] as? String } == RuleCode.allCases.map(\.rawValue))
    let silent = try #require(rules.first { $0["code"] as? String == "no-movement" })
    #expect(silent["severity"] is NSNull && silent["defaultSeverity"] as? String == "warning")
    #expect(silent["adjustable"] as? Bool == true)
  }
}
