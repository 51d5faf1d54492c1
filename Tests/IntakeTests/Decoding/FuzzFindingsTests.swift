import Foundation
import Rectification
import Testing

@testable import DecodingInvariants

/// Every input that ever broke an invariant, and the samples the fuzzers start from.
struct FuzzFindingsTests {
  private static let files = ["Findings", "Seeds"].flatMap { name in
    let folder = packageRoot.appendingPathComponent("Tests/Fuzzing/\(name)")
    let found = try? FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil)
    return (found ?? []).sorted { $0.path < $1.path }
  }

  @Test func hasThem() {
    #expect(Self.files.count >= 4)
  }

  @Test(arguments: files)
  func holdsForAnInputThatOnceBrokeAnInvariant(_ file: URL) throws {
    #expect(try DecodingInvariants.breaches(of: Array(Data(contentsOf: file))) == [])
  }

  @Test(
    arguments: [
      (1, 1, true), (1, 3, true), (1, 4, false), (2, 1, true), (2, 2, true), (2, 3, false),
      (3, 1, true), (3, 2, false), (4, 1, false), (0, 0, true), (0, 1, false), (1, 0, false),
    ])
  func tellsPlacesInAFileFromOthers(_ line: Int, _ column: Int, _ isInside: Bool) {
    let page = Page(Array("{𠮷\r\n中\n".utf8))
    #expect(page.has(Place(line: line, column: column, pointer: "")) == isInside)
  }
}
