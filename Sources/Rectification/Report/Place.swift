/// Where something stands in a received file.
package struct Place: Hashable, Sendable {
  /// From 1; 0 when the file has no lines (it could not be decoded).
  package let line: Int
  /// From 1, counted in characters.
  package let column: Int
  /// JSON Pointer (RFC 6901) for JSON, an element path (`/weeklyReport/entries/entry[2]`) for XML.
  package let pointer: String

  package static let start = Place(line: 1, column: 1, pointer: "")

  package init(line: Int, column: Int, pointer: String) {
    self.line = line
    self.column = column
    self.pointer = pointer
  }
}
