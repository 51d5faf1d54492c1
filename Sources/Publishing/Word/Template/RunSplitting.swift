/// Makes every placeholder a run of its own.
///
/// Word splits a text into runs wherever spelling, language or a moment's pause changed, so that
/// `{{期次}}` may lie in five of them. A placeholder takes the looks of the run it begins in.
struct RunSplitting {
  private var count = 0

  /// The pieces, every paragraph in them gone through.
  mutating func split(_ pieces: [Markup]) throws(TemplateFault) -> [Markup] {
    var result: [Markup] = []
    for piece in pieces {
      guard var element = piece.element else {
        result.append(piece)
        continue
      }
      if element.name == "w:p" { element = try Self.gathered(element) }
      element.children = try split(element.children)
      result += element.name == "w:r" ? try runs(of: element) : [.element(element)]
    }
    return result
  }

  /// The paragraph with each placeholder whole in the `w:t` it begins in.
  private static func gathered(
    _ paragraph: Markup.Element
  ) throws(TemplateFault) -> Markup.Element {
    let texts = texts(of: paragraph)
    let whole = Array(texts.joined())
    let matches = try Placeholder.matches(in: whole)
    guard !matches.isEmpty else { return paragraph }
    var owners = texts.enumerated().flatMap { number, text in text.map { _ in number } }
    for match in matches {
      for place in match.range { owners[place] = owners[match.range.lowerBound] }
    }
    var moved = [String](repeating: "", count: texts.count)
    for (character, owner) in zip(whole, owners) { moved[owner].append(character) }
    var rest = moved[...]
    return replacing(paragraph, with: &rest)
  }

  /// The texts of a paragraph in order, without those of a text box that hangs in it.
  private static func texts(of element: Markup.Element) -> [[Character]] {
    element.children.compactMap(\.element).flatMap { child -> [[Character]] in
      switch child.name {
      case "w:t": [Array(text(of: child))]
      case "w:p": []
      default: texts(of: child)
      }
    }
  }

  private static func replacing(
    _ element: Markup.Element, with texts: inout ArraySlice<String>
  ) -> Markup.Element {
    var element = element
    for (number, child) in element.children.enumerated() {
      guard let inner = child.element, inner.name != "w:p" else { continue }
      if inner.name == "w:t" {
        element.children[number] = .element(WordText.text(texts.popFirst() ?? ""))
      } else {
        element.children[number] = .element(replacing(inner, with: &texts))
      }
    }
    return element
  }

  /// A run cut up so that each placeholder in it stands alone.
  private mutating func runs(of run: Markup.Element) throws(TemplateFault) -> [Markup] {
    let looks = run.children.filter { $0.element?.name == "w:rPr" }
    var result: [Markup] = []
    var pending: [Markup] = []
    func flush() {
      guard !pending.isEmpty else { return }
      result.append(.element(WordText.run(like: run, looks + pending)))
      pending = []
    }
    for child in run.children where child.element?.name != "w:rPr" {
      guard let element = child.element, element.name == "w:t" else {
        pending.append(child)
        continue
      }
      let characters = Array(Self.text(of: element))
      let matches = try Placeholder.matches(in: characters)
      var position = 0
      for match in matches {
        if position < match.range.lowerBound {
          let before = String(characters[position..<match.range.lowerBound])
          pending.append(.element(WordText.text(before)))
        }
        flush()
        result.append(placeholder(match, WordText.run(like: run, looks)))
        position = match.range.upperBound
      }
      if matches.isEmpty {
        pending.append(child)
      } else if position < characters.count {
        pending.append(.element(WordText.text(String(characters[position...]))))
      }
    }
    flush()
    return result.isEmpty ? [.element(run)] : result
  }

  private mutating func placeholder(_ match: Placeholder.Match, _ run: Markup.Element) -> Markup {
    count += 1
    return .placeholder(
      Placeholder(kind: match.kind, name: match.name, number: count), run: run)
  }

  private static func text(of element: Markup.Element) -> String {
    unescapedFromXML(element.children.map(\.source).joined())
  }
}

/// The few elements that are written anew.
enum WordText {
  /// `<w:t>`; without the attribute Word drops spaces at its ends.
  static func text(_ text: String) -> Markup.Element {
    .init(
      name: "w:t", open: "<w:t xml:space=\"preserve\">",
      children: [.text(escapedForXML(text))], close: "</w:t>")
  }

  static func run(like run: Markup.Element, _ children: [Markup]) -> Markup.Element {
    .init(name: run.name, open: run.open, children: children, close: "</w:r>")
  }
}
