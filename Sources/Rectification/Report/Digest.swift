/// The SHA-256 of received bytes, 64 lower-case hexadecimal digits: the identity of a submission.
package struct Digest: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let hex: String

  /// Nil unless the text is 64 lower-case hexadecimal digits.
  package init?(_ hex: some StringProtocol) {
    guard hex.utf8.count == 64,
      hex.utf8.allSatisfy({
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
          || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0)
      })
    else { return nil }
    self.hex = String(hex)
  }

  /// For digits that are in the source itself.
  init(unchecked hex: String) {
    self.hex = hex
  }

  package static func < (left: Self, right: Self) -> Bool { left.hex < right.hex }
  package var description: String { hex }
}

extension Digest: Codable {
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
    try container.encode(hex)
  }
}
