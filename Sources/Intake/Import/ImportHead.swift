import Rectification

/// Where the headings of a ledger stand, over one row or several, and what they mean.
struct ImportHead {
  /// The rows of the headings.
  let rows: ClosedRange<Int>
  /// Columns by the heading of register.csv.
  private(set) var columns: [String: Int] = [:]
  /// Headings that are none of ours, by column.
  private(set) var unknown: [Int: String] = [:]
  /// 责任单位, where it stands for one of the two.
  private(set) var responsible: (column: Int, heading: String)?
  /// Two columns of the same meaning: the second, and the heading.
  private(set) var doubled: [(column: Int, heading: String)] = []

  /// Titles, notes and dates stand above the headings.
  private static let firstRows = 1...40
  private static let heightLimit = 3

  /// Nil where no rows say 整改措施 and two things more.
  static func find(in grid: ImportGrid) -> ImportHead? {
    var best: ImportHead?
    for first in firstRows where first <= grid.lastRow {
      for height in 1...heightLimit where first + height - 1 <= grid.lastRow {
        let head = ImportHead(grid, rows: first...(first + height - 1))
        guard head.columns["整改措施"] != nil, head.columns.count >= 3 else { continue }
        // Of equals the first: a row more is needed only where it tells more.
        if head.columns.count > best?.columns.count ?? 0 { best = head }
      }
    }
    return best
  }

  private init(_ grid: ImportGrid, rows: ClosedRange<Int>) {
    self.rows = rows
    for column in 1...max(1, grid.lastColumn) {
      let texts = rows.map { grid[$0, column] }.filter { !$0.isEmpty }
      guard let last = texts.last else { continue }
      // The lowest says it most exactly; 责任单位 over 牵头 is read together.
      let candidates = texts.reversed() + [texts.joined(), last + "单位"]
      if let heading = candidates.lazy.compactMap(HeadingSynonyms.heading).first {
        if columns[heading] == nil {
          columns[heading] = column
        } else {
          doubled.append((column, heading))
        }
      } else if candidates.contains(where: HeadingSynonyms.isResponsible), responsible == nil {
        responsible = (column, "")
      } else {
        unknown[column] = last
      }
    }
    settleResponsible()
  }

  private mutating func settleResponsible() {
    guard let column = responsible?.column else { return }
    let free = ["牵头单位", "配合单位"].first { columns[$0] == nil }
    guard let free else {
      unknown[column] = "责任单位"
      responsible = nil
      return
    }
    columns[free] = column
    responsible = (column, free)
  }
}
