import Rectification

/// 总览: the figures with last week's beside them, progress by aspect and unit, and their charts.
extension SummaryWorkbook {
  private static let name = "总览"
  private static let widths: [Double] = [26, 10, 10, 10, 10, 10, 3]
  /// Units in the chart; more make one that nobody can read.
  private static let chartedUnits = 20

  func writeOverview(to book: XlsxBook) throws(XlsxError) {
    let sheet = try book.sheet(Self.name)
    sheet.setWidths(Self.widths)
    sheet.hideGrid()
    try sheet.write(.text("周汇总总览"), row: 0, column: 0, style: .title)
    try sheet.write(.text(note), row: 1, column: 0, style: .note)
    sheet.setHeight(24, ofRow: 0)
    let figuresEnd = try write(figureBlock, to: sheet, from: 2)
    let aspectRows = figuresEnd + 2..<figuresEnd + 2 + summary.aspects.count
    let aspectsEnd = try write(aspectBlock, to: sheet, from: figuresEnd + 1)
    let unitRows = aspectsEnd + 2..<aspectsEnd + 2 + summary.units.count
    _ = try write(unitBlock, to: sheet, from: aspectsEnd + 1)
    sheet.freeze(aboveRow: 3, leftOf: 0)
    sheet.setPrinting(titleRow: nil, footer: pageFooter)
    try insertCharts(into: sheet, of: book, aspectRows: aspectRows, unitRows: unitRows)
  }

  /// Writes a block from `row` on, and gives the row below it.
  private func write(_ block: [[Cell]], to sheet: XlsxSheet, from row: Int) throws(XlsxError)
    -> Int
  {
    for (number, cells) in block.enumerated() {
      for (column, cell) in cells.enumerated() {
        try sheet.write(
          cell, row: row + number, column: column, style: number == 0 ? .heading : nil)
      }
    }
    return row + block.count
  }

  private var figureBlock: [[Cell]] {
    let head: [Cell] = ["指标", "本周", "上周", "增减", "单位"].map(Cell.text)
    return [head]
      + summary.figures.filter { !$0.isIdleState }.map { figure in
        [
          .text(figure.name.zh), number(figure.value),
          figure.previous.map(number) ?? .blank,
          figure.change.map(signed) ?? .blank,
          .text(figure.value.unit),
        ]
      }
  }

  private func number(_ value: Figure.Value) -> Cell {
    switch value {
    case .count(let count, _): .count(count)
    case .money: .money(value.number)
    }
  }

  /// `+3` is a number here.
  private func signed(_ change: String) -> Cell {
    Int(change).map(Cell.count) ?? .money(change)
  }

  private var aspectBlock: [[Cell]] {
    let head: [Cell] = ["方面", "措施", "已完成", "逾期", "实际", "序时"].map(Cell.text)
    return [head]
      + summary.aspects.map { aspect in
        [
          .text(aspect.aspect.title), .count(aspect.measures.total), .count(aspect.measures.done),
          .count(aspect.measures.overdue), .percent(aspect.percent),
          .percent(aspect.plannedPercent),
        ]
      }
  }

  private var unitBlock: [[Cell]] {
    let head: [Cell] = ["牵头单位", "已完成", "正在推进", "未启动", "逾期", "完成率"].map(Cell.text)
    return [head]
      + summary.unitsWorstFirst.map { unit in
        let counts = unit.measures
        return [
          .text(summary.name(of: unit.unit)), .count(counts.done), .count(counts.inProgress),
          .count(counts.notStarted), .count(counts.overdue), .percent(counts.percentDone),
        ]
      }
  }

  private func insertCharts(
    into sheet: XlsxSheet, of book: XlsxBook, aspectRows: Range<Int>, unitRows: Range<Int>
  ) throws(XlsxError) {
    // A chart over no cells is one that Excel refuses to open.
    if !aspectRows.isEmpty {
      let chart = try aspectChart(book, rows: ClosedRange(aspectRows))
      sheet.insert(chart, row: 2, column: 7, width: 620, height: 330)
    }
    if !unitRows.isEmpty {
      sheet.addBars(column: 5, rows: ClosedRange(unitRows))
      let charted = unitRows.prefix(Self.chartedUnits)
      let chart = try unitChart(book, rows: ClosedRange(charted))
      sheet.insert(chart, row: 19, column: 7, width: 620, height: 110 + 27 * charted.count)
    }
  }

  private func aspectChart(_ book: XlsxBook, rows: ClosedRange<Int>) throws(XlsxError) -> XlsxChart
  {
    let chart = try book.chart(.bars)
    chart.setTitle("分方面：实际与序时进度")
    for (name, column, color) in [("实际", 4, 0x2F_5E_8E), ("序时", 5, 0xBF_BF_BF)] {
      chart.addSeries(
        name, categories: range(0, rows), values: range(column, rows), color: UInt32(color))
    }
    chart.reverseCategories()
    chart.setPercentAxis()
    return chart
  }

  private func unitChart(_ book: XlsxBook, rows: ClosedRange<Int>) throws(XlsxError) -> XlsxChart {
    let chart = try book.chart(.stackedBars)
    chart.setTitle("分单位：措施完成情况（条，逾期和完成率低的在前）")
    let series = [("已完成", 1, 0x5B_8C_5A), ("正在推进", 2, 0x9D_C3_E6), ("未启动", 3, 0xD9_D9_D9)]
    for (name, column, color) in series {
      chart.addSeries(
        name, categories: range(0, rows), values: range(column, rows), color: UInt32(color),
        hasLabels: false)
    }
    chart.reverseCategories()
    return chart
  }

  private func range(_ column: Int, _ rows: ClosedRange<Int>) -> XlsxChart.Range {
    XlsxChart.Range(sheet: Self.name, column: column, rows: rows)
  }
}
