import Foundation
import Rectification
import TestSupport
import Testing

@testable import Intake

/// The office's ledger becomes register.csv, and all that was not plain is told with its cell.
struct ImportTests {
  private static let units = """
    单位代码,单位名称,别名
    JD01,示例街道一,街道一
    JD02,示例街道二,
    BM01,区建设部门（示例）,区建委；建设部门

    """

  private static let headings = ["方面", "问题", "整改事项", "整改措施", "牵头单位", "配合单位", "整改时限"]

  private func take(
    _ rows: [[String]], sheet: String? = nil, start: CivilDate? = CivilDate("2023-08-30")
  ) -> RegisterImport {
    var file = WorkbookFile()
    file.add("台账", rows: rows)
    return take(file.bytes, sheet: sheet, start: start)
  }

  private func take(
    _ bytes: [UInt8], sheet: String? = nil, start: CivilDate? = CivilDate("2023-08-30")
  ) -> RegisterImport {
    RegisterImport(
      bytes, RegisterImport.Settings(sheet: sheet, start: start, units: Array(Self.units.utf8)))
  }

  private func rows(_ result: RegisterImport) -> [[String]] {
    var log = ProblemLog(file: "")
    return CSVScanner.records(of: Array((result.csv ?? []).dropFirst(3)), &log).dropFirst()
      .map { $0.fields.map(\.text) }
  }

  private func problems(_ result: RegisterImport) -> [String] {
    result.remarks.filter { $0.kind == .problem }.map { "\($0.cell ?? "-") \($0.message.zh)" }
  }

  private func notes(_ result: RegisterImport) -> [String] {
    result.remarks.filter { $0.kind != .problem }.map { "\($0.cell ?? "-") \($0.message.zh)" }
  }

  @Test func readsAPlainLedgerWithoutAProblem() {
    let result = take([
      ["整改台账"], Self.headings,
      ["方面一", "问题一", "事项一", "修订制度", "示例街道一", "JD02", "2024年1月10日"],
      ["方面一", "问题一", "事项一", "每月巡查", "街道一", "", "长期坚持"],
    ])
    #expect(problems(result) == [] && result.measures == 2)
    // The codes were made up.
    #expect(result.needsAPerson)
    #expect(
      rows(result) == [
        [
          "M001", "A1", "方面一", "P01", "问题一", "I01", "事项一", "修订制度", "", "", "JD01", "JD02",
          "2023-08-30", "2024-01-10", "",
        ],
        [
          "M002", "A1", "方面一", "P01", "问题一", "I01", "事项一", "每月巡查", "", "", "JD01", "",
          "2023-08-30", "长期坚持", "",
        ],
      ])
    #expect(notes(result).contains("E4 “牵头单位”“街道一”读作 JD01（共 1 处）"))
    #expect(notes(result).contains("- 没有“措施编号”列，按行序编为 M001 至 M002"))
  }

  @Test func fillsMergedCellsAndReadsHeadingsOverTwoRows() {
    var file = WorkbookFile()
    let cells: [(String, String)] = [
      ("A2", "反馈问题"), ("B2", "整改\n措施"), ("C2", "责任"), ("E2", "时限（年月日）"), ("F2", "备注"),
      ("C3", "牵头单位"), ("D3", "配合单位"), ("A4", "问题一"), ("B4", "修订制度"), ("C4", "JD01"),
      ("E4", "2024.1.10"), ("B5", "每月巡查"), ("E5", "立行立改"), ("F5", "好"), ("A6", "小 计"), ("B6", "2"),
    ]
    let byRow = Dictionary(grouping: cells) { Int($0.0.dropFirst()) ?? 0 }
    let xml = byRow.keys.sorted().map { row in
      "<row r=\"\(row)\">\((byRow[row] ?? []).map { WorkbookFile.cell($0.0, $0.1) }.joined())</row>"
    }
    let merges = ["A2:A3", "B2:B3", "C2:D2", "E2:E3", "A4:A5", "C4:C5"]
    file.add(
      "台账", cells: xml.joined(),
      after: "<mergeCells>\(merges.map { "<mergeCell ref=\"\($0)\"/>" }.joined())</mergeCells>")
    let result = take(file.bytes)
    #expect(rows(result).map { $0[4] } == ["问题一", "问题一"])
    #expect(rows(result).map { $0[6] } == ["问题一", "问题一"])
    #expect(rows(result).map { $0[10] } == ["JD01", "JD01"])
    #expect(rows(result).map { $0[13] } == ["2024-01-10", "立行立改"])
    #expect(notes(result).contains("A6 合计行，没有导入"))
    #expect(notes(result).contains("F3 没有对应“备注”的列，这一列没有导入"))
    #expect(notes(result).contains("- 没有“整改事项”列，每个问题作为一个事项"))
    // No column of aspects and no title rows: the aspect of every row is missing.
    #expect(problems(result).contains { $0.hasSuffix("“方面”没有填写") })
  }

  @Test func takesTitleRowsAsAspectsAndPassesOverTheRest() {
    let heads = ["反馈问题", "整改事项", "整改措施", "牵头单位", "完成时限"]
    let result = take([
      heads, ["1", "2", "3", "4", "5"], ["一、领导方面"],
      ["问题一", "事项一", "修订制度", "JD01", "2024-01-10"],
      ["", "事项二", "每月巡查", "JD01", "2024-01-10"], heads, ["二、党建方面"],
      ["问题二", "", "按期换届", "JD02", "2024-01-10"], ["合计", "", "3"], ["注：以方案为准。"],
    ])
    #expect(rows(result).map { $0[1] + $0[2] } == ["A1一、领导方面", "A1一、领导方面", "A2二、党建方面"])
    #expect(rows(result).map { $0[4] } == ["问题一", "问题一", "问题二"])
    #expect(notes(result).contains("A2 列号行，没有导入"))
    #expect(notes(result).contains("A6 重复的标题行，没有导入"))
    #expect(notes(result).contains("A10 说明行，没有导入"))
    #expect(notes(result).contains("A5 “问题”有 1 行空着，按上一行填"))
    // An item that is empty under another problem is not that of the problem before.
    #expect(problems(result) == ["B8 “整改事项”没有填写", "B8 “事项编号”没有填写"])
  }

  @Test func placesEveryProblemByTheCellItCameFrom() {
    let result = take([
      Self.headings,
      ["方面一", "问题一", "事项一", "甲", "不存在的单位", "", "2024-01-10"],
      ["方面一", "问题一", "事项一", "乙", "JD01、JD02", "", "年底前"],
      ["方面一", "问题一", "事项一", "丙", "JD01", "街道一", "持续推进"],
      ["方面一", "问题一", "事项一", "", "JD01", "", "2024-01-10"],
      ["方面一", "问题一", "事项一", "戊", "JD01", "", "2023-02-30"],
    ])
    #expect(
      problems(result) == [
        "D5 这一行没有整改措施，没有导入", "E2 “牵头单位”“不存在的单位”不在单位名录里",
        "G3 “完成时限”“年底前”不是确切的日期", "E3 “牵头单位”写了2个",
        "G4 “完成时限”“持续推进”不是确切的时限", "F4 “JD01”已是牵头单位", "G6 “完成时限”“2023-02-30”这一天不存在",
      ])
    #expect(result.measures == 4)
  }

  @Test func aCodeThatASpreadsheetHasRoundedIsAProblem() {
    var file = WorkbookFile()
    let row = (1...7).map {
      WorkbookFile.cell("\("ABCDEFG".map(String.init)[$0 - 1])1", Self.headings[$0 - 1])
    }
    file.add(
      "台账",
      cells: "<row r=\"1\">\(row.joined())</row><row r=\"2\">\(WorkbookFile.cell("D2", "甲"))"
        + "<c r=\"E2\"><v>1.1310106123456799E+17</v></c></row>")
    #expect(problems(take(file.bytes)).contains { $0.hasPrefix("E2 长数字") })
    let csv = "方面,问题,整改措施,牵头单位,完成时限\n一,二,甲,1.13101E+17,2024-01-10\n"
    #expect(problems(take(Array(csv.utf8))).contains { $0.hasPrefix("D2 长数字") })
  }

  @Test func anErrorIsAProblemOnlyInACellThatIsRead() {
    var file = WorkbookFile()
    let heads = Self.headings + ["备注"]
    func row(_ number: Int, _ texts: [String], _ more: String) -> String {
      let cells = zip("ABCDEFGH", texts).filter { !$0.1.isEmpty }
        .map { WorkbookFile.cell("\($0.0)\(number)", $0.1) }
      return "<row r=\"\(number)\">\(cells.joined())\(more)</row>"
    }
    let measure = ["一", "二", "三", "甲", "JD01", ""]
    file.add(
      "台账",
      cells: row(1, heads, "")
        + row(
          2, measure,
          "<c r=\"G2\" t=\"e\"><v>#REF!</v></c><c r=\"H2\" t=\"e\"><v>#N/A</v></c>")
        + row(3, ["合计"], "<c r=\"D3\"><f>COUNTA(D2:D2)</f></c>"))
    let cells = problems(take(file.bytes)).filter { $0.contains("错误值") }
    #expect(cells == ["G2 是错误值，或没有算出值的公式"])
  }

  @Test func readsACSVInGB18030() throws {
    let text = "方面,问题,整改事项,整改措施,牵头单位,完成时限\n一,二,三,甲,街道一,2024/1/10\n"
    let encoding = String.Encoding(rawValue: 0x8000_0632)
    let bytes = try #require(text.data(using: encoding))
    let result = take(Array(bytes))
    #expect(rows(result).map { [$0[7], $0[10], $0[13]] } == [["甲", "JD01", "2024-01-10"]])
  }

  @Test func withoutAStartADayIsAskedFor() {
    let result = take([Self.headings, ["一", "二", "三", "甲", "JD01", "", "2024-01-10"]], start: nil)
    #expect(problems(result).contains("- 没有“开始日期”列，请用 --start 给出"))
  }

  @Test func responsibleUnitsStandForTheOneThatIsMissing() {
    let one = ["方面", "问题", "整改措施", "责任单位", "完成时限"]
    let both = ["方面", "问题", "整改措施", "牵头单位", "责任单位", "完成时限"]
    let lead = take([one, ["一", "二", "甲", "JD01", "2024-01-10"]])
    #expect(rows(lead)[0][10] == "JD01" && notes(lead).contains("D1 “责任单位”作为“牵头单位”"))
    let support = take([both, ["一", "二", "甲", "JD01", "JD02", "2024-01-10"]])
    #expect(rows(support)[0][11] == "JD02" && notes(support).contains("E1 “责任单位”作为“配合单位”"))
  }

  @Test func whatNobodyFilledInIsLeftToTheReaderOfTheRegister() {
    let result = take([Self.headings, ["一", "二", "三", "甲", "", "", ""]])
    #expect(problems(result) == ["G2 “完成时限”没有填写", "E2 “牵头单位”没有填写"])
  }
}

/// Files that are no ledger, or that must not be read, are refused as a whole.
struct RefusedImportTests {
  private func messages(_ bytes: [UInt8], sheet: String? = nil) -> [String] {
    let units = "单位代码,单位名称\nJD01,示例街道一\n"
    let result = RegisterImport(
      bytes, RegisterImport.Settings(sheet: sheet, start: nil, units: Array(units.utf8)))
    #expect(result.csv == nil)
    return result.remarks.filter { $0.kind == .problem }.map(\.message.zh)
  }

  private func file(_ names: [String]) -> WorkbookFile {
    var file = WorkbookFile()
    for name in names {
      file.add(
        name, rows: [["问题", "整改措施", "牵头单位"], ["二", "甲", "JD01"]])
    }
    return file
  }

  @Test func aWorkbookWithoutALedgerIsRefused() {
    var file = WorkbookFile()
    file.add("表", rows: [["姓名", "电话"], ["甲", "1"]])
    #expect(messages(file.bytes)[0].hasPrefix("没有找到台账的标题行"))
  }

  @Test func oneOfSeveralLedgersHasToBeNamed() {
    #expect(messages(file(["一稿", "二稿"]).bytes) == ["有2张工作表像台账：“一稿”、“二稿”"])
    #expect(messages(file(["一稿"]).bytes, sheet: "三稿") == ["没有工作表“三稿”"])
  }

  @Test func aHiddenSheetIsNotReadUnlessItIsNamed() {
    var two = file(["一稿", "二稿"])
    two.hidden = ["二稿"]
    let settings = RegisterImport.Settings(
      sheet: nil, start: nil, units: Array("单位代码,单位名称\nJD01,一\n".utf8))
    let result = RegisterImport(two.bytes, settings)
    #expect(result.measures == 1)
    #expect(result.remarks.contains { $0.sheet == "二稿" && $0.message.zh == "是隐藏的，没有读" })
  }

  @Test func aMarkedFileIsNotRead() {
    var marked = file(["台账"])
    marked.add("其他", rows: [["机密★"]])
    #expect(messages(marked.bytes) == ["文件带有密级标志或内部标识，不得在本系统处理"])
    #expect(!messages(Array("问题,整改措施,牵头单位\n机密★,甲,JD01\n".utf8)).isEmpty)
  }

  @Test func whatCameBeforeXlsxIsToBeSavedAgain() {
    let old: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    #expect(messages(old)[0].contains("旧版"))
  }
}
