/// Where something stands in a received file.
package struct Place: Hashable, Codable, Sendable {
  /// From 1, in a workbook the row; 0 when the file has no lines (it could not be decoded).
  package let line: Int
  /// From 1, counted in characters; in a workbook the column.
  package let column: Int
  /// JSON Pointer (RFC 6901), an element path (`/weeklyReport/entries/entry[2]`) for XML.
  ///
  /// In a workbook the pointer that the value would have in JSON: the way from a form to its fields is
  /// the program's, and rules go by it.
  package let pointer: String
  /// The sheet of a workbook; nil for what is text.
  package let sheet: FormSheet?

  package static let start = Place(line: 1, column: 1, pointer: "")

  package init(line: Int, column: Int, pointer: String, sheet: FormSheet? = nil) {
    self.line = line
    self.column = column
    self.pointer = pointer
    self.sheet = sheet
  }

  /// `C5`, as the window of a spreadsheet names it; nil for what is text.
  package var cell: String? {
    sheet == nil ? nil : CellAddress(row: line, column: column).text
  }

  /// Whether this comes before the other as one goes through the file.
  package func precedes(_ other: Place) -> Bool {
    (sheet?.order ?? 0, line, column) < (other.sheet?.order ?? 0, other.line, other.column)
  }
}
