import Rectification
import TestSupport
import Testing

@testable import Intake

/// A workbook form is read as the report in JSON would be, and its findings stand by sheet and cell.
struct FormTests {
  private static let digest = String(repeating: "ab", count: 32)

  private static var whole: FormFile {
    var form = FormFile()
    form.entries = [
      [
        "措施编号": "M001", "责任": "牵头", "本周状态": "已完成", "本周进度（%）": "100", "本周进展": "制度已印发",
        "下周计划": "开展抽查", "销号说明": "已验收",
      ],
      [
        "措施编号": "M002", "责任": "牵头", "本周状态": "正在推进", "本周进度（%）": "６０%", "本周进展": "完成招标",
        "滞后原因": "设备未到货", "预计完成日期": "2024年2月1日", "申请延期至": "2024/2/5", "延期理由": "等设备",
      ],
      ["措施编号": "M003", "责任": "配合"],
    ]
    form.evidence = [
      ["措施编号": "M001", "材料名称": "通知", "材料校验值（SHA-256）": digest, "材料网址": "https://oa.invalid/1"],
      ["措施编号": "M001", "材料名称": "台账", "材料校验值（SHA-256）": digest],
    ]
    form.requests = [["事项": "协调", "请求": "请支持", "需参加单位": "财政局；发改委、BM03"]]
    form.outcomes = [
      ["成效种类": "cases-filed", "名称": "立案", "数量": "3"],
      ["成效种类": "recovered", "名称": "退款", "金额": "12.5", "金额单位": "万元"],
      ["成效种类": "rules-made", "名称": "新建制度", "金额单位": "万元"],
    ]
    return form
  }

  private static let sameInJSON = """
    {"format": "zhouhui-weekly-report/1", "campaign": "jingan-2023", "unit": "BM01",
     "week": "2024-W03", "revision": 1, "submittedAt": "2024-01-18T16:20:00+08:00",
     "submittedBy": "办公室联络员", "zeroReport": false,
     "entries": [
      {"measure": "M001", "status": "completed", "percent": 100, "progress": "制度已印发",
       "plan": "开展抽查", "closeOutRequest": {"statement": "已验收"},
       "evidence": [{"name": "通知", "sha256": "\(digest)", "link": "https://oa.invalid/1"},
                    {"name": "台账", "sha256": "\(digest)"}]},
      {"measure": "M002", "status": "in-progress", "percent": 60, "progress": "完成招标",
       "delay": {"reason": "设备未到货", "expectedDate": "2024-02-01"},
       "extensionRequest": {"newDeadline": "2024-02-05", "reason": "等设备"}}],
     "coordinationRequests": [{"subject": "协调", "request": "请支持",
       "unitsWanted": ["财政局", "发改委", "BM03"]}],
     "outcomes": [{"kind": "cases-filed", "count": 3},
       {"kind": "recovered", "amount": "12.5", "amountUnit": "万元"}]}
    """

  private func shown(_ form: FormFile) -> [String] {
    ReportDecoder().decode(form.workbook.bytes).findings.map { finding in
      let place = finding.place
      return
        "\(place.sheet?.rawValue ?? "-") \(place.cell ?? "-") \(place.pointer) \(finding.rule.rawValue)"
    }
  }

  @Test func readsTheSameReportAsFromJSON() throws {
    let decoded = ReportDecoder().decode(Self.whole.workbook.bytes)
    #expect(decoded.syntax == .xlsx && decoded.findings == [])
    let report = try #require(decoded.report)
    let twin = try #require(ReportDecoder().decode(Array(Self.sameInJSON.utf8)).report)
    #expect(report.plain == twin.plain)
    #expect(
      report.entries[1].place == Place(line: 4, column: 1, pointer: "/entries/1", sheet: .entries))
    #expect(report.entries[1].places["delay.expectedDate"]?.cell == "M4")
  }

  @Test func placesEveryFindingByItsCell() {
    var form = FormFile()
    form.basics["报告周"] = "2023-W53"
    form.basics["填报人（岗位）"] = " "
    form.basics["零报告"] = "也许"
    form.entries = [
      ["措施编号": "M001", "责任": "牵头"],
      ["措施编号": "M002", "责任": "牵头", "本周状态": "完成", "本周进度（%）": "120", "本周进展": "好", "预计完成日期": "月底"],
      ["措施编号": "M003", "本周状态": "正在推进", "本周进度（%）": "59.5", "本周进展": "好", "备注": "改过"],
    ]
    form.evidence = [["措施编号": "M009", "材料名称": "通知"], ["措施编号": "M003", "材料名称": "通知"]]
    form.requests = [["事项": "协调", "请求": "请支持"]]
    form.outcomes = [["成效种类": "recovered", "数量": "1", "金额": "2"]]
    #expect(
      shown(form) == [
        "基本情况 B4 /week wrong-week",
        "基本情况 B7  schema",
        "基本情况 B8 /zeroReport schema",
        "进展 H3 /entries/0 schema",
        "进展 I3 /entries/0 schema",
        "进展 J3 /entries/0 schema",
        "进展 H4 /entries/1/status schema",
        "进展 I4 /entries/1/percent schema",
        "进展 L4 /entries/1/delay schema",
        "进展 M4 /entries/1/delay/expectedDate schema",
        "进展 I5 /entries/2/percent schema",
        "进展 Q5  schema",
        "佐证材料 A3  schema",
        "佐证材料 C4 /entries/2/evidence/0 schema",
        "需协调事项 C3 /coordinationRequests/0 schema",
        "成效 A3 /outcomes/0 bad-amount",
      ])
  }

  @Test func aZeroReportMayLeaveItsRowsEmpty() throws {
    var form = FormFile()
    form.basics["零报告"] = "是"
    form.entries = [["措施编号": "M001", "责任": "牵头"], ["措施编号": "M002", "责任": "牵头"]]
    let report = try #require(ReportDecoder().decode(form.workbook.bytes).report)
    #expect(report.isZeroReport && report.entries.isEmpty)
  }

  @Test func whatAZeroReportSaysAllTheSameIsKept() throws {
    var form = FormFile()
    form.basics["零报告"] = "是"
    form.entries = [["措施编号": "M001", "本周状态": "正在推进", "本周进度（%）": "5", "本周进展": "好"]]
    let report = try #require(ReportDecoder().decode(form.workbook.bytes).report)
    #expect(report.isZeroReport && report.entries.count == 1)
  }

  @Test(arguments: [
    ("2024-01-18", "2024-01-18T00:00:00+08:00"), ("2024年1月18日 9:05", "2024-01-18T09:05:00+08:00"),
    ("2024-01-18T16:20:00+09:00", "2024-01-18T15:20:00+08:00"),
  ])
  func readsTheTimeAsPeopleWriteIt(written: String, moment: String) throws {
    var form = Self.whole
    form.basics["报送时间"] = written
    let report = try #require(ReportDecoder().decode(form.workbook.bytes).report)
    #expect(report.submittedAt.text(in: .beijing) == moment)
  }

  @Test func anErrorOrAFormulaWithoutAValueIsNoContent() throws {
    var file = Self.whole.workbook
    let sheet = try #require(file.sheets.firstIndex { $0.name == "进展" })
    file.sheets[sheet].xml = file.sheets[sheet].xml
      .replacing(WorkbookFile.cell("I4", "６０%"), with: "<c r=\"I4\"><f>B1</f></c>")
      .replacing(WorkbookFile.cell("J4", "完成招标"), with: "<c r=\"J4\" t=\"e\"><v>#REF!</v></c>")
    let findings = ReportDecoder().decode(file.bytes).findings
    #expect(
      findings.map { "\($0.place.cell ?? "") \($0.message.zh)" } == [
        "I4 percent（进度（%））是公式，文件里没有算出的值", "I4 缺少必填项 percent（进度（%））",
        "J4 progress（本周进展）是错误值“#REF!”", "J4 缺少必填项 progress（本周进展）",
      ])
  }

  @Test func namesTheUnitForABundle() {
    #expect(ReportDecoder().unitName(in: Self.whole.workbook.bytes)?.text == "BM01")
  }
}

/// Other workbooks than the form are refused with what to do; marked ones are not read at all.
struct ForeignFormTests {
  private func finding(_ bytes: [UInt8]) throws -> Finding {
    let findings = ReportDecoder().decode(bytes).findings
    #expect(findings.count == 1)
    return try #require(findings.first)
  }

  @Test func aWorkbookThatIsNoFormIsRefused() throws {
    var file = WorkbookFile()
    file.add("Sheet1", rows: [["单位", "进展"]])
    let finding = try finding(file.bytes)
    #expect(finding.rule == .notAReport && finding.place == .whole)
    #expect(finding.message.zh == "这是 Excel/WPS 工作簿，但不是本系统的填报表")
    #expect(finding.remedy.zh.contains("协调办公室"))
  }

  @Test(arguments: [
    ("zhouhui-weekly-form/2", "填报表的版本“zhouhui-weekly-form/2”不能识别"),
    ("其他", "这是 Excel/WPS 工作簿，但不是本系统的填报表"),
  ])
  func aFormOfAnotherVersionIsRefused(version: String, message: String) throws {
    var form = FormFile()
    form.version = version
    #expect(try finding(form.workbook.bytes).message.zh == message)
  }

  @Test(arguments: ["基本情况", "进展", "佐证材料", "需协调事项", "成效"])
  func aSheetThatIsGoneIsNamed(sheet: String) throws {
    var form = FormFile()
    form.missingSheet = sheet
    #expect(try finding(form.workbook.bytes).message.zh == "填报表里没有工作表“\(sheet)”")
  }

  @Test func headingsThatHaveBeenChangedAreNamed() throws {
    var form = FormFile()
    form.renamed = ["本周进展": "进展情况"]
    #expect(try finding(form.workbook.bytes).message.zh == "工作表“进展”的标题被改动，认不出各列")
  }

  @Test func whatCameBeforeXlsxIsToBeSavedAgain() throws {
    let old: [UInt8] =
      [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + Array(repeating: 0, count: 600)
    #expect(try finding(old).remedy.zh.contains("另存为 .xlsx"))
  }

  @Test func aFormThatUnpacksToTooMuchIsRefused() throws {
    var file = FormFile().workbook
    file.more = [("xl/media/image1.png", Array(repeating: 0, count: 17 << 20))]
    var limits = Limits()
    limits.reportBytes = 32 << 20
    let decoded = ReportDecoder().decode(file.bytes, limits: limits)
    #expect(decoded.findings.map(\.message.zh) == ["工作簿解开后超过大小上限"])
  }

  @Test(arguments: [
    (
      "xl/comments1.xml",
      "<comments><comment><text><r><t>机</t></r><r><t>密★</t></r></text></comment></comments>"
    ),
    ("docProps/custom.xml", "<p><v>绝密★十年</v></p>"),
    ("xl/headerFooter.xml", "<h><oddHeader>&amp;C秘密★</oddHeader></h>"),
    ("xl/names.xml", "<n><definedName name=\"内部资料\">1</definedName></n>"),
    ("xl/drawings/d.xml", "<d><p><r><t>内部</t></r><r><t>资料</t></r></p></d>"),
    ("xl/printerSettings/p.bin", "\u{1}\u{2}机密★"), ("机密★.bin", "x"),
    ("xl/escaped.xml", "<sst><si><t>_x673A_密★</t></si></sst>"),
    (
      "xl/runs.xml",
      "<sst><si><r><rPr><b/><sz val=\"11\"/><color rgb=\"FFFF0000\"/></rPr><t>机</t></r><r><rPr><sz val=\"12\"/></rPr><t>密★</t></r></si></sst>"
    ),
    (
      "xl/inline.xml",
      "<row><c t=\"inlineStr\"><is><r><rPr><rFont val=\"宋体\"/></rPr><t>机密</t></r><r><rPr><rFont val=\"黑体\"/></rPr><t>★</t></r></is></c></row>"
    ),
    (
      "xl/comments2.xml",
      "<comments><comment ref=\"A1\"><text><r><rPr><b/></rPr><t>内部</t></r><r><rPr><sz val=\"9\"/></rPr><t>资料</t></r></text></comment></comments>"
    ),
    (
      "xl/drawings/box.xml",
      "<d><txBody><a:p xmlns:a=\"u\"><a:r><a:rPr lang=\"zh-CN\"/><a:t>绝密</a:t></a:r><a:r><a:rPr b=\"1\"/><a:t>★</a:t></a:r></a:p></txBody></d>"
    ),
    (
      "xl/drawings/vml.vml",
      "<xml><v:textbox xmlns:v=\"u\"><div style='text-align:left'><font face=\"宋体\">机</font><font color=\"#000\">密★</font></div></v:textbox></xml>"
    ),
    ("xl/drawings/old.vml", "<xml><div><font face=宋体>机</font><br><font>密★</font></div>"),
    ("xl/footer1.xml", "<h><oddFooter>&amp;C机&amp;&quot;宋体,加粗&quot;&amp;12密★</oddFooter></h>"),
    ("xl/footer2.xml", "<h><evenFooter>&amp;L&amp;KFF0000内部&amp;R资料</evenFooter></h>"),
    ("xl/kangxi.xml", "<sst><si><t>内部资\u{F9BE}</t></si></sst>"),
  ])
  func aMarkAnywhereInTheWorkbookSetsItAside(name: String, content: String) throws {
    var file = FormFile().workbook
    file.more = [(name, Array(content.utf8))]
    let finding = try finding(file.bytes)
    #expect(finding.rule == .secrecyMark && finding.place == .whole)
  }

  @Test func aMarkOnAHiddenSheetSetsItAside() throws {
    var file = FormFile().workbook
    file.add("暗", rows: [["机密★"]])
    file.hidden.insert("暗")
    #expect(try finding(file.bytes).rule == .secrecyMark)
  }

  @Test func aMarkInAWorkbookThatIsDamagedSetsItAside() throws {
    var file = FormFile().workbook
    file.sheets[0].xml = "<worksheet>机密★"
    #expect(try finding(file.bytes).rule == .secrecyMark)
  }

  @Test func twoCellsSideBySideMakeNoMark() {
    var form = FormFile()
    form.basics["填报人（岗位）"] = "机密"
    form.entries = [["措施编号": "M001", "本周状态": "正在推进", "本周进度（%）": "5", "本周进展": "★好"]]
    #expect(ReportDecoder().decode(form.workbook.bytes).findings == [])
  }
}
