import Rectification

/// A JSON array of reports, cut where its elements begin and end.
///
/// Only brackets and strings are followed here; whether a part is proper JSON is for the reader of reports
/// to say, of that part alone.
struct JSONBundle {
  private let bytes: [UInt8]
  private var index = 0

  /// The parts of a text, which must be valid UTF-8, and the next page.
  static func read(_ bytes: [UInt8]) throws(BundleFault) -> ([ReportBundle.Part], next: String?) {
    var cut = JSONBundle(bytes: bytes)
    cut.skipBlanks()
    if cut.peek == UInt8(ascii: "[") {
      let parts = try cut.elements()
      try cut.end()
      return (parts, nil)
    }
    return try cut.members()
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  /// `{"reports": […], "next": "…"}`, in any order, and with whatever else beside them.
  private mutating func members() throws(BundleFault) -> ([ReportBundle.Part], next: String?) {
    var parts: [ReportBundle.Part]?
    var next: String?
    try take("{")
    skipBlanks()
    while peek != UInt8(ascii: "}") {
      let name = text(try value())
      skipBlanks()
      try take(":")
      skipBlanks()
      switch name {
      case ReportBundle.reports where parts == nil: parts = try elements()
      // Of two lists, or two next pages, nobody knows which one is meant.
      case ReportBundle.reports: throw fault
      case ReportBundle.next where next == nil: next = text(try value())
      case ReportBundle.next: throw fault
      default: _ = try value()
      }
      try comma(before: "}")
    }
    index += 1
    try end()
    guard let parts else { throw .neither }
    return (parts, next)
  }

  private mutating func elements() throws(BundleFault) -> [ReportBundle.Part] {
    var parts: [ReportBundle.Part] = []
    try take("[")
    skipBlanks()
    while peek != UInt8(ascii: "]") {
      guard parts.count < ReportBundle.partLimit else { throw .tooMany }
      let range = try value()
      parts.append(
        ReportBundle.Part(
          name: ReportBundle.name(parts.count + 1, .json), bytes: Array(bytes[range])))
      try comma(before: "]")
    }
    index += 1
    return parts
  }

  /// Passes one value, however deep, and says where it stands.
  private mutating func value() throws(BundleFault) -> Range<Int> {
    let start = index
    var depth = 0
    repeat {
      guard let byte = peek else { throw fault }
      switch byte {
      case UInt8(ascii: "\""): try passString()
      case UInt8(ascii: "["), UInt8(ascii: "{"):
        depth += 1
        index += 1
      case UInt8(ascii: "]"), UInt8(ascii: "}"):
        depth -= 1
        guard depth >= 0 else { throw fault }
        index += 1
      case UInt8(ascii: ","), UInt8(ascii: ":"):
        guard depth > 0 else { throw fault }
        index += 1
      default: passWord()
      }
      if depth > 0 { skipBlanks() }
    } while depth > 0
    return start..<index
  }

  private mutating func passString() throws(BundleFault) {
    index += 1
    while let byte = peek, byte != UInt8(ascii: "\"") {
      index += byte == UInt8(ascii: "\\") ? 2 : 1
    }
    guard peek != nil else { throw fault }
    index += 1
  }

  /// A number or a literal, or what is neither.
  private mutating func passWord() {
    let ends = Set(" \t\r\n,:[]{}\"".utf8)
    while let byte = peek, !ends.contains(byte) { index += 1 }
  }

  private mutating func comma(before bracket: Unicode.Scalar) throws(BundleFault) {
    skipBlanks()
    guard peek != UInt8(ascii: bracket) else { return }
    try take(",")
    skipBlanks()
    guard peek != UInt8(ascii: bracket) else { throw fault }
  }

  private mutating func end() throws(BundleFault) {
    skipBlanks()
    guard index == bytes.count else { throw fault }
  }

  private mutating func take(_ scalar: Unicode.Scalar) throws(BundleFault) {
    guard peek == UInt8(ascii: scalar) else { throw fault }
    index += 1
  }

  private mutating func skipBlanks() {
    while let byte = peek, [0x20, 0x09, 0x0A, 0x0D].contains(byte) { index += 1 }
  }

  private var peek: UInt8? { index < bytes.count ? bytes[index] : nil }

  /// A string without its quotes and escapes; nil for any other value.
  private func text(_ range: Range<Int>) -> String? {
    guard let node = try? JSONScanner.scan(Array(bytes[range])),
      case .string(let text) = node.content
    else { return nil }
    return text
  }

  private var fault: BundleFault {
    let place = SourceMap(bytes).place(at: min(index, bytes.count))
    return BundleFault(
      Bilingual(
        zh: "第 \(place.line) 行第 \(place.column) 列起不是 JSON 数组的写法",
        en: "not a JSON array from line \(place.line), column \(place.column)"))
  }
}
