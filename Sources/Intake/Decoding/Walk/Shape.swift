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

  /// Whether a day that has its shape has a year, a month and a day of a month that there are.
  static func hasPossibleDay(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    return number(bytes[..<4]) > 0 && (1...12).contains(number(bytes[5..<7]))
      && (1...31).contains(number(bytes[8..<10]))
  }

  /// Whether a moment that has its shape has an hour, a minute and an offset that there are.
  static func hasPossibleTime(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    let seconds = bytes[16] == UInt8(ascii: ":") ? number(bytes[17..<19]) : 0
    guard number(bytes[11..<13]) < 24, number(bytes[14..<16]) < 60, seconds < 60 else {
      return false
    }
    guard bytes.last != UInt8(ascii: "Z") else { return true }
    let zone = bytes.suffix(5)
    let (hours, minutes) = (number(zone.prefix(2)), number(zone.suffix(2)))
    return minutes < 60 && hours * 60 + minutes <= 18 * 60
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int {
    digits.reduce(0) { $0 * 10 + Int($1) - 0x30 }
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

  /// Pairs of hexadecimal digits, with a blank between two or none.
  static func isDigest(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    var (index, pairs) = (0, 0)
    while index + 1 < bytes.count, isHexadecimal(bytes[index]), isHexadecimal(bytes[index + 1]) {
      pairs += 1
      index += 2
      if index < bytes.count, bytes[index] == UInt8(ascii: " ") { index += 1 }
    }
    return pairs == 32 && index == bytes.count && bytes.last != UInt8(ascii: " ")
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    isDigit(byte) || (0x41...0x46).contains(byte & 0xDF)
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
