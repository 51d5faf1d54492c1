import Rectification

/// `zhouhui rules`: every rule on a line, by what it is about.
///
/// `settings` is what a campaign makes of the severities.
package func ruleList(settings: RuleSettings = RuleSettings(), language: Language) -> String {
  let say = Wording(language: language)
  var page = TextPage()
  page.line(say("检查规则 \(RuleCode.allCases.count) 条", "\(RuleCode.allCases.count) rules"))
  for severity in Severity.allCases.reversed() {
    let name = filled(say(severity.name), to: say.language == .zh ? 6 : 12)
    page.line("  " + name + say(severity.consequence))
  }
  page.paragraph(
    say(
      "带 * 的，整改专项可在 campaign.yaml 的 rules 中改变程度或停用（off）。",
      "Those marked * a campaign may change or switch off, under rules in campaign.yaml."))
  for topic in RuleTopic.allCases {
    page.blank()
    page.line(say(topic.title))
    for code in RuleCode.all(about: topic) {
      let mark = code.isAdjustable ? "* " : "  "
      page.line(
        "  " + filled(severityName(code, settings, say), to: say.language == .zh ? 6 : 12) + mark
          + filled(code.rawValue, to: 28) + say(code.entry.title))
    }
  }
  page.blank()
  page.line(
    say("逐条说明：zhouhui rules 规则代码", "In full: zhouhui rules CODE"))
  return page.text
}

/// `zhouhui rules stale-text`: one rule in full.
package func ruleText(
  _ code: RuleCode, settings: RuleSettings = RuleSettings(), language: Language
) -> String {
  let say = Wording(language: language)
  let (entry, effective) = (code.entry, settings[code])
  var page = TextPage()
  page.line("\(code.rawValue)\(say("　", "  "))\(say(entry.title))")
  func part(_ name: String, _ text: String) {
    page.item(filled(name, to: say.language == .zh ? 10 : 14), text)
  }
  part(say("类别", "About"), say(entry.topic.title))
  let consequence = effective.map { say("（\(say($0.consequence))）", " (\(say($0.consequence)))") }
  part(say("程度", "Severity"), severityName(code, settings, say) + (consequence ?? ""))
  if effective != code.severity {
    part(say("原定程度", "By default"), say(code.severity.name))
  }
  part(say("专项可调", "Adjustable"), adjustable(code, say))
  part(say("何时提出", "When"), say(entry.raised))
  part(say("怎么改", "How to mend"), say(entry.mending))
  if !entry.keys.isEmpty {
    part(say("设置项", "Settings"), say.list(entry.keys) + say("（campaign.yaml）", " (campaign.yaml)"))
  }
  return page.text
}

func severityName(_ code: RuleCode, _ settings: RuleSettings, _ say: Wording) -> String {
  settings[code].map { say($0.name) } ?? say("停用", "off")
}

private func adjustable(_ code: RuleCode, _ say: Wording) -> String {
  guard code.isAdjustable else {
    return say("否；这一条保护台账", "no; it protects the ledger")
  }
  return say(
    "是；在 campaign.yaml 的 rules 中写 \(code.rawValue): note、warning、error 或 off",
    "yes; under rules in campaign.yaml, \(code.rawValue): note, warning, error or off")
}
