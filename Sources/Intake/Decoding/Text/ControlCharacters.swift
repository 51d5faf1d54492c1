import Rectification

/// Characters no report may hold: controls other than TAB, LF and CR, and the non-characters XML bars.
///
/// U+0000 above all: SQLite would end a text there, and a unit named `U1\0x` would become `U1`.
enum ControlCharacters {
  static func contains(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: false
    case 0x00...0x1F, 0x7F...0x9F, 0xFFFE, 0xFFFF: true
    default: false
    }
  }

  /// Refuses a text that holds one as it stands; those written as escapes are found field by field.
  static func refuse(in utf8: [UInt8]) throws(Refusal) {
    guard let (offset, value) = first(in: utf8) else { return }
    let digits = String(value, radix: 16, uppercase: true)
    let name = "U+" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
    throw Refusal(
      .unreadable, at: SourceMap(utf8).place(at: offset),
      Bilingual(
        zh: "文件中有不允许的控制字符 \(name)", en: "the file holds the control character \(name)"),
      remedy: Bilingual(
        zh: "请删除该字符；除制表符和换行外不得有控制字符",
        en: "delete it; no control characters but tab and line ends are allowed"))
  }

  private static func first(in utf8: [UInt8]) -> (offset: Int, value: UInt32)? {
    for (offset, byte) in utf8.enumerated() {
      switch byte {
      case 0x00...0x1F where byte != 0x09 && byte != 0x0A && byte != 0x0D, 0x7F:
        return (offset, UInt32(byte))
      // U+0080 to U+009F are C2 80 to C2 9F; U+FFFE and U+FFFF are EF BF BE and EF BF BF.
      case 0xC2 where offset + 1 < utf8.count && utf8[offset + 1] < 0xA0:
        return (offset, UInt32(utf8[offset + 1]))
      case 0xEF
      where offset + 2 < utf8.count && utf8[offset + 1] == 0xBF && utf8[offset + 2] >= 0xBE:
        return (offset, utf8[offset + 2] == 0xBE ? 0xFFFE : 0xFFFF)
      default: break
      }
    }
    return nil
  }
}
