import Rectification

/// One row of register.csv to be, with the cell that each of its values came from.
struct ImportedRow {
  var values: [String: String] = [:]
  var sources: [String: CellAddress] = [:]
  let number: Int

  subscript(_ heading: String) -> String { values[heading] ?? "" }

  mutating func set(_ heading: String, _ value: String, from source: CellAddress? = nil) {
    values[heading] = value
    if let source { sources[heading] = source }
  }

  /// The cell that a heading's value came from, or the first of the row.
  func source(of heading: String) -> CellAddress {
    sources[heading] ?? CellAddress(row: number, column: 1)
  }
}

/// Which rows of a ledger are measures, and which stand between them.
enum ImportedLine {
  case measure
  case blank
  /// 合计, 小计.
  case total
  /// The headings again, as at the top of every page.
  case headings
  /// The columns numbered: 1, 2, 3 …
  case numbering
  /// `注：……`, alone in its row.
  case note
  /// One text alone: `一、贯彻落实方面`.
  case title(String)

  init(_ row: [String], under headings: [[String]]) {
    let texts = row.filter { !$0.isEmpty }
    guard let first = texts.first else {
      self = .blank
      return
    }
    let bare = HeadingSynonyms.bare(first)
    if headings.contains(row) {
      self = .headings
    } else if ["合计", "小计", "总计", "共计", "总数"].contains(where: bare.hasPrefix) {
      self = .total
    } else if Self.isNumbering(texts) {
      self = .numbering
    } else if Set(texts).count == 1 {
      self = Self.notes.contains(where: first.hasPrefix) ? .note : .title(first)
    } else {
      self = .measure
    }
  }

  private static let notes = ["注：", "注:", "备注：", "备注:", "说明：", "说明:", "填表说明", "填报说明"]

  private static func isNumbering(_ texts: [String]) -> Bool {
    let numbers = texts.compactMap { Int($0.halfWidth.filter { $0 != "(" && $0 != ")" }) }
    return numbers.count == texts.count && numbers.count >= 3
      && zip(numbers, numbers.dropFirst()).allSatisfy { $1 == $0 + 1 }
  }
}
