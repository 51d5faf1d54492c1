import Rectification

/// File names as they may be shown: in a page, a log line or a terminal.
///
/// A name in a folder is bytes, not text. What is not UTF-8 is written `\xNN`; what would break a
/// line, hide itself or turn the reading direction is written `\u{…}`.
package enum ShownName {
  /// Unicode scalars of a shown name; the rest is cut.
  static let limit = 120

  package static func text(_ name: some Collection<UInt8>) -> String {
    let bytes = Array(name)
    var shown = ""
    var length = 0
    var index = 0
    while index < bytes.count {
      let piece = piece(of: bytes, at: index)
      length += piece.text.unicodeScalars.count
      guard length < limit || (length == limit && index + piece.bytes == bytes.count) else {
        return shown + "…"
      }
      shown += piece.text
      index += piece.bytes
    }
    return shown
  }

  static func text(_ text: String) -> String { Self.text(text.utf8) }

  /// What stands for a name that bears a secrecy mark, which is itself part of what is secret.
  package static let withheld = "（名称不显示）"

  package static func text(
    _ name: some Collection<UInt8>, withholding marks: SecrecyMarks
  ) -> String {
    marks.firstMark(in: Array(name)) == nil ? text(name) : withheld
  }

  /// The scalar at `index`, or its first byte when there is none.
  private static func piece(of bytes: [UInt8], at index: Int) -> (text: String, bytes: Int) {
    let count = sequenceLength(bytes[index])
    guard index + count <= bytes.count,
      let text = String(validating: bytes[index..<index + count], as: UTF8.self),
      let scalar = text.unicodeScalars.first
    else { return ("\\x" + hexadecimal(bytes[index], digits: 2), 1) }
    return (isPlain(scalar) ? text : "\\u{\(hexadecimal(scalar.value, digits: 4))}", count)
  }

  private static func sequenceLength(_ first: UInt8) -> Int {
    switch first {
    case 0xC0...0xDF: 2
    case 0xE0...0xEF: 3
    case 0xF0...0xFF: 4
    default: 1
    }
  }

  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    // Format holds the bidi controls and zero-width characters; the separators end lines.
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned,
      .privateUse:
      false
    default: true
    }
  }

  private static func hexadecimal(_ value: some BinaryInteger, digits: Int) -> String {
    let text = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }
}
