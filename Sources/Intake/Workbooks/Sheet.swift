import Rectification

/// One sheet: what its cells hold, which of them are merged, and what is out of sight.
package struct Sheet: Sendable {
  package let name: String
  /// Those that hold something.
  package var cells: [CellAddress: CellValue] = [:]
  package var merged: [CellRange] = []
  package var hiddenRows: Set<Int> = []
  package var hiddenColumns: [ClosedRange<Int>] = []
  /// Cells whose text, or a part of it, is struck out.
  package var struck: Set<CellAddress> = []
  /// The last row and column that hold something; 0 on an empty sheet.
  package private(set) var lastRow = 0
  package private(set) var lastColumn = 0

  init(name: String) {
    self.name = name
  }

  subscript(row: Int, column: Int) -> CellValue? {
    cells[CellAddress(row: row, column: column)]
  }

  mutating func put(_ value: CellValue, at address: CellAddress) {
    cells[address] = value
    lastRow = max(lastRow, address.row)
    lastColumn = max(lastColumn, address.column)
  }

  func isHidden(column: Int) -> Bool { hiddenColumns.contains { $0.contains(column) } }
}

/// A rectangle of cells, `B3:B7`.
package struct CellRange: Hashable, Sendable {
  package let first: CellAddress
  package let last: CellAddress

  init?(_ text: String) {
    let ends = text.split(separator: ":").compactMap { CellAddress($0) }
    guard let first = ends.first, let last = ends.last, ends.count <= 2, first.row <= last.row,
      first.column <= last.column
    else { return nil }
    (self.first, self.last) = (first, last)
  }

  func contains(_ cell: CellAddress) -> Bool {
    (first.row...last.row).contains(cell.row) && (first.column...last.column).contains(cell.column)
  }
}

/// What one cell holds.
package enum CellValue: Hashable, Sendable {
  case text(String)
  /// As it stands in the file, and as its cell shows it: `001`, `410.3600万元`, `60%`; nil where the format of
  /// the cell is not followed.
  case number(Double, shown: String?)
  case date(ShownDay)
  case boolean(Bool)
  /// `#REF!`.
  case error(String)
  /// A formula whose value the program that wrote it has not worked out.
  case uncomputed
}

/// A number that its cell shows as a day, or as a part of one.
package struct ShownDay: Hashable, Sendable {
  package let date: CivilDate
  /// Into the day.
  package let seconds: Int
  /// `2024年1月`.
  package let shown: String
  /// Whether year, month and day all are shown; else the rest is what the spreadsheet made up.
  package let isWhole: Bool
  package let showsTime: Bool
}
