import Rectification

/// One table on a sheet of its own: a heading, frozen column heads with filters, and the rows.
struct SheetTable {
  let title: String
  let columns: [Column]
  var rows: [[Cell]] = []
  /// Rows of what is late, tinted.
  var alarmedRows: Set<Int> = []
  /// Columns that stay in sight when one goes to the right.
  var frozenColumns = 0
  /// Columns that go on paper, from the first; the rest is for the screen.
  var printedColumns: Int?

  struct Column {
    let heading: String
    /// In characters.
    let width: Double
    /// Shares, with bars behind them.
    var isShare = false

    init(_ heading: String, _ width: Double, isShare: Bool = false) {
      self.heading = heading
      self.width = width
      self.isShare = isShare
    }
  }

  /// The row the column heads stand in.
  static let headingRow = 2

  func write(to sheet: XlsxSheet, note: String) throws(XlsxError) {
    sheet.setWidths(columns.map(\.width))
    try sheet.write(.text(title), row: 0, column: 0, style: .title)
    try sheet.write(.text(note), row: 1, column: 0, style: .note)
    sheet.setHeight(24, ofRow: 0)
    sheet.setHeight(32, ofRow: Self.headingRow)
    for (number, column) in columns.enumerated() {
      try sheet.write(
        .text(column.heading), row: Self.headingRow, column: number, style: .heading)
    }
    try writeRows(to: sheet)
    let last = Self.headingRow + rows.count
    sheet.freeze(aboveRow: Self.headingRow + 1, leftOf: frozenColumns)
    sheet.filter(headingRow: Self.headingRow, lastRow: last, columns: columns.count)
    sheet.setPrinting(titleRow: Self.headingRow, footer: pageFooter)
    if let printedColumns { sheet.setPrintArea(lastRow: last, columns: printedColumns) }
    guard !rows.isEmpty else { return }
    for (number, column) in columns.enumerated() where column.isShare {
      sheet.addBars(column: number, rows: (Self.headingRow + 1)...last)
    }
  }

  private func writeRows(to sheet: XlsxSheet) throws(XlsxError) {
    for (number, row) in rows.enumerated() {
      let isAlarmed = alarmedRows.contains(number)
      sheet.setHeight(
        rowHeight(row, widths: columns.map(\.width)), ofRow: Self.headingRow + 1 + number)
      for (column, cell) in row.enumerated() {
        try sheet.write(
          cell, row: Self.headingRow + 1 + number, column: column,
          style: isAlarmed ? cell.style.alarmed : nil)
      }
    }
  }
}

/// Points for the cell with the most lines; LibreOffice and old WPS do not find it themselves.
func rowHeight(_ row: [Cell], widths: [Double], atLeast least: Int = 1) -> Double {
  let lines = zip(row, widths).map { cell, width in
    guard case .text(let text) = cell else { return 1 }
    // The padding of a cell takes about a column.
    return (displayWidth(visible(text)) + Int(width) - 2) / (Int(width) - 1)
  }.max()
  // 409 points is as high as a row can be.
  return min(409, Double(max(least, lines ?? 1)) * 13 + 4)
}

/// `&A` is the sheet's name, `&P` and `&N` the page and how many there are.
let pageFooter = "&L&A&C— &P —&R共 &N 页"
