import Rectification
import Testing

@testable import Intake

/// Every way a field can be wrong, written in both syntaxes: the rules must be the same.
struct FieldViolationTests {
  private static func long(_ count: Int) -> PlainValue {
    .text(String(repeating: "长", count: count))
  }

  static let entry = "entries/0/"
  static let evidence = "entries/0/evidence/0/"
  static let outcome = "outcomes/0/"
  static let amount = "outcomes/1/"

  static let violations: [(path: String, change: PlainValue?, rules: [String])] = [
    ("format", .text("zhouhui-weekly-report/2"), ["schema"]), ("format", nil, ["schema"]),
    ("campaign", .text("静安"), ["schema"]), ("campaign", .text("-a"), ["schema"]),
    ("campaign", .text("jingan "), ["schema"]), ("campaign", .text("\u{212A}01"), ["schema"]),
    ("campaign", .text("\u{3000}ｊｉｎｇａｎ"), ["schema"]), ("campaign", .text("－ａ"), ["schema"]),
    ("campaign", .text("ａ＿ｂ"), ["schema"]), ("campaign", .text("①"), ["schema"]),
    ("campaign", .text(String(repeating: "ａ", count: 33)), ["schema"]),
    ("unit", nil, ["schema"]), ("unit", .text(""), ["schema"]),
    ("unit", .text("\u{3000}"), ["schema"]),
    ("unit", long(101), ["schema"]), ("unit", .text("区\u{7F}建管委"), ["schema"]),
    ("week", .text("2024W03"), ["schema"]), ("week", .text("2023-W53"), ["wrong-week"]),
    ("week", .text("2024-W00"), ["schema"]), ("week", .text(" 2024-W03"), ["schema"]),
    ("revision", .number("0"), ["schema"]), ("revision", .number("1000"), ["schema"]),
    ("revision", .number("1.5"), ["schema"]), ("revision", .number("1e-1"), ["schema"]),
    ("week", .text("2024-W54"), ["schema"]), ("week", .text("0000-W01"), ["schema"]),
    ("submittedAt", .text("2024-13-18T16:20:00Z"), ["schema"]),
    ("submittedAt", .text("2024-01-18T24:00:00+08:00"), ["schema"]),
    ("submittedAt", .text("2024-01-18T16:20:60Z"), ["schema"]),
    ("submittedAt", .text("2024-01-18T16:20:00+18:01"), ["schema"]),
    ("submittedAt", .text("0000-01-18T16:20:00Z"), ["schema"]),
    ("revision", .number("99999999999999999999"), ["schema"]),
    ("revision", .text("一"), ["schema"]), ("revision", .text("０"), ["schema"]),
    ("revision", .text("１０００"), ["schema"]), ("revision", .text("０１"), ["schema"]),
    ("revision", .text("１．０"), ["schema"]), ("revision", .text("１ ０"), ["schema"]),
    ("revision", .text("\u{3000}１"), ["schema"]), ("revision", .text("＋１"), ["schema"]),
    ("revision", .text("\u{0661}"), ["schema"]), ("revision", .text(""), ["schema"]),
    ("submittedAt", .text("2024-01-18"), ["schema"]),
    ("submittedAt", .text("2024-01-18T16:20:00"), ["schema"]),
    ("submittedAt", .text("2024-01-18t16:20:00z"), ["schema"]),
    ("submittedAt", .text("2024-02-30T16:20:00+08:00"), ["bad-date"]),
    ("submittedAt", .text("2024-01-18T25:20:00Z"), ["schema"]),
    ("submittedBy", .text(" \u{3000}\n"), ["schema"]), ("submittedBy", .text(""), ["schema"]),
    ("submittedBy", long(101), ["schema"]), ("zeroReport", .text("是"), ["schema"]),
    ("zeroReport", .number("1"), ["schema"]), ("entries", nil, ["schema"]),
    ("entries", .text("无"), ["schema"]), (entry + "measure", nil, ["schema"]),
    (entry + "status", .text("已完成"), ["schema"]), (entry + "status", .text("closed"), ["schema"]),
    (entry + "percent", .number("101"), ["schema"]),
    (entry + "percent", .number("-1"), ["schema"]), (entry + "progress", nil, ["schema"]),
    (entry + "progress", long(2001), ["schema"]), (entry + "plan", long(2001), ["schema"]),
    (entry + "progress", .object([.init("x", .text("1"))]), ["schema"]),
    (entry + "evidence/0/sha256", .text(String(repeating: "A", count: 63)), ["schema"]),
    (entry + "evidence/0/sha256", .text(String(repeating: "G", count: 64)), ["schema"]),
    (entry + "evidence/0/sha256", .text("A A" + String(repeating: "A", count: 62)), ["schema"]),
    (entry + "evidence/0/sha256", .text(String(repeating: "AA ", count: 32)), ["schema"]),
    (evidence + "name", long(256), ["schema"]),
    (evidence + "link", .text("ftp://a.cn"), ["schema"]),
    (evidence + "link", .text("https://例.cn"), ["schema"]),
    (evidence + "link", .text("http://"), ["schema"]),
    (evidence + "link", .text("http://" + String(repeating: "a", count: 2000)), ["schema"]),
    (entry + "delay/reason", nil, ["schema"]),
    (entry + "delay/expectedDate", .text("2024-2-5"), ["schema"]),
    (entry + "delay/expectedDate", .text("2023-02-29"), ["bad-date"]),
    (entry + "extensionRequest", .text("延期"), ["schema"]),
    (entry + "extensionRequest/newDeadline", nil, ["schema"]),
    (entry + "closeOutRequest/statement", .text("  "), ["schema"]),
    (entry + "progres", .text("x"), ["schema"]), ("报告周", .text("x"), ["schema"]),
    ("coordinationRequests/0/subject", long(201), ["schema"]),
    ("coordinationRequests/0/unitsWanted", .list(item: "unit", []), ["schema"]),
    ("coordinationRequests/0/unitsWanted/0", .text(" \n"), ["schema"]),
    ("coordinationRequests/0/unitsWanted/0", long(101), ["schema"]),
    (
      "coordinationRequests/0/unitsWanted",
      .list(item: "unit", Array(repeating: .text("BM02"), count: 101)), ["schema"]
    ),
    (outcome + "kind", .text("立案"), ["schema"]), (outcome + "count", nil, ["bad-amount"]),
    (outcome + "count", .number("1000000000"), ["schema"]),
    (outcome + "amount", .text("1"), ["bad-amount"]),
    (outcome + "amountUnit", .text("元"), ["bad-amount"]),
    (amount + "amount", .text("12,000"), ["bad-amount"]),
    (amount + "amount", .text("1e3"), ["bad-amount"]),
    (amount + "amount", .text("0.0000001"), ["bad-amount"]),
    (amount + "amount", .text("99999999999999"), ["bad-amount"]),
    (amount + "amountUnit", nil, ["bad-amount"]),
    (amount + "amountUnit", .text("亿元"), ["schema"]),
  ]

  /// To JSON a number is its value (ECMA-404), and JSON Schema (2020-12 Core, 4.2.2) calls all of these integers.
  @Test(arguments: ["60.0", "60.00", "6e1", "6.0E1", "600e-1"])
  func aWholeNumberIsOneHoweverJSONWritesIt(_ written: String) {
    let text = """
      {"format": "zhouhui-weekly-report/1", "campaign": "jingan-2023", "unit": "BM01", "week": "2024-W03",
       "revision": 1, "submittedAt": "2024-01-18T16:20:00+08:00", "submittedBy": "联络员", "zeroReport": false,
       "entries": [{"measure": "M1", "status": "in-progress", "percent": \(written), "progress": "已开工"}]}
      """
    let decoded = ReportDecoder().decode(Array(text.utf8))
    #expect(decoded.findings == [])
    #expect(decoded.report?.entries[0].percent == 60)
  }

  @Test(arguments: violations)
  func findsTheSameInBothSyntaxes(_ path: String, _ change: PlainValue?, _ rules: [String]) {
    let report = Sample.plain.setting(path, to: change)
    let (json, xml) = (decode(report.json()), decode(report.xml()))
    #expect(json.rules == rules, "JSON")
    #expect(xml.rules == rules, "XML")
    #expect(json.report == nil && xml.report == nil)
  }

  @Test func acceptsTheSampleInBothSyntaxes() throws {
    let (json, xml) = (decode(Sample.plain.json()), decode(Sample.plain.xml()))
    #expect(json.findings == [] && xml.findings == [])
    #expect(try canonicalJSON(of: #require(json.report)) == canonicalJSON(of: #require(xml.report)))
  }

  @Test(
    arguments: [
      ("percent", "\"4e1\""), ("percent", "true"), ("percent", "null"), ("progress", "5"),
      ("progress", "true"), ("progress", "null"), ("progress", "[\"a\"]"), ("progress", "{}"),
    ])
  func refusesAnotherJSONKind(_ field: String, _ value: String) {
    let json =
      field == "percent" ? Sample.json(percent: value) : Sample.json(progress: value)
    #expect(decode(json).rules == ["schema"])
  }

  @Test(
    arguments: [
      "<plan lang='zh'>x</plan>", "text", "<plan><b>x</b></plan>",
      "<delay>x<reason>y</reason></delay>",
      "<evidence><file/></evidence>", "<plan xmlns='urn:other'>x</plan>",
      "<delay xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:nil='true'><reason>y</reason></delay>",
    ])
  func refusesWhatOnlyXMLCanSay(_ part: String) {
    #expect(decode(Sample.xml(entry: part)).rules == ["schema"])
  }

  @Test(
    arguments: [
      "<plan>&lt;a&gt; &amp; <![CDATA[<b>]]></plan>", "<plan/>", "<!-- 注 -->", "<?pi x?>",
      "<evidence/>",
    ])
  func acceptsOrdinaryXML(_ part: String) {
    #expect(decode(Sample.xml(entry: part)).findings == [])
  }

  @Test(arguments: [
    "schemaLocation='urn:zhouhui:weekly-report:1 x.xsd'", "noNamespaceSchemaLocation='x'",
  ])
  func ignoresWhereAnEditorNotesTheSchema(_ hint: String) {
    let attribute = "xmlns:q='http://www.w3.org/2001/XMLSchema-instance' q:\(hint)"
    for name in ["weeklyReport", "entry", "unit", "progress"] {
      #expect(decode(Sample.xml().adding(attribute, to: name)).findings == [], "\(name)")
    }
    let foreign = attribute.replacing("/2001/", with: "/2002/")
    #expect(decode(Sample.xml().adding(foreign, to: "entry")).rules == ["schema"])
    #expect(decode(Sample.xml().adding(hint, to: "entry")).rules == ["schema"])
  }

  @Test func acceptsAPrefixAndBlanksAroundNumbers() {
    let xml = Sample.xml().replacing("xmlns=", with: "xmlns:z=")
      .replacing("</", with: "</z:").replacing(/<([a-z])/, with: { "<z:\($0.1)" })
      .replacing(">40<", with: ">\n 40 <")
    #expect(decode(xml).report?.entries.first?.percent == 40)
  }

  @Test func findsADoubledNameHoweverItIsEscaped() throws {
    let decoded = decode(Sample.json(head: "\"\\u0075nit\": \"BM02\","))
    let finding = try #require(decoded.findings.first)
    #expect(decoded.rules == ["schema"])
    #expect(finding.message.zh.contains("重复"))
    #expect(finding.place == Place(line: 4, column: 45, pointer: "/unit"))
    #expect(decode(Sample.xml(more: "<unit>BM02</unit>")).rules == ["schema"])
  }
}
