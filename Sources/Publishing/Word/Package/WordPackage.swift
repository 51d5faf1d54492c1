import Rectification

/// A Word document as its parts: a ZIP archive of XML files, in the order in which they stand in it.
struct WordPackage {
  struct Part {
    let name: String
    var bytes: [UInt8]
  }

  var parts: [Part]

  /// What one part and all of them may unpack to; the letterhead of an office has a picture in it.
  private static let limit = 16 << 20
  private static let partLimit = 256

  init(_ bytes: [UInt8]) throws(TemplateFault) {
    let archive = try ZipReader(bytes)
    guard archive.count <= Self.partLimit else { throw .notADocument }
    var parts: [Part] = []
    var room = Self.limit
    for number in 0..<archive.count {
      let name = try archive.name(of: number)
      // A folder is an entry of its own in what some programs write, and means nothing.
      guard !name.hasSuffix("/") else { continue }
      let bytes = try archive.bytes(of: number, upTo: room)
      room -= bytes.count
      parts.append(Part(name: name, bytes: bytes))
    }
    guard parts.contains(where: { $0.name == "word/document.xml" }) else { throw .notADocument }
    self.parts = parts
  }

  /// The archive, the same bytes for the same parts.
  func bytes() throws(ZipFailure) -> [UInt8] {
    try ZipWriter.archive(parts.map { ($0.name, $0.bytes) })
  }
}
