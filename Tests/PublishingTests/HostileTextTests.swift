import Foundation
import Publishing
import Rectification
import Testing

/// Whatever stands in a text field, it stays text in every format.
struct HostileTextTests {
  static let texts = [
    "<script>alert(1)</script>", "\"><svg onload=alert(1)>", "' onmouseover='x", "]]>--><!--",
    "</style></title></table>", "&lt;b&gt;&amp;&#60;", "=cmd|'/C calc'!A0",
    "\u{202E}fdp.exe\u{2066}",
    "a\u{0}b\u{1B}[31mc\u{7}\u{7F}", "𠮷野家\u{200F}\u{FEFF}", "{{7*7}}${x}\\(y)",
    String(repeating: "长", count: 2_000),
  ]

  @Test(.enabled(if: python != nil, "python3 is not installed"), arguments: texts.indices)
  func thePageKeepsItsElements(_ number: Int) throws {
    let hostile = Self.texts[number]
    let plain = try elementTree(page { _ in "x" })
    #expect(plain.count > 5_000)
    let found = try elementTree(page { _ in hostile })
    #expect(found == plain, "\(hostile.prefix(40))")
  }

  private func page(_ text: @escaping @Sendable (String) -> String) throws -> String {
    let sample = SampleWeek(.middle, text: text)
    return try summaryPage(sample.summary(), problems: sample.problems)
  }

  @Test(.enabled(if: python != nil, "python3 is not installed"), arguments: texts.indices)
  func theReceiptKeepsItsElements(_ number: Int) throws {
    #expect(
      try elementTree(receipt(Self.texts[number])) == elementTree(receipt("x")))
  }

  private func receipt(_ hostile: String) throws -> String {
    let plain = sampleReceipt(.rejected)
    let both = Bilingual(zh: hostile, en: hostile)
    let submission = Submission(
      campaign: code("trial"), sender: code("U11"), channel: .http, fileName: hostile,
      digest: plain.submission.digest, size: 1, receivedAt: plain.submission.receivedAt)
    let receipt = Receipt(
      submission: submission, week: plain.week, revision: 2, verdict: .rejected,
      findings: [
        Finding(
          .schema, at: Place(line: 1, column: 1, pointer: hostile), both, remedy: both)
      ])
    let context = ReceiptContext(
      campaignTitle: hostile, office: hostile, unitName: hostile, zone: .beijing, due: nil)
    let files = receiptFiles(receipt, context)
    for file in files {
      #expect(file.path.hasPrefix("receipts/U11/2024-W03-"))
      #expect(file.path.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F })
    }
    _ = try JSONSerialization.jsonObject(with: Data(try #require(files.last).bytes))
    return text(try #require(files.first))
  }

  @Test(arguments: texts)
  func theJSONSaysItBack(_ hostile: String) throws {
    let summary = try SampleWeek(text: { _ in hostile }).summary()
    let file = try #require(try weeklyFiles(summary).first { $0.path == "summary.json" })
    let json = try #require(
      JSONSerialization.jsonObject(with: Data(file.bytes)) as? [String: Any])
    let measures = try #require(json["measures"] as? [[String: Any]])
    #expect(measures.first?["text"] as? String == hostile)
    #expect(!file.bytes.contains(0x1B))
  }

  @Test(
    arguments: texts + [
      "+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", "＝1", "＋1", "－1", "＠x", " =1", "　=1",
    ])
  func theTablesHoldNoFormula(_ hostile: String) throws {
    let summary = try SampleWeek(.middle, text: { _ in hostile }).summary()
    for file in try weeklyFiles(summary) where file.path.hasSuffix(".csv") {
      let cells = try cells(of: text(file))
      #expect(Set(cells.map(\.count)).count == 1, "\(file.path) is a rectangle")
      for cell in cells.joined() where Double(cell) == nil {
        let first = cell.unicodeScalars.first { $0 != " " && $0 != "\u{3000}" }
        let isRisky = first.map { "=+-@\t\r\n＝＋－＠".unicodeScalars.contains($0) } ?? false
        #expect(!isRisky, "\(file.path): \(cell.prefix(40))")
      }
    }
  }

  @Test func theTerminalGetsNoControlCharacters() throws {
    let summary = try SampleWeek(.middle, text: { $0 + "\u{1B}]0;x\u{7}\u{202E}" }).summary()
    for text in [brief(summary), status(summary), brief(summary, language: .en)] {
      #expect(
        text.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 0x20 && $0.value != 0x202E })
    }
  }
}

/// The rows of a table as RFC 4180 has them; every cell of ours is in quotes.
func cells(of table: String) throws -> [[String]] {
  let body = try #require(table.hasPrefix("\u{FEFF}") ? table.dropFirst() : nil)
  return body.split(separator: "\r\n").map { line in
    line.dropFirst().dropLast().components(separatedBy: "\",\"")
      .map { $0.replacing("\"\"", with: "\"") }
  }
}
