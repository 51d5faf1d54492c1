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
}
