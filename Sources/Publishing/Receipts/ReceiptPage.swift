import Rectification

/// 回执 as a page: what came, what became of it, what to mend and until when.
func receiptPage(_ receipt: Receipt, _ context: ReceiptContext, language: Language) -> Html {
  let say = Wording(language: language)
  let bad: Html = receipt.verdict.isAccepted ? .none : " bad"
  return document(
    title: say("周报告回执 \(receipt.name)", "Receipt \(receipt.name)"), language: language,
    style: "\(fontStyle)\(receiptStyle)",
    body: """
      <main>
      <p class="campaign">\(context.campaignTitle)</p>
      <h1>\(say("周报告回执", "Receipt for a weekly report"))</h1>
      <p class="verdict\(bad)">\(receipt.verdictName(context, say))</p>
      <p class="next">\(receipt.nextStep(context, say))</p>
      \(counts(receipt, say))
      <dl class="facts">
      \(facts(receipt, context, say))</dl>
      \(findings(receipt, say))
      <p class="office">\(context.office)</p>
      </main>

      """)
}

private func facts(_ receipt: Receipt, _ context: ReceiptContext, _ say: Wording) -> [Html] {
  receipt.facts(context, say).map { "<div><dt>\($0.name)</dt><dd>\($0.value)</dd></div>\n" }
}

private func counts(_ receipt: Receipt, _ say: Wording) -> Html {
  let parts: [Html] = receipt.counts.filter { $0.count > 0 }.map { severity, count in
    """
    <span class="\(severity.rawValue)"><b>\(severity.mark) \(say(severity.name))</b> \(say("\(count)条", "\(count)"))</span>

    """
  }
  guard !parts.isEmpty else {
    return "<p class=\"counts\">\(say("检查未发现问题。", "The checks found nothing."))</p>"
  }
  return "<p class=\"counts\">\n\(parts)</p>"
}

/// From so many findings on they fill pages, and what rules they are of is told before them.
private let manyFindings = 40

private func findings(_ receipt: Receipt, _ say: Wording) -> Html {
  let groups = receipt.groups
  guard !groups.isEmpty else { return .none }
  let (table, rules) = (findingTable(groups, of: receipt, say), rules(receipt, say))
  return receipt.shownFindings.count < manyFindings ? "\(table)\(rules)" : "\(rules)\(table)"
}

private func findingTable(_ groups: [FindingGroup], of receipt: Receipt, _ say: Wording) -> Html {
  var number = 0
  let bodies: [Html] = groups.map { group in
    let rows: [Html] = group.findings.map { finding in
      number += 1
      return row(number, finding, rule(finding.rule, in: receipt, say), say)
    }
    let count = group.findings.count
    return """
      <tbody><tr class="subject"><th colspan="4">\(group.heading(say))<small>\(say("\(count)条", "\(count)"))</small></th></tr>
      \(rows)</tbody>

      """
  }
  return """
    <h2>\(say("逐条问题", "Findings"))</h2>
    <table><thead><tr><th class="n">\(say("序号", "No."))</th><th class="severity">\(say("程度", "Severity"))</th><th class="wrong">\(say("问题和位置", "What is wrong, and where"))</th><th>\(say("怎么改", "How to mend it"))</th></tr></thead>
    \(bodies)</table>

    """
}

private func row(_ number: Int, _ finding: Finding, _ rule: Html, _ say: Wording) -> Html {
  let severity = finding.severity
  let message = quotable(say(finding.message), limit: longestMessage)
  let remedy = quotable(say(finding.remedy), limit: longestMessage)
  return """
    <tr class="\(severity.rawValue)"><td class="n">\(number)</td><td class="severity"><b>\(severity.mark) \(say(severity.name))</b></td><td>\(message)\(place(finding.place, say))</td><td>\(remedy)\(rule)</td></tr>

    """
}

/// The title leads to what the page says of the rule; where nothing stands below, it is only named.
private func rule(_ code: RuleCode, in receipt: Receipt, _ say: Wording) -> Html {
  let title = say(code.entry.title)
  let named: Html =
    receipt.isSealed ? "\(title)" : "<a href=\"#_rule_\(code.rawValue)\">\(title)</a>"
  return
    "<span class=\"rule\">\(say("规则：", "Rule: "))\(named) <code>\(code.rawValue)</code></span>"
}

private func place(_ place: Place, _ say: Wording) -> Html {
  let pointer: Html = place.shownPointer.isEmpty ? .none : " <code>\(place.shownPointer)</code>"
  let line: Html = place.lineAndColumn(say).map { "\($0)" } ?? .none
  guard line != .none || pointer != .none else { return .none }
  return "<span class=\"place\">\(line)\(pointer)</span>"
}

/// What the rules are, so that the page can be understood away from any other.
private func rules(_ receipt: Receipt, _ say: Wording) -> Html {
  // The one row of a sealed receipt says it already.
  guard !receipt.isSealed else { return .none }
  let parts: [Html] = receipt.rulesFound.map { code, count in
    """
    <dt id="_rule_\(code.rawValue)">\(say(code.entry.title)) <code>\(code.rawValue)</code><small>\(say("\(count)条", "\(count)"))</small></dt><dd>\(say(code.entry.raised))</dd>

    """
  }
  return """
    <h2>\(say("所涉规则", "The rules that found this"))</h2>
    <dl class="rules">
    \(parts)</dl>

    """
}
