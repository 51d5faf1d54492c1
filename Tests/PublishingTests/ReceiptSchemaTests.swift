import Foundation
import Rectification
import TestSupport
import Testing

@testable import Publishing

/// The published schema of a receipt, held against an outside judge.
struct ReceiptSchemaTests {
  private static let receipts =
    Verdict.allCases.map { sampleReceipt($0) } + [unreadableReceipt, floodReceipt]
  private static let endless = ReceiptContext(
    campaignTitle: "", office: "", unitName: "", zone: .beijing, due: nil)

  @Test func theSchemaInTheRepositoryIsTheOnePrinted() throws {
    try expectGolden(receiptSchema, named: "../../../docs/formats/receipt.schema.json")
  }

  @Test func theDocumentsListEveryMember() throws {
    let name = "../../../docs/formats/outputs.md"
    let golden = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Golden").appendingPathComponent(name)
    let page = try String(contentsOf: golden, encoding: .utf8)
    let (open, close) = ("<!-- receipt -->\n", "<!-- /receipt -->\n")
    let start = try #require(page.range(of: open))
    let end = try #require(page.range(of: close))
    try expectGolden(
      page[..<start.upperBound] + receiptTable + "\n" + page[end.lowerBound...], named: name)
  }

  @Test(.enabled(if: SchemaJudge.isInstalled, "install python3-jsonschema"))
  func takesEveryReceipt() throws {
    let documents = [sampleContext, sampleTrial, Self.endless].flatMap { context in
      Self.receipts.map { receiptJSON($0, context) }
    }
    let verdicts = try SchemaJudge.verdicts(on: documents, schema: receiptSchema)
    #expect(verdicts == documents.map { _ in true })
  }

  @Test(.enabled(if: SchemaJudge.isInstalled, "install python3-jsonschema"))
  func refusesWhatIsNoReceipt() throws {
    var wrong: [String] = []
    for (verdict, from, to) in Self.changes {
      let text = receiptJSON(sampleReceipt(verdict), sampleContext)
      let changed = text.replacing(from, with: to, maxReplacements: 1)
      #expect(changed != text, "\(from)")
      wrong.append(changed)
    }
    for member in receiptMembers {
      wrong.append(
        try without(member.name, in: receiptJSON(sampleReceipt(.rejected), sampleContext)))
    }
    let verdicts = try SchemaJudge.verdicts(on: wrong, schema: receiptSchema)
    #expect(verdicts.count == wrong.count)
    for (text, isValid) in zip(wrong, verdicts) { #expect(!isValid, "\(text)") }
  }

  private static let changes: [(Verdict, String, String)] = [
    (.rejected, "\"verdict\": \"rejected\"", "\"verdict\": \"refused\""),
    // What the counts say must go with the verdict.
    (.rejected, "\"verdict\": \"rejected\"", "\"verdict\": \"accepted\""),
    (.rejected, "\"error\": 4", "\"error\": 0"),
    (.rejected, "\"error\": 4", "\"error\": \"4\""),
    (.acceptedWithWarnings, "\"warning\": 2", "\"warning\": 0"),
    (.rejected, "\"version\": 1", "\"version\": 2"),
    (.rejected, "\"format\": \"zhouhui-receipt\"", "\"format\": \"zhouhui-summary\""),
    (.rejected, "\"week\": \"2024-W03\"", "\"week\": \"2024-W54\""),
    (.rejected, "\"sha256\": \"f", "\"sha256\": \"F"),
    (.rejected, "\"size\": 8412", "\"size\": -1"),
    (.rejected, "\"severity\": \"error\"", "\"severity\": \"fatal\""),
    (.rejected, "\"rule\": \"missing-entry\"", "\"rule\": \"Missing entry\""),
    (.rejected, "\"measure\": \"M044\"", "\"measure\": \"M 44\""),
    (.rejected, "\"line\": 8", "\"line\": \"8\""),
    (.rejected, "\"channel\": \"inbox\"", "\"channel\": \"fax\""),
    (.rejected, "T10:05:00+08:00", " 10:05"),
    // Of a quarantined one nothing that the sender wrote.
    (.quarantined, "\"fileName\": null", "\"fileName\": \"a.xml\""),
    (.quarantined, "\"revision\": null", "\"revision\": 1"),
    (.quarantined, "\"pointer\": \"\"", "\"pointer\": \"/entries\""),
    (.quarantined, "\"measure\": null", "\"measure\": \"M003\""),
  ]

  private func without(_ member: String, in text: String) throws -> String {
    var json = try #require(
      JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    json[member] = nil
    return String(decoding: try JSONSerialization.data(withJSONObject: json), as: UTF8.self)
  }
}
