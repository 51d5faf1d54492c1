import Rectification

/// One sheet as a person sees it: the text of every cell, merged cells filled.
struct ImportGrid {
  /// Nil for a CSV file.
  let sheet: String?
  private(set) var texts: [CellAddress: String] = [:]
  /// Cells whose number is so long that the spreadsheet has rounded it, or shows it rounded.
  private(set) var rounded: Set<CellAddress> = []
  /// Cells that hold a day, whatever they show of it.
  private(set) var days: [CellAddress: ShownDay] = [:]
  /// Cells of which something is struck out.
  let struck: Set<CellAddress>
  /// Errors, and formulas without a value.
  private(set) var unreadable: Set<CellAddress> = []
  private(set) var merged: [CellRange] = []
  let hiddenRows: [Int]
  let hiddenColumns: [Int]
  private(set) var lastRow = 0
  private(set) var lastColumn = 0

  /// More cells than any merged heading or item covers.
  private static let mergedLimit = 200_000

  init(_ sheet: Sheet) {
    self.sheet = sheet.name
    hiddenRows = sheet.hiddenRows.filter { $0 <= sheet.lastRow }.sorted()
    hiddenColumns = (1...max(1, sheet.lastColumn)).filter(sheet.isHidden)
    struck = sheet.struck
    for (address, value) in sheet.cells {
      guard let text = value.text else {
        unreadable.insert(address)
        continue
      }
      switch value {
      case .date(let day):
        days[address] = day
        put(day.shown, at: address)
        continue
      case .number(let number, _) where abs(number) >= 1e15 || Self.showsPower(text):
        rounded.insert(address)
      default: break
      }
      put(text, at: address)
    }
    fill(sheet.merged)
  }

  init(_ records: [CSVRecord]) {
    (sheet, hiddenRows, hiddenColumns, struck) = (nil, [], [], [])
    for (row, record) in records.enumerated() {
      for (column, field) in record.fields.enumerated() {
        let address = CellAddress(row: row + 1, column: column + 1)
        if Self.isScientific(field.text) { rounded.insert(address) }
        put(field.text, at: address)
      }
    }
  }

  /// Empty where nothing stands.
  subscript(row: Int, column: Int) -> String {
    texts[CellAddress(row: row, column: column)] ?? ""
  }

  func row(_ row: Int) -> [String] { (1...max(1, lastColumn)).map { self[row, $0] } }

  private mutating func put(_ text: String, at address: CellAddress) {
    let text = text.trimmed
    guard !text.isEmpty else { return }
    texts[address] = text
    lastRow = max(lastRow, address.row)
    lastColumn = max(lastColumn, address.column)
  }

  /// What stands in the first cell of a merged range is meant for all of it.
  private mutating func fill(_ ranges: [CellRange]) {
    var left = Self.mergedLimit
    for range in ranges {
      guard let text = texts[range.first] else { continue }
      merged.append(range)
      let last = (row: min(range.last.row, lastRow), column: min(range.last.column, lastColumn))
      guard range.first.row <= last.row, range.first.column <= last.column else { continue }
      for row in range.first.row...last.row {
        for column in range.first.column...last.column {
          left -= 1
          guard left >= 0 else { return }
          let address = CellAddress(row: row, column: column)
          texts[address] = text
          if rounded.contains(range.first) { rounded.insert(address) }
          if let day = days[range.first] { days[address] = day }
        }
      }
    }
  }

  /// The first row of the merged cells that a cell is one of, where that is above it.
  func rowAbove(mergedWith cell: CellAddress) -> Int? {
    merged.first { $0.contains(cell) && $0.first.row < cell.row }?.first.row
  }

  /// `3.10E+11`, of which a code cannot be told.
  private static func showsPower(_ text: String) -> Bool {
    text.contains("E+") || text.contains("E-")
  }

  /// `1.13101E+17`, which is what a spreadsheet makes of a code of eighteen digits.
  private static func isScientific(_ text: String) -> Bool {
    let parts = text.halfWidth.uppercased().split(separator: "E", omittingEmptySubsequences: false)
    guard parts.count == 2, let power = Int(parts[1]) else { return false }
    return power >= 15 && Double(parts[0]) != nil
  }
}
