import Rectification

/// Days and units as people write them, read where there is one way to read them.
extension LedgerReading {
  mutating func readDates(_ row: inout ImportedRow) {
    for heading in ["开始日期", "完成时限"] { takeDay(of: heading, &row) }
    if row["开始日期"].isEmpty, let start { row.set("开始日期", start.description) }
    let begun = day(row["开始日期"])
    if let begun, !row["开始日期"].isEmpty { row.set("开始日期", begun.description) }
    let written = row["完成时限"]
    guard let deadline = DeadlineWords(written) else { return }
    let read = deadline.day?.description ?? deadline.word ?? ""
    row.set("完成时限", read)
    if deadline.isStanding, read != "长期坚持" { row.set("长期坚持", "是") }
    guard deadline.isInterpreted else { return }
    let whole = read + (deadline.isStanding && read != "长期坚持" ? "，长期坚持" : "")
    note("完成时限", written, as: whole, at: row.source(of: "完成时限"))
  }

  /// A cell that shows a whole day is that day, whatever time it shows beside; else it says what it shows.
  private mutating func takeDay(of heading: String, _ row: inout ImportedRow) {
    let cell = row.source(of: heading)
    guard let day = grid.days[cell], grid[cell.row, cell.column] == row[heading], day.isWhole
    else { return }
    row.set(heading, day.date.description)
    if day.showsTime, day.seconds != 0 {
      note(heading, day.shown, as: day.date.description, at: cell)
    }
  }

  private func day(_ text: String) -> CivilDate? {
    if case .day(let date) = DateReading(text, near: nil) { date } else { nil }
  }

  /// Names as codes; what is not known, or not one unit, stays as it is.
  mutating func readUnits(_ row: inout ImportedRow) {
    for heading in ["牵头单位", "配合单位"] where !row[heading].isEmpty {
      let names = row[heading].split(whereSeparator: { "；;、，,\n\r/".contains($0) })
        .map(\.trimmed).filter { !$0.isEmpty }
      let codes = names.map { name -> String in
        guard case .unit(let code)? = units?.find(name, on: day(row["开始日期"])) else { return name }
        if name != code.text, name != units?.name(of: code) {
          note(heading, name, as: code.text, at: row.source(of: heading))
        }
        return code.text
      }
      row.set(heading, codes.joined(separator: "；"))
    }
  }

  private mutating func note(
    _ heading: String, _ written: String, as read: String, at cell: CellAddress
  ) {
    let reading = Reading(heading: heading, written: written, read: read)
    readings[reading, default: (cell, 0)].count += 1
  }

  /// Every way in which words were read, told once, where it was first met.
  mutating func noteReadings() {
    let sorted = readings.sorted { left, right in
      (left.value.first, left.key.written) < (right.value.first, right.key.written)
    }
    remarks += sorted.map { reading, place in
      ImportRemark(
        .reading, grid.sheet, place.first,
        Bilingual(
          zh:
            "“\(reading.heading)”\(Quotation.of(reading.written))读作 \(reading.read)（共 \(place.count) 处）",
          en:
            "“\(reading.heading)” \(Quotation.of(reading.written)) is read as \(reading.read) (cells: \(place.count))"
        ))
    }
    let columns = filledDown.keys.map { (head.columns[$0] ?? 1, $0) }.sorted { $0 < $1 }
    for (column, heading) in columns {
      guard let rows = filledDown[heading], let first = rows.first else { continue }
      remarks.append(
        ImportRemark(
          .reading, grid.sheet, CellAddress(row: first, column: column),
          Bilingual(
            zh: "“\(heading)”有 \(rows.count) 行空着，按上一行填",
            en: "“\(heading)” is that of the row above where it is empty (rows: \(rows.count))")))
    }
  }

  /// What is told of the sheet before its rows.
  mutating func noteLayout() {
    let sheet = grid.sheet
    func say(_ kind: ImportRemark.Kind, _ cell: CellAddress?, _ zh: String, _ en: String) {
      remarks.append(ImportRemark(kind, sheet, cell, Bilingual(zh: zh, en: en)))
    }
    let row = head.rows.upperBound
    for (column, text) in head.unknown.sorted(by: { $0.key < $1.key }) {
      say(
        isRunningNumber(column) ? .reading : .changed, CellAddress(row: row, column: column),
        "没有对应\(Quotation.of(text))的列，这一列没有导入",
        "there is no column for \(Quotation.of(text)); it was left out")
    }
    for (column, heading) in head.doubled {
      say(
        .problem, CellAddress(row: row, column: column), "“\(heading)”有两列，只导入了前一列",
        "there are two columns of “\(heading)”; the first was taken")
    }
    if let (column, heading) = head.responsible {
      say(
        .reading, CellAddress(row: row, column: column), "“责任单位”作为“\(heading)”",
        "“责任单位” is taken as “\(heading)”")
    }
    if let first = grid.hiddenRows.first {
      say(
        .reading, CellAddress(row: first, column: 1), "有 \(grid.hiddenRows.count) 行是隐藏的，照样读了",
        "\(grid.hiddenRows.count) rows are hidden, and were read all the same")
    }
    if let first = grid.hiddenColumns.first {
      say(
        .reading, CellAddress(row: row, column: first), "有 \(grid.hiddenColumns.count) 列是隐藏的，照样读了",
        "\(grid.hiddenColumns.count) columns are hidden, and were read all the same")
    }
    noteMissing()
  }

  private mutating func noteMissing() {
    func say(_ kind: ImportRemark.Kind, _ zh: String, _ en: String) {
      remarks.append(ImportRemark(kind, grid.sheet, nil, Bilingual(zh: zh, en: en)))
    }
    let columns = head.columns
    func has(_ heading: String) -> Bool { columns[heading] != nil }
    if !has("开始日期") {
      if let start {
        say(.reading, "没有“开始日期”列，都写作 \(start)", "there is no “开始日期”; it is \(start) throughout")
      } else {
        say(.problem, "没有“开始日期”列，请用 --start 给出", "there is no “开始日期”; give it by --start")
      }
    }
    if !has("整改事项"), has("问题") {
      say(.reading, "没有“整改事项”列，每个问题作为一个事项", "there is no “整改事项”; each problem is one item")
    } else if !has("问题"), has("整改事项") {
      say(.reading, "没有“问题”列，每个事项作为一个问题", "there is no “问题”; each item is one problem")
    }
    for heading in ["牵头单位", "完成时限"] where !has(heading) {
      say(.problem, "没有“\(heading)”列", "there is no “\(heading)”")
    }
  }

  /// 序号: 1, 2, 3 …, which says nothing that the order of the rows does not.
  private func isRunningNumber(_ column: Int) -> Bool {
    guard HeadingSynonyms.bare(head.unknown[column] ?? "") == "序号" else { return false }
    let rows = head.rows.upperBound + 1...max(head.rows.upperBound + 1, grid.lastRow)
    let numbers = rows.compactMap { Int(grid[$0, column].halfWidth) }
    return zip(numbers, numbers.dropFirst()).allSatisfy { $0 < $1 }
  }
}
