import Rectification

/// The rows of one sheet of a form under its headings.
struct FormTable {
  let sheet: FormSheet
  let rows: [Row]
  /// Cells with content under no heading of ours, or above the headings.
  let strays: [(address: CellAddress, heading: String?)]
  /// Filled-in cells of which something is struck out.
  let struck: [CellAddress]
  /// Merged cells that take in several cells of one column to fill in.
  let merged: [CellRange]

  struct Row {
    let number: Int
    fileprivate let columns: [String: Int]
    fileprivate let cells: [Int: CellValue]

    /// The cell under a heading, and what it holds.
    subscript(_ heading: String) -> (address: CellAddress, value: CellValue?) {
      let column = columns[heading] ?? 1
      return (CellAddress(row: number, column: column), cells[column])
    }
  }

  /// Whether every row says the same, cell by cell.
  func says(theSameAs other: FormTable) -> Bool {
    func filled(_ table: FormTable) -> [[String: CellValue]] {
      table.rows.map { row in
        row.columns.compactMapValues { row.cells[$0] }
      }.filter { !$0.isEmpty }
    }
    return filled(self) == filled(other)
  }

  /// The first rows, one of which has to hold the headings.
  private static let headRows = 1...20

  /// Nil where there is no row with all the headings of what is to be filled in.
  init?(_ sheet: Sheet, as kind: FormSheet) {
    let needed = kind.columns.filter { $0.path != nil }.map(\.heading)
    let table = Dictionary(grouping: sheet.cells, by: \.key.row)
      .mapValues {
        Dictionary($0.map { ($0.key.column, $0.value) }, uniquingKeysWith: { first, _ in first })
      }
    let head = Self.headRows.first { row in
      let texts = Set((table[row] ?? [:]).values.compactMap { $0.text?.trimmed })
      return needed.allSatisfy(texts.contains)
    }
    guard let head, let headings = table[head] else { return nil }
    self.sheet = kind
    let known = Set(kind.columns.map(\.heading))
    var columns: [String: Int] = [:]
    for (column, cell) in headings.sorted(by: { $0.key < $1.key }) {
      guard let text = cell.text?.trimmed, known.contains(text), columns[text] == nil else {
        continue
      }
      columns[text] = column
    }
    let ours = Set(columns.values)
    let filledIn = Set(kind.columns.filter { !$0.isGiven }.compactMap { columns[$0.heading] })
    var rows: [Row] = []
    var strays: [(address: CellAddress, heading: String?)] = []
    // The title stands in the first cell of the first row.
    for number in table.keys.sorted() where number < head {
      for (column, value) in (table[number] ?? [:]).sorted(by: { $0.key < $1.key })
      where !value.isBlank && (number, column) != (1, 1) {
        strays.append((CellAddress(row: number, column: column), nil))
      }
    }
    for number in table.keys.sorted() where number > head {
      let cells = (table[number] ?? [:]).filter { !$0.value.isBlank }
      for column in cells.keys.sorted() where !ours.contains(column) {
        strays.append(
          (CellAddress(row: number, column: column), headings[column]?.text?.trimmed))
      }
      rows.append(Row(number: number, columns: columns, cells: cells))
    }
    (self.rows, self.strays) = (rows, strays)
    struck = sheet.struck.filter {
      $0.row > head && filledIn.contains($0.column) && !(sheet.cells[$0]?.isBlank ?? true)
    }.sorted()
    merged = sheet.merged.filter { range in
      range.last.row > head && range.first.row != range.last.row
        && filledIn.contains { (range.first.column...range.last.column).contains($0) }
    }
  }
}
