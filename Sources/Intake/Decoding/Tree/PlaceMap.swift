import Rectification

/// Where the offsets of a tree stand in the file it was read from.
enum PlaceMap {
  case text(SourceMap)
  /// An offset is the number of a cell.
  case cells([FormCell])

  func place(at offset: Int, pointer: String) -> Place {
    switch self {
    case .text(let map): return map.place(at: offset, pointer: pointer)
    case .cells(let cells):
      guard cells.indices.contains(offset) else { return .start }
      let cell = cells[offset]
      return Place(
        line: cell.address.row, column: cell.address.column, pointer: pointer, sheet: cell.sheet)
    }
  }
}

/// One cell of a form.
struct FormCell: Hashable {
  let sheet: FormSheet
  let address: CellAddress
}
