import Rectification
import TestSupport
import Testing

@testable import Intake

/// A ledger says what its cells show; nothing is dropped and nothing doubled in silence.
struct ShownLedgerTests {
  private static let units = "单位代码,单位名称\nJD01,示例街道一\nJD02,示例街道二\n"
  private static let heads = ["措施编号", "方面", "问题", "整改事项", "整改措施", "牵头单位", "配合单位", "完成时限"]
  private static let row = ["M1", "方面一", "问题一", "事项一", "修订制度", "JD01", "", "2024-01-10"]

  private func read(_ bytes: [UInt8]) -> RegisterImport {
    RegisterImport(
      bytes,
      RegisterImport.Settings(
        sheet: nil, start: CivilDate("2023-08-30"), units: Array(Self.units.utf8)))
  }

  private func fields(_ result: RegisterImport) -> [[String]] {
    var log = ProblemLog(file: "")
    return CSVScanner.records(of: Array((result.csv ?? []).dropFirst(3)), &log).dropFirst()
      .map { $0.fields.map(\.text) }
  }

  private func problems(_ result: RegisterImport) -> [String] {
    result.remarks.filter { $0.kind == .problem }.map { "\($0.cell ?? "-") \($0.message.zh)" }
  }

  /// A ledger of one measure with one cell as XML, shown by a number format.
  private func ledger(_ address: String, _ xml: String, _ format: String) throws -> RegisterImport {
    var file = WorkbookFile()
    file.add("台账", rows: [Self.heads, Self.row])
    file.sheets[0].xml.replace(try Regex("<c r=\"\(address)\".*?</c>"), with: xml)
    let code = WorkbookFile.escaped(format).replacing("\"", with: "&quot;")
    file.styles =
      "<numFmts count=\"1\"><numFmt numFmtId=\"200\" formatCode=\"\(code)\"/></numFmts>"
      + "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"200\"/></cellXfs>"
    return read(file.bytes)
  }

  @Test(arguments: [
    ("000", 1, "001"), ("\"M\"000", 1, "M001"), ("\"M\"0", 12, "M12"), ("0000", 12, "0012"),
    ("00\\-00", 102, "01-02"), ("[$-804]00", 7, "07"), ("General", 15, "15"),
  ])
  func aCodeIsWhatItsCellShows(format: String, number: Int, code: String) throws {
    let result = try ledger("A2", "<c r=\"A2\" s=\"1\"><v>\(number)</v></c>", format)
    #expect(fields(result)[0][0] == code && problems(result) == [])
  }

  @Test(arguments: [
    ("m-d", "1-2"), ("m/d", "1/2"), ("d-mmm", "2-Jan"), ("mmm-yy", "Jan-24"),
    ("yyyy-m-d", "2024-1-2"),
    ("m\"月\"d\"日\"", "1月2日"),
  ])
  func aCodeThatTurnedIntoADayIsReadAsShownAndNamed(format: String, shown: String) throws {
    let result = try ledger("A2", "<c r=\"A2\" s=\"1\"><v>45293</v></c>", format)
    #expect(fields(result)[0][0] == shown)
    #expect(
      problems(result).contains(
        "A2 “措施编号”被表格软件当成了日期 2024-01-02，按格子里显示的“\(shown)”读"))
  }

  @Test(arguments: [
    ("yyyy/m/d", "45301"), ("yyyy\"年\"m\"月\"d\"日\"", "45301"),
    ("yyyy-mm-dd hh:mm", "45301.729166666664"),
    ("yyyy/m/d", "45301.99998842592"), ("m/d/yy", "45301"),
    ("[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", "45301"),
  ])
  func aDayIsADayWhateverIsShownBesideIt(format: String, number: String) throws {
    let result = try ledger("H2", "<c r=\"H2\" s=\"1\"><v>\(number)</v></c>", format)
    #expect(fields(result)[0][13] == "2024-01-10" && problems(result) == [])
  }

  @Test(arguments: [
    "2024-01-10T00:00:00", "2024-01-10T17:30:00", "2024-01-10", "2024-01-10T23:59:59.9",
  ])
  func aDayWrittenOutInTheFileIsThatDay(_ written: String) throws {
    let result = try ledger("H2", "<c r=\"H2\" t=\"d\"><v>\(written)</v></c>", "General")
    #expect(fields(result)[0][13] == "2024-01-10" && problems(result) == [])
  }

  /// The same as the words would be: whose year or day nobody has written.
  @Test(arguments: [
    ("yyyy\"年\"m\"月\"", "2024年1月"), ("m\"月\"d\"日\"", "1月10日"), ("m\"月\"", "1月"),
    ("mmm-yy", "Jan-24"),
    ("yyyy", "2024"), ("d", "10"),
  ])
  func aCellThatShowsNoWholeDayIsNone(format: String, shown: String) throws {
    let cell = try ledger("H2", "<c r=\"H2\" s=\"1\"><v>45301</v></c>", format)
    let words = try ledger(
      "H2", "<c r=\"H2\" t=\"inlineStr\"><is><t>\(shown)</t></is></c>", "General")
    #expect(fields(cell)[0][13] == shown && problems(cell) == problems(words))
    #expect(!problems(cell).isEmpty)
  }

  @Test(arguments: ["2204-01-20", "2124年1月20日", "2034/9/1", "2099.12.31", "1924-01-20"])
  func aYearFarFromTheOthersIsNamed(_ date: String) {
    var file = WorkbookFile()
    var row = Self.row
    row[7] = date
    file.add("台账", rows: [Self.heads, row])
    #expect(problems(read(file.bytes)).contains { $0.hasPrefix("H2 ") }, "\(date)")
  }

  @Test(arguments: [
    "\u{FEFF}措施编号", "措施编号\u{200B}", "措施\u{2060}编号", "措施编\u{AD}号", "措施编号\u{FEFF}\u{FEFF}",
  ])
  func aHeadingIsWhatIsSeen(_ heading: String) {
    var file = WorkbookFile()
    file.add("台账", rows: [[heading] + Self.heads.dropFirst(), Self.row])
    #expect(fields(read(file.bytes))[0][0] == "M1")
    let csv = ([[heading] + Self.heads.dropFirst(), Self.row]).map { $0.joined(separator: ",") }
    let marks: [UInt8] = [0xEF, 0xBB, 0xBF, 0xEF, 0xBB, 0xBF]
    #expect(fields(read(marks + Array(csv.joined(separator: "\n").utf8)))[0][0] == "M1")
  }

  @Test(arguments: [";", "\t"])
  func otherSeparatorsAreReadAndTold(_ separator: String) {
    let text = [Self.heads, Self.row].map { $0.joined(separator: separator) }.joined(
      separator: "\n")
    let result = read(Array(text.utf8))
    #expect(fields(result)[0][0] == "M1")
    #expect(result.remarks.contains { $0.message.zh.contains("隔开的，照这样读") })
  }

  @Test(arguments: [
    ("措施编号，问题，整改措施，牵头单位\nM1，甲，乙，JD01\n", "全角逗号"), ("<html><table></table></html>", "网页"),
    (
      "<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"/>",
      "XML 电子表格 2003"
    ),
    ("MIME-Version: 1.0\nContent-Type: multipart/related\n\n", "网页"),
    ("<!DOCTYPE html><table>", "网页"),
  ])
  func whatIsNoLedgerIsToldForWhatItIs(text: String, told: String) {
    #expect(problems(read(Array(text.utf8)))[0].contains(told))
  }

  /// 措施編號,問題,整改措施,牽頭單位,完成時限 and a row, as a Hong Kong machine writes it.
  private static let big5: [UInt8] = [
    0xB1, 0xB9, 0xAC, 0x49, 0xBD, 0x73, 0xB8, 0xB9, 0x2C, 0xB0, 0xDD, 0xC3, 0x44, 0x2C, 0xBE, 0xE3,
    0xA7, 0xEF, 0xB1,
    0xB9, 0xAC, 0x49, 0x2C, 0xB2, 0x6F, 0xC0, 0x59, 0xB3, 0xE6, 0xA6, 0xEC, 0x0A, 0x4D, 0x31, 0x2C,
    0xA5, 0xD2, 0x2C,
    0xA4, 0x41, 0x2C, 0xA4, 0xFE, 0x0A,
  ]

  @Test func big5IsToldForWhatItIs() {
    #expect(problems(read(Self.big5))[0].contains("Big5"))
    let json = Array("{\"format\": \"".utf8) + Self.big5 + Array("\"}".utf8)
    #expect(ReportDecoder().decode(json).findings.map(\.rule) == [.wrongEncoding])
    // The same in GB18030 is read.
    let text: [UInt8] =
      [
        0xB4, 0xEB, 0xCA, 0xA9, 0xB1, 0xE0, 0xBA, 0xC5, 0x2C, 0xCE, 0xCA, 0xCC, 0xE2, 0x2C, 0xD5,
        0xFB, 0xB8, 0xC4, 0xB4, 0xEB, 0xCA, 0xA9,
      ]
      + [0x0A, 0x4D, 0x31, 0x2C, 0xBC, 0xD7, 0x2C, 0xD2, 0xD2, 0x0A]
    #expect(!Big5.isLikely(text) && read(text).measures == 1)
  }

  @Test(arguments: [
    ("问题", 2, "问题\n一"), ("问题", 2, "问题 一"), ("问题", 2, "问题一。"), ("问题", 2, "1.问题一"),
    ("问题", 2, "一、问题一"),
    ("方面", 1, "⽅面一"), ("整改事项", 3, "事项一；"), ("方面", 1, "（一）方面一"), ("方面", 1, "方\u{200B}面一"),
  ])
  func titlesThatLookAlikeAreNamed(heading: String, column: Int, title: String) {
    var second = Self.row
    (second[0], second[4], second[column]) = ("M2", "每月巡查", title)
    var file = WorkbookFile()
    file.add("台账", rows: [Self.heads, Self.row, second])
    #expect(
      problems(read(file.bytes)).contains { $0.contains("“\(heading)”") && $0.contains("算作了两个") })
  }

  @Test(arguments: ["问题二", "问题一的另一面", "2023年问题一", "10个问题一"])
  func titlesThatDifferAreTwo(_ title: String) {
    var second = Self.row
    (second[0], second[4], second[2]) = ("M2", "每月巡查", title)
    var file = WorkbookFile()
    file.add("台账", rows: [Self.heads, Self.row, second])
    #expect(problems(read(file.bytes)) == [])
  }

  private func merged(_ second: [String], _ range: String = "E2:E3") -> RegisterImport {
    var rest = second
    rest[4] = ""
    var file = WorkbookFile()
    file.add("台账", rows: [Self.heads, Self.row, rest])
    file.sheets[0].xml.replace(
      "</sheetData>", with: "</sheetData><mergeCells><mergeCell ref=\"\(range)\"/></mergeCells>")
    return read(file.bytes)
  }

  @Test(arguments: [
    (["", "", "", "", "", "", "", ""], 1, 0),
    (["M1", "", "", "", "", "JD01", "", "2024-01-10"], 1, 0),
    (["", "", "", "", "", "", "JD02", ""], 1, 1), (["", "", "", "", "", "JD02", "", ""], 1, 2),
    (["", "", "", "", "", "", "", "2024-03-10"], 1, 1),
    (["M2", "", "", "", "", "JD02", "", "2024-01-10"], 2, 0),
  ])
  func aMeasureOverTwoRowsIsOne(second: [String], measures: Int, found: Int) {
    // An empty row below is no row of a ledger, unless something stands in it.
    let result = merged(
      second.allSatisfy(\.isEmpty) ? ["", "", "", "事项一"] + second.dropFirst(4) : second)
    #expect(result.measures == measures)
    #expect(problems(result).count == found, "\(problems(result))")
  }

  @Test(arguments: [
    ("J2", ["M1", "方面一", "问题一", "事项一", "修订制度", "JD01", "", "2024-01-10", "", "并长期坚持"]),
    ("I2", ["M1", "方面一", "问题一", "事项一", "修订制度", "JD01", "", "2024-01-10", "长期"]),
  ])
  func whatStandsBeyondTheHeadingsIsNamed(cell: String, row: [String]) {
    let csv = [Self.heads, row].map { $0.joined(separator: ",") }.joined(separator: "\n")
    #expect(problems(read(Array(csv.utf8))).contains { $0.hasPrefix("\(cell) ") })
    var file = WorkbookFile()
    file.add("台账", rows: [Self.heads, row])
    #expect(problems(read(file.bytes)).contains { $0.hasPrefix("\(cell) ") })
  }

  @Test(arguments: [["A", "B", "C", "D", "E", "F", "H"], ["E"], ["H"]])
  func struckOutRowsAreNamed(_ columns: [String]) throws {
    var file = WorkbookFile()
    file.add("台账", rows: [Self.heads, Self.row])
    for column in columns {
      file.sheets[0].xml.replace("<c r=\"\(column)2\"", with: "<c r=\"\(column)2\" s=\"1\"")
    }
    file.styles =
      "<fonts><font/><font><strike/></font></fonts><cellXfs><xf/><xf fontId=\"1\"/></cellXfs>"
    let found = problems(read(file.bytes))
    #expect(
      found.count == 1
        && found[0].contains(columns.count > 1 ? "整行加了删除线" : "\(columns[0])2 有加了删除线的文字"))
  }

  @Test func partNamesWithBackslashesAreRead() {
    var file = WorkbookFile()
    file.add("台账", rows: [Self.heads, Self.row])
    file.separator = "\\"
    #expect(fields(read(file.bytes))[0][0] == "M1")
  }
}
