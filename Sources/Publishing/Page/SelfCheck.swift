import Rectification

/// 面上共性问题自查: what was found elsewhere, and what the drive makes of it.
extension SummaryPage {
  var selfCheck: Html {
    guard !summary.commonProblems.isEmpty else { return .none }
    return section(
      "self-check", "\(say("面上共性问题自查", "Self-check for common problems"))",
      """
      <p>\(selfCheckSentence)</p>
      <table><thead><tr><th scope="col">\(say("编号", "Code"))</th><th scope="col">\(say("共性问题", "Common problem"))</th><th scope="col">\(say("自查结论", "Finding"))</th><th scope="col" class="wide">\(say("整改事项或预防措施", "Items, or preventive measures"))</th></tr></thead><tbody>
      \(summary.commonProblems.map(commonRow))</tbody></table>
      """)
  }

  private var selfCheckSentence: String {
    func count(_ id: String) -> String {
      summary.figure(Figure.ID("common.\(id)"))?.value.number ?? "0"
    }
    return say(
      "面上共性问题\(count("total"))个：不涉及\(count("not-applicable"))个；已有具体体现\(count("covered"))个，体现于整改事项\(count("covered-items"))项；自查未发现\(count("clear"))个，预防措施\(count("preventive"))条。",
      "\(count("total")) common problems: \(count("not-applicable")) not applicable; \(count("covered")) covered by \(count("covered-items")) items; \(count("clear")) checked and clear, with \(count("preventive")) preventive measures."
    )
  }

  private func commonRow(_ problem: CommonProblem) -> Html {
    let detail: Html
    switch problem.finding {
    case .notApplicable(let why): detail = "\(why)"
    case .covered(let codes):
      let lines: [Html] = codes.map { code in
        "<li>\(code) \(items[code]?.item.title ?? "")</li>"
      }
      detail = "<ul class=\"plain\">\(lines)</ul>"
    case .clear(let measures):
      let lines: [Html] = measures.map {
        "<li>\($0.text)\(say("（", " ("))\(name(of: $0.unit))\(say("）", ")"))</li>"
      }
      detail = "<ul class=\"plain\">\(lines)</ul>"
    }
    return """
      <tr><td>\(problem.code)</td><td>\(problem.title)</td><td>\(say(problem.finding.name))</td><td>\(detail)</td></tr>

      """
  }
}
