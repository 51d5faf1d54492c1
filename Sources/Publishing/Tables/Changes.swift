import Rectification

/// `changes.txt` of a correction: everything that reads otherwise than in the edition before.
package func changesFile(_ changes: [EditionFacts.Change], _ summary: WeekSummary) -> OutboxFile {
  let figures = Dictionary(
    summary.figures.map { ($0.id.text, $0.name.zh) }, uniquingKeysWith: { first, _ in first })
  let lines = changes.map { change in
    let (before, after) = (inWords(change.before, of: change), inWords(change.after, of: change))
    return "\(name(of: change.name, figures, summary))：\(before) → \(after)"
  }
  let title = "\(summary.settings.title)　\(summary.week.chinese)　\(summary.edition.name.zh)"
  return OutboxFile(
    path: "changes.txt",
    text: ([title, "与上一期次相比，以下 \(changes.count) 处有变化："] + lines)
      .joined(separator: "\n") + "\n")
}

/// Facts carry the words of the format; people read the words of the page.
private func inWords(_ value: String?, of change: EditionFacts.Change) -> String {
  guard let value else { return "无" }
  if change.name.hasPrefix("unit.") {
    return UnitWeek.State(rawValue: value)?.name.zh ?? value
  }
  guard change.name.hasPrefix("measure."), let status = value.split(separator: " ").first,
    let known = MeasureStatus(rawValue: String(status))
  else { return value }
  return known.name.zh + value.dropFirst(status.count)
}

private func name(
  of change: String, _ figures: [String: String], _ summary: WeekSummary
) -> String {
  if let figure = figures[change] { return figure }
  if change.hasPrefix("measure.") { return "措施 \(change.dropFirst(8))" }
  if change.hasPrefix("change.") { return "清单变动 \(change.dropFirst(7))" }
  if change.hasPrefix("unit."), let unit = Code(change.dropFirst(5)) {
    return summary.name(of: unit)
  }
  return change
}
