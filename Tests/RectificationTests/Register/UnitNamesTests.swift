import Rectification
import TestSupport
import Testing

/// No form of a unit's code leads to another unit.
struct UnitNamesTests {
  /// Codes that are themselves easily taken for one another.
  private static let codes = [
    "BM01", "BMO1", "BM0l", "BMOI", "bm01", "BM-01", "BM01-", "JZ1", "JZl", "K5", "k5", "rn1", "m1",
    "A", "a",
  ]

  private static let names = UnitNames(
    codes.map {
      Unit(
        code: code($0), name: "单位\($0)", aliases: [], parent: nil, creditCode: nil, leader: "",
        active: .always)
    })

  private func unit(_ bytes: [UInt8]) -> UnitNames.Match {
    Self.names.unit(
      named: UnitName(String(decoding: bytes, as: UTF8.self)), on: day("2024-01-10"))
  }

  /// Full-width letters, digits and hyphens as half-width ones, and nothing else.
  private func narrow(_ bytes: [UInt8]) -> [UInt8] {
    String(decoding: bytes, as: UTF8.self).unicodeScalars.flatMap { scalar -> [UInt8] in
      (0xFF01...0xFF5E).contains(scalar.value)
        ? [UInt8(scalar.value - 0xFEE0)] : Array(String(scalar).utf8)
    }
  }

  @Test(arguments: codes)
  func noFormOfACodeLeadsToAnotherUnit(_ own: String) {
    var tried = 0
    for form in CodeForms.of(own) {
      tried += 1
      guard case .unit(let found) = unit(form) else { continue }
      // Only what is written as a code, to the byte or in full width, is that code.
      #expect(Array(found.text.utf8) == narrow(form), "\(form)")
    }
    #expect(tried > own.count * 10)
    #expect(unit(Array(own.utf8)) == .unit(code(own)))
    #expect(unit(Array(CodeForms.wide(own).utf8)) == .unit(code(own)))
  }

  @Test func noFormOfANameLeadsAnywhere() {
    let name = "单位BM01"
    for pad in [" ", "\u{3000}", "\u{200B}", "\u{0}", "\u{301}"] {
      #expect(unit(Array((name + pad).utf8)) == .unknown)
      #expect(unit(Array((pad + name).utf8)) == .unknown)
    }
    // A name is not read in full width: 单位ＢＭ０１ is nobody's.
    #expect(unit(Array(CodeForms.wide(name).utf8)) == .unknown)
  }

  /// Swift takes these for equal strings; a unit must not.
  @Test func canonicalEquivalenceNamesNobody() {
    let names = UnitNames([
      Unit(
        code: code("U1"), name: "caf\u{E9}", aliases: [], parent: nil, creditCode: nil,
        leader: "", active: .always)
    ])
    #expect("caf\u{E9}" == "cafe\u{301}")
    #expect(names.unit(named: UnitName("cafe\u{301}"), on: day("2024-01-10")) == .unknown)
    #expect(Code("\u{212A}5") == nil)
  }
}
