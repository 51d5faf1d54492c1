/// An `.xlsx` put together part by part, so that a test can have any of them as it likes.
package struct WorkbookFile {
  package var sheets: [(name: String, xml: String)] = []
  package var hidden: Set<String> = []
  package var strings: String?
  package var styles: String?
  package var countsFrom1904 = false
  /// Some writers part the folders of the archive as Windows does.
  package var separator = "/"
  /// Parts beside those that every workbook has.
  package var more: [(name: String, content: [UInt8])] = []

  package init() {}

  package static let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
  private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  private static let links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let package = "http://schemas.openxmlformats.org/package/2006"

  /// Rows of texts, an empty one for an empty cell.
  package mutating func add(_ name: String, rows: [[String]]) {
    add(
      name,
      cells: rows.enumerated().map { number, row in
        let cells = row.enumerated().map { column, text in
          text.isEmpty ? "" : Self.cell(Self.address(number + 1, column + 1), text)
        }
        return "<row r=\"\(number + 1)\">\(cells.joined())</row>"
      }.joined())
  }

  /// The rows as XML, and what follows them.
  package mutating func add(_ name: String, cells: String, after: String = "") {
    sheets.append(
      (
        name,
        "\(Self.head)<worksheet xmlns=\"\(Self.main)\"><sheetData>\(cells)</sheetData>\(after)</worksheet>"
      ))
  }

  /// A cell with a text of its own.
  package static func cell(_ address: String, _ text: String) -> String {
    "<c r=\"\(address)\" t=\"inlineStr\"><is><t xml:space=\"preserve\">\(escaped(text))</t></is></c>"
  }

  package static func address(_ row: Int, _ column: Int) -> String {
    let first = column > 26 ? String(Unicode.Scalar(UInt8(64 + (column - 1) / 26))) : ""
    return first + String(Unicode.Scalar(UInt8(65 + (column - 1) % 26))) + String(row)
  }

  package static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
  }

  package var bytes: [UInt8] {
    var parts = [
      ("[Content_Types].xml", "\(Self.head)<Types xmlns=\"\(Self.package)/content-types\"/>"),
      (
        "_rels/.rels",
        relations([("rId1", "officeDocument", "xl/workbook.xml")])
      ),
      ("xl/workbook.xml", workbook),
      ("xl/_rels/workbook.xml.rels", relations(targets)),
    ]
    for (number, sheet) in sheets.enumerated() {
      parts.append(("xl/worksheets/sheet\(number + 1).xml", sheet.xml))
    }
    if let strings { parts.append(("xl/sharedStrings.xml", table("sst", strings))) }
    if let styles { parts.append(("xl/styles.xml", table("styleSheet", styles))) }
    return StoredZip.bytes(
      parts.map { ($0.0.replacing("/", with: separator), Array($0.1.utf8)) } + more)
  }

  private var targets: [(String, String, String)] {
    var targets = sheets.indices.map {
      ("rId\($0 + 1)", "worksheet", "worksheets/sheet\($0 + 1).xml")
    }
    if strings != nil { targets.append(("rIdS", "sharedStrings", "sharedStrings.xml")) }
    if styles != nil { targets.append(("rIdF", "styles", "/xl/styles.xml")) }
    return targets
  }

  private var workbook: String {
    let tabs = sheets.enumerated().map { number, sheet in
      let state = hidden.contains(sheet.name) ? " state=\"veryHidden\"" : ""
      return
        "<sheet name=\"\(Self.escaped(sheet.name))\" sheetId=\"\(number + 1)\"\(state) r:id=\"rId\(number + 1)\"/>"
    }
    let dates = countsFrom1904 ? "<workbookPr date1904=\"1\"/>" : ""
    return
      "\(Self.head)<workbook xmlns=\"\(Self.main)\" xmlns:r=\"\(Self.links)\">\(dates)<sheets>\(tabs.joined())</sheets></workbook>"
  }

  private func relations(_ targets: [(String, String, String)]) -> String {
    let items = targets.map {
      "<Relationship Id=\"\($0.0)\" Type=\"\(Self.links)/\($0.1)\" Target=\"\($0.2)\"/>"
    }
    return
      "\(Self.head)<Relationships xmlns=\"\(Self.package)/relationships\">\(items.joined())</Relationships>"
  }

  private func table(_ name: String, _ content: String) -> String {
    "\(Self.head)<\(name) xmlns=\"\(Self.main)\">\(content)</\(name)>"
  }
}
