import Rectification
import TestSupport
import Testing

@testable import Intake

/// Cells hold what a spreadsheet shows in them.
struct WorkbookTests {
  private static let styles = """
    <numFmts count="2"><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/>\
    <numFmt numFmtId="177" formatCode="0.00&quot;days&quot;"/></numFmts>\
    <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>\
    <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="9"/><xf numFmtId="176"/>\
    <xf numFmtId="22"/><xf numFmtId="177"/><xf numFmtId="20"/></cellXfs>
    """

  private func sheet(
    _ cells: String, after: String = "", _ change: (inout WorkbookFile) -> Void = { _ in }
  )
    throws -> Sheet
  {
    var file = WorkbookFile()
    file.add("表", cells: cells, after: after)
    file.styles = Self.styles
    change(&file)
    var workbook = try Workbook(file.bytes, limits: .form)
    return try workbook.sheet(try #require(workbook.sheets.first))
  }

  @Test(arguments: [
    ("<c r=\"A1\" t=\"inlineStr\"><is><t>文字</t></is></c>", "文字"),
    (
      "<c r=\"A1\" t=\"inlineStr\"><is><r><t>分</t></r><r><t>开</t></r><rPh><t>x</t></rPh></is></c>",
      "分开"
    ),
    ("<c r=\"A1\" t=\"inlineStr\"><is><t>a_x000A_b_x00e9_</t></is></c>", "a\nbé"),
    ("<c r=\"A1\" t=\"s\"><v>1</v></c>", "共享"),
    ("<c r=\"A1\" t=\"str\"><f>A2</f><v>算出</v></c>", "算出"),
    ("<c r=\"A1\"><v>60</v></c>", "60"),
    ("<c r=\"A1\"><v>410.36000000000001</v></c>", "410.36"),
    ("<c r=\"A1\"><v>1.0000000000000001E-5</v></c>", "0.00001"),
    ("<c r=\"A1\" s=\"2\"><v>0.56999999999999995</v></c>", "57%"),
    ("<c r=\"A1\" s=\"1\"><v>45311</v></c>", "2024-01-20"),
    ("<c r=\"A1\" s=\"3\"><v>45311</v></c>", "2024-01-20"),
    ("<c r=\"A1\" s=\"4\"><v>45311.680555555555</v></c>", "2024/1/20 16:20"),
    ("<c r=\"A1\" s=\"1\"><v>59</v></c>", "1900-02-28"),
    ("<c r=\"A1\" s=\"1\"><v>61</v></c>", "1900-03-01"),
    ("<c r=\"A1\" s=\"5\"><v>3</v></c>", "3.00days"),
    ("<c r=\"A1\" s=\"6\"><v>0.5</v></c>", "12:00"),
    ("<c r=\"A1\" t=\"b\"><v>1</v></c>", "TRUE"),
    ("<c r=\"A1\"><v>1.13101061234567E+17</v></c>", "1.13101061234567E+17"),
  ])
  func aCellHoldsWhatItShows(cell: String, shown: String) throws {
    let sheet = try sheet("<row r=\"1\">\(cell)</row>") {
      $0.strings = "<si><t>零</t></si><si><r><t>共</t></r><r><t>享</t></r></si>"
    }
    #expect(sheet[1, 1]?.text == shown)
  }

  @Test(arguments: [
    ("<c r=\"A1\" t=\"e\"><v>#REF!</v></c>", CellValue.error("#REF!")),
    ("<c r=\"A1\"><f>B1</f></c>", .uncomputed),
  ])
  func aCellWithNothingToShowSaysSo(cell: String, value: CellValue) throws {
    #expect(try sheet("<row r=\"1\">\(cell)</row>")[1, 1] == value)
  }

  @Test
  func the29FebruaryOf1900IsNoDay() throws {
    #expect(
      try sheet("<row r=\"1\"><c r=\"A1\" s=\"1\"><v>60</v></c></row>")[1, 1]
        == .number(60, shown: nil))
  }

  @Test
  func daysAreCountedFrom1904WhereTheWorkbookSaysSo() throws {
    let sheet = try sheet("<row r=\"1\"><c r=\"A1\" s=\"1\"><v>43849</v></c></row>") {
      $0.countsFrom1904 = true
    }
    #expect(sheet[1, 1]?.text == "2024-01-20")
  }

  @Test
  func mergedAndHiddenCellsAreKnown() throws {
    let rows =
      "<row r=\"3\" hidden=\"1\"><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>"
    let sheet = try sheet(rows, after: "<mergeCells><mergeCell ref=\"B3:B5\"/></mergeCells>")
    #expect(sheet[3, 2]?.text == "2" && sheet[4, 1]?.text == "3")
    #expect(sheet.hiddenRows == [3])
    #expect(sheet.merged == [try #require(CellRange("B3:B5"))])
    #expect(sheet.lastRow == 4 && sheet.lastColumn == 2)
  }

  @Test(arguments: ["A0", "XFE1", "A1048577", "1A", "", "A", "a1"])
  func anAddressOutsideOfASheetIsNone(text: String) { #expect(CellAddress(text) == nil) }

  @Test(arguments: ["A1", "Z9", "AA10", "AZ100", "XFD1048576"])
  func anAddressIsWrittenAsItIsRead(text: String) { #expect(CellAddress(text)?.text == text) }
}

/// What is no workbook, or no sound one, is refused before anything of it is used.
struct RefusedWorkbookTests {
  private func fault(_ bytes: [UInt8], limits: WorkbookLimits = .form) -> WorkbookFault? {
    do throws(WorkbookFault) {
      var workbook = try Workbook(bytes, limits: limits)
      for sheet in workbook.sheets { _ = try workbook.sheet(sheet) }
      return nil
    } catch {
      return error
    }
  }

  private func file(_ cells: String) -> [UInt8] {
    var file = WorkbookFile()
    file.add("表", cells: cells)
    return file.bytes
  }

  @Test
  func whatCameBeforeXlsxIsRefused() {
    let fault = fault(
      [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + Array(repeating: 0, count: 600))
    #expect(fault == .old && fault?.remedy.zh.contains("另存为 .xlsx") == true)
  }

  @Test(arguments: [
    "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>7</v></c></row>", "<row r=\"0\"/>",
    "<row r=\"1\"><c r=\"XFE1\"><v>1</v></c></row>", "<row r=\"1\"><c r=\"A1\"><v>x</v></c></row>",
    "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"A1\"><v>2</v></c></row>", "<row", "&undefined;",
    "<row r=\"1\"><c r=\"A1\"><v>1e999</v></c></row>",
  ])
  func damageIsToldAsDamage(cells: String) { #expect(fault(file(cells)) == .damaged) }

  @Test
  func aDocumentTypeIsRefused() {
    var file = WorkbookFile()
    file.add("表", cells: "")
    file.sheets[0].xml =
      "<!DOCTYPE worksheet [<!ENTITY a \"b\">]>"
      + file.sheets[0].xml.dropFirst(WorkbookFile.head.count)
    #expect(fault(file.bytes) == .damaged)
  }

  @Test
  func twoPartsOfOneNameAreRefused() {
    var file = WorkbookFile()
    file.add("表", cells: "")
    file.more = [("XL/worksheets/Sheet1.xml", Array("<worksheet/>".utf8))]
    #expect(fault(file.bytes) == .damaged)
  }

  @Test
  func moreThanThereIsRoomForIsTooMuch() {
    let cells = (1...20).map { "<row r=\"\($0)\">\(WorkbookFile.cell("A\($0)", "文字"))</row>" }
    let bytes = file(cells.joined())
    for limits in [
      WorkbookLimits(unpackedBytes: 1 << 20, cells: 19, textBytes: 1 << 20),
      WorkbookLimits(unpackedBytes: 1 << 20, cells: 20, textBytes: 119),
      WorkbookLimits(unpackedBytes: 900, cells: 20, textBytes: 120),
      WorkbookLimits(unpackedBytes: 1 << 20, parts: 4, cells: 20, textBytes: 120),
    ] {
      #expect(fault(bytes, limits: limits) == .tooLarge)
    }
    #expect(
      fault(bytes, limits: WorkbookLimits(unpackedBytes: 1 << 20, cells: 20, textBytes: 120)) == nil
    )
  }

  @Test
  func anArchiveOfFilesIsNoWorkbook() {
    #expect(fault(StoredZip.bytes([("report.json", Array("{}".utf8))])) == .noWorkbook)
    #expect(fault(Array("a,b\n".utf8)) == .noWorkbook)
  }
}
