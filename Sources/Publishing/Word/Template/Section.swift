/// A part of a template, ready to be filled.
indirect enum Section: Sendable {
  /// As it stands in the file.
  case fixed(String)
  case value(String, run: Markup.Element)
  /// Once for every row of a list.
  case each(String, [Section])
  /// Once when the list is empty.
  case none(String, [Section])
  /// An element in which something is to be filled.
  case element(Markup.Element, [Section])

  /// Fills it with values; `scopes` are looked through from the last.
  func filled(with scopes: [DocumentValues]) -> String {
    switch self {
    case .fixed(let source):
      return source
    case .value(let name, let run):
      let text = scopes.reversed().compactMap { $0.values[name] }.first ?? ""
      return Markup.element(
        WordText.run(like: run, run.children + [.element(WordText.text(text))])
      ).source
    case .each(let name, let inner):
      return Self.rows(name, scopes).map { row in
        Self.filled(inner, with: scopes + [row])
      }.joined()
    case .none(let name, let inner):
      return Self.rows(name, scopes).isEmpty ? Self.filled(inner, with: scopes) : ""
    case .element(let element, let inner):
      let content = Self.filled(inner, with: scopes)
      let isGone = Self.isGone(element, inner, content) || Self.isIdle(element, inner, content)
      return isGone ? "" : Self.whole(element, content)
    }
  }

  static func filled(_ sections: [Section], with scopes: [DocumentValues]) -> String {
    sections.map { $0.filled(with: scopes) }.joined()
  }

  private static func rows(_ name: String, _ scopes: [DocumentValues]) -> [DocumentValues] {
    scopes.reversed().compactMap { $0.lists[name] }.first ?? []
  }

  /// A paragraph of pairs alone goes when all of them came to nothing.
  private static func isGone(
    _ element: Markup.Element, _ inner: [Section], _ content: String
  ) -> Bool {
    element.name == "w:p" && !content.contains("<w:r>") && !content.contains("<w:r ")
      && inner.contains { section in
        switch section {
        case .each, .none: true
        default: false
        }
      }
  }

  /// A table goes when its lists came to nothing and only the heading row, which repeats, is left.
  private static func isIdle(
    _ element: Markup.Element, _ inner: [Section], _ content: String
  ) -> Bool {
    guard element.name == "w:tbl" else { return false }
    let hasList = inner.contains { if case .each = $0 { true } else { false } }
    return hasList && count("</w:tr>", in: content) == count("<w:tblHeader", in: content)
  }

  /// How often a mark that begins with `<` stands in `content`.
  private static func count(_ mark: String, in content: String) -> Int {
    var (found, rest) = (0, content.utf8[...])
    while let start = rest.firstIndex(of: UInt8(ascii: "<")) {
      rest = rest[start...]
      if rest.starts(with: mark.utf8) { found += 1 }
      rest = rest.dropFirst()
    }
    return found
  }

  /// Word refuses a table without rows and a cell that does not end in a paragraph.
  private static func whole(_ element: Markup.Element, _ content: String) -> String {
    if element.name == "w:tbl", !content.contains("<w:tr>"), !content.contains("<w:tr ") {
      return ""
    }
    let needsParagraph =
      element.name == "w:tc" && !content.hasSuffix("</w:p>") && !content.hasSuffix("/>")
    return element.open + content + (needsParagraph ? "<w:p/>" : "") + element.close
  }
}
