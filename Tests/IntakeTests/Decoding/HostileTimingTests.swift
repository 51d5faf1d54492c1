import Rectification
import Testing

@testable import Intake

/// A report of the full 256 KiB must not hold the others up, whatever is in it.
struct HostileTimingTests {
  private static let size = 256 * 1024 - 2048

  private static func fill(_ part: (Int) -> String) -> String {
    var text = ""
    var index = 0
    while text.utf8.count < size {
      text += part(index)
      index += 1
    }
    return text
  }

  static let documents: [String: String] = Dictionary(uniqueKeysWithValues: [
    ("XML attributes in one tag", Sample.xml(entry: "<plan\(fill { " a\($0)=''" })/>")),
    (
      "XML 32 attributes a tag",
      Sample.xml(
        entry: fill { tag in
          "<x\((0..<32).map { " a\($0)=''" }.joined())/>"
        })
    ),
    (
      "XML namespaces, nested",
      Sample.xml(
        entry: fill { tag in
          "<x\((0..<30).map { " xmlns:a\(tag)-\($0)='u'" }.joined())>"
        })
    ),
    ("XML nesting", Sample.xml(entry: fill { _ in "<x>" })),
    ("XML flood of unknown elements", Sample.xml(entry: fill { _ in "<x/>" })),
    (
      "XML flood of bad entries",
      Sample.xml(entry: "</entry>" + fill { _ in "<entry/>" } + "<entry>")
    ),
    ("XML one long name", Sample.xml(entry: "<\(fill { _ in "progress" })/>")),
    (
      "XML names of 2,000",
      Sample.xml(
        entry: fill { _ in
          "<\(String(repeating: "n", count: 2_000))/>"
        })
    ),
    ("XML character references", Sample.xml(progress: fill { _ in "&#20013;" })),
    ("XML comments", Sample.xml(progress: fill { _ in "<!---->" })),
    ("XML open angle brackets", Sample.xml(entry: fill { _ in "<!-" })),
    ("JSON nesting", Sample.json(progress: fill { _ in "[" })),
    ("JSON flood of unknown names", Sample.json(entry: fill { ",\"u\($0)\":0" })),
    ("JSON one doubled name", Sample.json(entry: fill { _ in ",\"plan\":0" })),
    ("JSON flood of bad entries", Sample.json(more: ",\"outcomes\":[\(fill { _ in "{}," }){}]")),
    ("JSON one long name", Sample.json(entry: ",\"\(fill { _ in "progress" })\":0")),
    ("JSON escapes", Sample.json(progress: "\"\(fill { _ in "\\u4e2d" })\"")),
    ("JSON empty lists", Sample.json(progress: "[\(fill { _ in "[]," })[]]")),
    ("JSON digits", Sample.json(percent: "1\(fill { _ in "0" })")),
  ])

  @Test(arguments: documents.keys.sorted())
  func refusesAHostileDocumentSoon(_ name: String) throws {
    let text = try #require(Self.documents[name])
    let clock = ContinuousClock()
    var decoded: Decoded?
    let elapsed = clock.measure { decoded = decode(text) }
    print(
      "hostile: \(name): \(text.utf8.count) bytes, \(elapsed), \(decoded?.findings.count ?? 0) findings"
    )
    #expect(decoded?.report == nil)
    #expect(decoded?.findings.isEmpty == false)
    #expect(elapsed < .seconds(5))
  }

  @Test func readsAFullReportSoon() throws {
    var entries: [PlainValue] = []
    let progress = String(repeating: "持续推进，", count: 10)
    while entries.count < 750 {
      entries.append(
        .object([
          .init("measure", .text("M-\(entries.count)")), .init("status", .text("in-progress")),
          .init("percent", .number("40")), .init("progress", .text(progress)),
        ]))
    }
    let report = Sample.plain.setting("entries", to: .list(item: "entry", entries))
    for text in [report.xml(), report.json()] {
      let clock = ContinuousClock()
      var decoded: Decoded?
      let elapsed = clock.measure { decoded = decode(text) }
      print(
        "hostile: no, whole: \(decoded?.syntax?.name ?? ""): \(text.utf8.count) bytes, \(elapsed)")
      #expect(decoded?.report?.entries.count == 750)
      #expect(elapsed < .seconds(5))
    }
  }
}
