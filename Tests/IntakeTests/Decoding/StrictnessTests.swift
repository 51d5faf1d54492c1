import Rectification
import Testing

@testable import Intake

/// What lenient readers let through, each a way to be somebody else or to hide something.
struct StrictnessTests {
  private static let unit = "\"unit\": \"BM01\""

  @Test(
    arguments: [
      "\"unit\": \"BM02\",", "\"\\u0075nit\": \"BM02\",", "\"unit\": \"BM01\",", "\"unit\": null,",
    ])
  func refusesANameThatStandsTwiceHoweverItIsWritten(_ second: String) throws {
    let findings = decode(Sample.json(head: second)).findings
    #expect(findings.map(\.message.zh) == ["unit（报送单位）重复出现"])
    #expect(findings.first?.place.pointer == "/unit")
  }

  @Test func refusesANameThatStandsTwiceAtAnyDepth() {
    let json = decode(
      Sample.json(
        entry: ",\"delay\":{\"reason\":\"a\",\"reason\":\"b\",\"expectedDate\":\"2024-02-29\"}"))
    #expect(json.findings.map(\.place.pointer) == ["/entries/0/delay/reason"])
    let xml = decode(
      Sample.xml(
        entry:
          "<delay><reason>a</reason><reason>b</reason><expectedDate>2024-02-29</expectedDate></delay>"
      ))
    #expect(xml.findings.map(\.place.pointer) == ["/weeklyReport/entries/entry[1]/delay/reason"])
  }

  @Test(arguments: ["\\u0000", "BM01\\u0000", "\\u0000BM01", "BM\\u000001"])
  func refusesU0000InAnEscape(_ unit: String) {
    let json = Sample.json().replacing("BM01", with: unit)
    #expect(decode(json).rules == ["schema"])
    #expect(decode(Sample.json(head: "\"unit\\u0000\": \"a\",")).rules == ["schema"])
  }

  @Test(arguments: ["UTF-8", "UTF-16LE", "UTF-16BE", "GB18030"])
  func refusesU0000AsItStands(_ encoding: String) {
    let json = Sample.json().replacing("BM01", with: "BM01\0")
    #expect(decode(encoded(json, as: encoding)).rules == ["unreadable"])
    let xml = Sample.xml(
      declaration: encoding == "GB18030" ? "<?xml version='1.0' encoding='gbk'?>" : "")
    #expect(
      decode(encoded(xml.replacing("BM01", with: "BM01\0"), as: encoding)).rules == ["unreadable"])
  }

  @Test(arguments: ["&#0;", "&#x0;", "&#xD800;", "&#xDFFF;", "&#xFFFE;", "&#x110000;", "&#1;"])
  func refusesAReferenceToWhatIsNoCharacter(_ reference: String) {
    #expect(decode(Sample.xml(progress: "a\(reference)b")).rules == ["unreadable"])
  }

  @Test(
    arguments: [
      "\\ud800", "\\udfff", "\\ud842\\ud842", "\\udfb7\\ud842", "\\ud842x", "\\ud842\\n",
      "\\uD842\\u0041", "\\ud842\\ud",
    ])
  func refusesHalfASurrogatePairInATextAndInAName(_ escape: String) {
    #expect(decode(Sample.json(progress: "\"a\(escape)b\"")).rules == ["unreadable"])
    #expect(decode(Sample.json(head: "\"a\(escape)\": 1,")).rules == ["unreadable"])
  }

  @Test func refusesHalfASurrogatePairInUTF16() {
    var bytes = encoded(Sample.json(progress: "\"甲\""), as: "UTF-16LE")
    let index = bytes.indices.first { bytes[$0...].starts(with: [0x32, 0x75]) }
    if let index { bytes.replaceSubrange(index...index + 1, with: [0x42, 0xD8]) }
    #expect(index != nil)
    #expect(decode(bytes).rules == ["wrong-encoding"])
  }

  @Test(arguments: [(64, ["schema"]), (65, ["unreadable"])])
  func readsSixtyFourLevelsAndNoMore(_ levels: Int, _ rules: [String]) {
    // The text of an entry stands in the report, the list and the entry; in XML too.
    let depth = levels - 3
    let json = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    #expect(decode(Sample.json(progress: json)).rules == rules)
    let xml = String(repeating: "<x>", count: depth) + String(repeating: "</x>", count: depth)
    #expect(decode(Sample.xml(entry: xml)).rules == rules)
  }

  @Test(
    arguments: [
      ("<!DOCTYPE>", 1, 1), ("<!DOCTYPE a [", 1, 1), ("<!DOCTYPE a SYSTEM '<'><a/>", 1, 1),
      ("\n <!DOCTYPE", 2, 2), ("<!-- 甲 -- > --><?p ?><!DOCTYPE a><a>", 1, 22),
      ("<?xml version='1.0' encoding='iso-8859-1'?>\n<!DOCTYPE a><a/>", 2, 1),
      ("<?xml version='1.0' encoding='GBK'?><!DOCTYPE a><a>甲乙丙丁</a>", 1, 37),
      ("<!DOCTYPE a><a>\u{1}</a>", 1, 1),
    ])
  func refusesADoctypeWhateverElseIsWrong(_ text: String, _ line: Int, _ column: Int) throws {
    for mark in ["", "\u{FEFF}"] {
      let findings = decode(mark + text).findings
      #expect(findings.map(\.rule) == [.unreadable])
      let finding = try #require(findings.first)
      #expect(finding.message.zh.contains("DOCTYPE"))
      #expect(finding.place == Place(line: line, column: column, pointer: ""))
    }
  }

  @Test func refusesADoctypeInAFileThatIsNoText() throws {
    let finding = try #require(decode(Array("<!DOCTYPE a><a>".utf8) + [0xFF, 0xFE]).findings.first)
    #expect(finding.message.zh.contains("DOCTYPE"))
  }

  @Test(
    arguments: [
      "<!-- <!DOCTYPE a> --><a/>", "<?p <!DOCTYPE a> ?><a/>", "<a><![CDATA[<!DOCTYPE a>]]></a>",
    ])
  func findsNoDoctypeWhereThereIsNone(_ text: String) {
    #expect(decode(text).rules == ["not-a-report"])
  }

  @Test(arguments: ["<root><p></root>", "<a/><b/>", "<a>", "<a/>x", "<report a='1' a='2'/>"])
  func callsMalformedXMLMalformedWhateverItsRoot(_ text: String) {
    #expect(decode(text).rules == ["unreadable"])
  }

  @Test(
    arguments: [
      ("<?xml version='1.0' encoding='GBK'?>", "GBK"), ("<?xml encoding = \"a.B_9-\" ?>", "a.B_9-"),
      ("<?xml\tversion='1.0'\n encoding='x' encoding='y'?>", "x"), ("<?xml encoding=''?>", ""),
      ("<?xml encoding encoding='x'?>", "x"), ("<?xml version='1.0'?><a encoding='x'/>", nil),
      ("<?xml-stylesheet encoding='x'?>", nil), ("<?xml myencoding='x'?>", nil),
      ("<?xml encoding='x\"?>", nil), ("<?xml encoding='x", nil), ("<?xml encoding=x?>", nil),
      ("<a encoding='x'>", nil),
    ])
  func readsTheEncodingOfADeclaration(_ text: String, _ name: String?) {
    #expect(XMLDeclaration.encodingName(Array(text.utf8)[...]) == name)
  }
}
