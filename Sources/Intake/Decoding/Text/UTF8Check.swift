/// Whether bytes are UTF-8, and where they stop being so.
enum UTF8Check {
  /// The first byte that begins no character.
  static func firstFault(in bytes: ArraySlice<UInt8>) -> (offset: Int, isCut: Bool)? {
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let first = bytes[index]
      if first < 0x80 {
        index += 1
        continue
      }
      guard let (length, second) = shape(first) else { return (index, false) }
      for step in 1..<length {
        guard index + step < bytes.endIndex else { return (index, true) }
        let allowed = step == 1 ? second : 0x80...0xBF
        guard allowed.contains(bytes[index + step]) else { return (index, false) }
      }
      index += length
    }
    return nil
  }

  /// Whether most of what is not ASCII has the shape of Chinese in UTF-8.
  ///
  /// In GBK text about one character in fifty has it by accident; in UTF-8 all have it, and a damaged
  /// file still nearly all. Decides what a text with a fault was meant to be.
  static func looksLikeChineseUTF8(_ bytes: [UInt8]) -> Bool {
    var (sequences, others, index) = (0, 0, 0)
    while index < bytes.count {
      if (0xE3...0xEF).contains(bytes[index]), index + 2 < bytes.count,
        bytes[index + 1] & 0xC0 == 0x80, bytes[index + 2] & 0xC0 == 0x80
      {
        sequences += 1
        index += 3
      } else {
        if bytes[index] >= 0x80 { others += 1 }
        index += 1
      }
    }
    // Three characters of GBK may have it by accident, once in ten thousand times; one or two cannot.
    if others == 0 { return sequences > 0 }
    return sequences >= 4 && sequences * 3 >= others
  }

  /// The length a first byte announces and the range of the second byte (Unicode, table 3-7).
  private static func shape(_ first: UInt8) -> (length: Int, second: ClosedRange<UInt8>)? {
    switch first {
    case 0xC2...0xDF: (2, 0x80...0xBF)
    case 0xE0: (3, 0xA0...0xBF)
    case 0xED: (3, 0x80...0x9F)
    case 0xE1...0xEF: (3, 0x80...0xBF)
    case 0xF0: (4, 0x90...0xBF)
    case 0xF1...0xF3: (4, 0x80...0xBF)
    case 0xF4: (4, 0x80...0x8F)
    default: nil
    }
  }
}
