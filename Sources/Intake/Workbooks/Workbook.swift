import Rectification

/// A workbook in memory: its sheets by name, read one at a time.
///
/// Formulas are not computed and links to other files not followed: of both, what the program that
/// saved the file had worked out is all there is.
package struct Workbook {
  package let sheets: [SheetName]
  private var parts: WorkbookParts
  private let strings: [RichText]
  private let formats: CellFormats
  private let countsFrom1904: Bool
  private var budget: SheetBudget

  /// A sheet as the tabs show it.
  package struct SheetName: Hashable, Sendable {
    package let name: String
    package let isHidden: Bool
    fileprivate let part: String
  }

  /// Whether bytes are packed as every `.xlsx` is.
  static func isPacked(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) }

  /// Whether bytes are an office document, and no archive of files.
  static func isOne(_ bytes: [UInt8]) -> Bool {
    isPacked(bytes) && (try? WorkbookParts(bytes, .form))?.has("[Content_Types].xml") ?? false
  }

  /// Whether bytes are of the format that came before, or encrypted.
  static func isOld(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])
  }

  package init(_ bytes: [UInt8], limits: WorkbookLimits) throws(WorkbookFault) {
    guard !Self.isOld(bytes) else { throw .old }
    guard Self.isPacked(bytes) else { throw .noWorkbook }
    try self.init(WorkbookParts(bytes, limits), limits)
  }

  init(_ parts: WorkbookParts, _ limits: WorkbookLimits) throws(WorkbookFault) {
    self.parts = parts
    let main = try Self.mainPart(&self.parts)
    let links = try Self.links(of: main, &self.parts)
    let book = try WorkbookPart(self.parts.xml(main))
    countsFrom1904 = book.countsFrom1904
    sheets = book.sheets.compactMap { sheet in
      links.targets[sheet.link].map {
        SheetName(name: sheet.name, isHidden: sheet.isHidden, part: $0)
      }
    }
    guard sheets.count == book.sheets.count else { throw .damaged }
    strings = try SharedStrings.read(Self.linked("sharedStrings", links, &self.parts))
    formats = try CellFormats(Self.linked("styles", links, &self.parts))
    budget = SheetBudget(cells: limits.cells, textBytes: limits.textBytes)
  }

  package mutating func sheet(_ name: SheetName) throws(WorkbookFault) -> Sheet {
    guard let xml = try parts.xml(name.part) else { throw .damaged }
    var reading = SheetReading(
      strings: strings, formats: formats, countsFrom1904: countsFrom1904, budget: budget)
    let sheet = try reading.read(xml, named: name.name)
    budget = reading.budget
    return sheet
  }

  private static func mainPart(_ parts: inout WorkbookParts) throws(WorkbookFault) -> String {
    if parts.has("mimetype") || parts.has("META-INF/manifest.xml"), parts.has("content.xml") {
      throw .openDocument
    }
    let links = try links(of: "", &parts)
    guard let main = links.first(of: "officeDocument") else { throw .noWorkbook }
    // Word and PowerPoint name theirs document.xml and presentation.xml.
    guard main.lowercased().hasSuffix("workbook.xml") else { throw .noWorkbook }
    return main
  }

  private static func linked(
    _ kind: String, _ links: PartLinks, _ parts: inout WorkbookParts
  ) throws(WorkbookFault) -> XMLPartReader? {
    guard let name = links.first(of: kind) else { return nil }
    return try parts.xml(name)
  }

  private static func links(
    of part: String, _ parts: inout WorkbookParts
  ) throws(WorkbookFault) -> PartLinks {
    let cut = part.lastIndex(of: "/").map(part.index(after:)) ?? part.startIndex
    let name = "\(part[..<cut])_rels/\(part[cut...]).rels"
    return try PartLinks(parts.xml(name), folder: String(part[..<cut]))
  }
}
