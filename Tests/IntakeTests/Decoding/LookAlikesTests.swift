import Foundation
import Rectification
import Testing

/// The table of look-alikes is held against the compatibility mappings that the Foundation brings along.
struct LookAlikesTests {
  /// Traditional forms are made simplified as well, and no mapping says that.
  private static func meant(_ scalar: Unicode.Scalar) -> String {
    let mapped = String(scalar).precomposedStringWithCompatibilityMapping
    return mapped.applyingTransform(StringTransform("Hant-Hans"), reverse: false) ?? mapped
  }

  @Test func radicalsAndCompatibilityIdeographsAreWhatUnicodeMapsThemTo() throws {
    var compared = 0
    for range in [0x2F00...0x2FD5, 0xF900...0xFA6D, 0xFA70...0xFAD9] as [ClosedRange<UInt32>] {
      for scalar in range.compactMap({ Unicode.Scalar($0) }) {
        let mapped = String(scalar).precomposedStringWithCompatibilityMapping
        guard mapped.unicodeScalars.count == 1, let first = mapped.unicodeScalars.first,
          first != scalar, first.value <= 0xFFFF
        else { continue }
        let seen = LookAlikes.seen(String(scalar))
        #expect(seen == mapped || seen == Self.meant(scalar), "\(String(scalar.value, radix: 16))")
        compared += 1
      }
    }
    #expect(compared > 650)
  }

  @Test(arguments: [
    ("⼯", "工"), ("⽅", "方"), ("⻓", "长"), ("⻔", "门"), ("⺠", "民"), ("\u{F9BE}", "料"), ("㊙", "秘"),
    ("①", "1"),
    ("㈾", "资"), ("資", "资"), ("祕", "秘"), ("絕", "绝"), ("Ａ", "A"), ("措施编号\u{200B}", "措施编号"),
    ("\u{FEFF}方面", "方面"),
    ("整改 事项", "整改 事项"), ("a\\b", "a\\b"), ("", ""),
  ])
  func aTextIsWhatIsSeen(_ text: String, _ seen: String) {
    #expect(LookAlikes.seen(text) == seen)
  }
}
