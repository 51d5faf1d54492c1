import Rectification

/// The file of a ledger: which sheet of it is the ledger, and where that begins.
struct ImportSource {
  private let bytes: [UInt8]
  private let settings: RegisterImport.Settings
  private(set) var remarks: [ImportRemark] = []

  /// The most bytes a file of a ledger has.
  static let sizeLimit = 32 << 20

  /// Why there is no ledger to read.
  struct Refusal: Error {
    let remarks: [ImportRemark]

    init(_ message: Bilingual, remedy: Bilingual, _ sheet: String? = nil) {
      remarks = [ImportRemark(.problem, sheet, nil, message, remedy: remedy)]
    }

    init(_ fault: WorkbookFault) {
      self.init(fault.message, remedy: fault.remedy)
    }
  }

  init(_ bytes: [UInt8], _ settings: RegisterImport.Settings) {
    self.bytes = bytes
    self.settings = settings
  }

  mutating func ledger() throws(Refusal) -> (grid: ImportGrid, head: ImportHead) {
    guard bytes.count <= Self.sizeLimit else { throw Refusal(.tooLarge) }
    let isWorkbook = Workbook.isPacked(bytes) || Workbook.isOld(bytes)
    if !isWorkbook, let fault = WorkbookFault.textual(bytes) { throw Refusal(fault) }
    let grids = isWorkbook ? try workbook() : try csv()
    let found = grids.compactMap { grid in ImportHead.find(in: grid).map { (grid, $0) } }
    guard let first = found.first else { throw noLedger(grids) }
    guard found.count == 1 else { throw severalLedgers(found.map(\.0)) }
    return first
  }

  private mutating func workbook() throws(Refusal) -> [ImportGrid] {
    do throws(WorkbookFault) {
      if Workbook.isPacked(bytes), try WorkbookTexts.bears(settings.marks, in: bytes, .register) {
        return try refuseMarked()
      }
      var workbook = try Workbook(bytes, limits: .register)
      let hidden = workbook.sheets.filter { $0.isHidden && $0.name != settings.sheet }
      remarks += hidden.map { Self.passedOver($0.name) }
      let wanted = workbook.sheets.filter {
        settings.sheet.map($0.name.elementsEqual) ?? !$0.isHidden
      }
      var grids: [ImportGrid] = []
      for name in wanted { grids.append(ImportGrid(try workbook.sheet(name))) }
      return grids
    } catch {
      throw Refusal(error)
    }
  }

  private func refuseMarked() throws(WorkbookFault) -> [ImportGrid] {
    throw WorkbookFault(
      message: Bilingual(
        zh: "文件带有密级标志或内部标识，不得在本系统处理",
        en: "the file bears a secrecy mark and must not be in this system"),
      remedy: Bilingual(
        zh: "请按保密规定处理原件；误写的，删去后再导入",
        en: "handle it as the rules on secrecy say; remove a mark made in error"))
  }

  private mutating func csv() throws(Refusal) -> [ImportGrid] {
    var log = ProblemLog(file: "")
    guard let text = CampaignText.read(bytes, marks: settings.marks, &log) else {
      throw Refusal(log.problems)
    }
    let grid = ImportGrid(CSVScanner.records(of: text, &log))
    if ImportHead.find(in: grid) == nil, let other = try otherwiseSeparated(text) { return [other] }
    guard log.problems.isEmpty else { throw Refusal(log.problems) }
    return [grid]
  }

  /// The same where semicolons or tabs stand for the commas; full-width commas, which stand in texts as well,
  /// are told and not read.
  private mutating func otherwiseSeparated(_ text: [UInt8]) throws(Refusal) -> ImportGrid? {
    for (separator, zh, en) in [
      (UInt8(ascii: ";"), "分号", "semicolons"), (UInt8(ascii: "\t"), "制表符", "tabs"),
    ] {
      var log = ProblemLog(file: "")
      let grid = ImportGrid(CSVScanner.records(of: text, separatedBy: separator, &log))
      guard log.problems.isEmpty, ImportHead.find(in: grid) != nil else { continue }
      remarks.append(
        ImportRemark(
          .reading, nil, nil,
          Bilingual(zh: "各列是用\(zh)隔开的，照这样读", en: "the columns are separated by \(en), and read so"))
      )
      return grid
    }
    let commas = text.prefix(32_768).split(separator: UInt8(ascii: "\n")).prefix(40).map {
      String(decoding: $0, as: UTF8.self).split(separator: "，").count
    }
    guard commas.contains(where: { $0 > 3 }) else { return nil }
    throw Refusal(
      Bilingual(
        zh: "没有找到台账的标题行，各列像是用全角逗号（，）隔开的",
        en: "no headings of a ledger; the columns seem to be separated by full-width commas"),
      remedy: Bilingual(
        zh: "请在表格软件里另存为“CSV UTF-8（逗号分隔）”或 .xlsx",
        en: "save it as “CSV UTF-8 (comma delimited)” or .xlsx in a spreadsheet program"))
  }

  private static func passedOver(_ name: String) -> ImportRemark {
    ImportRemark(
      .reading, name, nil,
      Bilingual(zh: "是隐藏的，没有读", en: "is hidden and was not read"),
      remedy: Bilingual(zh: "要读它，请加 --sheet", en: "name it by --sheet to have it read"))
  }

  private func noLedger(_ grids: [ImportGrid]) -> Refusal {
    if let sheet = settings.sheet, grids.isEmpty {
      return Refusal(
        Bilingual(
          zh: "没有工作表\(Quotation.of(sheet))", en: "there is no sheet \(Quotation.of(sheet))"),
        remedy: Bilingual(zh: "请核对 --sheet", en: "correct --sheet"))
    }
    return Refusal(
      Bilingual(
        zh: "没有找到台账的标题行：一行或相邻几行里应有“整改措施”和另外两个以上已知的标题",
        en:
          "no headings of a ledger: 整改措施 and two known headings more, in one row or adjoining ones"),
      remedy: Bilingual(
        zh: "请核对标题用词，已知的用词见 docs/import.md",
        en: "see docs/import.md for the headings that are known"))
  }

  private func severalLedgers(_ grids: [ImportGrid]) -> Refusal {
    let names = grids.compactMap(\.sheet).map(Quotation.of)
    return Refusal(
      Bilingual(
        zh: "有\(names.count)张工作表像台账：\(names.joined(separator: "、"))",
        en: "\(names.count) sheets look like a ledger: \(names.joined(separator: ", "))"),
      remedy: Bilingual(zh: "请用 --sheet 指明一张", en: "name one by --sheet"))
  }
}

extension ImportSource.Refusal {
  init(_ problems: [CampaignProblem]) {
    remarks = problems.map { problem in
      let cell = problem.line > 0 ? "\(problem.line):\(problem.column) " : ""
      return ImportRemark(
        .problem, nil, nil,
        Bilingual(zh: cell + problem.message.zh, en: cell + problem.message.en),
        remedy: problem.remedy)
    }
  }
}
