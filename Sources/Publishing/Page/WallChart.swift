import Rectification

/// 挂图作战: the measures against time, one thin row each, an aspect at a time.
extension SummaryPage {
  /// Rows of one drawing; a browser cuts a taller one in two when it prints.
  private static let rowsADrawing = 40

  var wallChart: Html {
    let scale = ChartScale(summary)
    // On a long chart what is over and done with would hide what is not.
    let drawn = isLong ? summary.measures.filter { $0.state.status != .closed } : summary.measures
    let left = summary.measures.count - drawn.count
    let note: Html =
      left > 0
      ? "<p>\(say("已销号的\(left)条不在图上，见措施明细。", "\(left) closed measures are not drawn; the register has them."))</p>"
      : .none
    let grouped = Dictionary(grouping: drawn, by: \.aspect)
    return section(
      "wall", "\(say("挂图作战", "Wall chart"))",
      """
      \(patterns)\(legend)\(note)
      \(summary.aspects.map { aspectChart($0, grouped[$0.aspect.code] ?? [], scale) })
      """)
  }

  private func aspectChart(_ aspect: AspectProgress, _ rows: [MeasureRow], _ scale: ChartScale)
    -> Html
  {
    // As many drawings as must be, of about one height.
    let drawings = max(1, (rows.count + Self.rowsADrawing - 1) / Self.rowsADrawing)
    let size = max(1, (rows.count + drawings - 1) / drawings)
    let parts = stride(from: 0, to: rows.count, by: size).map {
      Array(rows[$0..<min($0 + size, rows.count)])
    }
    let counts = aspect.measures
    let title = say(
      "\(aspect.aspect.title)　\(counts.total)条：完成\(counts.done)，逾期\(counts.overdue)",
      "\(aspect.aspect.title): \(counts.total) measures, \(counts.done) done, \(counts.overdue) late"
    )
    return """
      <div class="aspect"><h3>\(title)</h3>
      \(parts.map { drawing($0, scale) })</div>

      """
  }

  private func drawing(_ rows: [MeasureRow], _ scale: ChartScale) -> Html {
    let height = ChartScale.head + rows.count * ChartScale.row + 6
    let lines = rows.enumerated().map { index, row in
      chartRow(row, y: ChartScale.head + index * ChartScale.row + 20, scale)
    }
    return """
      <div class="wide-drawing chart-part" \(estimate(height * 6 / 10))><svg class="chart" viewBox="0 0 \(ChartScale.width) \(height)" role="group" aria-label="\(say("措施进度图", "Measures against time"))">
      \(bands(rows.count))\(grid(scale, height: height))\(lines)\(today(scale, height: height))</svg></div>

      """
  }

  /// Every other row tinted, so that the eye keeps its line from the name to the bar.
  private func bands(_ count: Int) -> Html {
    let (row, width) = (ChartScale.row, ChartScale.width)
    let shapes: [Html] = stride(from: 1, to: count, by: 2).map {
      "M0 \(ChartScale.head + $0 * row)h\(width)v\(row)h-\(width)z"
    }
    return "<path class=\"band\" d=\"\(shapes)\"/>"
  }

  private func grid(_ scale: ChartScale, height: Int) -> Html {
    let months: [Html] = scale.months.map { month in
      let x = scale.x(month)
      let isYear = month.month == 1 || month == scale.first
      let name =
        isYear
        ? say("\(month.year)年\(month.month)月", "\(month.year)-\(month.month)")
        : say("\(month.month)月", "\(month.month)")
      return """
        <path class="grid" d="M\(x) 22V\(height - 4)"/><text class="month" x="\(x + 4)" y="34">\(name)</text>
        """
    }
    return
      "\(months.joined())<path class=\"grid\" d=\"M0 \(ChartScale.head - 2)H\(ChartScale.width)\"/>\n"
  }

  /// Drawn last, over the bars.
  private func today(_ scale: ChartScale, height: Int) -> Html {
    let x = scale.x(day)
    let name = say("\(day.month)月\(day.day)日", "\(day.month)/\(day.day)")
    return """
      <path class="today" d="M\(x) 20V\(height - 4)"/><text class="today-name" x="\(x)" y="15">\(name)</text>

      """
  }

  private var patterns: Html {
    """
    <svg class="patterns" width="0" height="0" aria-hidden="true"><defs><pattern id="hatch" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="hatch-back" width="8" height="8"/><rect class="hatch-line" width="4" height="8"/></pattern></defs></svg>
    """
  }

  private var legend: Html {
    let entries: [(Html, String)] = [
      ("<rect class=\"plan\" x=\"1\" y=\"5\" width=\"46\" height=\"14\"/>", say("计划时段", "planned")),
      (
        "<rect class=\"doing\" x=\"1\" y=\"5\" width=\"30\" height=\"14\"/><rect class=\"plan\" x=\"1\" y=\"5\" width=\"46\" height=\"14\"/>",
        say("完成率", "done so far")
      ),
      (
        "<rect class=\"done\" x=\"1\" y=\"5\" width=\"46\" height=\"14\"/><path class=\"finish\" d=\"M32 6v12\"/>",
        say("已完成（白线为完成日）", "completed (white: when)")
      ),
      (
        "<rect class=\"closed\" x=\"1\" y=\"5\" width=\"46\" height=\"14\"/>",
        say("已销号", "closed")
      ),
      (
        "<rect x=\"1\" y=\"7\" width=\"46\" height=\"10\" fill=\"url(#hatch)\"/>",
        say("超出时限", "past the deadline")
      ),
      (
        "<path class=\"slip\" d=\"M6 12H46M1 12l6 -6l6 6l-6 6z\"/>",
        say("原时限→现时限（延期）", "extended from")
      ),
      ("<path class=\"open\" d=\"M1 12H40M34 6l8 6l-8 6\"/>", say("长期坚持", "standing")),
      ("<path class=\"today\" d=\"M24 2V22\"/>", say("今日线（\(day)）", "today (\(day))")),
    ]
    return
      "<p class=\"legend\">\(entries.map { "<span><svg viewBox=\"0 0 48 24\" aria-hidden=\"true\">\($0.0)</svg>\($0.1)</span> " })</p>"
  }
}
