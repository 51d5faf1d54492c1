/// A stable identifier: a campaign, unit, problem, item or measure.
///
/// ASCII letters, digits and hyphens only. Swift compares strings by canonical equivalence, under
/// which a Kelvin sign equals K; limited to ASCII that comparison is a comparison of bytes, so no
/// look-alike ever resolves to somebody else's code.
package struct Code: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let text: String

  /// The pattern, as XSD and JSON Schema write it.
  package static let pattern = "[A-Za-z0-9][A-Za-z0-9-]{0,31}"

  /// Stands for a unit where none could be read, in a file that is only being tried out.
  package static let unknown = Code(known: "unknown")

  private init(known text: String) {
    self.text = text
  }

  /// Nil unless the whole text matches `pattern`.
  package init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard let first = bytes.first, bytes.count <= 32, first != UInt8(ascii: "-"),
      bytes.allSatisfy(Self.allows)
    else { return nil }
    self.text = String(text)
  }

  private static func allows(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "-"):
      true
    default: false
    }
  }

  package static func < (left: Self, right: Self) -> Bool { left.text < right.text }
  package var description: String { text }
}

extension Code: Codable {
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let value = Self(text) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: text)
    }
    self = value
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}
