import Rectification

/// 日析 in words, for a terminal and for a page.
struct TodayWords {
  typealias Part = DifferenceWords.Part
  typealias Line = DifferenceWords.Line

  let analysis: DailyAnalysis
  let say: Wording

  init(_ analysis: DailyAnalysis, say: Wording) {
    self.analysis = analysis
    self.say = say
  }

  private var zone: ZoneOffset { analysis.now.settings.zone }

  /// `2024年1月19日12:05，与2024年1月18日12:05相比　2024年第3周（…）`.
  var span: String {
    let (since, until) = (
      say.moment(analysis.since, in: zone), say.moment(analysis.until, in: zone)
    )
    return say("\(until)，与\(since)相比　", "\(until), against \(since)  ")
      + say.week(analysis.now.week)
  }

  var quiet: String {
    say("没有收到报告，没有决定，数字和预警也没有变化。", "Nothing came, nothing was decided, nothing reads otherwise.")
  }

  /// What was decided, what reads otherwise, and what came in; those that have lines.
  var parts: [Part] {
    let decided = Part(name: say("审核决定", "Decided"), lines: analysis.decisions.map(line))
    let received = Part(name: say("收到报告", "Received"), lines: gravestFirst.map(line))
    let changed = DifferenceWords(
      analysis.difference, from: analysis.before, to: analysis.now, say: say)
    return ([decided] + changed.parts + [received]).filter { !$0.lines.isEmpty }
  }

  /// What comes next, each with what it is about; no list names more than `longest`.
  func ahead(longest: Int) -> [Line] {
    let next = analysis.nextWorkday
    return [
      Line(
        mark: say("\(next.month)月\(next.day)日（下一个工作日）为止到期", "Due by \(next), the next working day"),
        text: list(analysis.dueNextWorkday, longest)),
      Line(
        mark: say("其后七天内到期", "Due after that, within seven days"), text: list(dueLater, longest)),
      Line(mark: say("本周还没有有效报告", "Still awaited this week"), text: awaited(longest)),
      Line(mark: say("日程", "Cut-offs"), text: cutOffs),
    ]
  }

  private var dueLater: [MeasureRow] {
    analysis.due.filter { !analysis.dueNextWorkday.contains($0) }
  }

  private func awaited(_ longest: Int) -> String {
    listed(
      analysis.awaited.map { name(of: $0.unit) + state(of: $0) }, longest,
      count: say("\(analysis.awaited.count)家：", "\(analysis.awaited.count): "))
  }

  /// What somebody must look at comes first, then by arrival.
  private var gravestFirst: [Receipt] {
    let order: [Verdict] = [.quarantined, .rejected, .acceptedWithWarnings, .accepted]
    return order.flatMap { verdict in analysis.received.filter { $0.verdict == verdict } }
  }

  private var none: String { say("无", "none") }

  private func line(_ receipt: Receipt) -> Line {
    let submission = receipt.submission
    let rules = receipt.shownFindings.map(\.rule)
    var seen: Set<RuleCode> = []
    let titles = rules.filter { seen.insert($0).inserted }.map { say($0.entry.title) }
    return Line(
      mark: submission.receivedAt.short(in: zone),
      text: "\(name(of: submission.sender)) \(receipt.week) \(say(receipt.verdict.name))"
        + (titles.isEmpty ? "" : say("：", ": ") + say.list(titles)))
  }

  private func line(_ decision: Decision) -> Line {
    let date = decision.action.newDeadline.map { say("至", " until ") + $0.description } ?? ""
    let reason = decision.reason.isEmpty ? "" : say("：", ": ") + decision.reason
    return Line(
      mark: decision.measure.text,
      text: "\(decision.action.word)\(date)\(reason)" + bracketed(decision.decidedBy))
  }

  private func list(_ rows: [MeasureRow], _ longest: Int) -> String {
    listed(
      rows.map { "\($0.code) \(name(of: $0.state.measure.leadUnit)) \($0.state.percent)%" },
      longest,
      count: say("\(rows.count)条：", "\(rows.count): "))
  }

  private func listed(_ names: [String], _ longest: Int, count: String) -> String {
    guard !names.isEmpty else { return none }
    let rest = names.count > longest ? say("等", " and more") : ""
    return count + say.list(names.prefix(longest)) + rest
  }

  private var cutOffs: String {
    let all = analysis.cutOffs.map { cutOff in
      "\(say.moment(cutOff.at, in: zone)) \(say(cutOff.kind.name))"
        + bracketed(cutOff.week.description)
    }
    return all.isEmpty ? none : all.joined(separator: say("；", "; "))
  }

  /// Silence needs no word; anything else does.
  private func state(of unit: UnitWeek) -> String {
    unit.state == .missing ? "" : bracketed(say(unit.state.name))
  }

  private func bracketed(_ text: String) -> String { say("（\(text)）", " (\(text))") }

  private func name(of unit: Code) -> String {
    unit == .unknown ? say("未能识别的单位", "an unknown unit") : analysis.now.name(of: unit)
  }
}
