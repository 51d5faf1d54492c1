import Rectification

/// 回执 for a terminal of 80 columns, as `zhouhui check` prints it.
package func receiptText(
  _ receipt: Receipt, _ context: ReceiptContext, language: Language = .zh
) -> String {
  let say = Wording(language: language)
  var page = TextPage()
  page.line("\(say(receipt.verdict.name))　\(context.campaignTitle)")
  page.paragraph(receipt.nextStep(context, say))
  page.blank()
  for (name, value) in receiptFacts(receipt, context, say) {
    page.line(filled(name, to: 10) + " " + visible(value))
  }
  page.blank()
  if receipt.findings.isEmpty { page.line(say("检查未发现问题。", "The checks found nothing.")) }
  for (number, finding) in receipt.findings.enumerated() {
    let place = receipt.position(finding.place, say)
    page.line("\(number + 1). [\(say(finding.severity.name))] \(finding.rule.rawValue)　\(place)")
    page.paragraph(say(finding.message), indent: 4)
    page.paragraph(say("改法：", "Mend: ") + say(finding.remedy), indent: 4)
  }
  return page.text
}
