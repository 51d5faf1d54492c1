import Rectification

/// A piece of an XML part, kept as it was written.
///
/// What the office's Word put in a part comes out again byte for byte; only what a placeholder
/// touches is written anew.
indirect enum Markup: Sendable {
  /// `open` is the whole start tag; `close` is nothing for `<w:br/>`.
  case element(Element)
  /// Text as it stands in the file, entities and all.
  case text(String)
  /// A declaration, a comment or a processing instruction.
  case other(String)
  /// A run that is a placeholder and nothing else; `run` is written anew with the value in it.
  case placeholder(Placeholder, run: Element)

  struct Element: Sendable {
    let name: String
    let open: String
    var children: [Markup]
    let close: String

    init(name: String, open: String, children: [Markup] = [], close: String = "") {
      self.name = name
      self.open = open
      self.children = children
      self.close = close
    }

    /// `<w:r>` or the like, made here.
    init(_ name: String, _ children: [Markup]) {
      self.init(name: name, open: "<\(name)>", children: children, close: "</\(name)>")
    }
  }

  var element: Element? {
    if case .element(let element) = self { element } else { nil }
  }

  /// As it is written in the file.
  var source: String {
    switch self {
    case .element(let element):
      element.open + element.children.map(\.source).joined() + element.close
    case .text(let text), .other(let text): text
    case .placeholder(_, let run): Markup.element(run).source
    }
  }
}

/// Text as it may stand between tags.
func escapedForXML(_ text: String) -> String {
  let text = visible(text)
  guard text.utf8.contains(where: { "&<>".utf8.contains($0) }) else { return text }
  return text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
    .replacing(">", with: "&gt;")
}

/// What the five entities of XML and its character references stand for.
func unescapedFromXML(_ text: String) -> String {
  guard text.contains("&") else { return text }
  var plain = ""
  var rest = text[...]
  while let start = rest.firstIndex(of: "&"), let end = rest[start...].firstIndex(of: ";") {
    plain += rest[..<start]
    let name = rest[rest.index(after: start)..<end]
    plain += entity(name) ?? String(rest[start...end])
    rest = rest[rest.index(after: end)...]
  }
  return plain + rest
}

private func entity(_ name: Substring) -> String? {
  switch name {
  case "amp": return "&"
  case "lt": return "<"
  case "gt": return ">"
  case "quot": return "\""
  case "apos": return "'"
  default:
    guard name.hasPrefix("#") else { return nil }
    let digits = name.dropFirst()
    let value =
      digits.hasPrefix("x") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    return value.flatMap(Unicode.Scalar.init).map { String(Character($0)) }
  }
}
