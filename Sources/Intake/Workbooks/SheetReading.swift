import Rectification

/// What may still be read before a workbook counts as too large.
struct SheetBudget {
  var cells: Int
  var textBytes: Int
}

/// Reads the XML of one sheet.
struct SheetReading {
  let strings: [RichText]
  let formats: CellFormats
  let countsFrom1904: Bool
  var budget: SheetBudget

  private var sheet = Sheet(name: "")
  private var row = 0
  private var column = 0
  private var cell: OpenCell?

  init(strings: [RichText], formats: CellFormats, countsFrom1904: Bool, budget: SheetBudget) {
    self.strings = strings
    self.formats = formats
    self.countsFrom1904 = countsFrom1904
    self.budget = budget
  }

  /// A cell whose end has not come yet.
  private struct OpenCell {
    let address: CellAddress
    let type: String
    let style: Int
    var value = ""
    var inline = RichText()
    var isValue = false
    var hasFormula = false
  }

  mutating func read(_ xml: XMLPartReader, named name: String) throws(WorkbookFault) -> Sheet {
    sheet = Sheet(name: name)
    while let event = try xml.step() {
      switch event {
      case .start(let name, let attributes): try start(name, attributes, event)
      case .end(let name): try end(name, event)
      case .text(let text):
        if cell?.isValue ?? false { cell?.value += text }
        cell?.inline.take(event)
      }
    }
    return sheet
  }

  private mutating func start(
    _ name: String, _ attributes: [String: String], _ event: XMLPartReader.Event
  ) throws(WorkbookFault) {
    switch name {
    case "row":
      // Rows and cells may leave out where they stand; then they follow the one before.
      row = attributes["r"].flatMap(Int.init) ?? row + 1
      column = 0
      guard (1...CellAddress.rowLimit).contains(row) else { throw .damaged }
      if ["1", "true"].contains(attributes["hidden"]) { sheet.hiddenRows.insert(row) }
    case "c": try open(attributes)
    case "v": cell?.isValue = true
    case "f": cell?.hasFormula = true
    case "mergeCell":
      // Ten thousand ranges of a million cells each would be gone through for every cell.
      guard let range = attributes["ref"].flatMap(CellRange.init), sheet.merged.count < 100_000
      else { throw .damaged }
      sheet.merged.append(range)
    case "col": hide(attributes)
    default: cell?.inline.take(event)
    }
  }

  private mutating func hide(_ attributes: [String: String]) {
    guard ["1", "true"].contains(attributes["hidden"]),
      let first = attributes["min"].flatMap(Int.init),
      let last = attributes["max"].flatMap(Int.init), 1 <= first, first <= last
    else { return }
    sheet.hiddenColumns.append(first...last)
  }

  private mutating func open(_ attributes: [String: String]) throws(WorkbookFault) {
    var address = CellAddress(row: row, column: column + 1)
    if let written = attributes["r"] {
      guard let stated = CellAddress(written) else { throw .damaged }
      address = stated
    }
    guard (1...CellAddress.columnLimit).contains(address.column) else { throw .damaged }
    column = address.column
    cell = OpenCell(
      address: address, type: attributes["t", default: "n"],
      style: attributes["s"].flatMap(Int.init) ?? 0)
  }

  private mutating func end(_ name: String, _ event: XMLPartReader.Event) throws(WorkbookFault) {
    switch name {
    case "v": cell?.isValue = false
    case "c":
      if let done = cell, let value = try value(of: done) { try put(value, of: done) }
      cell = nil
    default: cell?.inline.take(event)
    }
  }

  private mutating func put(_ value: CellValue, of cell: OpenCell) throws(WorkbookFault) {
    budget.cells -= 1
    if case .text(let text) = value { budget.textBytes -= text.utf8.count }
    guard budget.cells >= 0, budget.textBytes >= 0 else { throw .tooLarge }
    guard sheet.cells[cell.address] == nil else { throw .damaged }
    sheet.put(value, at: cell.address)
    let isStruck =
      formats.isStruck(cell.style) || cell.inline.isStruck
      || cell.type == "s" && Int(cell.value).map { strings[$0].isStruck } ?? false
    if isStruck { sheet.struck.insert(cell.address) }
  }

  private func value(of cell: OpenCell) throws(WorkbookFault) -> CellValue? {
    switch cell.type {
    case "s":
      guard let number = Int(cell.value), strings.indices.contains(number) else { throw .damaged }
      return text(strings[number].string)
    case "inlineStr": return text(cell.inline.string)
    case "str":
      return cell.hasFormula && cell.value.isEmpty ? nil : text(RichText.unescaped(cell.value))
    case "b": return .boolean(cell.value == "1" || cell.value == "true")
    case "e": return .error(cell.value)
    case "d": return written(cell.value, formats[cell.style])
    default:
      guard !cell.value.isEmpty else { return cell.hasFormula ? .uncomputed : nil }
      guard let number = Double(cell.value), number.isFinite else { throw .damaged }
      return self.number(number, formats[cell.style])
    }
  }

  private func text(_ text: String) -> CellValue? { text.isEmpty ? nil : .text(text) }

  private func number(_ number: Double, _ format: NumberFormat) -> CellValue {
    if format.isDate,
      let (date, seconds) = SpreadsheetDay.date(of: number, countsFrom1904: countsFrom1904)
    {
      return .date(day(date, seconds, format))
    }
    if format.isTime, let (date, seconds) = SpreadsheetDay.time(of: number) {
      return .number(number, shown: format.shown(date, seconds: seconds))
    }
    return .number(number, shown: format.isDate || format.isTime ? nil : format.shown(number))
  }

  private func day(_ date: CivilDate, _ seconds: Int, _ format: NumberFormat) -> ShownDay {
    ShownDay(
      date: date, seconds: seconds, shown: format.shown(date, seconds: seconds),
      isWhole: format.showsWholeDay, showsTime: format.showsTime)
  }

  /// A day written out in ISO 8601, `2024-01-20T16:20:00`, as the standard's strict form has it.
  private func written(_ text: String, _ format: NumberFormat) -> CellValue? {
    let parts = text.split(separator: "T", maxSplits: 1)
    guard let date = parts.first.flatMap({ CivilDate($0) }) else { return self.text(text) }
    let time = parts.dropFirst().first.flatMap { TimeOfDay(String($0.prefix(5))) }
    let seconds = (time?.seconds ?? 0) + (parts.count > 1 ? Self.seconds(parts[1]) : 0)
    return .date(day(date, seconds, format.isDate ? format : NumberFormat("yyyy/m/d")))
  }

  private static func seconds(_ time: Substring) -> Int {
    time.utf8.count >= 8 ? Int(time.dropFirst(6).prefix(2)) ?? 0 : 0
  }
}
