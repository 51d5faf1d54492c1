import Foundation
import Testing

/// Compares a text with the file `Golden/NAME` beside the calling test.
///
/// `UPDATE_GOLDEN=1 swift test` writes the file anew and fails, so that nobody mistakes a recording
/// for a comparison.
package func expectGolden(
  _ text: String, named name: String, file: String = #filePath,
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  // A page of docs/ is named from the folder Golden, which need not exist for it.
  let golden = URL(fileURLWithPath: file).deletingLastPathComponent()
    .appendingPathComponent("Golden").appendingPathComponent(name).standardized
  if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] != nil {
    try FileManager.default.createDirectory(
      at: golden.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: golden)
    Issue.record(
      "recorded \(name); run again without UPDATE_GOLDEN", sourceLocation: sourceLocation)
    return
  }
  let expected = try String(decoding: Data(contentsOf: golden), as: UTF8.self)
  guard text != expected else { return }
  let pair = zip(
    text.split(separator: "\n", omittingEmptySubsequences: false),
    expected.split(separator: "\n", omittingEmptySubsequences: false)
  ).enumerated()
  let first = pair.first { $0.element.0 != $0.element.1 }
  Issue.record(
    """
    \(name) differs\(first.map { " from line \($0.offset + 1)" } ?? " in length")
    now:    \(first.map { String($0.element.0.prefix(300)) } ?? "\(text.count) characters")
    golden: \(first.map { String($0.element.1.prefix(300)) } ?? "\(expected.count) characters")
    """, sourceLocation: sourceLocation)
}
