/// Reads an XML part into a tree that keeps every byte.
///
/// Word, WPS and LibreOffice write plain well-formed XML without a DTD; what is anything else is no
/// document of theirs and is refused.
struct MarkupReader {
  private let bytes: [UInt8]
  private var position = 0

  /// The pieces of a part, in order.
  static func read(_ bytes: [UInt8]) throws(TemplateFault) -> [Markup] {
    // What stands between two ASCII characters of valid UTF-8 is valid UTF-8.
    guard String(validating: bytes, as: UTF8.self) != nil else { throw .notADocument }
    var reader = MarkupReader(bytes: bytes)
    let pieces = try reader.pieces(inside: nil, depth: 0).pieces
    guard reader.isAtEnd else { throw .notADocument }
    return pieces
  }

  private init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  private var isAtEnd: Bool { position == bytes.count }

  /// What stands up to the end tag of `name`, and that tag.
  private mutating func pieces(
    inside name: String?, depth: Int
  ) throws(TemplateFault) -> (pieces: [Markup], close: String) {
    // Word nests some twenty deep.
    guard depth < 256 else { throw .notADocument }
    var pieces: [Markup] = []
    while !isAtEnd {
      if bytes[position] != UInt8(ascii: "<") {
        pieces.append(.text(take(upTo: "<", including: false)))
        continue
      }
      let tag = try takeTag()
      if tag.hasPrefix("</") {
        guard let name, Self.name(in: tag.dropFirst(2)) == name else { throw .notADocument }
        return (pieces, tag)
      }
      pieces.append(try piece(from: tag, depth: depth))
    }
    guard name == nil else { throw .notADocument }
    return (pieces, "")
  }

  private mutating func piece(from tag: String, depth: Int) throws(TemplateFault) -> Markup {
    if tag.hasPrefix("<?") || tag.hasPrefix("<!--") { return .other(tag) }
    // A DTD could define entities, and CDATA hide a placeholder.
    guard !tag.hasPrefix("<!") else { throw .notADocument }
    let name = Self.name(in: tag.dropFirst())
    guard !name.isEmpty else { throw .notADocument }
    if tag.hasSuffix("/>") { return .element(.init(name: name, open: tag)) }
    let inner = try pieces(inside: name, depth: depth + 1)
    return .element(.init(name: name, open: tag, children: inner.pieces, close: inner.close))
  }

  private mutating func takeTag() throws(TemplateFault) -> String {
    let end = bytes[position...].starts(with: "<!--".utf8) ? "-->" : ">"
    let tag = take(upTo: end, including: true)
    guard tag.hasSuffix(end) else { throw .notADocument }
    return tag
  }

  private mutating func take(upTo mark: String, including: Bool) -> String {
    let (start, wanted) = (position, Array(mark.utf8))
    while !isAtEnd, bytes[position] != wanted[0] || !bytes[position...].starts(with: wanted) {
      position += 1
    }
    if including, !isAtEnd { position += wanted.count }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private static func name(in tag: Substring) -> String {
    String(tag.prefix { !" \t\r\n/>".contains($0) })
  }
}
