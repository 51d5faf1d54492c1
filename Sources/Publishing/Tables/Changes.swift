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
  let kind = change.name.prefix { $0 != "." }
  guard let value else {
    return ["silent", "late", "unchanged", "agenda"].contains(kind) ? "0" : say("无", "none")
  }
  switch kind {
  case "unit": return UnitWeek.State(rawValue: value).map { say($0.name) } ?? value
  case "measure", "moved": return withStatusNames(value, say)
  case "alert":
    let parts = value.split(separator: " ")
    guard parts.count == 3, let level = Alert.Level(rawValue: String(parts[0])) else {
      return value
    }
    let step = Int(parts[1]).flatMap(LadderStep.init(rawValue:)).map { " \(say($0.name))" } ?? ""
    return "\(say(level.name))\(step)\(say("，自 ", ", since "))\(parts[2])"
  default: return value
  }
}

/// `in-progress 60% pending` as people say it.
private func withStatusNames(_ value: String, _ say: Wording) -> String {
  value.split(separator: " ").map { word in
    word.split(separator: "→", omittingEmptySubsequences: false).map { part in
      let sign = part.first.map { "+-".contains($0) } == true ? String(part.prefix(1)) : ""
      let bare = String(part.dropFirst(sign.count))
      switch bare {
      case "pending": return say("时限待定", "deadline to be set")
      case "reworded": return say("改写", "reworded")
      default: return sign + (MeasureStatus(rawValue: bare).map { say($0.name) } ?? bare)
      }
    }.joined(separator: "→")
  }.joined(separator: " ")
}

private func name(
  of change: String, _ figures: [String: String], _ summary: WeekSummary, _ say: Wording
) -> String {
  if let figure = figures[change] { return figure }
  let kind = change.prefix { $0 != "." }
  let subject = change.dropFirst(kind.count + 1)
  let unit = { Code(subject).map { summary.name(of: $0) } ?? String(subject) }
  switch kind {
  case "measure": return say("措施 \(subject)", "measure \(subject)")
  case "completed": return say("措施 \(subject) 完成日", "measure \(subject), completed on")
  case "stale": return say("措施 \(subject) 未更新自", "measure \(subject), not renewed since")
  case "unchanged": return say("措施 \(subject) 连续无变化周数", "measure \(subject), weeks unchanged")
  case "moved": return say("措施 \(subject) 本周变动", "measure \(subject), moved this week")
  case "change": return say("清单变动 \(subject)", "change \(subject)")
  case "unit": return unit()
  case "silent": return unit() + say("连续未报周数", ", weeks silent")
  case "late": return unit() + say("连续迟报周数", ", weeks late")
  case "outcome": return outcomeName(subject, summary, say)
  case "alert": return alertName(subject, summary, say)
  case "agenda": return agendaName(subject, summary, say)
  default: return change
  }
}

/// `cases-filed.BM20`.
private func outcomeName(_ subject: Substring, _ summary: WeekSummary, _ say: Wording) -> String {
  let parts = subject.split(separator: ".", maxSplits: 1)
  guard parts.count == 2, let unit = Code(parts[1]),
    let kind = summary.outcomes.first(where: { $0.kind.code.text == parts[0] })?.kind
  else { return String(subject) }
  return say(
    "\(summary.name(of: unit)) \(kind.name)", "\(summary.name(of: unit)), \(kind.englishName)")
}

/// `overdue:M017`, `silent:BM20`.
private func alertName(_ subject: Substring, _ summary: WeekSummary, _ say: Wording) -> String {
  let parts = subject.split(separator: ":", maxSplits: 1)
  guard parts.count == 2, let kind = Alert.Kind(rawValue: String(parts[0])),
    let code = Code(parts[1])
  else { return String(subject) }
  let about = kind.isAboutUnit ? summary.name(of: code) : code.text
  return say("预警 \(kind.name.zh) \(about)", "alert \(kind.name.en) \(about)")
}

/// `close-out.M017`, how often it stands on the agenda.
private func agendaName(_ subject: Substring, _ summary: WeekSummary, _ say: Wording) -> String {
  let parts = subject.split(separator: ".", maxSplits: 1)
  guard parts.count == 2, let kind = AgendaItem.Kind(rawValue: String(parts[0])),
    let code = Code(parts[1])
  else { return String(subject) }
  let about = summary.unitNames[code] ?? code.text
  return say("议程 \(kind.name.zh) \(about)（件）", "agenda, \(kind.name.en) \(about) (points)")
}
