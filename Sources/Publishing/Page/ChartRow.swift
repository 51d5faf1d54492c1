import Rectification

/// One measure of the wall chart: code, text and unit, its bar, and its state in words.
extension SummaryPage {
  ///
  /// Drawn about the base line of its text in a group of its own, which a script can put elsewhere.
  func chartRow(_ row: MeasureRow, y: Int, _ scale: ChartScale) -> Html {
    let state = row.state
    let text = shortened(visible(state.measure.text), to: 40)
    let unit = shortened(visible(name(of: state.measure.leadUnit)), to: 20)
    return """
      <g transform="translate(0 \(y))"><a href="#measure-\(row.code)"><text x="4">\(row.code)</text><text x="116">\(text)</text><text x="560">\(unit)</text></a>\(bar(row, scale))\(words(row))</g>

      """
  }

  private func bar(_ row: MeasureRow, _ scale: ChartScale) -> Html {
    let state = row.state
    let from = scale.x(state.measure.start)
    guard let deadline = state.deadline else { return standing(row, from: from) }
    let width = max(4, scale.endX(deadline) - from)
    let filled = width * min(max(state.percent, 0), 100) / 100
    let late: Html = row.daysOverdue == nil ? .none : " late"
    let outline: Html =
      filled == width
      ? "<rect class=\"plan \(fillClass(row))\" x=\"\(from)\" y=\"-16\" width=\"\(width)\" height=\"19\"/>"
      : "<path class=\"plan\(late)\" d=\"M\(from) -16h\(width)v19h-\(width)z\"/>"
    let fill: Html =
      filled > 0 && filled < width
      ? "<path class=\"\(fillClass(row))\" d=\"M\(from) -16h\(filled)v19h-\(filled)z\"/>" : .none
    return """
      \(fill)\(outline)\(overrun(row, from: from + width, scale))\(finish(row, scale))\(slip(state, scale))
      """
  }

  /// 长期坚持 has no end to draw: a line that goes on.
  private func standing(_ row: MeasureRow, from: Int) -> Html {
    let (end, middle) = (ChartScale.right - 6, -7)
    let done = from + (end - from) * min(max(row.state.percent, 0), 100) / 100
    return """
      <path class="open-done \(fillClass(row))" d="M\(from) \(middle)H\(done)"/><path class="open" d="M\(from) \(middle)H\(end)m-8 -6l8 6l-8 6"/>
      """
  }

  /// From the deadline to the day the page is drawn up for.
  private func overrun(_ row: MeasureRow, from: Int, _ scale: ChartScale) -> Html {
    guard row.daysOverdue != nil else { return .none }
    let width = max(6, scale.endX(day) - from)
    return
      "<rect x=\"\(from)\" y=\"-13\" width=\"\(width)\" height=\"13\" fill=\"url(#hatch)\"/>"
  }

  /// A white line across the bar on the day it was completed.
  private func finish(_ row: MeasureRow, _ scale: ChartScale) -> Html {
    guard row.state.status.isDone, let date = row.state.completedOn,
      let deadline = row.state.deadline,
      date < deadline
    else { return .none }
    return "<path class=\"finish\" d=\"M\(scale.endX(date)) -15v17\"/>"
  }

  /// A diamond at the deadline first set, and the way it has moved.
  private func slip(_ state: MeasureState, _ scale: ChartScale) -> Html {
    guard state.slips > 0, let first = state.originalDeadline, let deadline = state.deadline,
      first != deadline
    else { return .none }
    let (from, to, middle) = (scale.endX(first), scale.endX(deadline), -7)
    return
      "<path class=\"slip-back\" d=\"M\(from) \(middle)H\(to)\"/><path class=\"slip\" d=\"M\(from) \(middle)H\(to)M\(from - 7) \(middle)l7 -7l7 7l-7 7z\"/>"
  }

  private func fillClass(_ row: MeasureRow) -> Html {
    switch row.state.status {
    case .closed: "closed"
    case .completed: "done"
    case .inProgress, .notStarted: "doing"
    }
  }

  /// `逾期12天 65%`, `已销号`: what the bar says, for those who see no colour or print in black.
  private func words(_ row: MeasureRow) -> Html {
    let state = row.state
    let (style, text): (Html, String) =
      if let late = row.daysOverdue {
        (" class=\"late\"", say("逾\(late)天 \(state.percent)%", "\(late) d late \(state.percent)%"))
      } else {
        switch state.status {
        case .closed: ("", say("■ 已销号", "■ closed"))
        case .completed: ("", say("✓ 已完成", "✓ completed"))
        case .notStarted: ("", say("○ 未启动", "○ not started"))
        case .inProgress: ("", "\(state.percent)%\(left(row))")
        }
      }
    return "<text\(style) x=\"\(ChartScale.right + 12)\">\(text)</text>"
  }

  private func left(_ row: MeasureRow) -> String {
    let limit = summary.settings.thresholds.dueSoonDays.max() ?? 0
    guard let days = row.daysLeft, days <= limit else { return "" }
    return say(" 余\(days)天", " \(days) d left")
  }
}
