import Rectification

/// A form as the tree that the same report would be in JSON, with a cell for every part of it.
struct FormDocument {
  private(set) var root = DocumentNode(content: .object([]), offset: 0)
  /// What the offsets of the tree stand for.
  private(set) var cells: [FormCell] = []
  /// What is wrong with the form as a form.
  private(set) var findings = FindingList()
  private let values: FormValue
  let tables: [FormSheet: FormTable]

  /// - Throws: `FormRefusal` when it is no form of ours, or a sheet of it is gone.
  init(_ workbook: Workbook) throws(FormRefusal) {
    var workbook = workbook
    values = FormValue(zone: try FormMark.zone(of: &workbook))
    var tables: [FormSheet: FormTable] = [:]
    for kind in FormSheet.allCases where kind != .basics {
      let sheet = try Self.sheet(kind, in: &workbook)
      guard let table = FormTable(sheet, as: kind) else { throw .headingsGone(kind) }
      tables[kind] = table
    }
    self.tables = tables
    let basics = try FormBasics(Self.sheet(.basics, in: &workbook))
    var members = [member("format", text: ReportFormat.identifier, at: number(.basics, 1, 1))]
    for field in ReportFormat.fields {
      guard let cell = basics.cells[field.name] else { continue }
      members.append(member(field, cell.value, at: number(.basics, cell.address)))
    }
    members.append(member("entries", .array(entries(isZero: basics.isZero)), .entries))
    members += lists()
    root = DocumentNode(content: .object(members), offset: number(.basics, 1, 1))
    refuseStrays(basics)
    try refuseCopies(&workbook)
  }

  private static func sheet(
    _ kind: FormSheet, in workbook: inout Workbook
  ) throws(FormRefusal) -> Sheet {
    guard let name = workbook.sheets.first(where: { $0.name == kind.rawValue }) else {
      throw .sheetGone(kind)
    }
    do {
      return try workbook.sheet(name)
    } catch {
      throw .workbook(error)
    }
  }

  private func rows(_ kind: FormSheet) -> [FormTable.Row] { tables[kind]?.rows ?? [] }

  private mutating func number(_ sheet: FormSheet, _ row: Int, _ column: Int) -> Int {
    number(sheet, CellAddress(row: row, column: column))
  }

  private mutating func number(_ sheet: FormSheet, _ address: CellAddress) -> Int {
    cells.append(FormCell(sheet: sheet, address: address))
    return cells.count - 1
  }
}

/// The lists.
extension FormDocument {
  private mutating func entries(isZero: Bool) -> [DocumentNode] {
    let evidence = evidenceByMeasure()
    return rows(.entries).compactMap { row in
      let code = row[FormLayout.measure].value?.text?.trimmed ?? ""
      let documents = evidence[code] ?? []
      let mayBeEmpty = isZero || row[FormLayout.role].value?.text?.trimmed == FormLayout.support
      guard row.isFilled(.entries) || !documents.isEmpty || !mayBeEmpty,
        row.isFilled(.entries) || row[FormLayout.measure].value != nil
      else { return nil }
      var node = record(row, .entries, ReportFormat.entry.type)
      if !documents.isEmpty, case .object(let members) = node.content {
        let list = DocumentNode(content: .array(documents), offset: documents[0].offset)
        node.content = .object(
          members + [.init(name: "evidence", nameOffset: list.offset, value: list)])
      }
      return node
    }
  }

  /// Documents by the measure they are of; one of no measure that is reported is a finding.
  private mutating func evidenceByMeasure() -> [String: [DocumentNode]] {
    let reported = Set(rows(.entries).compactMap { $0[FormLayout.measure].value?.text?.trimmed })
    var found: [String: [DocumentNode]] = [:]
    for row in rows(.evidence) where row.isFilled(.evidence) || row[FormLayout.measure].value != nil
    {
      let (address, value) = row[FormLayout.measure]
      let code = value?.text?.trimmed ?? ""
      guard reported.contains(code) else {
        refuseForeignEvidence(code, at: address)
        continue
      }
      found[code, default: []].append(record(row, .evidence, ReportFormat.document.type))
    }
    return found
  }

  private mutating func lists() -> [DocumentNode.Member] {
    var members: [DocumentNode.Member] = []
    let requests = rows(.coordinationRequests).filter { $0.isFilled(.coordinationRequests) }
      .map { record($0, .coordinationRequests, ReportFormat.coordinationRequest.type) }
    if !requests.isEmpty {
      members.append(member("coordinationRequests", .array(requests), .coordinationRequests))
    }
    let outcomes = rows(.outcomes)
      .filter { row in ["数量", "金额"].contains { row[$0].value != nil } }
      .map { record($0, .outcomes, ReportFormat.outcome.type) }
    if !outcomes.isEmpty { members.append(member("outcomes", .array(outcomes), .outcomes)) }
    return members
  }
}

/// Nodes.
extension FormDocument {
  /// One row as an object; columns of the same object within it, `delay.reason`, come together.
  private mutating func record(
    _ row: FormTable.Row, _ sheet: FormSheet, _ type: FieldType
  ) -> DocumentNode {
    let start = number(sheet, row.number, 1)
    guard case .object(let fields) = type else {
      return DocumentNode(content: .absent, offset: start)
    }
    let members = fields.compactMap { field -> DocumentNode.Member? in
      if case .object(let inner) = field.type {
        return group(field, inner, row, sheet)
      }
      guard let column = sheet.columns.first(where: { $0.path == field.name }) else { return nil }
      let (address, value) = row[column.heading]
      let unit = field.type == .decimal ? row["\(column.heading)单位"].value?.text?.trimmed : nil
      return member(field, value, at: number(sheet, address), unit: unit)
    }
    // On the row's first cell of ours rather than on what may stand left of it.
    let first = members.first?.value.offset ?? start
    return DocumentNode(content: .object(members), offset: first)
  }

  /// Nil where none of its columns is filled in.
  private mutating func group(
    _ field: Field, _ inner: [Field], _ row: FormTable.Row, _ sheet: FormSheet
  ) -> DocumentNode.Member? {
    let parts = inner.compactMap { part -> (Field, CellAddress, CellValue?)? in
      let path = "\(field.name).\(part.name)"
      return sheet.columns.first { $0.path == path }.map { column in
        (part, row[column.heading].address, row[column.heading].value)
      }
    }
    guard parts.contains(where: { $0.2 != nil }) else { return nil }
    let members = parts.map { part, address, value in
      member(part, value, at: number(sheet, address))
    }
    let offset = members.first?.value.offset ?? 0
    return .init(
      name: field.name, nameOffset: offset,
      value: DocumentNode(content: .object(members), offset: offset))
  }

  private mutating func member(
    _ field: Field, _ value: CellValue?, at offset: Int, unit: String? = nil
  ) -> DocumentNode.Member {
    var content = DocumentNode.Content.absent
    if let value {
      if let text = values.text(value, as: field.type, unit: unit) {
        content = self.content(text, of: field.type, at: offset)
      } else {
        refuseUnreadable(value, field, at: offset)
      }
    }
    return .init(
      name: field.name, nameOffset: offset, value: DocumentNode(content: content, offset: offset))
  }

  /// A scalar, or the parts of a list that one cell holds.
  private func content(
    _ text: String, of type: FieldType, at offset: Int
  ) -> DocumentNode.Content {
    guard case .list = type else { return .element(.init(text: Array(text.utf8))) }
    let parts = text.split(whereSeparator: { "；;、，,\n\r".contains($0) })
      .map(\.trimmed).filter { !$0.isEmpty }
    return .array(
      parts.map {
        DocumentNode(content: .element(.init(text: Array($0.utf8))), offset: offset)
      })
  }

  private func member(_ name: String, text: String, at offset: Int) -> DocumentNode.Member {
    .init(
      name: name, nameOffset: offset,
      value: DocumentNode(content: .element(.init(text: Array(text.utf8))), offset: offset))
  }

  private mutating func member(
    _ name: String, _ content: DocumentNode.Content, _ sheet: FormSheet
  ) -> DocumentNode.Member {
    let offset = number(sheet, 1, 1)
    return .init(
      name: name, nameOffset: offset, value: DocumentNode(content: content, offset: offset))
  }
}

/// What is wrong with the form as a form.
extension FormDocument {
  private func place(_ offset: Int) -> Place {
    PlaceMap.cells(cells).place(at: offset, pointer: "")
  }

  mutating func refuse(
    _ sheet: FormSheet, _ address: CellAddress, _ message: Bilingual, remedy: Bilingual
  ) {
    findings.add(.schema) {
      Finding(
        .schema,
        at: Place(line: address.row, column: address.column, pointer: "", sheet: sheet), message,
        remedy: remedy)
    }
  }

  private mutating func refuseUnreadable(_ value: CellValue, _ field: Field, at offset: Int) {
    let (message, remedy) = Self.unreadable(value, field.label)
    refuse(cells[offset].sheet, cells[offset].address, message, remedy: remedy)
  }

  private static func unreadable(
    _ value: CellValue, _ label: Bilingual
  ) -> (message: Bilingual, remedy: Bilingual) {
    let asText = Bilingual(
      zh: "请把这一格的格式改为“文本”，再重新填写", en: "format the cell as text and write it again")
    switch value {
    case .error(let code):
      return (
        Bilingual(
          zh: "\(label.zh)是错误值\(Quotation.of(code))",
          en: "\(label.en) is the error \(Quotation.of(code))"
        ), Bilingual(zh: "请改正公式，或直接填写内容", en: "correct the formula, or write the value itself")
      )
    case .date(let day):
      return (
        Bilingual(
          zh: "\(label.zh)被表格软件当成了日期 \(day.date)，格子里显示\(Quotation.of(day.shown))",
          en:
            "the spreadsheet has made \(label.en) the date \(day.date), shown as \(Quotation.of(day.shown))"
        ), asText
      )
    case .number:
      return (
        Bilingual(
          zh: "\(label.zh)的数字格式读不出格子里显示的内容",
          en: "what the cell of \(label.en) shows cannot be told from its number format"), asText
      )
    default:
      return (
        Bilingual(
          zh: "\(label.zh)是公式，文件里没有算出的值",
          en: "\(label.en) is a formula, and the file has no value for it"),
        Bilingual(
          zh: "请直接填写内容，或用 WPS、Excel 打开后保存一次",
          en: "write the value itself, or save it once in WPS or Excel")
      )
    }
  }

  private mutating func refuseForeignEvidence(_ code: String, at address: CellAddress) {
    let isEmpty = code.isEmpty
    refuse(
      .evidence, address,
      Bilingual(
        zh: isEmpty ? "这份佐证材料没有写措施编号" : "佐证材料的措施编号\(Quotation.of(code))不在工作表“进展”里",
        en: isEmpty
          ? "this evidence names no measure"
          : "the measure \(Quotation.of(code)) of this evidence is not on the sheet 进展"),
      remedy: Bilingual(
        zh: "请填写工作表“进展”里的措施编号", en: "write the code of a measure of the sheet 进展"))
  }
}

extension FormTable.Row {
  /// Whether the unit has written anything in this row.
  fileprivate func isFilled(_ sheet: FormSheet) -> Bool {
    sheet.columns.contains {
      !$0.isGiven && $0.heading != FormLayout.measure && self[$0.heading].value != nil
    }
  }
}
