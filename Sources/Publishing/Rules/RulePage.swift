import Rectification

/// docs/rules.md: the catalogue as a page of Markdown, Chinese first.
package var rulePage: String {
  ([head] + RuleTopic.allCases.map(contents) + RuleTopic.allCases.map(section))
    .joined(separator: "\n")
}

private let head = """
  # 检查规则 · The rules

  <!-- 由 `zhouhui rules --markdown` 生成，请勿手改 · made by `zhouhui rules --markdown`; do not edit -->

  每份周报告都按下列 \(RuleCode.allCases.count) 条规则检查，发现的问题一次全部列出，各有位置和改法。回执和 `zhouhui check` 里的每条问题都写明规则代码；
  在终端可用 `zhouhui rules 规则代码` 看同样的说明。结论取最重的一条：

  Every report is held against these \(RuleCode.allCases.count) rules; all that is found is listed at once, each with its place and how to mend it, under
  the code of its rule. `zhouhui rules CODE` prints the same in a terminal. The gravest finding decides:

  | 程度 · severity | 后果 · what becomes of the report |
  |---|---|
  \(Severity.allCases.reversed().map(severityRow).joined(separator: "\n"))

  标“可调”的，整改专项可以在 campaign.yaml 的 `rules` 中改变程度（`note`、`warning`、`error`）或停用（`off`）；其余的保护台账，不能调。
  下面写的是未经调整的程度。

  Rules marked *adjustable* a campaign may make stricter, milder or silent (`note`, `warning`, `error`, `off`) under `rules` in
  campaign.yaml; the others protect the ledger. The severities below are those without such changes.

  """

private func severityRow(_ severity: Severity) -> String {
  "| \(severity.name.zh) · `\(severity.rawValue)` | \(severity.consequence.zh) · \(severity.consequence.en) |"
}

private func contents(of topic: RuleTopic) -> String {
  let rows = RuleCode.all(about: topic).map { code in
    let name = code.severity.name
    let adjustable = code.isAdjustable ? "是 · yes" : ""
    let title = code.entry.title
    return
      "| [`\(code.rawValue)`](#\(code.rawValue)) | \(name.zh) · \(name.en) | \(adjustable) | \(title.zh) · \(title.en) |"
  }
  return """
    **\(topic.title.zh) · \(topic.title.en)**

    | 规则 · rule | 程度 · severity | 可调 · adjustable | 题目 · title |
    |---|---|---|---|
    \(rows.joined(separator: "\n"))

    """
}

private func section(on topic: RuleTopic) -> String {
  """
  ## \(topic.title.zh) · \(topic.title.en)

  \(RuleCode.all(about: topic).map(passage).joined(separator: "\n"))
  """
}

private func passage(on code: RuleCode) -> String {
  let (entry, name) = (code.entry, code.severity.name)
  let adjustable = code.isAdjustable ? ("，可调", ", adjustable") : ("", "")
  return """
    ### \(code.rawValue)

    **\(entry.title.zh)**（\(name.zh)\(adjustable.0)）。\(markdown(entry.raised.zh))
    **怎么改**：\(markdown(entry.mending.zh))\(keys(entry, "阈值和设置：", "、"))

    **\(entry.title.en)** (\(name.en)\(adjustable.1)). \(markdown(entry.raised.en))
    **To mend it:** \(markdown(entry.mending.en))\(keys(entry, " Settings: ", ", "))

    """
}

private func keys(_ entry: RuleEntry, _ name: String, _ comma: String) -> String {
  guard !entry.keys.isEmpty else { return "" }
  return name + entry.keys.map { "`\($0)`" }.joined(separator: comma) + " (campaign.yaml)"
}

/// What Markdown would take for markup stands as it is.
private func markdown(_ text: String) -> String {
  text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
}
