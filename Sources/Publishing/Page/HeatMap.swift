import Rectification

/// 报送热力图: unit by week over the last half year, each state with a sign of its own.
extension SummaryPage {
  var heatMap: Html {
    let weeks = summary.reportingWeeks
    let states = UnitWeek.State.allCases
    let legend: [Html] = states.map {
      "<span><b class=\"heat \($0.rawValue)\">\(say($0.sign))</b> \(say($0.name))</span> "
    }
    let weekHeads: [Html] = weeks.map { one in
      let monday = one.week.monday
      return
        "<th scope=\"col\">\(one.week.number)<small>\(monday.month)/\(monday.day)</small></th>"
    }
    return """
      <h3 id="heat">\(say("逐周报送（\(weeks.count)周）", "Week by week (\(weeks.count))"))</h3>
      <p class="legend">\(legend)</p>
      <table class="heat-map"><thead><tr><th scope="col">\(say("单位＼周", "Unit, week"))</th>\(weekHeads)<th scope="col" class="n">\(say("已报/应报", "Sent/due"))</th></tr></thead><tbody>
      \(summary.reporting.map { heatRow($0.unit, weeks) })</tbody></table>
      """
  }

  private func heatRow(_ unit: Code, _ weeks: [ReportingWeek]) -> Html {
    let states = weeks.map { $0.states[unit] }
    let due = states.compactMap(\.self).filter { $0 != .exempt }
    let cells: [Html] = states.map { state in
      guard let state else { return "<td></td>" }
      return
        "<td class=\"heat \(state.rawValue)\" title=\"\(say(state.name))\">\(say(state.sign))</td>"
    }
    return """
      <tr><th scope="row">\(name(of: unit))</th>\(cells)<td class="n">\(due.count(where: \.hasReport))/\(due.count)</td></tr>

      """
  }
}

extension UnitWeek.State {
  /// One character, told apart without colour.
  var sign: Bilingual {
    switch self {
    case .onTime: Bilingual(zh: "✓", en: "✓")
    case .zero: Bilingual(zh: "零", en: "0")
    case .late: Bilingual(zh: "迟", en: "L")
    case .rejected: Bilingual(zh: "退", en: "R")
    case .quarantined: Bilingual(zh: "隔", en: "Q")
    case .fetchFailed: Bilingual(zh: "抓", en: "F")
    case .missing: Bilingual(zh: "缺", en: "M")
    case .exempt: Bilingual(zh: "免", en: "–")
    }
  }
}
