import Rectification

/// Progress by aspect, planned against actual, and by unit, the ones in trouble first.
extension SummaryPage {
  var aspects: Html {
    section(
      "aspects", "\(say("分方面进度", "Progress by aspect"))",
      """
      <table class="narrow"><thead><tr><th scope="col">\(say("方面", "Aspect"))</th><th scope="col" class="n">\(say("事项", "Items"))</th><th scope="col" class="n">\(say("措施", "Measures"))</th><th scope="col" class="n">\(say("逾期", "Late"))</th><th scope="col" class="wide">\(say("实际进度（竖线为序时进度）", "Actual (the line: planned)"))</th></tr></thead><tbody>
      \(summary.aspects.map(aspectRow))</tbody></table>
      """)
  }

  private func aspectRow(_ aspect: AspectProgress) -> Html {
    let behind = aspect.plannedPercent - aspect.percent
    let gap: Html =
      behind > 0
      ? "\(say("落后\(behind)个百分点", "\(behind) points behind"))" : "\(say("不低于序时", "on pace"))"
    return """
      <tr><td><a href="#aspect-\(aspect.aspect.code)">\(aspect.aspect.title)</a></td><td class="n">\(aspect.itemsDone)/\(aspect.items)</td><td class="n">\(aspect.measures.done)/\(aspect.measures.total)</td><td class="n">\(late(aspect.measures.overdue))</td><td>\(percentBar(aspect.percent, planned: aspect.plannedPercent))<span class="figures-beside">\(say("实际", "actual")) <b>\(aspect.percent)%</b>　\(say("序时", "planned")) \(aspect.plannedPercent)%　\(gap)</span></td></tr>

      """
  }

  func late(_ count: Int) -> Html {
    count == 0 ? "0" : "<span class=\"mark late\">\(count)</span>"
  }

  var unitTable: Html {
    section(
      "units", "\(say("分单位进度（按逾期条数、完成率排列）", "Progress by lead unit, worst first"))",
      """
      <table class="units"><thead><tr><th scope="col">\(say("牵头单位", "Lead unit"))</th><th scope="col">\(say("本周报送", "Report"))</th><th scope="col" class="n">\(say("牵头措施", "Measures"))</th><th scope="col" class="n">\(say("已完成", "Done"))</th><th scope="col" class="n">\(say("其中销号", "closed"))</th><th scope="col" class="n">\(say("正在推进", "In progress"))</th><th scope="col" class="n">\(say("未启动", "Not started"))</th><th scope="col" class="n">\(say("逾期", "Late"))</th><th scope="col" class="rate">\(say("完成率", "Share done"))</th></tr></thead><tbody>
      \(summary.unitsWorstFirst.map(unitRow))</tbody></table>
      """)
  }

  private func unitRow(_ unit: UnitProgress) -> Html {
    let counts = unit.measures
    let percent = counts.percentDone
    return """
      <tr><td><a href="#unit-\(unit.unit)">\(name(of: unit.unit))</a></td><td>\(reportMark(unit.state))</td><td class="n">\(counts.total)</td><td class="n">\(counts.done)</td><td class="n">\(counts.closed)</td><td class="n">\(counts.inProgress)</td><td class="n">\(counts.notStarted)</td><td class="n">\(late(counts.overdue))</td><td class="rate">\(percentBar(percent))<span class="figures-beside">\(percent)%</span></td></tr>

      """
  }

  /// A missing report is marked as a late measure is; it is the unit that is late.
  func reportMark(_ state: UnitWeek.State) -> Html {
    let isBad = !state.hasReport && state != .exempt && state != .fetchFailed
    return isBad ? "<span class=\"mark late\">\(say(state.name))</span>" : "\(say(state.name))"
  }
}

extension WeekSummary {
  /// Most overdue, then the smallest share done, then the order of units.csv.
  var unitsWorstFirst: [UnitProgress] {
    units.enumerated().sorted { left, right in
      let (a, b) = (left.element.measures, right.element.measures)
      if a.overdue != b.overdue { return a.overdue > b.overdue }
      // Shares compared crosswise, without division.
      let (x, y) = (a.done * b.total, b.done * a.total)
      return x == y ? left.offset < right.offset : x < y
    }.map(\.element)
  }
}

extension StatusCounts {
  /// The share done in percent.
  var percentDone: Int { percent(done, of: total) }
}
