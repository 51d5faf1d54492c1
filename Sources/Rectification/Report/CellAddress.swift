/// One cell of a sheet; rows and columns count from 1.
package struct CellAddress: Hashable, Comparable, Sendable {
  package let row: Int
  package let column: Int

  /// What a sheet has room for, in Excel and in WPS alike.
  package static let rowLimit = 1_048_576
  package static let columnLimit = 16_384

  package init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }

  /// Nil unless the text is an address such as `C5`, within a sheet.
  package init?(_ text: some StringProtocol) {
    var column = 0
    var rest = text.utf8[...]
    while let byte = rest.first, (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) {
      column = column * 26 + Int(byte - UInt8(ascii: "A")) + 1
      guard column <= Self.columnLimit else { return nil }
      rest = rest.dropFirst()
    }
    guard column > 0, rest.count <= 7, rest.first != UInt8(ascii: "0"), let row = decimal(rest),
      row <= Self.rowLimit
    else { return nil }
    self.init(row: row, column: column)
  }

  package static func < (left: Self, right: Self) -> Bool {
    (left.row, left.column) < (right.row, right.column)
  }

  /// `C5`.
  package var text: String { Self.letters(of: column) + String(row) }

  /// `A`, `Z`, `AA`; empty for no column.
  package static func letters(of column: Int) -> String {
    var (rest, letters) = (column, "")
    while rest > 0 {
      let digit = (rest - 1) % 26
      letters = String(UnicodeScalar(UInt8(ascii: "A") + UInt8(digit))) + letters
      rest = (rest - 1) / 26
    }
    return letters
  }
}
