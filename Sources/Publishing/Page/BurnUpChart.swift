import Rectification

/// 燃起图: done and closed by week, against the plan worked backwards from the deadlines.
extension SummaryPage {
  var burnUp: Html {
    let chart = BurnUpChart(summary.burnUp, week: summary.week)
    guard chart.burnUp.points.count > 1, chart.burnUp.total > 0 else { return .none }
    return section(
      "burn-up", "\(say("完成进度与倒排工期", "Done against the plan"))",
      """
      <p>\(burnUpSentence(chart))</p>
      <div class="wide-drawing" role="region" tabindex="0" aria-label="\(say("完成进度与倒排工期", "Done against the plan"))">\(drawing(chart))</div>
      <details class="data"><summary>\(say("图中数据", "The figures of the chart"))</summary>\(burnUpTable(chart.burnUp))</details>
      """)
  }

  private func burnUpSentence(_ chart: BurnUpChart) -> String {
    let (plan, forecast) = (summary.plan, summary.forecast)
    let (done, closed) = (chart.now.done ?? 0, chart.now.closed ?? 0)
    let early = [
      plan.doneEarly > 0
        ? say("；提前完成\(plan.doneEarly)条", "; \(plan.doneEarly) done early") : "",
      plan.doneWithoutDeadline > 0
        ? say(
          "；没有时限的完成\(plan.doneWithoutDeadline)条",
          "; \(plan.doneWithoutDeadline) without a deadline done") : "",
    ].joined()
    let rest = [
      forecast.notByEnd > 0
        ? say("，\(forecast.notByEnd)条到时完不成", ", \(forecast.notByEnd) will not") : "",
      forecast.withoutPace > 0
        ? say(
          "，\(forecast.withoutPace)条尚无进度，无从推算",
          ", \(forecast.withoutPace) have no progress to go by") : "",
    ].joined()
    let end = summary.settings.end
    return say(
      "到本周末应完成\(plan.due)条，已完成\(plan.dueDone)条，未完成\(plan.dueOpen)条（其中逾期\(plan.overdue)条）\(early)。共\(chart.burnUp.total)条，合计完成\(done)条，其中已销号\(closed)条；按各条目前的平均进度推算，到专项结束（\(end.chinese)）完成\(done + forecast.byEnd)条\(rest)。",
      "\(plan.due) measures are due by the end of this week: \(plan.dueDone) are done, \(plan.dueOpen) are not (\(plan.overdue) of them overdue)\(early). Of \(chart.burnUp.total) in all \(done) are done, \(closed) of them closed; at the pace so far \(done + forecast.byEnd) will be done by the end of the campaign, \(end)\(rest)."
    )
  }

  private func drawing(_ chart: BurnUpChart) -> Html {
    let points = chart.burnUp.points
    let ticks: [Html] = chart.ticks.map { count in
      let y = chart.y(count)
      return
        "<path class=\"grid\" d=\"M\(BurnUpChart.left) \(y)H\(BurnUpChart.right)\"/><text class=\"axis end\" x=\"\(BurnUpChart.left - 8)\" y=\"\(y + 5)\">\(count)</text>"
    }
    let weeks: [Html] = chart.labelled.map { index in
      let (x, monday) = (chart.x(index), points[index].week.monday)
      return
        "<path class=\"grid\" d=\"M\(x) \(BurnUpChart.bottom)v6\"/><text class=\"axis\" x=\"\(x)\" y=\"\(BurnUpChart.bottom + 22)\">\(monday.month)/\(monday.day)</text>"
    }
    let moved: Html =
      chart.burnUp.hasMoved
      ? "<path class=\"line first-plan\" d=\"\(chart.steps { $0.firstPlanned })\"/>" : .none
    let today = chart.x(chart.nowIndex)
    return """
      <svg class="burn-up" viewBox="0 0 \(BurnUpChart.width) \(BurnUpChart.height)" role="img" aria-label="\(burnUpSentence(chart))">
      \(ticks.joined())\(weeks.joined())
      <path class="area" d="\(chart.line { $0.done })L\(today) \(BurnUpChart.bottom)H\(BurnUpChart.left)z"/>
      \(moved)<path class="line plan-line" d="\(chart.steps { $0.planned })"/><path class="line closed-line" d="\(chart.line { $0.closed })"/><path class="line done-line" d="\(chart.line { $0.done })"/><path class="line expected-line" d="\(chart.line { $0.expected })"/>
      <path class="today" d="M\(today) 26V\(BurnUpChart.bottom)"/><text class="today-name" x="\(today)" y="18">\(say("今日 \(day.month)月\(day.day)日", "today \(day.month)/\(day.day)"))</text>
      \(names(chart))</svg>
      \(burnUpLegend(chart))
      """
  }

  /// What each line has come to, at its end.
  private func names(_ chart: BurnUpChart) -> Html {
    let now = chart.now
    let x = chart.x(chart.nowIndex)
    let (done, closed) = (now.done ?? 0, now.closed ?? 0)
    // After today, where no line has risen yet, and below the plan if that is close by; two numbers one
    // over the other are kept a line apart.
    let (line, plan) = (chart.y(done), chart.y(now.planned))
    let doneY = (plan > line && plan - line < 32 ? plan : line) + 22
    let closedY = max(chart.y(closed) + 6, doneY + 20)
    return """
      <circle class="dot" cx="\(x)" cy="\(chart.y(done))" r="5"/><text class="value" x="\(x + 10)" y="\(min(doneY, BurnUpChart.bottom - 26))">\(say("完成", "done")) \(done)</text><text class="value closed" x="\(x + 10)" y="\(min(closedY, BurnUpChart.bottom - 6))">\(say("销号", "closed")) \(closed)</text>
      """
  }

  private func burnUpLegend(_ chart: BurnUpChart) -> Html {
    var entries: [(Html, String)] = [
      ("done-line", say("已完成（含销号）", "done, closed ones included")),
      ("closed-line", say("已销号", "closed")),
      ("plan-line", say("倒排工期（按现时限）", "plan, by the deadlines in force")),
    ]
    if chart.burnUp.hasMoved {
      entries.append(("first-plan", say("倒排工期（按原时限）", "plan, by the first deadlines")))
    }
    entries.append(("expected-line", say("推算", "forecast")))
    return
      "<p class=\"legend\">\(entries.map { "<span><svg viewBox=\"0 0 48 24\" aria-hidden=\"true\"><path class=\"line \($0.0)\" d=\"M1 12H47\"/></svg>\($0.1)</span> " })</p>"
  }

  private func burnUpTable(_ burnUp: BurnUp) -> Html {
    let columns: [(Html, String)] = [
      ("", say("周", "Week")), ("n", say("应完成", "Due")), ("n", say("按原时限应完成", "Due at first")),
      ("n", say("已完成", "Done")), ("n", say("已销号", "Closed")), ("n", say("推算完成", "Forecast")),
    ]
    func cell(_ count: Int?) -> Html { "<td class=\"n\">\(count.map(String.init) ?? "")</td>" }
    let lines: [Html] = burnUp.points.map { point in
      "<tr><th scope=\"row\">\(point.week.description)</th>\(cell(point.planned))\(cell(point.firstPlanned))\(cell(point.done))\(cell(point.closed))\(cell(point.expected))</tr>\n"
    }
    return "<table><thead><tr>\(heads(columns))</tr></thead><tbody>\n\(lines)</tbody></table>"
  }
}

/// Weeks and counts laid out, in whole units of the view box.
struct BurnUpChart {
  static let (width, height) = (1200, 340)
  static let (left, right, top, bottom) = (56, 1180, 34, 300)

  let burnUp: BurnUp
  let nowIndex: Int

  init(_ burnUp: BurnUp, week: Week) {
    self.burnUp = burnUp
    nowIndex = burnUp.points.firstIndex { $0.week == week } ?? 0
  }

  var now: BurnUp.Point { burnUp.points[nowIndex] }

  func x(_ index: Int) -> Int {
    Self.left + index * (Self.right - Self.left) / max(1, burnUp.points.count - 1)
  }

  func y(_ count: Int) -> Int {
    Self.bottom - count * (Self.bottom - Self.top) / max(1, burnUp.total)
  }

  /// Four or five round numbers up to the total.
  var ticks: [Int] {
    let steps = [1, 2, 5].flatMap { step in [1, 10, 100, 1_000, 10_000].map { $0 * step } }
    let step = steps.sorted().first { burnUp.total / $0 <= 5 } ?? burnUp.total
    let round = Array(stride(from: 0, through: burnUp.total, by: step))
    // The total stands on its own line unless a round number is nearly there.
    return round.filter { $0 == 0 || burnUp.total - $0 > step / 3 } + [burnUp.total]
  }

  /// About a dozen weeks are named.
  var labelled: [Int] {
    Array(stride(from: 0, to: burnUp.points.count, by: max(1, (burnUp.points.count + 11) / 12)))
  }

  func line(_ count: (BurnUp.Point) -> Int?) -> Html {
    let marks = burnUp.points.enumerated().compactMap { index, point in
      count(point).map { (x(index), y($0)) }
    }
    return marks.enumerated().map { index, mark in
      "\(index == 0 ? "M" : "L")\(mark.0) \(mark.1)"
    }.joined()
  }

  /// A deadline is a day, not a pace: the plan goes up by steps.
  func steps(_ count: (BurnUp.Point) -> Int) -> Html {
    burnUp.points.enumerated().map { index, point in
      index == 0
        ? "M\(x(index)) \(y(count(point)))" : "H\(x(index))V\(y(count(point)))"
    }.joined()
  }
}
