import Foundation
import Rectification
import Testing

/// The settings that the catalogue names are those that campaign.yaml has.
struct RuleKeysTests {
  @Test func everyKeyIsDocumented() throws {
    let page = try String(
      contentsOf: URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("../../docs/formats/campaign-files.md"), encoding: .utf8)
    let keys = Set(RuleCode.allCases.flatMap(\.entry.keys))
    #expect(keys.count > 8)
    for key in keys { #expect(page.contains("`\(key)`"), "\(key)") }
  }
}
