import Rectification

/// A template that has been read and found right.
package struct WordTemplate: Sendable {
  private let package: [(name: String, content: Content)]

  private enum Content: Sendable {
    case fixed([UInt8])
    case filled([Section])
  }

  /// - Throws: the first thing that is wrong with it.
  init(
    _ bytes: [UInt8], fields: FieldTable, marks: SecrecyMarks = .standard
  ) throws(TemplateFault) {
    let document = try WordPackage(bytes)
    // Before anything else, for every other complaint quotes what it is about.
    for part in document.parts where part.name.hasSuffix(".xml") {
      guard marks.firstMark(in: Self.text(of: part.bytes)) == nil else { throw .secrecyMark }
    }
    var splitting = RunSplitting()
    var parts: [(name: String, content: Content)] = []
    for part in document.parts {
      guard Self.isText(part.name) else {
        parts.append((part.name, .fixed(part.bytes)))
        continue
      }
      let pieces = try splitting.split(try MarkupReader.read(part.bytes))
      var builder = SectionBuilder()
      let sections = try builder.sections(pieces)
      try fields.check(sections)
      parts.append((part.name, .filled(sections)))
    }
    package = parts
  }

  /// What stands between the tags, which may run through many of them.
  private static func text(of bytes: [UInt8]) -> [UInt8] {
    var isInside = false
    return bytes.filter { byte in
      if byte == UInt8(ascii: "<") { isInside = true }
      defer { if byte == UInt8(ascii: ">") { isInside = false } }
      return !isInside
    }
  }

  /// The body, the headers and the footers.
  private static func isText(_ name: String) -> Bool {
    guard name.hasPrefix("word/"), name.hasSuffix(".xml") else { return false }
    let stem = name.dropFirst(5).dropLast(4)
    return stem == "document" || stem.hasPrefix("header") || stem.hasPrefix("footer")
  }

  /// The document, the same bytes for the same values.
  func filled(with values: DocumentValues) throws(ZipFailure) -> [UInt8] {
    var files: [(name: String, bytes: [UInt8])] = []
    for part in package {
      switch part.content {
      case .fixed(let bytes): files.append((part.name, bytes))
      case .filled(let sections):
        files.append((part.name, Array(Section.filled(sections, with: [values]).utf8)))
      }
    }
    return try ZipWriter.archive(files)
  }
}
