import Rectification

/// The register: every measure under its aspect, problem and item, with what made its state so.
///
/// A table a problem, so that headings lead through it and a browser lays out only what is looked at.
extension SummaryPage {
  var register: Html {
    let byAspect = Dictionary(grouping: summary.measures, by: \.aspect)
    return section(
      "register",
      "\(say("措施明细（\(summary.measures.count)条）", "Register (\(summary.measures.count) measures)"))",
      """
      \(summary.aspects.map { aspectRows($0, byAspect[$0.aspect.code] ?? []) })
      """)
  }

  private func aspectRows(_ aspect: AspectProgress, _ rows: [MeasureRow]) -> Html {
    var parts: [[MeasureRow]] = []
    for row in rows {
      if parts.last?.last?.problem == row.problem {
        parts[parts.count - 1].append(row)
      } else {
        parts.append([row])
      }
    }
    return """
      <div class="group-of"><h3 id="aspect-\(aspect.aspect.code)">\(aspect.aspect.title)</h3>
      \(parts.map(problemTable))</div>

      """
  }

  private func problemTable(_ rows: [MeasureRow]) -> Html {
    var item: Code?
    let lines: [Html] = rows.map { row in
      defer { item = row.state.measure.item }
      return row.state.measure.item == item
        ? measureRow(row) : "\(itemHead(row.state.measure.item))\(measureRow(row))"
    }
    let problem = rows[0].problem
    // About what a row takes; the browser puts the real height in its place as it gets there.
    let height = 60 * rows.count
    return """
      <div class="block" \(estimate(height))><h4>\(problem)　\(problems[problem] ?? "")</h4>
      <table><thead><tr>\(heads(columns))</tr></thead><tbody>
      \(lines)</tbody></table></div>

      """
  }

  private var columns: [(Html, String)] {
    [
      ("key", say("编号", "Code")), ("wide", say("整改措施与要求", "Measure and requirement")),
      ("who", say("责任", "Responsible")), ("key", say("状态", "State")),
      ("", say("时限", "Deadline")), ("wide", say("最近进展与来源", "Last progress and its source")),
    ]
  }

  private func itemHead(_ code: Code) -> Html {
    let state = items[code]
    let counts = state.map {
      say(
        "完成\($0.measures.done)/\($0.measures.total)条",
        "\($0.measures.done)/\($0.measures.total) done")
    }
    return """
      <tr class="item-head" id="item-\(code)"><th colspan="6" scope="rowgroup">\(code)　\(state?.item.title ?? "") <small>\(counts ?? "")</small></th></tr>

      """
  }

  private func measureRow(_ row: MeasureRow) -> Html {
    let measure = row.state.measure
    let requirement: Html =
      measure.requirement.isEmpty
      ? .none : "<small>\(say("要求：", "Requirement: "))\(measure.requirement)</small>"
    return """
      <tr id="measure-\(row.code)" data-m="\(facets(row))"><th scope="row">\(row.code)</th><td>\(measure.text)\(requirement)\(history(of: row.code))</td><td>\(responsible(measure))</td><td\(style(row))>\(standing(row)) \(row.state.percent)%\(remarks(row))</td><td>\(deadline(row.state))</td><td>\(row.state.entry?.entry.progress ?? say("尚无报告。", "No report yet."))\(evidence(row))</td></tr>

      """
  }

  /// What the script filters and sorts by, in the order it reads them.
  private func facets(_ row: MeasureRow) -> Html {
    let (state, measure) = (row.state, row.state.measure)
    let leader = leaders.firstIndex(of: measure.leader) ?? 0
    return """
      \(row.aspect) \(measure.leadUnit) \(leader) \(state.status.rawValue) \(row.level?.rawValue ?? "none") \(state.deadline?.description ?? "9999") \(state.percent) \(row.daysOverdue ?? 0)
      """
  }

  private func responsible(_ measure: Measure) -> Html {
    let support: Html =
      measure.supportingUnits.isEmpty
      ? .none
      : "<small>\(say("配合：", "with "))\(names(of: measure.supportingUnits))</small>"
    let leader: Html = measure.leader.isEmpty ? .none : "<small>\(measure.leader)</small>"
    return "\(name(of: measure.leadUnit))\(leader)\(support)"
  }

  private func style(_ row: MeasureRow) -> Html {
    row.daysOverdue != nil || row.state.status == .inProgress
      ? .none : " class=\"mark \(Html.css(row.state.status))\""
  }

  private func standing(_ row: MeasureRow) -> Html {
    row.daysOverdue == nil ? "\(say(row.state.status.short))" : mark(row)
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
    return found.map { "<small>\($0)</small>" }.joined()
  }
}
