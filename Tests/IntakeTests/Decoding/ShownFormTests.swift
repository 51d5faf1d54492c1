import Rectification
import TestSupport
import Testing

@testable import Intake

/// A form says what its cells show, or the cell is named.
struct ShownFormTests {
  /// The form with one cell of 进展 replaced, under a style that shows it by `format`.
  private func findings(
    cell address: String, _ xml: String, format: String = "General", strike: Bool = false,
    after: String = "", sheet name: String = "进展"
  ) throws -> [String] {
    var form = FormFile()
    form.entries = [
      [
        "措施编号": "M001", "责任": "牵头", "本周状态": "正在推进", "本周进度（%）": "60", "本周进展": "甲", "滞后原因": "乙",
        "预计完成日期": "2024-02-01",
      ],
      ["措施编号": "M002", "责任": "牵头", "本周状态": "正在推进", "本周进度（%）": "50", "本周进展": "丙"],
    ]
    form.outcomes = [["成效种类": "recovered", "名称": "退款", "金额": "1", "金额单位": "万元"]]
    var file = form.workbook
    let number = try #require(file.sheets.firstIndex { $0.name == name })
    let pattern = try Regex("<c r=\"\(address)\".*?</c>")
    if !xml.isEmpty { file.sheets[number].xml.replace(pattern, with: xml) }
    file.sheets[number].xml.replace("</sheetData>", with: "</sheetData>\(after)")
    file.styles =
      "<numFmts count=\"1\"><numFmt numFmtId=\"200\" formatCode=\"\(WorkbookFile.escaped(format).replacing("\"", with: "&quot;"))\"/></numFmts>"
      + "<fonts count=\"2\"><font/><font>\(strike ? "<strike/>" : "")</font></fonts>"
      + "<cellXfs><xf numFmtId=\"0\" fontId=\"0\"/><xf numFmtId=\"200\" fontId=\"1\"/></cellXfs>"
    let decoded = ReportDecoder().decode(file.bytes)
    guard decoded.findings.isEmpty else {
      return decoded.findings.map { "\($0.place.cell ?? "-") \($0.message.zh)" }
    }
    let report = try #require(decoded.report)
    let entry = report.entries[0]
    return [
      "\(entry.percent)", entry.progress, entry.delay?.expectedDate?.description ?? "-",
      report.outcomes.map { "\($0.value)" }.joined(),
    ]
  }

  /// What the unit sees in a cell is what it has reported.
  @Test(arguments: [
    ("I3", "<c r=\"I3\" s=\"1\"><v>0.6</v></c>", "0%", 0, "60"),
    ("I3", "<c r=\"I3\" s=\"1\"><v>0.604</v></c>", "0%", 0, "60"),
    ("I3", "<c r=\"I3\" s=\"1\"><v>60</v></c>", "0.0", 0, "60"),
    ("I3", "<c r=\"I3\" s=\"1\"><v>60</v></c>", "0\"%\"", 0, "60"),
    ("I3", "<c r=\"I3\" s=\"1\"><v>60</v></c>", "#,##0.00", 0, "60"),
    ("J3", "<c r=\"J3\" s=\"1\"><v>0.75</v></c>", "# ?/?", 1, "3/4"),
    ("J3", "<c r=\"J3\" s=\"1\"><v>3</v></c>", "\"完成\"0\"处\"", 1, "完成3处"),
    ("J3", "<c r=\"J3\" s=\"1\"><v>45311</v></c>", "yyyy\"年\"m\"月\"d\"日\"", 1, "2024年1月20日"),
    ("M3", "<c r=\"M3\" s=\"1\"><v>45323.999988425923</v></c>", "yyyy/m/d", 2, "2024-02-01"),
    ("M3", "<c r=\"M3\" s=\"1\"><v>45323.5</v></c>", "yyyy-mm-dd hh:mm", 2, "2024-02-01"),
    ("M3", "<c r=\"M3\" t=\"d\"><v>2024-02-01T00:00:00</v></c>", "General", 2, "2024-02-01"),
    ("M3", "<c r=\"M3\" t=\"d\"><v>2024-02-01T23:59:59.500</v></c>", "General", 2, "2024-02-01"),
    (
      "M3", "<c r=\"M3\" t=\"inlineStr\"><is><t>2024/2/1 0:00:00</t></is></c>", "General", 2,
      "2024-02-01"
    ),
    (
      "M3", "<c r=\"M3\" t=\"inlineStr\"><is><t>2024年2月1日 23:59:59</t></is></c>", "General", 2,
      "2024-02-01"
    ),
  ])
  func aCellIsReadAsItIsShown(
    address: String, xml: String, format: String, index: Int, value: String
  ) throws {
    #expect(try findings(cell: address, xml, format: format)[index] == value)
  }

  @Test(arguments: [
    ("4103600", "0!.0000\"万元\"", "410.36"), ("4103600", "0\\.0,\"万元\"", "410.40"),
    ("4103.6", "#,##0.00", "4103.60"),
    ("410.364999", "0.00", "410.36"), ("410.36", "¥#,##0.00", "410.36"),
    ("410.36", "0.0000\"万元\"", "410.36"),
  ])
  func anAmountIsReadAsItIsShown(number: String, format: String, amount: String) throws {
    let shown = try findings(
      cell: "F3", "<c r=\"F3\" s=\"1\"><v>\(number)</v></c>", format: format, sheet: "成效")
    #expect(
      shown.count == 4 && shown[3].contains("\(Amount(amount, unit: .tenThousandYuan)?.fen ?? -1)"),
      "\(shown)")
  }

  /// What the spreadsheet has made of it is not what was meant: it is named with its cell.
  @Test(arguments: [
    (
      "J3", "<c r=\"J3\" s=\"1\"><v>46307</v></c>", "m\"月\"d\"日\"",
      "J3 progress（本周进展）被表格软件当成了日期 2026-10-12，格子里显示“10月12日”"
    ),
    (
      "J3", "<c r=\"J3\" s=\"1\"><v>45355</v></c>", "m-d",
      "J3 progress（本周进展）被表格软件当成了日期 2024-03-04，格子里显示“3-4”"
    ),
    (
      "J3", "<c r=\"J3\" s=\"1\"><v>45292</v></c>", "yyyy\"年\"m\"月\"",
      "J3 progress（本周进展）被表格软件当成了日期 2024-01-01，格子里显示“2024年1月”"
    ),
    (
      "J3", "<c r=\"J3\" s=\"1\"><v>12</v></c>", "[DBNum1]General",
      "J3 progress（本周进展）的数字格式读不出格子里显示的内容"
    ),
    (
      "J3", "<c r=\"J3\" s=\"1\"><v>45355</v></c>", "mmm-yy",
      "J3 progress（本周进展）被表格软件当成了日期 2024-03-04，格子里显示“Mar-24”"
    ),
    (
      "A3", "<c r=\"A3\" s=\"1\"><v>45292</v></c>", "m-d",
      "A3 measure（整改措施编号）被表格软件当成了日期 2024-01-01，格子里显示“1-1”"
    ),
    (
      "M3", "<c r=\"M3\" s=\"1\"><v>45323</v></c>", "yyyy\"年\"m\"月\"",
      "M3 expectedDate（预计完成日期）填写不合要求：“2024年2月”"
    ),
    (
      "M3", "<c r=\"M3\" s=\"1\"><v>45323</v></c>", "m\"月\"d\"日\"",
      "M3 expectedDate（预计完成日期）填写不合要求：“2月1日”"
    ),
    (
      "M3", "<c r=\"M3\" s=\"1\"><v>45323</v></c>", "General",
      "M3 expectedDate（预计完成日期）填写不合要求：“45323”"
    ),
    ("I3", "<c r=\"I3\" s=\"1\"><v>45355</v></c>", "m/d", "I3 percent（本周进度（%））填写不合要求：“3/4”"),
  ])
  func whatTheSpreadsheetMadeUpIsNamed(
    address: String, xml: String, format: String, message: String
  ) throws {
    let found = try findings(cell: address, xml, format: format)
    #expect(
      found.contains {
        $0.hasPrefix(String(message.prefix(4)))
          && $0.contains(message.split(separator: "：").last ?? "")
      }, "\(found)")
  }

  @Test(arguments: [
    "<c r=\"J3\" t=\"inlineStr\"><is><r><rPr><strike/></rPr><t>已完成</t></r><r><t>未完成</t></r></is></c>",
    "<c r=\"J3\" t=\"inlineStr\"><is><r><t>未</t></r><r><rPr><strike val=\"1\"/></rPr><t>完成</t></r></is></c>",
    "<c r=\"J3\" s=\"1\" t=\"inlineStr\"><is><t>整格划掉</t></is></c>",
  ])
  func struckOutTextIsNamed(_ xml: String) throws {
    let found = try findings(cell: "J3", xml, strike: true)
    #expect(found == ["J3 这一格有加了删除线的文字，报不报看不出来"])
  }

  @Test(arguments: [
    "<c r=\"J3\" t=\"inlineStr\"><is><r><rPr><strike val=\"0\"/></rPr><t>已完成</t></r></is></c>",
    "<c r=\"J3\" t=\"inlineStr\"><is><r><rPr><strike/></rPr><t> </t></r><r><t>已完成</t></r></is></c>",
  ])
  func whatIsNotStruckOutIsTaken(_ xml: String) throws {
    #expect(try findings(cell: "J3", xml)[1].trimmed == "已完成")
  }

  @Test(arguments: ["J3:J4", "J3:K4", "H3:P4", "I3:I4", "L3:M5"])
  func mergedCellsAreNamed(_ range: String) throws {
    let found = try findings(
      cell: "", "", after: "<mergeCells><mergeCell ref=\"\(range)\"/></mergeCells>")
    #expect(found.contains { $0.contains("\(range) 是合并的单元格") }, "\(found)")
  }

  /// Over one row nothing is hidden; the title above the table may be merged as it likes.
  @Test(arguments: ["J3:K3", "A1:P1", "C3:C4"])
  func mergedCellsThatHideNothingAreTaken(_ range: String) throws {
    let found = try findings(
      cell: "", "", after: "<mergeCells><mergeCell ref=\"\(range)\"/></mergeCells>")
    #expect(found.first == "60")
  }

  @Test(arguments: [
    ("进展 (2)", "进展", true), ("进展备份", "进展", true), ("佐证材料 (2)", "佐证材料", true),
    ("进展 (2)", "进展", false),
    ("Sheet1", "", false),
  ])
  func aCopiedSheetThatSaysOtherwiseIsNamed(name: String, kind: String, differs: Bool) {
    var form = FormFile()
    form.entries = [["措施编号": "M001", "责任": "牵头", "本周状态": "正在推进", "本周进度（%）": "60", "本周进展": "甲"]]
    var file = form.workbook
    if let sheet = file.sheets.first(where: { $0.name == kind }) {
      var other = form
      other.entries[0]["本周进度（%）"] = "99"
      other.evidence = [["措施编号": "M001", "材料名称": "通知"]]
      let copy = other.workbook.sheets.first { $0.name == kind }
      file.sheets.append((name, differs ? copy?.xml ?? "" : sheet.xml))
    } else {
      file.add(name, rows: [["随手记", "1"]])
    }
    let found = ReportDecoder().decode(file.bytes).findings.map(\.message.zh)
    #expect(found == (differs ? ["另有一张同样的工作表“\(name)”，内容与“\(kind)”不同，没有读"] : []), "\(found)")
  }

  @Test(arguments: [("基本情况", "B10"), ("基本情况", "E3"), ("进展", "C1"), ("进展", "R3"), ("佐证材料", "F9")])
  func aNoteBesideTheTableIsNamed(sheet name: String, cell address: String) throws {
    var form = FormFile()
    form.entries = [["措施编号": "M001", "责任": "牵头", "本周状态": "正在推进", "本周进度（%）": "60", "本周进展": "甲"]]
    var file = form.workbook
    let number = try #require(file.sheets.firstIndex { $0.name == name })
    let row = Int(address.drop { $0.isLetter }) ?? 0
    let note = "<c r=\"\(address)\" t=\"inlineStr\"><is><t>备注：实为60%</t></is></c>"
    if file.sheets[number].xml.contains("<row r=\"\(row)\">") {
      let pattern = try Regex("(<row r=\"\(row)\">.*?)</row>")
      file.sheets[number].xml.replace(pattern, maxReplacements: 1) { match in
        "\(match.output[1].substring ?? "")\(note)</row>"
      }
    } else {
      file.sheets[number].xml.replace(
        "</sheetData>", with: "<row r=\"\(row)\">\(note)</row></sheetData>")
    }
    let found = ReportDecoder().decode(file.bytes).findings.map {
      "\($0.place.cell ?? "-") \($0.message.zh)"
    }
    #expect(found.count == 1 && found[0].hasPrefix("\(address) 这一格在表格之外"), "\(found)")
  }

  @Test(arguments: ["AB", "ab", "Ab"])
  func aDigestIsTakenInCapitalsAndWithBlanks(_ pair: String) throws {
    for separator in ["", " "] {
      var form = FormFile()
      form.entries = [
        ["措施编号": "M001", "责任": "牵头", "本周状态": "已完成", "本周进度（%）": "100", "本周进展": "甲"]
      ]
      form.evidence = [["措施编号": "M001", "材料名称": "通知"]]
      let written = Array(repeating: pair, count: 32).joined(separator: separator)
      form.evidence[0]["材料校验值（SHA-256）"] = written
      let decoded = ReportDecoder().decode(form.workbook.bytes)
      #expect(decoded.findings == [], "\(written)")
      #expect(
        decoded.report?.entries[0].evidence.first?.sha256 == String(repeating: "ab", count: 32))
    }
  }
}
