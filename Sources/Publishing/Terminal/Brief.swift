import Rectification

/// Lines of one list; a page is what is asked for, the rest is in `summary.html`.
private let longest = 15

/// The one page for a terminal: figures, what is late and whose, what to decide, who is silent.
package func brief(_ summary: WeekSummary, language: Language = .zh) -> String {
  let page = SummaryPage(summary, problems: [], language: language)
  let say = page.say
  var text = TextPage()
  text.paragraph(summary.settings.title + say("　周汇总", "  weekly summary"))
  text.line("\(say.week(summary.week)) [\(say(summary.edition.name))]")
  if let gone = summary.edition.goneUnits { text.paragraph(say(gone.message)) }
  let asOf = summary.edition.latestInput.map { say.moment($0, in: page.zone) }
  text.line(say("数据截至 ", "data until ") + (asOf ?? say("尚未收到", "nothing received")))
  text.rule()
  addFigures(summary, say, to: &text)
  addMovements(page, to: &text)
  addLate(page, to: &text)
  addSteps(summary, say, to: &text)
  addAgenda(page, to: &text)
  addAbsent(summary, say, to: &text)
  return text.text
}

private func addFigures(_ summary: WeekSummary, _ say: Wording, to text: inout TextPage) {
  func line(_ name: String, _ now: String, _ before: String, _ change: String) -> String {
    filled(shortened(visible(name), to: 32), to: 32) + filled(now, to: 18, onLeft: true)
      + filled(before, to: 18, onLeft: true) + filled(change, to: 12, onLeft: true)
  }
  text.line(line("", say("本周", "now"), say("上周", "last week"), say("变化", "change")))
  for figure in summary.figures where !figure.id.text.hasPrefix("reports.") {
    let now = say.amount(figure.value)
    text.line(line(say(figure.name), now, figure.previous?.number ?? "—", figure.change ?? "—"))
  }
}

/// Work steps that are under way or overdue; those done and those ahead are on the page.
private func addSteps(_ summary: WeekSummary, _ say: Wording, to text: inout TextPage) {
  let open = summary.steps.filter { $0.phase == .current || $0.phase == .overdue }
  guard !open.isEmpty else { return }
  let done = summary.steps.count { $0.phase == .done }
  text.rule()
  text.line(
    say(
      "工作步骤 \(summary.steps.count) 步，已完成 \(done) 步",
      "Work steps: \(done) of \(summary.steps.count) done"))
  for state in open {
    let step = state.step
    text.item(
      "  \(step.code) ",
      "\(say(state.standing))\(say("：", ": "))\(step.title)\(say("（", " ("))\(step.start) — \(step.end)\(say("）", ")"))"
    )
  }
}

private func addMovements(_ page: SummaryPage, to text: inout TextPage) {
  let (say, movements) = (page.say, page.weightiestMovements)
  guard !movements.isEmpty else { return }
  text.rule()
  text.line(say("本周动态 \(movements.count)", "What moved: \(movements.count)"))
  for movement in movements.prefix(longest) {
    text.item(
      "  \(movement.measure) ",
      "\(wording(movement.kind, say, name: page.name)) \(page.brief(movement.measure, 34))"
    )
  }
  text.rest(of: movements.count, say)
}

private func addLate(_ page: SummaryPage, to text: inout TextPage) {
  let (say, rows) = (page.say, page.overdueRows)
  text.rule()
  text.line(say("逾期 \(rows.count) 条", "Overdue: \(rows.count)"))
  for row in rows.prefix(longest) {
    let step =
      page.alerts[.init(kind: .overdue, subject: row.code)]?.step.map { say($0.name) } ?? ""
    let days = row.daysOverdue ?? 0
    text.item(
      "  \(row.code) ",
      "\(page.name(of: row.state.measure.leadUnit)) \(say("逾期\(days)天", "\(days) days late")) "
        + "\(row.state.percent)% \(step) \(page.brief(row.code, 40))")
  }
  text.rest(of: rows.count, say)
}

private func addAgenda(_ page: SummaryPage, to text: inout TextPage) {
  let (say, agenda) = (page.say, page.summary.agenda.items)
  text.rule()
  text.line(say("提请会议决定 \(agenda.count) 项", "To decide: \(agenda.count)"))
  for (number, point) in page.weightyPoints.prefix(longest).enumerated() {
    let measure = point.measure.map { " \($0)" } ?? ""
    text.item(
      "  \(number + 1). ",
      "[\(say(point.kind.name))]\(measure) \(page.name(of: point.unit))\(say("：", ": "))\(say(point.facts))"
    )
  }
  text.rest(of: page.weightyPoints.count, say)
  for (number, routine) in page.routinePoints.enumerated() {
    let codes = routine.measures.map(\.text)
    text.item(
      "  \(page.weightyPoints.count + number + 1). ",
      "[\(say(routine.kind.name))] \(say("\(codes.count)条：", "\(codes.count): "))\(say.list(codes))"
    )
  }
}

extension TextPage {
  /// Says how many lines were left out, if any.
  fileprivate mutating func rest(of count: Int, _ say: Wording) {
    guard count > longest else { return }
    line(say("  另有\(count - longest)项", "  and \(count - longest) more"))
  }
}
