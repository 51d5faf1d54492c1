import Rectification

/// Takes UTF-8 text apart as RFC 4180 says, and knows the line and column of every field.
struct CSVScanner {
  private let bytes: [UInt8]
  private let separator: UInt8
  private var position = 0
  private var line = 1
  private var column = 1

  /// Excel and WPS hold no more characters in a cell; more is a quote in the wrong place.
  static let fieldLimit = 32_767

  static func records(
    of text: [UInt8], separatedBy separator: UInt8 = UInt8(ascii: ","), _ log: inout ProblemLog
  ) -> [CSVRecord] {
    var scanner = CSVScanner(bytes: text, separator)
    var records: [CSVRecord] = []
    while scanner.position < text.count {
      records.append(scanner.record(&log))
    }
    return records
  }

  private init(bytes: [UInt8], _ separator: UInt8) {
    self.bytes = bytes
    self.separator = separator
  }

  private mutating func record(_ log: inout ProblemLog) -> CSVRecord {
    var fields = [field(&log)]
    while peek == separator {
      advance()
      fields.append(field(&log))
    }
    if position < bytes.count { advance() }
    return CSVRecord(fields: fields)
  }

  private mutating func field(_ log: inout ProblemLog) -> CSVField {
    let spot = Spot(line: line, column: column)
    let content = peek == UInt8(ascii: "\"") ? quoted(spot, &log) : plain()
    let text = String(decoding: content, as: UTF8.self).trimmed
    guard content.count <= Self.fieldLimit || text.unicodeScalars.count <= Self.fieldLimit else {
      log.refuse(
        at: spot,
        Bilingual(
          zh: "这一格超过\(Self.fieldLimit)个字符", en: "this field is over \(Self.fieldLimit) characters"),
        remedy: Bilingual(
          zh: "请检查引号是否写错了地方，或缩短文字", en: "look for a quote in the wrong place, or shorten the text"))
      return CSVField(text: "", spot: spot)
    }
    return CSVField(text: text, spot: spot)
  }

  private mutating func plain() -> ArraySlice<UInt8> {
    let start = position
    while !isAtFieldEnd { advance() }
    return bytes[start..<position]
  }

  private mutating func quoted(_ spot: Spot, _ log: inout ProblemLog) -> ArraySlice<UInt8> {
    advance()
    var content: [UInt8] = []
    while let byte = peek {
      let isQuote = byte == UInt8(ascii: "\"")
      let isLineEnd = byte == UInt8(ascii: "\r")
      advance()
      if isQuote {
        guard peek == byte else {
          skipAfterQuote(&log)
          return content[...]
        }
        advance()
      }
      content.append(isLineEnd ? UInt8(ascii: "\n") : byte)
    }
    log.refuse(
      at: spot, Bilingual(zh: "引号没有结束", en: "the quote that opens here is never closed"),
      remedy: Bilingual(
        zh: "请补上结束的引号；文字里的引号要写两个（\"\"）",
        en: "close it; a quote inside the text is written twice (\"\")"))
    return content[...]
  }

  private mutating func skipAfterQuote(_ log: inout ProblemLog) {
    var isReported = false
    while !isAtFieldEnd {
      if peek != UInt8(ascii: " "), !isReported {
        isReported = true
        log.refuse(
          at: Spot(line: line, column: column),
          Bilingual(zh: "结束的引号后面还有文字", en: "there is text after the closing quote"),
          remedy: Bilingual(
            zh: "文字里的引号要写两个（\"\"）", en: "write a quote inside the text twice (\"\")"))
      }
      advance()
    }
  }

  private var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

  private var isAtFieldEnd: Bool {
    switch peek {
    case nil, separator, UInt8(ascii: "\n"), UInt8(ascii: "\r"): true
    default: false
    }
  }

  /// Moves over one byte, or over CRLF as a whole; a CR alone ends a line as well.
  private mutating func advance() {
    let byte = bytes[position]
    position += 1
    if byte == UInt8(ascii: "\r"), peek == UInt8(ascii: "\n") { position += 1 }
    if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
      line += 1
      column = 1
    } else if peek.map({ $0 & 0xC0 != 0x80 }) ?? true {
      // A character ends where the next byte is not a continuation byte (10xxxxxx).
      column += 1
    }
  }
}

extension StringProtocol {
  /// Without white space at either end: spaces of every width, tabs and line ends.
  var trimmed: String {
    let scalars = unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return "" }
    return String(String.UnicodeScalarView(scalars[first...last]))
  }
}
