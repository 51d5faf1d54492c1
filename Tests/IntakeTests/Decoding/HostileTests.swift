import Rectification
import Testing

@testable import Intake

struct HostileTests {
  @Test func refusesWhatIsTooLargeBeforeLookingAtIt() {
    var limits = Limits()
    limits.reportBytes = 100
    let decoded = ReportDecoder().decode(Array(repeating: 0xFF, count: 101), limits: limits)
    #expect(decoded.rules == ["too-large"])
    #expect(decoded.syntax == nil)
  }

  @Test(
    arguments: [
      "<!DOCTYPE weeklyReport SYSTEM \"file:///etc/passwd\">\n",
      "<!DOCTYPE weeklyReport [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>\n",
      "<!DOCTYPE weeklyReport [<!ENTITY % p SYSTEM \"http://127.0.0.1:1/x\"> %p;]>\n",
      "<!DOCTYPE l [<!ENTITY a \"lol\"><!ENTITY b \"&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;\">]>\n",
    ])
  func refusesADoctypeAtItsStart(_ doctype: String) throws {
    let decoded = decode(Sample.xml(declaration: doctype, progress: "&x;&c;"))
    let finding = try #require(decoded.findings.first)
    #expect(decoded.rules == ["unreadable"])
    #expect(finding.message.zh.contains("DOCTYPE"))
    #expect(finding.place == .start)
  }

  @Test func refusesTenThousandLevelsInEitherSyntax() {
    let xml = String(repeating: "<a>", count: 10_000) + String(repeating: "</a>", count: 10_000)
    #expect(decode(Sample.xml(entry: xml)).rules == ["unreadable"])
    let json = String(repeating: "[", count: 10_000) + String(repeating: "]", count: 10_000)
    #expect(decode(Sample.json(progress: json)).rules == ["unreadable"])
  }

  @Test(arguments: [(32, ["schema"]), (33, ["unreadable"]), (40, ["unreadable"])])
  func countsAttributes(_ count: Int, _ rules: [String]) {
    let attributes = (0..<count).map { " a\($0)='='" }.joined()
    let rule = Set(decode(Sample.xml(entry: "<plan\(attributes)>x</plan>")).rules)
    #expect(rule.sorted() == rules)
  }

  @Test func countsNoAttributesInCommentsCDATAAndText() {
    let signs = String(repeating: "x='1' ", count: 50)
    let entry = "<!-- <a \(signs)> --><plan><![CDATA[<a \(signs)>]]> \(signs)</plan><?pi \(signs)?>"
    #expect(decode(Sample.xml(entry: entry)).findings == [])
  }

  @Test func stopsListingAfterAThousandFindingsAndCountsTheRest() throws {
    let xml = Sample.xml(entry: String(repeating: "<x/>", count: 1500))
    let json = Sample.json(entry: (0..<1500).map { ",\"x\($0)\":1" }.joined())
    for decoded in [decode(xml), decode(json)] {
      #expect(decoded.findings.count == 1001)
      #expect(try #require(decoded.findings.last).message.zh.contains("另有 500 条（schema 500）"))
    }
  }

  @Test func placesManyFindingsOfOneLongLine() throws {
    let json = "{\"unit\": \"A\"" + (0..<900).map { ",\"周\($0)\":0" }.joined() + "}"
    let unknown = decode(json).findings.filter { $0.message.en.contains("周899") }
    let column = json.count - "\"周899\":0}".count + 1
    #expect(unknown.first?.place.column == column)
  }
}
