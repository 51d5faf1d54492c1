/// The encoding an XML declaration names.
enum XMLDeclaration {
  /// Nil without a declaration, or when it names no encoding.
  static func encodingName(_ bytes: ArraySlice<UInt8>) -> String? {
    guard bytes.starts(with: Array("<?xml".utf8)) else { return nil }
    let head = bytes.prefix(256)
    guard let end = head.firstIndex(of: UInt8(ascii: ">")) else { return nil }
    let text = String(decoding: head[..<end], as: UTF8.self)
    guard let match = text.firstMatch(of: /\sencoding\s*=\s*["']([A-Za-z0-9._-]*)["']/) else {
      return nil
    }
    return String(match.1)
  }
}
