import Rectification

/// Refuses NUL and the other control characters, which no editor shows and no report may carry.
enum StrayControls {
  /// One problem a line and ten in all: more of them mean that the file is not text.
  static func refuse(in text: [UInt8], _ log: inout ProblemLog) {
    var line = 1
    var column = 1
    var lastLine = 0
    var left = 10
    var previous: UInt8 = 0
    for byte in text where left > 0 {
      if byte == UInt8(ascii: "\n") {
        line += 1
        column = 1
      } else {
        if isControl(byte, after: previous), line != lastLine {
          lastLine = line
          left -= 1
          refuse(at: Spot(line: line, column: column - (byte >= 0x80 ? 1 : 0)), &log)
        }
        column += byte & 0xC0 == 0x80 ? 0 : 1
      }
      previous = byte
    }
  }

  /// C0 but TAB, LF and CR, DEL, and C1, which UTF-8 writes C2 80 to C2 9F.
  private static func isControl(_ byte: UInt8, after previous: UInt8) -> Bool {
    switch byte {
    case 0x09, 0x0A, 0x0D: false
    case 0x00...0x1F, 0x7F: true
    case 0x80...0x9F: previous == 0xC2
    default: false
    }
  }

  private static func refuse(at spot: Spot, _ log: inout ProblemLog) {
    log.refuse(
      at: spot, Bilingual(zh: "此处有看不见的控制字符", en: "there is an invisible control character here"),
      remedy: Bilingual(zh: "请删去它，重新输入这一格", en: "delete it and type the value again"))
  }
}
