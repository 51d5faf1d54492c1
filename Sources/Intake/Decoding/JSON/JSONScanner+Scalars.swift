extension JSONScanner {
  /// The digits of a number as they stand (RFC 8259, 6).
  mutating func number() throws(JSONFault) -> String {
    let start = index
    _ = take("-")
    if !take("0") { try digits() }
    if take(".") { try digits() }
    if take("e") || take("E") {
      _ = take("+") || take("-")
      try digits()
    }
    // `01` and `1a` are one wrong number, not a number and something more.
    if let next = peek, Self.isWordByte(next) { throw fault(.badNumber) }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  private mutating func digits() throws(JSONFault) {
    let start = index
    while let byte = peek, (0x30...0x39).contains(byte) { index += 1 }
    guard index > start else { throw fault(peek == nil ? .endsEarly : .badNumber) }
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "."), UInt8(ascii: "+"),
      UInt8(ascii: "-"):
      true
    default: false
    }
  }

  /// The text of a string, its escapes undone (RFC 8259, 7).
  mutating func string() throws(JSONFault) -> String {
    index += 1
    var text: [UInt8] = []
    while let byte = peek {
      switch byte {
      case UInt8(ascii: "\""):
        index += 1
        return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"): text.append(contentsOf: try escape())
      case 0x00..<0x20: throw fault(.rawControl)
      default:
        text.append(byte)
        index += 1
      }
    }
    throw fault(.endsEarly)
  }

  private mutating func escape() throws(JSONFault) -> [UInt8] {
    let start = index
    index += 1
    guard let letter = peek else { throw fault(.endsEarly) }
    index += 1
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [letter]
    case UInt8(ascii: "b"): return [0x08]
    case UInt8(ascii: "f"): return [0x0C]
    case UInt8(ascii: "n"): return [0x0A]
    case UInt8(ascii: "r"): return [0x0D]
    case UInt8(ascii: "t"): return [0x09]
    case UInt8(ascii: "u"): return Array(String(Character(try codePoint(from: start))).utf8)
    default: throw JSONFault(offset: start, reason: .badEscape)
    }
  }

  /// The character of one `\uXXXX`, or of the two that write a character beyond U+FFFF.
  private mutating func codePoint(from start: Int) throws(JSONFault) -> Unicode.Scalar {
    let high = try hexDigits(from: start)
    if let scalar = Unicode.Scalar(high) { return scalar }
    guard high < 0xDC00, take("\\"), take("u") else {
      throw JSONFault(offset: start, reason: .loneSurrogate)
    }
    let low = try hexDigits(from: start)
    guard (0xDC00...0xDFFF).contains(low),
      let scalar = Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00))
    else { throw JSONFault(offset: start, reason: .loneSurrogate) }
    return scalar
  }

  private mutating func hexDigits(from start: Int) throws(JSONFault) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = peek else { throw fault(.endsEarly) }
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw JSONFault(offset: start, reason: .badEscape)
      }
      value = value << 4 | UInt32(digit)
      index += 1
    }
    return value
  }
}
