import Rectification

/// The figures, each with last week's beside it and the rows it counts behind it.
extension SummaryPage {
  var tiles: Html {
    let groups: [(String, String)] = [
      ("items.", say("整改事项", "Items")), ("measures.", say("整改措施", "Measures")),
      ("outcomes.", say("工作成效", "Outcomes")), ("reports.", say("本周报送", "Reports")),
    ]
    return """
      <section id="figures" class="figures">
      <h2 class="hidden">\(say("主要数据", "Figures"))</h2>
      \(groups.map { group($0.1, figures(in: $0.0)) })</section>
      """
  }

  private func figures(in prefix: String) -> [Figure] {
    summary.figures.filter { figure in
      guard figure.id.text.hasPrefix(prefix) else { return false }
      return !figure.isIdleState
    }
  }

  private func group(_ title: String, _ figures: [Figure]) -> Html {
    guard !figures.isEmpty else { return .none }
    return """
      <div class="group"><h3>\(title)</h3><div class="tiles">
      \(figures.map(tile))</div></div>

      """
  }

  private func tile(_ figure: Figure) -> Html {
    let isLate = ["measures.overdue", "reports.missing"].contains(figure.id.text)
    let late: Html = isLate && !figure.members.isEmpty ? " late" : .none
    let face: Html = """
      <span class="name">\(say(figure.name))</span>
      <span class="number"><b>\(figure.value.number)</b> <em>\(say.word(figure.value))</em></span>
      <span class="before">\(before(figure))</span>
      """
    guard !figure.members.isEmpty else { return "<div class=\"tile\">\(face)</div>\n" }
    return """
      <details id="figure-\(figure.id.text)" class="tile\(late)"\(positions(figure))><summary>\(face)</summary>
      <p class="members">\(members(figure))</p></details>

      """
  }

  /// As many links as a tile holds; beyond that the codes alone, runs of them from the first to the last.
  private static let linksListed = 200

  private func members(_ figure: Figure) -> Html {
    guard figure.members.count > Self.linksListed, figure.id.countsMeasures else {
      return figure.members.map { memberLink($0, of: figure.id) }.joined(" ")
    }
    let runs: [String] = runs(figure).map { run in
      let (first, last) = (
        summary.measures[run.lowerBound].code, summary.measures[run.upperBound].code
      )
      return run.count == 1 ? first.text : "\(first)–\(last)"
    }
    return "\(say.list(runs))"
  }

  /// Where in the register the members stand, counted from 0: `0-16 18`, for the script.
  private func positions(_ figure: Figure) -> Html {
    guard figure.id.countsMeasures else { return .none }
    let runs = runs(figure).map { run in
      run.count == 1 ? "\(run.lowerBound)" : "\(run.lowerBound)-\(run.upperBound)"
    }
    return " data-rows=\"\(runs.joined(separator: " "))\""
  }

  private func runs(_ figure: Figure) -> [ClosedRange<Int>] {
    let members = Set(figure.members)
    var runs: [ClosedRange<Int>] = []
    for (index, row) in summary.measures.enumerated() where members.contains(row.code) {
      if let last = runs.last, last.upperBound == index - 1 {
        runs[runs.count - 1] = last.lowerBound...index
      } else {
        runs.append(index...index)
      }
    }
    return runs
  }

  private func before(_ figure: Figure) -> Html {
    guard let previous = figure.previous, let change = figure.change else {
      return "\(say("首周", "first week"))"
    }
    let signed = change == "0" ? say("持平", "no change") : change.replacing("-", with: "−")
    return "\(say("上周", "last week")) \(previous.number)　<i>\(signed)</i>"
  }
}

extension Figure.ID {
  var countsMeasures: Bool { text.hasPrefix("measures.") }
}

extension Figure {
  /// A state of reporting in which no unit is or was; all eight are named further down.
  var isIdleState: Bool {
    id.text.hasPrefix("reports.") && id != "reports.expected" && id != "reports.received"
      && members.isEmpty && change ?? "0" == "0"
  }
}
