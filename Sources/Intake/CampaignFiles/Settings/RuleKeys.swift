import Rectification
import Yams

/// `rules`: how grave this campaign has single rules.
enum RuleKeys {
  static func read(_ root: YAMLSection, _ log: inout ProblemLog) -> RuleSettings {
    var settings = RuleSettings()
    let names = RuleCode.allCases.map(\.rawValue)
    guard root.has("rules"), let section = root.section("rules", keys: names, &log) else {
      return settings
    }
    for rule in RuleCode.allCases {
      guard let text = section.optionalText(rule.rawValue, &log) else { continue }
      settings.changed[rule] = weight(text, of: rule, &log)
    }
    return settings
  }

  private static func weight(
    _ text: WrittenText, of rule: RuleCode, _ log: inout ProblemLog
  ) -> RuleSettings.Weight? {
    guard rule.isAdjustable else {
      text.refuse(
        "不可调整：这条规则保护台账或涉及保密",
        "may not be changed: the rule protects the ledger, or is about secrecy",
        Bilingual(zh: "请删去这个键；可调整的见 docs/rules.md", en: "remove the key; see docs/rules.md"), &log)
      return nil
    }
    if let weight = RuleSettings.Weight(rawValue: text.text) { return weight }
    let words = RuleSettings.Weight.allCases.map(\.rawValue).joined(separator: "、")
    text.refuse(
      "不是程度", "is no weight", Bilingual(zh: "请写：\(words)", en: "write one of: \(words)"), &log)
    return nil
  }
}
