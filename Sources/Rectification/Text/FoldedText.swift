/// A text as a reader sees it: escapes resolved, look-alikes and full-width forms made the characters they
/// are taken for, and all left out that takes no place on paper.
struct FoldedText {
  private(set) var scalars: [Unicode.Scalar] = []
  /// Where each scalar begins in the text, in bytes.
  private(set) var offsets: [Int] = []

  init(_ utf8: [UInt8]) {
    scalars.reserveCapacity(utf8.count / 2)
    offsets.reserveCapacity(utf8.count / 2)
    var index = 0
    while index < utf8.count {
      let (scalar, length) = Self.escape(utf8, at: index) ?? Self.plain(utf8, at: index)
      if let scalar, !Self.isUnseen(scalar) {
        scalars.append(LookAlikes.meant(Self.halfWidth(scalar)))
        offsets.append(index)
      }
      index += length
    }
  }

  /// Of a text in which a backslash is a backslash; white space stays.
  init(plain text: String) {
    for scalar in text.unicodeScalars
    where scalar.properties.isWhitespace || !Self.isUnseen(scalar) {
      scalars.append(LookAlikes.meant(Self.halfWidth(scalar)))
    }
  }

  /// `\u5bc6`, `&#23494;` or `&#x5bc6;`.
  private static func escape(
    _ utf8: [UInt8], at index: Int
  ) -> (scalar: Unicode.Scalar?, length: Int)? {
    switch utf8[index] {
    case UInt8(ascii: "\\"):
      guard index + 5 < utf8.count, utf8[index + 1] == UInt8(ascii: "u"),
        let value = number(utf8[(index + 2)..<(index + 6)], radix: 16)
      else { return nil }
      return (Unicode.Scalar(value), 6)
    case UInt8(ascii: "&"):
      let rest = utf8[(index + 1)...].prefix(12)
      guard rest.first == UInt8(ascii: "#"), let end = rest.firstIndex(of: UInt8(ascii: ";")) else {
        return nil
      }
      let isHexadecimal = end > index + 2 && utf8[index + 2] | 0x20 == UInt8(ascii: "x")
      let digits = utf8[(index + (isHexadecimal ? 3 : 2))..<end]
      guard let value = number(digits, radix: isHexadecimal ? 16 : 10) else { return nil }
      return (Unicode.Scalar(value), end + 1 - index)
    default: return nil
    }
  }

  private static func number(_ digits: ArraySlice<UInt8>, radix: Int) -> UInt32? {
    UInt32(String(decoding: digits, as: UTF8.self), radix: radix)
  }

  /// One scalar; of bytes that are no UTF-8, one byte is passed over.
  private static func plain(
    _ utf8: [UInt8], at index: Int
  ) -> (scalar: Unicode.Scalar?, length: Int) {
    let first = utf8[index]
    if first < 0x80 { return (Unicode.Scalar(first), 1) }
    let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard first >= 0xC2, index + length <= utf8.count else { return (nil, 1) }
    var value = UInt32(first) & (0x7F >> UInt32(length))
    for byte in utf8[(index + 1)..<(index + length)] {
      guard byte & 0xC0 == 0x80 else { return (nil, 1) }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    return (Unicode.Scalar(value), length)
  }

  private static func halfWidth(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    guard (0xFF01...0xFF5E).contains(scalar.value) else { return scalar }
    return Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
  }

  private static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x21...0x7E, 0x3001...0x9FFF: return false
    case 0...0x20, 0x7F...0xA0, 0x3000: return true
    default: break
    }
    switch scalar.properties.generalCategory {
    case .control, .format, .spaceSeparator, .lineSeparator, .paragraphSeparator,
      .nonspacingMark, .enclosingMark, .privateUse, .unassigned:
      return true
    default: return false
    }
  }
}
