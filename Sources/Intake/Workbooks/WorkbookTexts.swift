import Rectification

/// Every text of a workbook, wherever it stands, for the secrecy gate.
///
/// Sheets out of sight, comments, headers, names, properties and drawings are all parts of the archive,
/// and so every part is gone through. What is no XML is looked at as bytes in the encodings it may be in.
enum WorkbookTexts {
  static func bears(
    _ marks: SecrecyMarks, in bytes: [UInt8], _ limits: WorkbookLimits
  ) throws(WorkbookFault) -> Bool {
    var parts = try WorkbookParts(bytes, limits)
    for name in parts.names {
      if SecrecyScan.marks(marks, undecodable: Array(name.utf8)) { return true }
      guard let part = try parts.bytes(of: name) else { continue }
      if bears(marks, part) { return true }
    }
    return false
  }

  private static func bears(_ marks: SecrecyMarks, _ part: [UInt8]) -> Bool {
    guard let texts = texts(of: part) else {
      return SecrecyScan.marks(marks, undecodable: part)
    }
    return marks.firstMark(in: texts) != nil
  }

  /// The texts, one beside the other, with a bar between what nobody reads in one go.
  ///
  /// A bar, because a mark is found with blanks in it. The runs of one text have none between them, so
  /// that a mark half of which is bold is one.
  private static func texts(of part: [UInt8]) -> [UInt8]? {
    guard let xml = try? XMLPartReader(part) else { return nil }
    var output: [UInt8] = []
    var depth = 0
    do {
      while let event = try xml.next() {
        switch event {
        case .start(let name, let attributes):
          for (_, value) in attributes { output += Array("|\(RichText.unescaped(value))|".utf8) }
          if isWhole(name) { depth += 1 }
          if depth == 0 { output.append(UInt8(ascii: "|")) }
        case .end(let name):
          if isWhole(name) { depth -= 1 }
          if depth == 0 { output.append(UInt8(ascii: "|")) }
        case .text(let text): output += Array(RichText.unescaped(text).utf8)
        }
      }
    } catch {
      return nil
    }
    return output
  }

  /// A text of a cell or a comment, and a paragraph of a drawing.
  private static func isWhole(_ name: String) -> Bool {
    ["si", "is", "text", "p"].contains(name)
  }
}
