import Rectification

/// 基本情况: a label a row, and beside it what is filled in.
struct FormBasics {
  /// By the name of the field: the cell, and what it holds.
  private(set) var cells: [String: (address: CellAddress, value: CellValue?)] = [:]
  /// Cells with content that stand beside no label of ours.
  let strays: [CellAddress]
  let struck: [CellAddress]

  init(_ sheet: Sheet) throws(FormRefusal) {
    for column in FormSheet.basics.columns {
      let row = (1...30).first { sheet[$0, 1]?.text?.trimmed == column.heading }
      guard let row, let path = column.path else { throw .headingsGone(.basics) }
      let value = sheet[row, 2].flatMap { $0.isBlank ? nil : $0 }
      cells[path] = (CellAddress(row: row, column: 2), value)
    }
    let filledIn = Set(cells.values.map(\.address))
    let labelled = Set(filledIn.map(\.row))
    // Labels, what is filled in and the hints beside it are three columns, under a title.
    strays = sheet.cells.filter { !$0.value.isBlank }.keys
      .filter { !($0.row == 1 && $0.column == 1) && !(labelled.contains($0.row) && $0.column <= 3) }
      .sorted()
    struck = sheet.struck.filter(filledIn.contains).sorted()
  }

  /// Whether it says that nothing is new.
  var isZero: Bool {
    switch cells["zeroReport"]?.value {
    case .boolean(let value): value
    case .text(let text): [FormLayout.yes, "true", "TRUE"].contains(text.trimmed)
    default: false
    }
  }
}
