import Rectification

/// The register: every measure under its aspect, problem and item, with the source of its state.
extension SummaryPage {
  var register: Html {
    let byAspect = Dictionary(grouping: summary.measures, by: \.aspect)
    return section(
      "register",
      "\(say("措施明细（\(summary.measures.count)条）", "Register (\(summary.measures.count) measures)"))",
      """
      <table><thead><tr><th>\(say("编号", "Code"))</th><th class="wide">\(say("整改措施与要求", "Measure and requirement"))</th><th class="who">\(say("责任", "Responsible"))</th><th>\(say("状态", "State"))</th><th>\(say("时限", "Deadline"))</th><th class="wide">\(say("最近进展与来源", "Last progress and its source"))</th></tr></thead>
      \(summary.aspects.map { aspectRows($0, byAspect[$0.aspect.code] ?? []) })</table>
      """)
  }

  private func aspectRows(_ aspect: AspectProgress, _ rows: [MeasureRow]) -> Html {
    var (problem, item): (Code?, Code?) = (nil, nil)
    let lines: [Html] = rows.map { row in
      var heads: [Html] = []
      if row.problem != problem { heads.append(problemHead(row.problem)) }
      if row.state.measure.item != item { heads.append(itemHead(row.state.measure.item)) }
      (problem, item) = (row.problem, row.state.measure.item)
      return "\(heads)\(measureRow(row))"
    }
    return """
      <tbody><tr class="aspect-head" id="_aspect_\(aspect.aspect.code)"><th colspan="6">\(aspect.aspect.title)</th></tr>
      \(lines)</tbody>

      """
  }

  private func problemHead(_ problem: Code) -> Html {
    """
    <tr class="problem-head"><th colspan="6">\(problem)　\(problems[problem] ?? "")</th></tr>

    """
  }

  private func itemHead(_ code: Code) -> Html {
    let state = items[code]
    let counts = state.map {
      say(
        "　完成\($0.measures.done)/\($0.measures.total)条",
        " \($0.measures.done)/\($0.measures.total) done")
    }
    return """
      <tr class="item-head" id="_item_\(code)"><th colspan="6">\(code)　\(state?.item.title ?? "")<small>\(counts ?? "")</small></th></tr>

      """
  }

  private func measureRow(_ row: MeasureRow) -> Html {
    let measure = row.state.measure
    let requirement: Html =
      measure.requirement.isEmpty
      ? .none : "<br><small>\(say("要求：", "Requirement: "))\(measure.requirement)</small>"
    return """
      <tr id="\(row.code)"><td class="code">\(row.code)<br><small>\(say("清单第\(measure.line)行", "row \(measure.line)"))</small></td><td>\(measure.text)\(requirement)\(history(of: row.code))</td><td>\(responsible(measure))</td><td class="date">\(mark(row))<br>\(row.state.percent)%\(remarks(row))</td><td class="date">\(deadline(row.state))</td><td>\(lastProgress(row.state))</td></tr>

      """
  }

  private func responsible(_ measure: Measure) -> Html {
    let support: Html =
      measure.supportingUnits.isEmpty
      ? .none
      : "<br><small>\(say("配合：", "with "))\(names(of: measure.supportingUnits))</small>"
    let leader: Html = measure.leader.isEmpty ? .none : "<br><small>\(measure.leader)</small>"
    return "\(name(of: measure.leadUnit))\(leader)\(support)"
  }

  private func remarks(_ row: MeasureRow) -> Html {
    var found: [String] = []
    let state = row.state
    if state.isStanding { found.append(say("长期坚持", "standing")) }
    if state.round > 1 { found.append(say("第\(state.round)轮", "round \(state.round)")) }
    if row.hasConflict { found.append(say("配合单位意见不一", "disputed")) }
    if let since = state.staleSince {
      found.append(say("自\(since)未更新", "not renewed since \(since)"))
    }
    return found.map { "<br><small>\($0)</small>" }.joined()
  }

  private func lastProgress(_ state: MeasureState) -> Html {
    let reported: Html =
      state.entry.map { reported in
        """
        \(reported.entry.progress)<br>\(source(reported.submission, reported.entry.place)) <small>\(reported.week.description) \(say("收到", "received")) \(reported.submission.receivedAt.short(in: zone))</small>
        """
      } ?? "\(say("尚无报告。", "No report yet."))"
    return "\(reported)\(decided(state.decision))"
  }

  private func decided(_ decision: Decision?) -> Html {
    guard let decision else { return .none }
    let day = decision.decidedAt.date(in: zone)
    let basis = decision.basis.isEmpty ? "" : "，\(decision.basis)"
    let text = say(
      "审核决定 \(decision.code)：\(name(of: decision.action))（\(day)，\(decision.decidedBy)\(basis)，decisions.csv 第\(decision.line)行）",
      "Decision \(decision.code): \(name(of: decision.action)) (\(day), \(decision.decidedBy), decisions.csv row \(decision.line))"
    )
    return "<br><small>\(text)</small>"
  }

  private func name(of action: Decision.Action) -> String {
    switch action {
    case .close: say("销号", "closed")
    case .return: say("退回", "returned")
    case .extend(let date): say("延期至\(date)", "extended to \(date)")
    case .reopen: say("重开", "reopened")
    case .secondLook: say("回头看", "second look")
    }
  }
}
