import Rectification

/// An XML envelope of reports, cut where its children begin.
enum XMLBundle {
  /// The parts of a text, which must be valid UTF-8, and the next page.
  static func read(_ bytes: [UInt8]) throws(BundleFault) -> ([ReportBundle.Part], next: String?) {
    let element = try envelope(bytes)
    guard element.text.allSatisfy({ $0 <= 0x20 }) else {
      throw fault(
        Bilingual(zh: "weeklyReports 里有散落的文字", en: "weeklyReports holds stray text"))
    }
    guard !element.children.isEmpty else { return ([], nil) }
    let end = try endOfChildren(in: bytes)
    var (parts, next) = ([ReportBundle.Part](), String?.none)
    for (number, child) in element.children.enumerated() {
      let following = element.children.dropFirst(number + 1).first
      let range = child.nameOffset..<max(child.nameOffset, following?.nameOffset ?? end)
      switch child.name {
      case ReportFormat.root:
        guard parts.count < ReportBundle.partLimit else { throw .tooMany }
        parts.append(
          ReportBundle.Part(
            name: ReportBundle.name(parts.count + 1, .xml), bytes: withNamespace(bytes[range])))
      case ReportBundle.next where next == nil: next = text(child.value)
      default:
        throw fault(
          Bilingual(
            zh: "weeklyReports 里只能有 weeklyReport 和一个 next",
            en: "weeklyReports may hold weeklyReport elements and one next"))
      }
    }
    return (parts, next)
  }

  private static func envelope(
    _ bytes: [UInt8]
  ) throws(BundleFault) -> DocumentNode.Element {
    let node: DocumentNode
    do {
      node = try XMLScanner.scan(bytes, root: ReportBundle.root)
    } catch {
      throw fault(at: error.offset, in: bytes)
    }
    guard case .element(let element) = node.content else { throw .neither }
    return element
  }

  private static func text(_ node: DocumentNode) -> String? {
    guard case .element(let element) = node.content else { return nil }
    let text = String(decoding: element.text, as: UTF8.self)
    return String(text.trimmingBlanks)
  }

  /// Where the end tag of the envelope begins; comments and instructions may follow it.
  private static func endOfChildren(in bytes: [UInt8]) throws(BundleFault) -> Int {
    var rest = bytes[...]
    while true {
      while let last = rest.last, last <= 0x20 { rest.removeLast() }
      let opening =
        rest.ends(with: "-->") ? "<!--" : rest.ends(with: "?>") ? "<?" : "</"
      guard let start = rest.lastRange(of: Array(opening.utf8)) else { throw .neither }
      if opening == "</" { return start }
      rest = rest[..<start]
    }
  }

  /// A report on its own: with the namespace that it had from the envelope.
  private static func withNamespace(_ part: ArraySlice<UInt8>) -> [UInt8] {
    let tag = part.prefix { $0 != UInt8(ascii: ">") }
    let name = tag.dropFirst().prefix { $0 > 0x20 && $0 != UInt8(ascii: "/") }
    let prefix = name.firstIndex(of: UInt8(ascii: ":")).map { Array(name[..<$0]) }
    let declaration = Array("xmlns".utf8) + (prefix.map { [UInt8(ascii: ":")] + $0 } ?? [])
    guard tag.lastRange(of: declaration + Array("=".utf8)) == nil else { return Array(part) }
    let value = Array("=\"\(ReportFormat.namespace)\"".utf8)
    return part[..<name.endIndex] + Array(" ".utf8) + declaration + value + part[name.endIndex...]
  }

  private static func fault(_ message: Bilingual) -> BundleFault { BundleFault(message) }

  /// Without the parser's own words, which quote what stands there.
  private static func fault(at offset: Int, in bytes: [UInt8]) -> BundleFault {
    let place = SourceMap(bytes).place(at: offset)
    return fault(
      Bilingual(
        zh: "第 \(place.line) 行第 \(place.column) 列起不是 weeklyReports 的写法",
        en: "not an XML weeklyReports from line \(place.line), column \(place.column)"))
  }
}

extension ArraySlice<UInt8> {
  fileprivate func ends(with text: String) -> Bool {
    suffix(text.utf8.count).elementsEqual(text.utf8)
  }

  /// Where the last occurrence of some bytes begins.
  fileprivate func lastRange(of part: [UInt8]) -> Int? {
    guard count >= part.count else { return nil }
    return (startIndex...(endIndex - part.count)).last {
      self[$0] == part[0] && self[$0..<$0 + part.count].elementsEqual(part)
    }
  }
}

extension String {
  fileprivate var trimmingBlanks: Substring {
    let start = drop(while: \.isWhitespace)
    return start.lastIndex { !$0.isWhitespace }.map { start[...$0] } ?? ""
  }
}
