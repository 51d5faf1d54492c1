import Rectification

/// `zhouhui trace`: where a number, a measure or a unit's state comes from.
package func traceText(
  _ trace: Trace, _ summary: WeekSummary, language: Language = .zh
) -> String {
  var page = TracePage(summary: summary, say: Wording(language: language))
  page.head()
  switch trace {
  case .figure(let figure, let rows): page.figure(figure, rows)
  case .measure(let measure): page.measure(measure)
  case .unit(let unit): page.unit(unit)
  }
  return page.text.text
}

private struct TracePage {
  let summary: WeekSummary
  let say: Wording
  var text = TextPage()

  private var zone: ZoneOffset { summary.settings.zone }

  mutating func head() {
    text.line(
      "\(summary.settings.title)  \(say.week(summary.week)) [\(say(summary.edition.name))]")
  }

  mutating func figure(_ figure: Figure, _ rows: [Trace.Row]) {
    let before = figure.previous.map {
      say(
        "（上周 \($0.number)，\(figure.change ?? "0")）",
        " (last week \($0.number), \(figure.change ?? "0"))")
    }
    text.line(
      "\(say(figure.name))  \(figure.id.text) = \(say.amount(figure.value))"
        + (before ?? ""))
    text.rule()
    for row in rows { self.row(row) }
    if rows.isEmpty { text.line(say("没有一行。", "No rows.")) }
  }

  private mutating func row(_ row: Trace.Row) {
    switch row {
    case .measure(let measure): self.state(of: measure)
    case .item(let item, let measures):
      text.item("\(item.item.code)  ", item.item.title)
      for measure in measures { self.state(of: measure, indent: "  ") }
    case .unit(let unit):
      text.line("\(unit.unit)  \(summary.name(of: unit.unit))  \(say(unit.state.name))")
      if let submission = unit.effective { source(submission, nil) }
    case .part(let part, let kind):
      text.line(
        "\(part.unit)  \(summary.name(of: part.unit))  \(amount(part.value, in: kind))")
      source(part.submission, part.place)
    case .commonProblem(let problem):
      text.item("\(problem.code)  ", "\(problem.title)  [\(say(problem.finding.name))]")
    }
  }

  private mutating func state(of row: MeasureRow, indent: String = "") {
    let state = row.state
    text.item(
      "\(indent)\(row.code)  ",
      "\(say(state.status.name)) \(state.percent)%  \(summary.name(of: state.measure.leadUnit))  "
        + state.measure.text)
    if let decision = state.decision {
      text.line("    " + words(of: decision))
    } else if let entry = state.entry {
      source(entry.submission, entry.entry.place)
    }
  }

  mutating func measure(_ trace: MeasureTrace) {
    let (row, state) = (trace.row, trace.row.state)
    text.rule()
    text.item("\(row.code)  ", state.measure.text)
    text.line(
      say(
        "三张清单第 \(state.measure.line) 行  牵头 \(summary.name(of: state.measure.leadUnit))",
        "register.csv:\(state.measure.line)  lead \(summary.name(of: state.measure.leadUnit))"))
    text.line(
      "\(say(state.status.name)) \(state.percent)%  \(say("时限", "due")) "
        + (state.deadline.map { say.date($0) } ?? say(state.due.name))
        + (state.slips > 0 ? say("（延期 \(state.slips) 次）", " (\(state.slips) extensions)") : "")
        + (state.round > 1 ? say("  第 \(state.round) 轮", "  round \(state.round)") : ""))
    text.rule()
    for event in trace.events {
      switch event {
      case .decision(let decision, let remark):
        text.line("\(decision.decidedAt.short(in: zone))  " + words(of: decision))
        if let remark { text.paragraph(say(remark.kind.name), indent: 4) }
      case .entry(let entry): self.entry(entry)
      }
    }
    if trace.events.isEmpty { text.line(say("还没有报送或决定。", "Nothing reported or decided yet.")) }
  }

  private mutating func entry(_ traced: TracedEntry) {
    let sent = traced.judged.submission
    let said = traced.entry.map { "\(say(MeasureStatus($0.status).name)) \($0.percent)%  " } ?? ""
    text.line(
      "\(sent.receivedAt.short(in: zone))  \(traced.judged.week) "
        + "\(summary.name(of: sent.sender))  \(said)"
        + "[\(say(traced.judged.verdict.name)); \(say(traced.role.name))]")
    source(sent, traced.entry?.place, isGuarded: traced.judged.verdict == .quarantined)
    guard traced.judged.verdict != .quarantined else { return }
    for finding in traced.findings {
      text.item(
        "    \(finding.rule.rawValue) ", "[\(say(finding.severity.name))] \(say(finding.message))")
    }
  }

  mutating func unit(_ trace: UnitTrace) {
    text.line("\(trace.unit.code)  \(trace.unit.name)  \(say(trace.state.state.name))")
    if let failure = trace.state.failure { text.paragraph(failure.reason, indent: 4) }
    text.rule()
    for one in trace.submissions {
      let revision =
        one.revision > 0 ? say("第 \(one.revision) 版  ", "revision \(one.revision)  ") : ""
      let counts = one.submission == trace.state.effective ? say("；计入", "; counts") : ""
      text.line(
        "\(one.submission.receivedAt.short(in: zone))  \(revision)"
          + "[\(say(one.verdict.name))\(counts)]")
      source(one.submission, nil, isGuarded: one.verdict == .quarantined)
      guard one.verdict != .quarantined else { continue }
      for finding in trace.findings[one.submission.digest] ?? [] {
        text.line(
          "    \(finding.rule.rawValue) [\(say(finding.severity.name))] \(finding.place.text)")
      }
    }
    if trace.submissions.isEmpty { text.line(say("这一周没有报送。", "Nothing was sent for the week.")) }
  }

  private mutating func source(
    _ submission: Submission, _ place: Place?, isGuarded: Bool = false
  ) {
    let name = isGuarded ? say("（名称不显示）", "(name withheld)") : submission.fileName
    text.line(
      "    \(name)" + (place.map { "  \($0.text)" } ?? "")
        + "  \(submission.channel.rawValue)  \(submission.receivedAt.text(in: zone))")
    text.line("    sha256 \(submission.digest)")
  }

  private func words(of decision: Decision) -> String {
    let until = decision.action.newDeadline.map { "→\($0)" } ?? ""
    return "\(say("决定", "decision")) \(decision.code) \(decision.action.word)\(until)  "
      + "\(decision.decidedBy)  \(decision.reason)  \(decision.basis)  decisions.csv:\(decision.line)"
  }
}
