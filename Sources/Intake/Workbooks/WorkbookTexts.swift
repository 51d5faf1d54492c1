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
    guard let texts = PartTexts(part) else {
      return SecrecyScan.marks(marks, undecodable: part)
        || SecrecyScan.marks(marks, undecodable: PartTexts.withoutTags(part))
    }
    return marks.firstMark(in: texts.read) != nil || marks.firstMark(in: texts.attributes) != nil
  }
}

/// The texts of one part, one beside the other, with a bar between what nobody reads in one go.
///
/// A bar, because a mark is found with blanks and dots in it. The runs of one text have none between them, so
/// that a mark half of which is bold is one.
private struct PartTexts {
  private(set) var read: [UInt8] = []
  /// What stands in tags: names of sheets and of drawings, hints of cells.
  private(set) var attributes: [UInt8] = []
  private var depth = 0

  /// Nil where the part is no XML.
  init?(_ part: [UInt8]) {
    guard let xml = try? XMLPartReader(part) else { return nil }
    do {
      while let event = try xml.next() { take(event) }
    } catch {
      return nil
    }
  }

  private mutating func take(_ event: XMLPartReader.Event) {
    switch event {
    case .start(let name, let values):
      for (_, value) in values { attributes += Array("|\(RichText.unescaped(value))|".utf8) }
      if Self.isWhole(name) { depth += 1 }
      if depth == 0 { read.append(UInt8(ascii: "|")) }
    case .end(let name):
      if Self.isWhole(name) { depth -= 1 }
      if depth == 0 { read.append(UInt8(ascii: "|")) }
    case .text(let text):
      let shown = RichText.unescaped(text)
      read += Array(shown.utf8)
      // Within headers and footers, codes such as &"宋体,常规"&10 stand between what is shown.
      if shown.utf8.contains(UInt8(ascii: "&")) {
        attributes += Array("|\(Self.withoutCodes(shown))|".utf8)
      }
    }
  }

  /// A text of a cell or a comment, a paragraph of a drawing, and the text box of an old comment.
  private static func isWhole(_ name: String) -> Bool {
    ["si", "is", "text", "p", "textbox"].contains(name)
  }

  private static func withoutCodes(_ text: String) -> String {
    text.replacing(/&(?:"[^"]*"|K[0-9A-Fa-f]{6}|K[0-9]{2}[+\-][0-9]{3}|[0-9]+|[A-Z&])/, with: "")
  }

  /// What a reader sees of markup that is no XML.
  static func withoutTags(_ part: [UInt8]) -> [UInt8] {
    var isTag = false
    return part.filter { byte in
      if byte == UInt8(ascii: "<") { isTag = true }
      defer { if byte == UInt8(ascii: ">") { isTag = false } }
      return !isTag
    }
  }
}
