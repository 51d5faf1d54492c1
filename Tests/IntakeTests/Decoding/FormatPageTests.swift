import Foundation
import Rectification
import Testing

@testable import Intake

/// What docs/formats publishes is what the program does.
@Suite(.serialized)
struct FormatPageTests {
  @Test func publishesTheSchemaOfXML() throws {
    try expectPublished(ReportFormat.xsd, at: "weekly-report.xsd")
  }

  @Test func publishesTheSchemaOfJSON() throws {
    try expectPublished(ReportFormat.jsonSchema, at: "weekly-report.schema.json")
  }

  @Test func keepsTheTablesAndExamplesOfThePage() throws {
    var page = try published("weekly-report.md")
    for language in Language.allCases {
      replace("fields:\(language)", in: &page, with: ReportFormat.fieldTable(in: language))
    }
    replace("example:xml", in: &page, with: "```xml\n" + (try published("example.xml")) + "```")
    replace("example:json", in: &page, with: "```json\n" + (try published("example.json")) + "```")
    try expectPublished(page, at: "weekly-report.md")
  }

  private func replace(_ mark: String, in page: inout String, with text: String) {
    let (open, close) = ("<!-- \(mark) -->\n", "\n<!-- /\(mark) -->")
    guard let start = page.range(of: open),
      let end = page.range(of: close, range: start.lowerBound..<page.endIndex)
    else {
      Issue.record("no mark \(mark) in weekly-report.md")
      return
    }
    // One character shared by both marks when nothing stands between them yet.
    page.replaceSubrange(start.lowerBound..<end.upperBound, with: open + text + close)
  }

  @Test func acceptsBothExamplesAsOneReport() throws {
    let (xml, json) = (decode(try published("example.xml")), decode(try published("example.json")))
    #expect(xml.findings == [] && json.findings == [])
    let (left, right) = (try #require(xml.report), try #require(json.report))
    #expect(canonicalJSON(of: left) == canonicalJSON(of: right))
    #expect(left.entries.count == 2 && left.outcomes.count == 2)
  }

  @Test func writesTheExampleInXMLAsItStandsOnThePage() throws {
    let report = try #require(decode(try published("example.json")).report)
    #expect(
      String(decoding: canonicalXML(of: report), as: UTF8.self) == (try published("example.xml")))
  }

  @Test func writesOneCanonicalTextWhateverTheOrder() throws {
    guard case .object(let members) = Sample.plain else { return }
    let turned = PlainValue.object(members.reversed())
    let texts = try [
      Sample.plain.json(), turned.json(), turned.xml(), Sample.plain.json(indented: true),
    ]
    .map { canonicalJSON(of: try #require(decode($0).report)) }
    #expect(Set(texts).count == 1)
    #expect(String(decoding: texts[0], as: UTF8.self) == Sample.plain.json())
  }
}
