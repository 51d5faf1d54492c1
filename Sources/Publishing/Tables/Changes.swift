import Rectification

/// `changes.txt` of a correction: what reads otherwise than in the edition before, and why.
package func changesFile(_ correction: Correction, _ summary: WeekSummary) -> OutboxFile {
  let lines = inWords(correction.changes, of: summary)
  let title = "\(summary.settings.title)　\(summary.week.chinese)　\(summary.edition.name.zh)"
  let text =
    [title, "与上一期次相比，以下 \(lines.count) 处有变化："] + lines
    + ["原因："] + correction.reasons.map { reason($0, summary) }
  return OutboxFile(path: "changes.txt", text: text.joined(separator: "\n") + "\n")
}

private func reason(_ reason: CorrectionReason, _ summary: WeekSummary) -> String {
  let zone = summary.settings.zone
  switch reason {
  case .submission(let judged):
    let sent = judged.submission
    return "\(sent.receivedAt.chinese(in: zone)) 收到\(summary.name(of: sent.sender))"
      + "\(judged.week.chinese)的报送"
      + (judged.revision > 0 ? "，第 \(judged.revision) 版" : "")
      + "，\(judged.verdict.name.zh)"
      + "（\(sent.digest.hex.prefix(16))）"
  case .decision(let decision): return "新记入的决定 " + inWords(decision, zone)
  case .withdrawnDecision(let decision): return "不再有的决定 " + inWords(decision, zone)
  case .part(let part): return "\(part.name.zh)有改动"
  }
}

private func inWords(_ decision: Decision, _ zone: ZoneOffset) -> String {
  let reason = decision.reason.isEmpty ? "" : "，\(decision.reason)"
  return "\(decision.code)（\(decision.decidedAt.chinese(in: zone)) \(decision.measure) "
    + "\(decision.action.word)\(reason)）"
}

/// One line a change: `措施 M017：正在推进 60% 2024-01-10 → 已完成（待销号） 100% 2024-01-10`.
func inWords(
  _ changes: [EditionFacts.Change], of summary: WeekSummary, _ say: Wording = Wording(language: .zh)
) -> [String] {
  let figures = Dictionary(
    summary.figures.map { ($0.id.text, say($0.name)) }, uniquingKeysWith: { first, _ in first })
  return changes.map { change in
    let (before, after) = (
      inWords(change.before, of: change, say), inWords(change.after, of: change, say)
    )
    return "\(name(of: change.name, figures, summary, say))\(say("：", ": "))\(before) → \(after)"
  }
}

/// Facts carry the words of the format; people read the words of the page.
private func inWords(
  _ value: String?, of change: EditionFacts.Change, _ say: Wording
) -> String {
  guard let value else { return say("无", "none") }
  if change.name.hasPrefix("unit.") {
    return UnitWeek.State(rawValue: value).map { say($0.name) } ?? value
  }
  guard change.name.hasPrefix("measure."), let status = value.split(separator: " ").first,
    let known = MeasureStatus(rawValue: String(status))
  else { return value }
  return say(known.name) + value.dropFirst(status.count)
}

private func name(
  of change: String, _ figures: [String: String], _ summary: WeekSummary, _ say: Wording
) -> String {
  if let figure = figures[change] { return figure }
  if change.hasPrefix("measure.") { return say("措施 ", "measure ") + change.dropFirst(8) }
  if change.hasPrefix("change.") { return say("清单变动 ", "change ") + change.dropFirst(7) }
  if change.hasPrefix("unit."), let unit = Code(change.dropFirst(5)) {
    return summary.name(of: unit)
  }
  return change
}
