import DecodingInvariants
import Foundation
import Testing

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
}
