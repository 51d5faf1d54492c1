/// The encoding an XML declaration names.
///
/// Read by hand: to compile a regular expression takes longer than to decode a small report.
enum XMLDeclaration {
  /// Nil without a declaration, or when it names no encoding.
  static func encodingName(_ bytes: ArraySlice<UInt8>) -> String? {
    guard bytes.starts(with: "<?xml".utf8) else { return nil }
    let head = bytes.dropFirst(5).prefix(256)
    guard head.first?.isXMLBlank == true, let end = head.firstIndex(of: UInt8(ascii: ">")) else {
      return nil
    }
    var rest = head[..<end]
    while let blank = rest.firstIndex(where: \.isXMLBlank) {
      rest = rest[(blank + 1)...]
      guard rest.starts(with: "encoding".utf8) else { continue }
      if let name = quoted(after: rest.dropFirst("encoding".utf8.count)) { return name }
    }
    return nil
  }

  /// The name in `="name"`, with blanks anywhere before the quotes.
  private static func quoted(after text: ArraySlice<UInt8>) -> String? {
    let sign = text.drop(while: \.isXMLBlank)
    guard sign.first == UInt8(ascii: "=") else { return nil }
    let value = sign.dropFirst().drop(while: \.isXMLBlank)
    guard let quote = value.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      return nil
    }
    let name = value.dropFirst().prefix(while: isNameByte)
    guard name.endIndex < value.endIndex, value[name.endIndex] == quote else { return nil }
    return String(decoding: name, as: UTF8.self)
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"),
      UInt8(ascii: "-"):
      true
    default: false
    }
  }
}
