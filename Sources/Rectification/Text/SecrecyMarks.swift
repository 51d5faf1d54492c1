/// 密级标志和内部标识: what no text in this system may bear.
///
/// 绝密★, 机密★ and 秘密★ are the marks of state secrets (GB/T 9704-2012, 7.2.2: 密级 and ★ before the
/// term), 内部资料 the usual mark of what is internal; a campaign adds words of its own. Blanks, invisible and
/// look-alike characters, traditional forms, dots and strokes between the characters of a mark, and the
/// escapes of JSON and XML hide nothing.
package struct SecrecyMarks: Hashable, Sendable {
  /// By their first character, so that a text is gone through once.
  private let words: [Unicode.Scalar: [[Unicode.Scalar]]]

  /// The marks that every campaign has.
  package static let standard = SecrecyMarks(words: [])
  /// No marks at all, for what the office has released.
  package static let none = SecrecyMarks(all: [])

  private static let levels = ["绝密", "机密", "秘密", "絕密", "機密", "祕密"]
  private static let stars = "★☆⭐✩✪✫✬✭✮✯✰⭑⭒"
  private static let internalMarks = ["内部资料", "內部資料"]

  /// The standard marks, and these.
  package init(words: [String]) {
    self.init(all: Self.standardWords + words)
  }

  /// The marks that every campaign has, in words: what a form may look for without telling more.
  package static var standardWords: [String] {
    let marks = Self.levels.flatMap { level in Self.stars.map { level + String($0) } }
    // A typist without the star writes an asterisk; a term after it tells it from a footnote.
    let typed = Self.levels.flatMap { level in
      ["长期", "長期", "0", "1", "2", "3", "4", "5", "6", "7", "8", "9"].map { level + "*" + $0 }
    }
    return marks + typed + Self.internalMarks
  }

  private init(all words: [String]) {
    // Traditional and simplified writings of a mark are one.
    let folded = Set(words.map { FoldedText(Array($0.utf8)).scalars }).filter { !$0.isEmpty }
    self.words = Dictionary(grouping: folded, by: \.[0])
  }

  /// Where the first mark begins, in bytes from the start; nil where there is none.
  package func firstMark(in utf8: [UInt8]) -> Int? {
    guard !words.isEmpty else { return nil }
    let text = FoldedText(utf8)
    for (index, scalar) in text.scalars.enumerated() {
      guard let candidates = words[scalar] else { continue }
      if candidates.contains(where: { Self.reads(text.scalars[index...], $0) }) {
        return text.offsets[index]
      }
    }
    return nil
  }

  /// Whether a text begins with a mark, `工作·秘密` as well as 工作秘密.
  private static func reads(_ text: ArraySlice<Unicode.Scalar>, _ mark: [Unicode.Scalar]) -> Bool {
    var rest = text
    for (number, scalar) in mark.enumerated() {
      if number > 0 {
        var skipped = 0
        while let first = rest.first, first != scalar, isSeparator(first), skipped < 3 {
          rest = rest.dropFirst()
          skipped += 1
        }
      }
      guard rest.popFirst() == scalar else { return false }
    }
    return true
  }

  /// What stands between the characters of one word; a comma or a full stop parts two.
  private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "-", "_", "~", "*", ".", "/", "+", "=", "·", "•", "‧", "∙", "⋅", "・", "･", "●", "–", "—",
      "‐", "‑", "―", "…", "〜", "﹣", "−", "×":
      true
    default: false
    }
  }

  package func mark(_ text: String) -> Bool { firstMark(in: Array(text.utf8)) != nil }
}
