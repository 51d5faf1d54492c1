import HostileDocuments
import Rectification
import Testing

@testable import Intake

/// What becomes of documents made to cost time; how much they cost is for `DecodingCost` to measure.
struct HostileDocumentTests {
  /// A quarter of the limit, enough for a thousand mistakes: tests run without the optimizer.
  private static let size = Limits().reportBytes / 4

  @Test(arguments: HostileDocument.all)
  func findsWhatIsWrongWithAHostileDocument(_ document: HostileDocument) throws {
    let bytes = document.bytes(Self.size)
    #expect((Self.size - 4096...Self.size).contains(bytes.count))
    let decoded = decode(bytes)
    #expect(Set(decoded.listed.map(\.rule.rawValue)).isSubset(of: document.rules))
    #expect(decoded.findings.isEmpty == document.rules.isEmpty)
    #expect((decoded.report == nil) == !document.rules.isEmpty)
    guard document.name.contains("flood") else { return }
    let last = try #require(decoded.findings.last)
    if decoded.findings.count == FindingLimit.count + 1 {
      #expect(last.message.zh.contains("只列出 \(FindingLimit.count) 条，另有"))
    } else {
      // Lists of outcomes and units end sooner; the rest of them is not looked at.
      #expect((101...201).contains(decoded.findings.count))
    }
  }

  @Test func countsEveryElementOfAFlood() throws {
    let flood = try #require(
      HostileDocument.all.first { $0.name == "XML flood of unknown elements" })
    let bytes = flood.bytes(Self.size)
    let elements = bytes.split(separator: UInt8(ascii: "<")).filter { $0.starts(with: "x/".utf8) }
    let last = try #require(decode(bytes).findings.last)
    let rest = elements.count - FindingLimit.count
    #expect(elements.count > 10_000)
    #expect(last.message.zh.contains("另有 \(rest) 条（schema \(rest)）"))
  }

  @Test func refusesMoreNamesThanTheLibraryCanBear() throws {
    var limits = Limits()
    limits.reportBytes = 4 << 20
    for part in [{ "<n\($0)/>" }, { "<?n\($0)?>" }] as [(Int) -> String] {
      let xml = Sample.xml(entry: (0..<110_000).map(part).joined())
      let decoded = ReportDecoder().decode(Array(xml.utf8), limits: limits)
      #expect(decoded.rules == ["unreadable"])
      #expect(decoded.findings.first?.message.zh.contains("不同名称") == true)
    }
  }

  @Test func readsAnOrdinaryReportOfThatSize() throws {
    for bytes in [OrdinaryReport.json(Self.size), OrdinaryReport.xml(Self.size)] {
      #expect((Self.size - 1024...Self.size).contains(bytes.count))
      let report = try #require(decode(bytes).report)
      #expect(report.entries.count > 200)
    }
  }
}
