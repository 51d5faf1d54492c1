import Rectification

/// Reads JSON strictly (RFC 8259) into a tree that knows where everything stands.
///
/// Written here because no reader at hand gives a place for a value that is well-formed but wrong, and
/// all but one let duplicate names, trailing commas or U+0000 through (JSONDecoder takes the first of
/// two names, JSONSerialization the last: a way to be somebody else in one of them).
/// Doubled names stay in the tree; the check of the fields reports each.
package struct JSONScanner {
  package static let depthLimit = 64

  let bytes: [UInt8]
  var index = 0
  private var depth = 0

  private init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The one value of a text, which must be valid UTF-8.
  static func scan(_ bytes: [UInt8]) throws(JSONFault) -> DocumentNode {
    var scanner = JSONScanner(bytes)
    scanner.skipBlanks()
    let node = try scanner.value()
    scanner.skipBlanks()
    guard scanner.index == bytes.count else { throw scanner.fault(.extraText) }
    return node
  }

  private mutating func value() throws(JSONFault) -> DocumentNode {
    let start = index
    guard let byte = peek else { throw fault(.endsEarly) }
    let content: DocumentNode.Content =
      switch byte {
      case UInt8(ascii: "{"): .object(try members())
      case UInt8(ascii: "["): .array(try items())
      case UInt8(ascii: "\""): .string(try string())
      case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): .number(try number())
      default: try literal()
      }
    return DocumentNode(content: content, offset: start)
  }

  private mutating func members() throws(JSONFault) -> [DocumentNode.Member] {
    try open()
    var members: [DocumentNode.Member] = []
    skipBlanks()
    if take("}") { return close(members) }
    while true {
      let start = index
      guard peek == UInt8(ascii: "\"") else {
        throw fault(peek == nil ? .endsEarly : .unquotedName)
      }
      let name = try string()
      skipBlanks()
      guard take(":") else { throw fault(peek == nil ? .endsEarly : .missingColon) }
      skipBlanks()
      members.append(.init(name: name, nameOffset: start, value: try value()))
      if try isLast("}") { return close(members) }
    }
  }

  private mutating func items() throws(JSONFault) -> [DocumentNode] {
    try open()
    var items: [DocumentNode] = []
    skipBlanks()
    if take("]") { return close(items) }
    while true {
      items.append(try value())
      if try isLast("]") { return close(items) }
    }
  }

  /// Passes the comma before another part, or the bracket after the last.
  private mutating func isLast(_ bracket: Unicode.Scalar) throws(JSONFault) -> Bool {
    skipBlanks()
    if take(bracket) { return true }
    let comma = index
    guard take(",") else { throw fault(unexpectedPart) }
    skipBlanks()
    guard peek != UInt8(ascii: bracket) else {
      throw JSONFault(offset: comma, reason: .trailingComma)
    }
    return false
  }

  private var unexpectedPart: JSONFault.Reason {
    switch peek {
    case nil: .endsEarly
    case UInt8(ascii: "}"), UInt8(ascii: "]"), UInt8(ascii: ":"): .unexpected(Quotation.of(found))
    default: .missingComma
    }
  }

  private mutating func literal() throws(JSONFault) -> DocumentNode.Content {
    let words: [(String, DocumentNode.Content)] = [
      ("true", .boolean(true)), ("false", .boolean(false)), ("null", .null),
    ]
    for (word, content) in words where bytes[index...].starts(with: word.utf8) {
      index += word.utf8.count
      return content
    }
    let punctuation = Array("]},:".utf8)
    throw fault(
      bytes[index...].first.map(punctuation.contains) == true
        ? .unexpected(Quotation.of(found)) : .badLiteral)
  }

  private mutating func open() throws(JSONFault) {
    guard depth < Self.depthLimit else { throw fault(.tooDeep) }
    depth += 1
    index += 1
  }

  private mutating func close<Parts>(_ parts: Parts) -> Parts {
    depth -= 1
    return parts
  }
}

extension JSONScanner {
  var peek: UInt8? { index < bytes.count ? bytes[index] : nil }

  private var found: String { String(decoding: bytes[index...].prefix(1), as: UTF8.self) }

  mutating func take(_ mark: Unicode.Scalar) -> Bool {
    guard peek == UInt8(ascii: mark) else { return false }
    index += 1
    return true
  }

  mutating func skipBlanks() {
    while let byte = peek, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      index += 1
    }
  }

  func fault(_ reason: JSONFault.Reason) -> JSONFault { JSONFault(offset: index, reason: reason) }
}
