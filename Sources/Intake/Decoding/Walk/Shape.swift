/// The patterns of `FieldType.pattern`, matched byte by byte.
///
/// By hand, because the engine of the Foundation knows canonical equivalence and case folding that a
/// schema validator does not. A test holds the two against each other.
struct Shape {
  /// `0` stands for any digit, everything else for itself.
  private let template: [UInt8]

  static let date = Shape("0000-00-00")
  private static let minutes = Shape("0000-00-00T00:00")
  private static let zone = Shape("00:00")

  private init(_ template: String) {
    self.template = Array(template.utf8)
  }

  func matches(_ text: some StringProtocol) -> Bool {
    template.count == text.utf8.count
      && zip(template, text.utf8).allSatisfy { expected, byte in
        expected == UInt8(ascii: "0") ? Self.isDigit(byte) : expected == byte
      }
  }

  static func isMoment(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard bytes.count >= 17, minutes.matches(String(decoding: bytes[..<16], as: UTF8.self)) else {
      return false
    }
    var rest = bytes[16...]
    if rest.first == UInt8(ascii: ":") {
      guard rest.count >= 4, rest.dropFirst().prefix(2).allSatisfy(isDigit) else { return false }
      rest = rest.dropFirst(3)
      if rest.first == UInt8(ascii: ".") {
        let digits = rest.dropFirst().prefix(while: isDigit)
        guard (1...9).contains(digits.count) else { return false }
        rest = rest[digits.endIndex...]
      }
    }
    if rest.elementsEqual("Z".utf8) { return true }
    guard let sign = rest.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else {
      return false
    }
    return zone.matches(String(decoding: rest.dropFirst(), as: UTF8.self))
  }

  /// No sign but a minus, no leading zero.
  static func isInteger(_ text: String) -> Bool {
    let digits = text.utf8.first == UInt8(ascii: "-") ? text.utf8.dropFirst() : text.utf8[...]
    guard !digits.isEmpty, digits.allSatisfy(isDigit) else { return false }
    return digits.first != UInt8(ascii: "0") || digits.count == 1
  }

  static func isDecimal(_ text: String) -> Bool {
    let number = text.utf8.first == UInt8(ascii: "-") ? text.utf8.dropFirst() : text.utf8[...]
    let parts = number.split(
      separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
    return parts.allSatisfy { !$0.isEmpty && $0.allSatisfy(isDigit) }
  }

  static func isLink(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    let scheme = ["https://", "http://"].first { bytes.starts(with: $0.utf8) }
    guard let scheme else { return false }
    let rest = bytes.dropFirst(scheme.utf8.count)
    return !rest.isEmpty && rest.allSatisfy(linkBytes.contains)
  }

  private static let linkBytes = Set(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._~:/?#@!$&'()*+,;=%[]-".utf8)

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
