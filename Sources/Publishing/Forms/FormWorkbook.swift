import Rectification

/// The form of one unit as a workbook, the same bytes for the same contents.
package func formWorkbook(_ form: UnitForm) throws(XlsxError) -> [UInt8] {
  try FormWorkbook(form: form).bytes()
}

/// The sheets of a form, written in the order of the tabs.
struct FormWorkbook {
  let form: UnitForm
  /// Rows that are left empty for what the unit adds.
  static let emptyRows = 50
  /// Room to write this week's progress in.
  private static let entryLines = 4

  func bytes() throws(XlsxError) -> [UInt8] {
    try XlsxBook.bytes(
      title: "\(visible(form.title)) \(form.name)", author: visible(form.settings.office),
      created: form.due ?? Moment(seconds: 0), fill)
  }

  private func fill(_ book: XlsxBook) throws(XlsxError) {
    try writeGuide(book)
    try writeBasics(book)
    try writeEntries(book)
    try writeTable(.evidence, empty: Self.emptyRows, book) { sheet, rows in
      let codes = form.measures.map(\.measure.code.text)
      sheet.offer(codes, column: 0, rows: rows)
    }
    try writeTable(.coordinationRequests, empty: Self.emptyRows, book) { _, _ in }
    try writeOutcomes(book)
    let mark = try book.sheet(FormLayout.markSheet)
    try mark.write(.text(FormLayout.identifier), row: 0, column: 0)
    try mark.write(.text(form.settings.zone.description), row: 1, column: 0)
    mark.hide()
  }

  private func writeGuide(_ book: XlsxBook) throws(XlsxError) {
    let sheet = try book.sheet(FormLayout.guideSheet)
    sheet.setWidths([96])
    try sheet.write(.text(form.title), row: 0, column: 0, style: .title)
    var style = CellStyle.text
    style.isBordered = false
    for (number, line) in guide.enumerated() {
      try sheet.write(.text(line), row: number + 1, column: 0, style: style)
      sheet.setHeight(rowHeight([.text(line)], widths: [96]) + 4, ofRow: number + 1)
    }
    sheet.setPrinting(titleRow: nil, footer: pageFooter)
    sheet.protect()
  }

  private var guide: [String] {
    let due = form.due.map { $0.chinese(in: form.settings.zone) } ?? "本周无报送截止"
    return [
      "单位：\(visible(form.unit.name))（\(form.unit.code)）　报告周：\(form.week)（\(form.week.chinese)）　报送截止：\(due)",
      "一、先填“基本情况”，再逐行填“进展”。浅黄色的格子由单位填写；其余由程序写好，不要改动。",
      "二、责任为“牵头”的每一行都要填本周状态、进度和进展；责任为“配合”的，没有要报的可以整行留空。",
      "三、报“已完成”的，在“佐证材料”里逐份写明措施编号、名称和 SHA-256 校验值（Windows 命令行：certutil -hashfile 文件 SHA256）。",
      "四、本周没有任何新进展的，在“基本情况”里把零报告选为“是”，“进展”各行留空。",
      "五、不要改工作表的名称和各列的标题，不要插入图片和附件。更正再报时，修订号加 1。",
      "六、填好后保存为 .xlsx，放进本单位的收件夹；报上去以后看回执，问题按工作表和单元格指出。",
      "七、不得填写国家秘密和内部敏感信息。",
    ]
  }

  private func writeBasics(_ book: XlsxBook) throws(XlsxError) {
    let sheet = try book.sheet(FormSheet.basics.rawValue)
    sheet.setWidths([18, 44, 44])
    try sheet.write(
      .text("\(form.title)　\(form.unit.name)　\(form.week.chinese)"), row: 0, column: 0,
      style: .title)
    for (number, column) in FormSheet.basics.columns.enumerated() {
      let row = number + 1
      try sheet.write(.text(column.heading), row: row, column: 0, style: .heading)
      try sheet.write(
        basic(column), row: row, column: 1, style: column.isGiven ? .text : .input(column))
      try sheet.write(.text(Self.hint(column)), row: row, column: 2, style: .note)
      sheet.setHeight(22, ofRow: row)
      switch column.path {
      case "revision": sheet.takeWholeNumbers(1...999, column: 1, rows: row...row)
      case "zeroReport": sheet.offer([FormLayout.no, FormLayout.yes], column: 1, rows: row...row)
      default: break
      }
    }
    sheet.setPrinting(titleRow: nil, footer: pageFooter)
    sheet.protect()
  }

  /// What to write beside a label.
  private static func hint(_ column: FormColumn) -> String {
    switch column.path {
    case "revision": "首次报送为 1，更正一次加 1"
    case "submittedAt": "写到分钟，如 2024-01-10 16:30"
    case "submittedBy": "写岗位，不写姓名和电话"
    case "zeroReport": "本周没有任何新进展的选“是”，“进展”各行留空"
    default: ""
    }
  }

  private func basic(_ column: FormColumn) -> Cell {
    switch column.path {
    case "campaign": .text(form.settings.code.text)
    case "unit": .text(form.unit.code.text)
    case "week": .text(form.week.description)
    case "revision": .count(form.revision)
    case "zeroReport": .text(FormLayout.no)
    default: .blank
    }
  }
}

/// The tables.
extension FormWorkbook {
  private func writeEntries(_ book: XlsxBook) throws(XlsxError) {
    let columns = FormSheet.entries.columns
    let sheet = try head(.entries, book)
    for (number, one) in form.measures.enumerated() {
      let cells = given(one)
      sheet.setHeight(
        rowHeight(
          columns.map { cells[$0.heading] ?? .blank }, widths: columns.map(\.width),
          atLeast: Self.entryLines),
        ofRow: 2 + number)
      for (column, definition) in columns.enumerated() {
        try sheet.write(
          cells[definition.heading] ?? .blank, row: 2 + number, column: column,
          style: definition.isGiven ? .text : .input(definition))
      }
    }
    guard !form.measures.isEmpty else { return }
    let rows = 2...(1 + form.measures.count)
    for (column, definition) in columns.enumerated() {
      switch definition.path {
      case "status": sheet.offer(Self.statuses, column: column, rows: rows)
      case "percent": sheet.takeWholeNumbers(0...100, column: column, rows: rows)
      default: break
      }
    }
    sheet.freeze(aboveRow: 2, leftOf: 3)
    // Three pages across: what was; this week and the next; what is asked for.
    let breaks = ["status", "delay.reason"].compactMap { path in
      columns.firstIndex { $0.path == path }
    }
    sheet.setPrinting(across: breaks, repeating: 3, scale: 62)
  }

  /// What the program knows of a measure, by heading.
  private func given(_ one: UnitForm.OpenMeasure) -> [String: Cell] {
    var cells: [String: Cell] = [
      FormLayout.measure: .text(one.measure.code.text),
      FormLayout.role: .text(one.isLead ? FormLayout.lead : FormLayout.support),
      "整改措施": .text(one.measure.text), "完成时限": .text(one.dueText),
    ]
    guard let last = one.last else { return cells }
    cells["上次状态"] = .text(last.status.title.zh)
    cells["上次进度（%）"] = .count(last.percent)
    cells["上次进展"] = .text(last.progress)
    return cells
  }

  private func writeOutcomes(_ book: XlsxBook) throws(XlsxError) {
    let kinds = form.settings.outcomeKinds
    let sheet = try head(.outcomes, book)
    for (number, kind) in kinds.enumerated() {
      let isMoney = if case .money = kind.measure { true } else { false }
      let total = form.totals[kind.code].map { Cell.text(amount($0, in: kind)) } ?? .blank
      let cells: [String: Cell] = [
        "成效种类": .text(kind.code.text), "名称": .text(kind.name), "计量单位": .text(kind.measure.word),
        "上次累计": total, "金额单位": isMoney ? .text(kind.measure.word) : .blank,
      ]
      for (column, definition) in FormSheet.outcomes.columns.enumerated() {
        let isOther =
          definition.path == (isMoney ? "count" : "amount")
          || !isMoney && definition.path == "amountUnit"
        try sheet.write(
          cells[definition.heading] ?? .blank, row: 2 + number, column: column,
          style: definition.isGiven || isOther ? .text : .input(definition))
      }
    }
    guard !kinds.isEmpty else { return }
    let column = FormSheet.outcomes.columns.firstIndex { $0.path == "amountUnit" } ?? 0
    sheet.offer(["万元", "元"], column: column, rows: 2...(1 + kinds.count))
  }

  private func writeTable(
    _ kind: FormSheet, empty count: Int, _ book: XlsxBook,
    _ check: (XlsxSheet, ClosedRange<Int>) -> Void
  ) throws(XlsxError) {
    let sheet = try head(kind, book)
    for row in 0..<count {
      sheet.setHeight(20, ofRow: 2 + row)
      for (column, definition) in kind.columns.enumerated() {
        try sheet.write(.blank, row: 2 + row, column: column, style: .input(definition))
      }
    }
    check(sheet, 2...(1 + count))
  }

  /// A sheet with its title and headings.
  private func head(_ kind: FormSheet, _ book: XlsxBook) throws(XlsxError) -> XlsxSheet {
    let sheet = try book.sheet(kind.rawValue)
    sheet.setWidths(kind.columns.map(\.width))
    try sheet.write(
      .text("\(kind.rawValue)　\(form.unit.name)　\(form.week.chinese)"), row: 0, column: 0,
      style: .title)
    for (column, definition) in kind.columns.enumerated() {
      try sheet.write(.text(definition.heading), row: 1, column: column, style: .heading)
    }
    sheet.setHeight(24, ofRow: 0)
    sheet.setHeight(32, ofRow: 1)
    sheet.freeze(aboveRow: 2, leftOf: 0)
    sheet.setPrinting(titleRow: 1, footer: pageFooter)
    sheet.protect()
    return sheet
  }

  private static let statuses = ReportedStatus.allCases.map(\.title.zh)
}

extension OutcomeKind.MeasureWord {
  /// 件, or 万元.
  var word: String {
    switch self {
    case .count(let word): word
    case .money(let unit): unit.rawValue
    }
  }
}

extension CellStyle {
  /// A cell for the unit to fill in.
  static func input(_ column: FormColumn) -> CellStyle {
    var style = CellStyle.text
    style.fill = 0xFF_FB_E6
    style.isUnlocked = true
    switch column.path {
    case "delay.expectedDate", "extensionRequest.newDeadline": style.number = .date
    case "submittedAt": style.number = .moment
    case "revision", "percent", "count", "amount": break
    // What is no number stays as it is typed: 10/12 is no day, and 3/4 no 0.75.
    default: style.number = .text
    }
    return style
  }
}
