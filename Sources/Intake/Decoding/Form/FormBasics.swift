import Rectification

/// 基本情况: a label a row, and beside it what is filled in.
struct FormBasics {
  /// By the name of the field: the cell, and what it holds.
  private(set) var cells: [String: (address: CellAddress, value: CellValue?)] = [:]

  init(_ sheet: Sheet) throws(FormRefusal) {
    for column in FormSheet.basics.columns {
      let row = (1...30).first { sheet[$0, 1]?.text?.trimmed == column.heading }
      guard let row, let path = column.path else { throw .headingsGone(.basics) }
      let value = sheet[row, 2].flatMap { $0.isBlank ? nil : $0 }
      cells[path] = (CellAddress(row: row, column: 2), value)
    }
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
