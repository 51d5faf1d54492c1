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
      return Self.isGone(element, inner, content) ? "" : Self.whole(element, content)
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
