import Rectification

/// 成效: each total with the parts it is the sum of.
extension SummaryPage {
  var outcomes: Html {
    guard !summary.outcomes.isEmpty else { return .none }
    return section(
      "outcomes", "\(say("工作成效（各单位累计数之和）", "Outcomes (sums of what each unit counts)"))",
      """
      <table class="narrow"><thead><tr><th scope="col" class="wide">\(say("类别与单位", "Kind, unit"))</th><th scope="col" class="n">\(say("累计", "So far"))</th><th scope="col">\(say("来源", "Source"))</th></tr></thead>
      \(summary.outcomes.map(total))</table>
      """)
  }

  private func total(_ outcome: OutcomeTotal) -> Html {
    let parts: [Html] = outcome.parts.map { part in
      """
      <tr id="outcome-\(part.unit)-\(outcome.kind.code)"><td class="part">\(self.name(of: part.unit))</td><td class="n">\(amount(part.value, in: outcome.kind))</td><td>\(source(part.submission, part.place))</td></tr>

      """
    }
    let none: Html =
      parts.isEmpty
      ? "<tr><td class=\"part\" colspan=\"3\">\(say("没有单位报告", "no unit reports any"))</td></tr>"
      : .none
    return """
      <tbody><tr class="kind"><th scope="rowgroup" id="outcome-\(outcome.kind.code)">\(say(outcome.kind.name, outcome.kind.englishName))</th><td class="n">\(say.amount(outcome.total))</td><td></td></tr>
      \(parts)\(none)</tbody>

      """
  }
}

/// The number of one part, in the unit its kind is shown in.
func amount(_ value: Outcome.Value, in kind: OutcomeKind) -> String {
  switch (value, kind.measure) {
  case (.count(let count), _): String(count)
  case (.amount(let amount), .money(let unit)): amount.text(in: unit)
  case (.amount(let amount), .count): amount.text(in: .yuan)
  }
}
