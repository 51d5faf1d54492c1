import Foundation

/// One test of the catalogues of the W3C's XML Conformance Test Suite.
struct ConformanceCase {
  enum Kind: String {
    case valid
    /// Well-formed, but not what its own document type asks for.
    case invalid
    case malformed = "not-wf"
    /// Readers may refuse it or not, or may no more since the fifth edition of XML 1.0.
    case undecided = "error"
  }

  let kind: Kind
  /// The path below the folder of the suite.
  let name: String
  let bytes: [UInt8]

  /// Whether a document type stands before the root element, whatever encoding the file is in.
  var hasDoctype: Bool {
    let ascii = bytes.filter { $0 > 0 && $0 < 0x80 }
    return String(decoding: ascii, as: UTF8.self)
      .prefixMatch(of: /(?:\s|<!--.*?-->|<\?.*?\?>)*<!DOCTYPE/.dotMatchesNewlines()) != nil
  }

  static func all(in folder: URL) throws -> [ConformanceCase] {
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    var cases: [ConformanceCase] = []
    for case let file as URL in files ?? .init() where file.pathExtension == "xml" {
      // Some documents of the suite are in no encoding at all; the catalogues are in UTF-8.
      let text = try String(decoding: Data(contentsOf: file), as: UTF8.self)
        .replacing(/<!--.*?-->/.dotMatchesNewlines(), with: "")
      for tag in text.matches(of: /<TEST\s[^>]*>/) {
        let attributes = attributes(of: tag.output)
        guard let kind = attributes["TYPE"].flatMap(Kind.init), let path = attributes["URI"] else {
          continue
        }
        let isOfToday = attributes["EDITION"]?.contains("5") ?? true
        let document = file.deletingLastPathComponent().appendingPathComponent(path)
        let root = folder.standardizedFileURL.path
        cases.append(
          ConformanceCase(
            kind: isOfToday ? kind : .undecided,
            name: String(document.standardizedFileURL.path.dropFirst(root.count + 1)),
            bytes: try Array(Data(contentsOf: document))))
      }
    }
    return cases
  }

  private static func attributes(of tag: Substring) -> [String: String] {
    let pairs = tag.matches(of: /([A-Z]+)\s*=\s*["']([^"']*)["']/)
    return Dictionary(pairs.map { (String($0.1), String($0.2)) }) { first, _ in first }
  }
}
