import Rectification

/// One measure over several rows, and rows that are struck out.
extension LedgerReading {
  /// Whether a row goes on with the measure above, whose cell is merged over both.
  func continues(_ number: Int, _ above: ImportedRow) -> Bool {
    guard let column = head.columns["整改措施"],
      let first = grid.rowAbove(mergedWith: CellAddress(row: number, column: column)),
      first <= above.number, !above["整改措施"].isEmpty
    else { return false }
    // Codes of their own make them two measures of one text.
    guard let codes = head.columns["措施编号"] else { return true }
    let code = grid[number, codes]
    return code.isEmpty || code == above["措施编号"]
  }

  /// Takes the units of a further row to the measure; of all else the first row's stands.
  mutating func add(_ number: Int, to row: inout ImportedRow) {
    var (joined, left): ([String], [CellAddress]) = ([], [])
    var more = ImportedRow(number: number)
    for (heading, column) in head.columns where heading != "整改措施" {
      more.set(heading, grid[number, column], from: CellAddress(row: number, column: column))
    }
    for heading in ["方面", "问题", "整改事项"] where more[heading].isEmpty {
      more.set(heading, row[heading])
    }
    readDates(&more)
    readUnits(&more)
    for heading in head.columns.keys.sorted() where heading != "整改措施" {
      let text = more[heading]
      guard !text.isEmpty, text != row[heading] else { continue }
      if ["牵头单位", "配合单位"].contains(heading) {
        let known = row[heading].split(separator: "；").map(String.init)
        let new = text.split(separator: "；").map(String.init).filter { !known.contains($0) }
        guard !new.isEmpty else { continue }
        row.set(heading, (known + new).joined(separator: "；"))
        joined.append(heading)
      } else {
        left.append(more.source(of: heading))
      }
    }
    noteContinued(number, row, joined, left)
  }

  private mutating func noteContinued(
    _ number: Int, _ row: ImportedRow, _ joined: [String], _ left: [CellAddress]
  ) {
    let source = row.source(of: "整改措施")
    let (units, cells) = (joined.joined(separator: "、"), left.map(\.text).joined(separator: "、"))
    remarks.append(
      ImportRemark(
        joined.isEmpty && left.isEmpty ? .reading : .problem, grid.sheet, source,
        Bilingual(
          zh: "整改措施合并到第\(number)行，作为一条措施"
            + (joined.isEmpty ? "" : "，两行的\(units)合在一起")
            + (left.isEmpty ? "" : "，\(cells) 与第一行不同，没有导入"),
          en: "the measure is merged down to row \(number) and is one measure"
            + (joined.isEmpty ? "" : "; of both rows is \(units)")
            + (left.isEmpty ? "" : "; \(cells) differ from its first row and were left out")),
        remedy: joined.isEmpty && left.isEmpty
          ? Bilingual(zh: "", en: "")
          : Bilingual(
            zh: "是两条措施的，请拆开合并的单元格；是一条的，请核对单位和时限",
            en: "split the cell if they are two; else see to its units and its deadline")))
  }

  /// What is struck out is read all the same, and told: whether it stands is for the office to say.
  mutating func noteStruck(_ row: ImportedRow) {
    let filled = head.columns.values.map { CellAddress(row: row.number, column: $0) }
      .filter { !grid[$0.row, $0.column].isEmpty }.sorted()
    let struck = filled.filter(grid.struck.contains)
    guard let first = struck.first else { return }
    let isWhole = struck.count == filled.count
    let cells = struck.map(\.text).joined(separator: "、")
    remarks.append(
      ImportRemark(
        .problem, grid.sheet, first,
        Bilingual(
          zh: isWhole ? "整行加了删除线，照样读了" : "\(cells) 有加了删除线的文字，照样读了",
          en: isWhole
            ? "the whole row is struck out, and was read all the same"
            : "text of \(cells) is struck out, and was read all the same"),
        remedy: Bilingual(
          zh: "不要的请删去，要的请去掉删除线", en: "remove what does not stand; clear the line from what does")))
  }

  mutating func refuseDay(_ day: ShownDay, _ heading: String, _ cell: CellAddress) {
    remarks.append(
      ImportRemark(
        .problem, grid.sheet, cell,
        Bilingual(
          zh: "“\(heading)”被表格软件当成了日期 \(day.date)，按格子里显示的\(Quotation.of(day.shown))读",
          en:
            "the spreadsheet has made “\(heading)” the date \(day.date); it is read as shown, \(Quotation.of(day.shown))"
        ),
        remedy: Bilingual(
          zh: "请把单元格改成“文本”格式，重新填写编号", en: "format the cell as text and write the code again")))
  }

  /// Cells under no heading, told by the first of every column.
  mutating func noteBeyond(_ rows: [Int]) {
    let headed = Set(head.columns.values).union(head.unknown.keys).union(head.doubled.map(\.column))
    for column in 1...max(1, grid.lastColumn) where !headed.contains(column) {
      let filled = rows.filter {
        !grid[$0, column].isEmpty
          && grid.rowAbove(mergedWith: CellAddress(row: $0, column: column)) == nil
      }
      guard let first = filled.first else { continue }
      remarks.append(
        ImportRemark(
          .problem, grid.sheet, CellAddress(row: first, column: column),
          Bilingual(
            zh: "\(Quotation.of(grid[first, column]))所在的列没有标题，没有导入（共 \(filled.count) 格）",
            en:
              "\(Quotation.of(grid[first, column])) stands in a column without a heading and was left out (cells: \(filled.count))"
          ),
          remedy: Bilingual(
            zh: "请检查是否多了逗号或错了列；要导入的请补上标题",
            en:
              "look for a comma too many or a shifted cell; give the column a heading to have it read"
          )))
    }
  }
}
