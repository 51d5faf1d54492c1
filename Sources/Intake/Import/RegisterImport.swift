import Rectification

/// register.csv made of the office's own ledger, with a remark on everything that was not plain.
///
/// Nothing is decided in silence. What can be read for certain is put into the form of register.csv, and
/// how is told; what cannot stays as it stands, where the reader of register.csv refuses it.
package struct RegisterImport: Sendable {
  /// The bytes of register.csv; nil when no ledger could be found in the file.
  package private(set) var csv: [UInt8]?
  package private(set) var measures = 0
  package private(set) var remarks: [ImportRemark] = []

  /// Whether somebody has to look at it before it is a register: to mend it, or to agree to what was made up or
  /// left out.
  package var needsAPerson: Bool { remarks.contains { $0.kind != .reading } }

  static let headings = [
    "措施编号", "方面编号", "方面", "问题编号", "问题", "事项编号", "整改事项", "整改措施", "整改要求", "牵头区领导", "牵头单位",
    "配合单位", "开始日期", "完成时限", "长期坚持",
  ]

  /// What an import needs to know beside the file.
  package struct Settings: Sendable {
    /// The sheet; nil to take the only one with a ledger on it.
    package var sheet: String?
    /// For rows without a day of their own.
    package var start: CivilDate?
    /// units.csv.
    package var units: [UInt8]
    package var marks: SecrecyMarks

    package init(sheet: String?, start: CivilDate?, units: [UInt8], marks: SecrecyMarks = .standard)
    {
      self.sheet = sheet
      self.start = start
      self.units = units
      self.marks = marks
    }
  }

  package init(_ bytes: [UInt8], _ settings: Settings) {
    var units = ProblemLog(file: "units.csv")
    let table = CSVTable(settings.units, layout: UnitsFile.layout, marks: settings.marks, &units)
    let directory = table.map { UnitsFile.read($0, &units) }
    note(
      units.problems.map { problem in
        ImportRemark(
          .problem, nil, nil,
          Bilingual(
            zh: "units.csv 第\(problem.line)行：\(problem.message.zh)",
            en: "units.csv, line \(problem.line): \(problem.message.en)"), remedy: problem.remedy)
      })
    do {
      var source = ImportSource(bytes, settings)
      let found = try source.ledger()
      remarks += source.remarks
      var reading = LedgerReading(found.grid, found.head, units: directory, start: settings.start)
      let rows = reading.rows()
      remarks += reading.remarks
      finish(rows, in: found.grid, units: directory, settings.marks)
    } catch {
      remarks += error.remarks
    }
  }

  private mutating func note(_ remarks: [ImportRemark]) { self.remarks += remarks }

  /// Writes the rows, and has them read as the campaign's own file will be.
  private mutating func finish(
    _ rows: [ImportedRow], in grid: ImportGrid, units: UnitDirectory?, _ marks: SecrecyMarks
  ) {
    guard !rows.isEmpty else {
      note([
        ImportRemark(
          .problem, grid.sheet, nil,
          Bilingual(zh: "标题下面没有整改措施", en: "there are no measures below the headings"))
      ])
      return
    }
    let text = RegisterText(Self.headings, rows)
    csv = text.bytes
    measures = rows.count
    var log = ProblemLog(file: "register.csv")
    guard let table = CSVTable(text.bytes, layout: RegisterFile.layout, marks: marks, &log) else {
      return note(log.problems.map { Self.remark($0, nil, grid.sheet) })
    }
    _ = RegisterFile.read(table, units: units, &log)
    note(log.problems.map { Self.remark($0, text.source(of: $0), grid.sheet) })
  }

  private static func remark(
    _ problem: CampaignProblem, _ source: CellAddress?, _ sheet: String?
  ) -> ImportRemark {
    ImportRemark(.problem, sheet, source, problem.message, remedy: problem.remedy)
  }
}

/// The text of register.csv, and where each of its fields came from.
struct RegisterText {
  let bytes: [UInt8]
  private let sources: [Spot: CellAddress]
  private let rowSources: [Int: CellAddress]

  init(_ headings: [String], _ rows: [ImportedRow]) {
    let lines = [headings] + rows.map { row in headings.map { row[$0] } }
    let text = lines.map { $0.map(Self.quoted).joined(separator: ",") + "\r\n" }.joined()
    bytes = [0xEF, 0xBB, 0xBF] + Array(text.utf8)
    // The scanner itself tells where its fields stand.
    var unheard = ProblemLog(file: "register.csv")
    var sources: [Spot: CellAddress] = [:]
    var rowSources: [Int: CellAddress] = [:]
    let records = CSVScanner.records(of: Array(text.utf8), &unheard)
    for (record, row) in zip(records.dropFirst(), rows) {
      rowSources[record.spot.line] = CellAddress(row: row.number, column: 1)
      for (field, heading) in zip(record.fields, headings) {
        sources[field.spot] = row.source(of: heading)
      }
    }
    (self.sources, self.rowSources) = (sources, rowSources)
  }

  func source(of problem: CampaignProblem) -> CellAddress? {
    sources[Spot(line: problem.line, column: problem.column)] ?? rowSources[problem.line]
  }

  private static func quoted(_ text: String) -> String {
    guard text.utf8.contains(where: { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }) else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }
}
