import Foundation
import Rectification
import TestSupport
import Testing

@testable import Intake

/// The W3C's XML Conformance Test Suite of 2013-09-23: what its authors say of a document, and what
/// becomes of it here.
struct XMLConformanceTests {
  private static let archive = corpus("xmlts20130923.zip")

  /// Names with a colon that no namespace allows; the suite's tests of XML 1.0 alone allow them.
  private static let refusedForNamespaces: Set = ["oasis/p04pass1.xml", "oasis/p05pass1.xml"]

  private enum Fate: String {
    case doctype, malformed, undecodable, empty, foreign
  }

  private static func fate(of example: ConformanceCase) throws -> Fate {
    var limits = Limits()
    limits.reportBytes = 1 << 20
    let decoded = ReportDecoder().decode(example.bytes, limits: limits)
    #expect(decoded.report == nil, "\(example.name)")
    #expect(decoded.findings.count == 1, "\(example.name)")
    let finding = try #require(decoded.findings.first)
    if finding.message.zh.contains("DOCTYPE") { return .doctype }
    switch finding.rule {
    case .unreadable: return .malformed
    case .wrongEncoding: return .undecodable
    case .notAReport: return finding.message.zh.contains("根元素") ? .foreign : .empty
    default:
      Issue.record("\(example.name): \(finding)")
      return .empty
    }
  }

  private static func expected(_ example: ConformanceCase) -> Set<Fate> {
    if example.hasDoctype { return [.doctype] }
    if refusedForNamespaces.contains(example.name) { return [.malformed] }
    switch example.kind {
    case .valid, .invalid: return [.foreign]
    case .malformed: return [.malformed, .undecodable, .empty]
    case .undecided: return [.malformed, .undecodable, .foreign]
    }
  }

  @Test(
    .enabled(if: archive != nil, "put xmlts20130923.zip into $ZHOUHUI_CORPORA"),
    .timeLimit(.minutes(5)))
  func readsWhatIsXMLAndNothingElse() throws {
    let archive = try #require(Self.archive)
    try withTemporaryFolder { folder in
      let program = "import sys, zipfile; zipfile.ZipFile(sys.argv[1]).extractall(sys.argv[2])"
      _ = try run(
        "/usr/bin/env", ["python3", "-c", program, archive.path, folder.path],
        outputTo: folder.appendingPathComponent("log"))
      var counts: [String: Int] = [:]
      for example in try ConformanceCase.all(in: folder.appendingPathComponent("xmlconf")) {
        let fate = try Self.fate(of: example)
        #expect(Self.expected(example).contains(fate), "\(example.name)")
        counts["\(example.kind) \(fate.rawValue)", default: 0] += 1
      }
      #expect(
        counts == [
          "valid doctype": 812, "invalid doctype": 164, "invalid foreign": 76,
          "invalid malformed": 2, "malformed doctype": 867, "malformed malformed": 306,
          "malformed undecodable": 10, "malformed empty": 3,
          "undecided doctype": 338, "undecided malformed": 2, "undecided undecodable": 2,
          "undecided foreign": 3,
        ])
    }
  }
}
