import Rectification

/// Reads the rows of a ledger under its headings.
struct LedgerReading {
  let grid: ImportGrid
  let head: ImportHead
  let units: UnitDirectory?
  let start: CivilDate?
  var remarks: [ImportRemark] = []
  /// The title row that the rows below it belong to, where there is no column of aspects.
  private var title: (text: String, row: Int)?
  private var above: ImportedRow?
  /// Rows in which a level was empty and is that of the row above, by heading.
  var filledDown: [String: [Int]] = [:]
  /// How words were read, each told once: the cell it was first met in, and how often.
  var readings: [Reading: (first: CellAddress, count: Int)] = [:]

  struct Reading: Hashable {
    let heading: String
    let written: String
    let read: String
  }

  init(_ grid: ImportGrid, _ head: ImportHead, units: UnitDirectory?, start: CivilDate?) {
    (self.grid, self.head, self.units, self.start) = (grid, head, units, start)
  }

  mutating func rows() -> [ImportedRow] {
    noteLayout()
    let headings = head.rows.map(grid.row)
    var rows: [ImportedRow] = []
    var numbers: [Int] = []
    for number in (head.rows.upperBound + 1)...max(head.rows.upperBound + 1, grid.lastRow) {
      let line = grid.row(number)
      switch ImportedLine(line, under: headings) {
      case .blank: continue
      case .total: skip(number, Bilingual(zh: "合计行，没有导入", en: "a row of totals, left out"))
      case .headings:
        skip(number, Bilingual(zh: "重复的标题行，没有导入", en: "the headings again, left out"))
      case .numbering:
        skip(number, Bilingual(zh: "列号行，没有导入", en: "the numbers of the columns, left out"))
      case .note: skip(number, Bilingual(zh: "说明行，没有导入", en: "a note, left out"))
      case .title(let text): take(title: text, number)
      case .measure:
        numbers.append(number)
        if let last = rows.indices.last, continues(number, rows[last]) {
          add(number, to: &rows[last])
        } else if let row = measure(number) {
          rows.append(row)
        }
      }
    }
    noteBeyond(numbers)
    let numbered = RegisterNumbering(head).number(rows)
    remarks += numbered.remarks.map { ImportRemark(.changed, grid.sheet, nil, $0) }
    noteReadings()
    remarks += NearTitles.remarks(on: rows, sheet: grid.sheet)
    return numbered.rows
  }

  private mutating func skip(_ row: Int, _ message: Bilingual) {
    remarks.append(
      ImportRemark(.reading, grid.sheet, CellAddress(row: row, column: 1), message))
  }

  private mutating func take(title text: String, _ row: Int) {
    let cell = CellAddress(row: row, column: 1)
    guard head.columns["方面"] == nil else {
      remarks.append(
        ImportRemark(
          .problem, grid.sheet, cell,
          Bilingual(
            zh: "整行只有\(Quotation.of(text))，没有导入",
            en: "the row has only \(Quotation.of(text)); left out"),
          remedy: Bilingual(
            zh: "是标题或说明的不必理会；是措施的请补全",
            en: "nothing to do for a title; complete it if it is a measure")))
      return
    }
    title = (text, row)
    remarks.append(
      ImportRemark(
        .reading, grid.sheet, cell,
        Bilingual(
          zh: "作为方面：\(Quotation.of(text))", en: "taken as an aspect: \(Quotation.of(text))")))
  }

  private mutating func measure(_ number: Int) -> ImportedRow? {
    var row = ImportedRow(number: number)
    for (heading, column) in head.columns {
      let cell = CellAddress(row: number, column: column)
      row.set(heading, grid[number, column], from: cell)
      if grid.rounded.contains(cell) { refuseRounded(cell, grid[number, column]) }
      if grid.unreadable.contains(cell) { refuseUnreadable(cell) }
      if heading.hasSuffix("编号"), let day = grid.days[cell] { refuseDay(day, heading, cell) }
    }
    noteStruck(row)
    guard !row["整改措施"].isEmpty else {
      remarks.append(
        ImportRemark(
          .problem, grid.sheet, row.source(of: "整改措施"),
          Bilingual(zh: "这一行没有整改措施，没有导入", en: "the row has no measure; left out"),
          remedy: Bilingual(zh: "请补上整改措施，或删去这一行", en: "write the measure, or remove the row")))
      return nil
    }
    fillLevels(&row)
    readDates(&row)
    readUnits(&row)
    above = row
    return row
  }

  /// Levels that are written once, for the rows below as well.
  private mutating func fillLevels(_ row: inout ImportedRow) {
    if head.columns["方面"] == nil, let title {
      row.set("方面", title.text, from: CellAddress(row: title.row, column: 1))
    }
    var isSame = true
    for heading in ["方面编号", "方面", "问题编号", "问题", "事项编号", "整改事项"] {
      guard head.columns[heading] != nil else { continue }
      if row[heading].isEmpty, isSame, let text = above?[heading], !text.isEmpty {
        row.set(heading, text, from: above?.source(of: heading))
        filledDown[heading, default: []].append(row.number)
      }
      // Below another problem an empty item is not that of the problem before.
      isSame = isSame && row[heading] == above?[heading]
    }
    takeLevelFromNeighbour(&row)
  }

  /// A ledger without problems has items that are the problems, and the other way about.
  private func takeLevelFromNeighbour(_ row: inout ImportedRow) {
    if head.columns["整改事项"] == nil {
      row.set("整改事项", row["问题"], from: row.source(of: "问题"))
    } else if head.columns["问题"] == nil {
      row.set("问题", row["整改事项"], from: row.source(of: "整改事项"))
    }
  }

  private mutating func refuseUnreadable(_ cell: CellAddress) {
    remarks.append(
      ImportRemark(
        .problem, grid.sheet, cell,
        Bilingual(
          zh: "是错误值，或没有算出值的公式", en: "is an error, or a formula without a value"),
        remedy: Bilingual(
          zh: "请改填文字、数字或日期，或重新计算后保存", en: "write what it stands for, or calculate it and save again"
        )))
  }

  private mutating func refuseRounded(_ cell: CellAddress, _ text: String) {
    remarks.append(
      ImportRemark(
        .problem, grid.sheet, cell,
        Bilingual(
          zh: "长数字\(Quotation.of(text))已被表格软件取整，后几位丢了，或没有显示",
          en:
            "the long number \(Quotation.of(text)) has been rounded by the spreadsheet; its end is lost or out of sight"
        ),
        remedy: Bilingual(
          zh: "请把单元格改成“文本”格式，重新填写完整的代码",
          en: "format the cell as text and write the whole code again")))
  }
}
