import Rectification

/// Looks for secrecy marks where the plain text of a file does not show them.
enum SecrecyScan {
  /// In the values of a document: a mark may be put together from pieces that stand apart in the file.
  static func firstMark(in node: DocumentNode, _ marks: SecrecyMarks) -> Int? {
    switch node.content {
    case .string(let text): return marks.mark(text) ? node.offset : nil
    case .object(let members): return firstMark(in: members, marks)
    case .array(let items): return items.lazy.compactMap { firstMark(in: $0, marks) }.first
    case .element(let element):
      if marks.firstMark(in: element.text) != nil { return node.offset }
      return firstMark(in: element.children, marks)
    case .number, .boolean, .null, .absent: return nil
    }
  }

  private static func firstMark(in members: [DocumentNode.Member], _ marks: SecrecyMarks) -> Int? {
    members.lazy.compactMap { member in
      marks.mark(member.name) ? member.nameOffset : firstMark(in: member.value, marks)
    }.first
  }

  /// Whether bytes that are no good text bear a mark in one of the encodings they may be meant in.
  static func marks(_ marks: SecrecyMarks, undecodable bytes: [UInt8]) -> Bool {
    // Read as UTF-8, bytes that are none are passed over.
    if marks.firstMark(in: bytes) != nil { return true }
    return [Encoding.gb18030, .utf16LittleEndian, .utf16BigEndian].contains { encoding in
      marks.firstMark(in: readable(bytes, as: encoding)) != nil
    }
  }

  /// What can be read of damaged text; after so many faults it is none.
  private static func readable(_ bytes: [UInt8], as encoding: Encoding) -> [UInt8] {
    var (text, rest) = ([UInt8](), bytes[...])
    for _ in 0..<64 {
      guard !rest.isEmpty, let conversion = CharacterConversion(rest, from: encoding) else { break }
      text += conversion.utf8
      guard let failedAt = conversion.failedAt else { break }
      rest = rest.dropFirst(failedAt + (encoding == .gb18030 ? 1 : 2))
    }
    return text
  }
}
