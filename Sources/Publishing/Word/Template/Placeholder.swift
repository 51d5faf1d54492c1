/// `{{期次}}`, `{{#逾期}}`, `{{^逾期}}` or `{{/逾期}}` in a template.
struct Placeholder: Hashable, Sendable {
  enum Kind: Character, Sendable {
    /// Gives way to a value.
    case value = " "
    /// Begins what is repeated for every row of a list.
    case each = "#"
    /// Begins what stands there when a list is empty.
    case none = "^"
    /// Ends either.
    case end = "/"
  }

  let kind: Kind
  let name: String
  /// Tells apart those of one name.
  let number: Int

  /// `{{#逾期}}`.
  var written: String {
    let mark = kind == .value ? "" : String(kind.rawValue)
    return "{{\(mark)\(name)}}"
  }

  /// A placeholder found in a text, and where.
  struct Match {
    let kind: Kind
    let name: String
    /// Characters from the start of the text.
    let range: Range<Int>
  }

  /// Every placeholder of a text; full-width braces and signs, as input methods write them, count too.
  ///
  /// - Throws: `TemplateFault.open` for braces that are never closed.
  static func matches(in text: [Character]) throws(TemplateFault) -> [Match] {
    var found: [Match] = []
    var position = 0
    while let start = pair(of: "{", "｛", in: text, from: position) {
      guard let end = pair(of: "}", "｝", in: text, from: start + 2) else {
        throw .open(String(text[start...].prefix(20)))
      }
      found.append(match(text[(start + 2)..<end], range: start..<(end + 2)))
      position = end + 2
    }
    return found
  }

  private static func pair(
    of narrow: Character, _ wide: Character, in text: [Character], from start: Int
  ) -> Int? {
    func isBrace(_ character: Character) -> Bool { character == narrow || character == wide }
    guard start + 1 < text.count else { return nil }
    return (start..<(text.count - 1)).first { isBrace(text[$0]) && isBrace(text[$0 + 1]) }
  }

  private static func match(_ inner: ArraySlice<Character>, range: Range<Int>) -> Match {
    let words = trimmed(inner)
    let kind: Kind? =
      switch words.first {
      case "#", "＃": .each
      case "^", "＾": Kind.none
      case "/", "／": .end
      default: nil
      }
    let name = kind == nil ? words : trimmed(words.dropFirst())
    return Match(kind: kind ?? .value, name: String(name), range: range)
  }

  private static func trimmed(_ text: ArraySlice<Character>) -> ArraySlice<Character> {
    var text = text
    while text.first?.isWhitespace ?? false { text.removeFirst() }
    while text.last?.isWhitespace ?? false { text.removeLast() }
    return text
  }
}
