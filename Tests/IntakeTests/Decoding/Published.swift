import Foundation
import Rectification
import Testing

/// Compares a text made by the program with the one published under docs/formats.
///
/// `UPDATE_GOLDEN=1` writes it anew and fails, as `expectGolden` does.
func expectPublished(
  _ text: String, at name: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let file = packageRoot.appendingPathComponent("docs/formats").appendingPathComponent(name)
  if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] != nil {
    try Data(text.utf8).write(to: file)
    Issue.record(
      "recorded \(name); run again without UPDATE_GOLDEN", sourceLocation: sourceLocation)
    return
  }
  let published = try String(decoding: Data(contentsOf: file), as: UTF8.self)
  #expect(
    text == published, "docs/formats/\(name) is out of date: run with UPDATE_GOLDEN=1",
    sourceLocation: sourceLocation)
}

func published(_ name: String) throws -> String {
  let file = packageRoot.appendingPathComponent("docs/formats").appendingPathComponent(name)
  return try String(decoding: Data(contentsOf: file), as: UTF8.self)
}
