import Foundation
import Rectification
import TestSupport
import Testing

@testable import Intake

/// Damaged files of every kind are refused with a finding, and never end the program.
struct DamageTests {
  @Test(arguments: ["example.xml", "example.json"])
  func survivesDamagedBytes(_ name: String) throws {
    let whole = Array(try published(name).utf8)
    var random = SeededGenerator(seed: 7)
    for _ in 0..<2000 {
      var bytes = whole
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let index = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: bytes[index] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.remove(at: index)
        default: bytes.insert(random.pick(Array("<>&\"{}[],:=/!-\0".utf8)), at: index)
        }
      }
      let decoded = decode(bytes)
      #expect((decoded.report == nil) == !decoded.findings.isEmpty)
    }
  }

  private static let archive = corpus("xmlts20130923.zip")

  @Test(.enabled(if: archive != nil, "put xmlts20130923.zip into $ZHOUHUI_CORPORA"))
  func acceptsNoDocumentOfTheXMLConformanceSuite() throws {
    let archive = try #require(Self.archive)
    try withTemporaryFolder { folder in
      let program = "import sys, zipfile; zipfile.ZipFile(sys.argv[1]).extractall(sys.argv[2])"
      _ = try run(
        "/usr/bin/env", ["python3", "-c", program, archive.path, folder.path],
        outputTo: folder.appendingPathComponent("log"))
      let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
      var count = 0
      for case let file as URL in files ?? .init() where file.pathExtension == "xml" {
        let decoded = ReportDecoder().decode(try Array(Data(contentsOf: file)))
        #expect(decoded.report == nil && !decoded.findings.isEmpty, "\(file.lastPathComponent)")
        count += 1
      }
      #expect(count > 2000)
    }
  }
}
