import Rectification

/// Turns byte offsets of a decoded text into lines and columns.
///
/// A report may be one line of 256 KiB with a finding for every field. Marks at even distances keep
/// every look-up short, where counting from the start of the line would be quadratic.
package struct SourceMap: Sendable {
  private let bytes: [UInt8]
  private let marks: [Position]
  private static let distance = 256

  private struct Position {
    var line = 1
    var column = 1
    var previous: UInt8 = 0

    /// Lines end with LF, CR or CR LF; columns count characters (Unicode scalars).
    mutating func pass(_ byte: UInt8) {
      switch byte {
      case UInt8(ascii: "\n"):
        if previous != UInt8(ascii: "\r") { line += 1 }
        column = 1
      case UInt8(ascii: "\r"):
        line += 1
        column = 1
      case 0x80...0xBF: break
      default: column += 1
      }
      previous = byte
    }
  }

  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var marks: [Position] = []
    marks.reserveCapacity(bytes.count / Self.distance + 1)
    var position = Position()
    var untilMark = 0
    for byte in bytes {
      if untilMark == 0 {
        marks.append(position)
        untilMark = Self.distance
      }
      untilMark -= 1
      position.pass(byte)
    }
    if untilMark == 0 { marks.append(position) }
    self.marks = marks
  }

  package func place(at offset: Int, pointer: String = "") -> Place {
    let offset = min(max(offset, 0), bytes.count)
    let mark = offset / Self.distance
    var position = mark < marks.count ? marks[mark] : Position()
    for byte in bytes[min(mark * Self.distance, offset)..<offset] { position.pass(byte) }
    return Place(line: position.line, column: position.column, pointer: pointer)
  }
}
