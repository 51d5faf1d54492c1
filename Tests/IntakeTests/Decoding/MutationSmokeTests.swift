import DecodingInvariants
import Foundation
import TestSupport
import Testing

@testable import Intake

/// The invariants of the fuzzers on inputs that are the same in every run.
struct MutationSmokeTests {
  private static let encodings = ["UTF-8", "UTF-16LE", "UTF-16BE", "GB18030"]

  private static func seed(_ name: String, as encoding: String) throws -> [UInt8] {
    let file = packageRoot.appendingPathComponent("Tests/Fuzzing/Seeds/\(name)")
    let text = try String(decoding: Data(contentsOf: file), as: UTF8.self)
    return encoded(text.replacing("encoding=\"UTF-8\"", with: "encoding=\"GB18030\""), as: encoding)
  }

  @Test(arguments: ["minimal.xml", "mistakes.xml", "minimal.json", "mistakes.json"], encodings)
  func holdsWhateverIsDoneToAReport(_ name: String, _ encoding: String) throws {
    let whole = try Self.seed(name, as: encoding)
    var random = SeededGenerator(seed: 20_240_118)
    try #require(!whole.isEmpty)
    for _ in 0..<500 {
      var bytes = whole
      for _ in 0..<Int.random(in: 1...3, using: &random) { Self.mutate(&bytes, &random) }
      let breaches = DecodingInvariants.breaches(of: bytes)
      #expect(breaches == [], "\(Data(bytes).base64EncodedString())")
    }
  }

  private static let marks: [[UInt8]] = [
    "<", ">", "&#0;", "<!--", "-->", "]]>", "<?", "\"", "\\u0000", "\\ud800", "[", "{", ",", "1e9",
    "\u{85}", "\u{202E}", "𠮷", "\r", "\n",
  ].map { Array($0.utf8) }

  /// Changes, doubles, drops or adds a few bytes.
  private static func mutate(_ bytes: inout [UInt8], _ random: inout SeededGenerator) {
    let index = Int.random(in: 0..<max(1, bytes.count), using: &random)
    let end = min(bytes.count, index + Int.random(in: 1...40, using: &random))
    switch Int.random(in: 0..<5, using: &random) {
    case 0 where index < bytes.count: bytes[index] = UInt8.random(in: 0...255, using: &random)
    case 1: bytes.removeSubrange(index..<max(index, end))
    case 2: bytes.insert(contentsOf: bytes[index..<max(index, end)], at: index)
    case 3: bytes.removeLast(bytes.count - index)
    default: bytes.insert(contentsOf: random.pick(marks), at: min(index, bytes.count))
    }
  }
}
