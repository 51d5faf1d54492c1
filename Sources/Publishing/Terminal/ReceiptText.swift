import Rectification

/// 回执 for a terminal of 80 columns, as `zhouhui check` prints it; `mark` tells one of several files.
package func receiptText(
  _ receipt: Receipt, _ context: ReceiptContext, mark: String = "", language: Language = .zh
) -> String {
  let say = Wording(language: language)
  var page = TextPage()
  page.paragraph(
    mark + receipt.verdictName(context, say) + say("　", "  ") + context.campaignTitle)
  page.paragraph(receipt.nextStep(context, say))
  page.blank()
  for (name, value) in receipt.facts(context, say) {
    page.line(filled(name, to: say.language == .zh ? 9 : 15) + value)
  }
  page.blank()
  let counts = countsText(receipt.counts, say)
  page.line(
    counts.isEmpty
      ? say("检查未发现问题。", "The checks found nothing.") : say("检查结果：", "Found: ") + counts)
  var number = 0
  for group in receipt.groups {
    page.blank()
    page.line(group.heading(say))
    for finding in group.findings {
      number += 1
      page.add(finding, number, say)
    }
  }
  page.pointToRules(receipt, say)
  return page.text
}

/// `共 3 份：会被接收 1 份、会被退回 1 份、读不到 1 份`, after several files have been tried out.
package func trialText(_ verdicts: [Verdict], unread: Int, language: Language) -> String {
  let say = Wording(language: language)
  let all = verdicts.count + unread
  let named = Verdict.allCases.map { verdict in
    (verdict.trialName, verdicts.count { $0 == verdict })
  }
  let parts = (named + [(Bilingual(zh: "读不到", en: "cannot be read"), unread)])
    .filter { $0.1 > 0 }.map { say("\($0.0.zh) \($0.1) 份", "\($0.1) \($0.0.en)") }
  return say("共 \(all) 份：", "\(all) files: ") + say.list(parts) + "\n"
}

extension TextPage {
  fileprivate mutating func add(_ finding: Finding, _ number: Int, _ say: Wording) {
    let indent = 5
    let mark = filled("\(number).", to: 4, onLeft: true) + " "
    item(
      mark,
      "\(finding.severity.mark) \(say(finding.severity.name)) "
        + "\(say(finding.rule.entry.title)) [\(finding.rule.rawValue)]")
    let place = [finding.place.lineAndColumn(say), finding.place.shownPointer]
      .compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " ")
    if !place.isEmpty { paragraph(place, indent: indent) }
    paragraph(quotable(say(finding.message), limit: longestMessage), indent: indent)
    paragraph(
      say("改法：", "Mend: ") + quotable(say(finding.remedy), limit: longestMessage), indent: indent)
  }

  fileprivate mutating func pointToRules(_ receipt: Receipt, _ say: Wording) {
    let codes = receipt.rulesFound.map(\.code.rawValue)
    guard !codes.isEmpty else { return }
    blank()
    item(
      say("规则说明：", "The rules in full: "), "zhouhui rules " + codes.joined(separator: " "))
  }
}
