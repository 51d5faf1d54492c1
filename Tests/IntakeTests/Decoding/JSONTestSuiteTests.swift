import Foundation
import TestSupport
import Testing

@testable import Intake

/// The 318 cases of github.com/nst/JSONTestSuite: y_ must be read, n_ must not, i_ is ours to decide.
struct JSONTestSuiteTests {
  private static let archive = corpus("json-test-suite.tar.gz")

  /// Of the undecided: numbers of any size are kept as digits, so they are read.
  private static func isReadUndecided(_ name: String) -> Bool { name.hasPrefix("i_number_") }

  private static func isRead(_ bytes: [UInt8]) -> Bool {
    UTF8Check.firstFault(in: bytes[...]) == nil && (try? JSONScanner.scan(bytes)) != nil
  }

  @Test(.enabled(if: archive != nil, "put json-test-suite.tar.gz into $ZHOUHUI_CORPORA"))
  func decidesEveryCase() throws {
    let archive = try #require(Self.archive)
    try withTemporaryFolder { folder in
      _ = try run(
        "/usr/bin/tar", ["-xzf", archive.path, "-C", folder.path],
        outputTo: folder.appendingPathComponent("log"))
      let cases = folder.appendingPathComponent("test_parsing")
      var counts: [Character: Int] = [:]
      for name in try FileManager.default.contentsOfDirectory(atPath: cases.path) {
        guard let kind = name.first, name.hasSuffix(".json") else { continue }
        let bytes = try Array(Data(contentsOf: cases.appendingPathComponent(name)))
        let expected = kind == "y" || kind == "i" && Self.isReadUndecided(name)
        #expect(Self.isRead(bytes) == expected, "\(name)")
        counts[kind, default: 0] += 1
        // Whatever it is, the whole decoder survives it and calls none of it a report.
        #expect(decode(bytes).report == nil, "\(name)")
      }
      #expect(counts == ["y": 95, "n": 188, "i": 35])
    }
  }
}
