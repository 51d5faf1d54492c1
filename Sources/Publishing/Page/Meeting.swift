import Rectification

/// What the meeting takes up, and the steps of the drive.
extension SummaryPage {
  var agenda: Html {
    let groups = summary.settings.agenda.order.map { kind in
      (kind, summary.agenda.items.filter { $0.kind == kind })
    }.filter { !$0.1.isEmpty }
    guard !groups.isEmpty else {
      return section(
        "agenda", "\(say("周协调议题", "Agenda"))",
        nothing(say("本周没有需要协调的事项。", "Nothing to settle this week.")))
    }
    var number = 0
    let body: [Html] = groups.map { kind, points in
      let lines: [Html] = points.map { point in
        number += 1
        return agendaLine(number, point)
      }
      return
        "<tr class=\"kind\"><th scope=\"rowgroup\" colspan=\"6\">\(say(kind.name)) \(points.count)</th></tr>\(lines)"
    }
    return section(
      "agenda",
      "\(say("周协调议题（\(summary.agenda.items.count)项）", "Agenda (\(summary.agenda.items.count))"))",
      """
      <table><thead><tr><th scope="col" class="n">\(say("序号", "No."))</th><th scope="col">\(say("措施", "Measure"))</th><th scope="col">\(say("提出单位", "Brought by"))</th><th scope="col" class="wide">\(say("事项", "Facts"))</th><th scope="col">\(say("请参加", "Wanted"))</th><th scope="col" class="reason">\(say("建议", "Proposal"))</th></tr></thead><tbody>
      \(body)</tbody></table>
      \(listedPoints)
      """)
  }

  /// What does not fit this time, by name: nothing falls off.
  private var listedPoints: Html {
    guard !summary.agenda.listed.isEmpty else { return .none }
    let lines: [Html] = summary.agenda.listed.map { point in
      "<li>\(say(point.kind.name)) \(point.measure.map(link) ?? .none) \(name(of: point.unit))\(say("：", ": "))\(say(point.facts))</li>"
    }
    return """
      <h3>\(say("本次未列入的事项（\(summary.agenda.listed.count)项）", "Not taken up this time (\(summary.agenda.listed.count))"))</h3>
      <ol class="listed">\(lines)</ol>
      """
  }

  private func agendaLine(_ number: Int, _ point: AgendaItem) -> Html {
    let from: Html = point.source.map { "<br>\(source($0.submission, $0.place))" } ?? .none
    let wanted = point.unitsWanted.isEmpty ? "—" : names(of: point.unitsWanted)
    return """
      <tr><td class="n">\(number)</td><td>\(point.measure.map(link) ?? "—")</td><td>\(name(of: point.unit))</td><td>\(say(point.facts))\(from)</td><td>\(wanted)</td><td>\(say(point.proposal))</td></tr>

      """
  }

  var steps: Html {
    guard !summary.steps.isEmpty else { return .none }
    let rows: [Html] = summary.steps.map { state in
      let step = state.step
      let now: Html = state.phase == .current ? " class=\"now\"" : .none
      let late: Html = state.phase == .overdue ? " class=\"mark late\"" : .none
      let done = state.phase == .done ? state.step.done.map { "\($0) \(step.basis)" } : nil
      return """
        <tr\(now)><td>\(step.code)</td><td>\(step.title)</td><td class="date">\(step.start) — \(step.end)</td><td\(late)>\(say(state.standing))</td><td>\(done ?? "")</td></tr>

        """
    }
    return section(
      "steps", "\(say("工作步骤", "Work steps"))\(stepCount)",
      """
      <table class="narrow"><thead><tr><th scope="col">\(say("步骤", "Step"))</th><th scope="col" class="wide">\(say("内容", "What"))</th><th scope="col">\(say("起止", "From, to"))</th><th scope="col">\(say("进展", "Standing"))</th><th scope="col">\(say("完成日期与依据", "Done on, basis"))</th></tr></thead><tbody>
      \(rows)</tbody></table>
      """)
  }

  /// `（13步，已完成 9 步，逾期 1 步）`.
  private var stepCount: String {
    let (all, done) = (summary.steps.count, summary.steps.count { $0.phase == .done })
    let late = summary.steps.count { $0.phase == .overdue }
    return say("（\(all)步，已完成\(done)步，逾期\(late)步）", " (\(done) of \(all) done, \(late) overdue)")
  }
}
