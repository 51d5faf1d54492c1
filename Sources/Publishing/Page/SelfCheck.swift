import Rectification

/// 面上共性问题自查: what was found elsewhere, and what the drive makes of it.
extension SummaryPage {
  var selfCheck: Html {
    guard !summary.commonProblems.isEmpty else { return .none }
    let figures = summary.figures.filter { $0.id.text.hasPrefix("common.") }
      .map { "\(say($0.name)) \($0.value.number) \($0.value.unit)" }
    return section(
      "self-check", "\(say("面上共性问题自查", "Self-check for common problems"))",
      """
      <p>\(figures.joined(separator: say("，", ", ")))\(say("。", "."))</p>
      <table><thead><tr><th scope="col">\(say("编号", "Code"))</th><th scope="col">\(say("共性问题", "Common problem"))</th><th scope="col">\(say("自查结论", "Finding"))</th><th scope="col" class="wide">\(say("整改事项或预防措施", "Items, or preventive measures"))</th></tr></thead><tbody>
      \(summary.commonProblems.map(commonRow))</tbody></table>
      """)
  }

  private func commonRow(_ problem: CommonProblem) -> Html {
    let detail: Html
    switch problem.finding {
    case .notApplicable(let why): detail = "\(why)"
    case .covered(let codes):
      let lines: [Html] = codes.map { code in
        "<li>\(code) \(items[code]?.item.title ?? "")</li>"
      }
      detail = "<ul>\(lines)</ul>"
    case .clear(let measures):
      let lines: [Html] = measures.map { "<li>\($0.text)（\(name(of: $0.unit))）</li>" }
      detail = "<ul>\(lines)</ul>"
    }
    return """
      <tr><td>\(problem.code)</td><td>\(problem.title)</td><td>\(say(problem.finding.name))</td><td>\(detail)</td></tr>

      """
  }
}
