/// Makes of a pattern for half-width text the pattern that takes each character in either width.
///
/// A Chinese keyboard writes ８０％ as readily as 80%. The two schemas must take what the program takes,
/// so they are given the same pattern, widened here, and never one kept by hand beside it.
enum FullWidthPattern {
  /// `[0-9]{4}-W` becomes `[0-9０-９]{4}[\-－][WＷ]`.
  ///
  /// Knows the regular expressions of `FieldType.pattern` alone: classes, groups, counts and escaped
  /// characters, all in ASCII.
  static func widening(_ pattern: String) -> String {
    var output = ""
    var rest = Array(pattern.unicodeScalars)[...]
    while let scalar = rest.popFirst() {
      switch scalar {
      case "[": output += characterClass(taking: &rest)
      case "{":
        let count = rest.prefix { $0 != "}" }
        rest = rest.dropFirst(count.count + 1)
        output += "{" + String(String.UnicodeScalarView(count)) + "}"
      case "(", ")", "?", "|", "*", "+": output.unicodeScalars.append(scalar)
      case "\\": if let literal = rest.popFirst() { output += bothWidths(of: literal) }
      default: output += bothWidths(of: scalar)
      }
    }
    return output
  }

  private static func bothWidths(of literal: Unicode.Scalar) -> String {
    "[\(escaped(literal))\(wide(literal))]"
  }

  /// The rest of a class, up to its bracket.
  private static func characterClass(taking rest: inout ArraySlice<Unicode.Scalar>) -> String {
    var (narrow, wide) = ("", "")
    var isFirst = true
    while let scalar = rest.popFirst(), scalar != "]" {
      let isRange = scalar == "-" && !isFirst && rest.first != "]"
      let literal = scalar == "\\" ? rest.popFirst() ?? scalar : scalar
      narrow += isRange ? "-" : escaped(literal)
      wide += isRange ? "-" : self.wide(literal)
      isFirst = false
    }
    return "[\(narrow)\(wide)]"
  }

  /// A hyphen in a class stands for itself only behind a backslash, in XSD and in ECMA-262.
  private static func escaped(_ literal: Unicode.Scalar) -> String {
    literal == "-" ? "\\-" : String(Character(literal))
  }

  /// U+FF01 to U+FF5E repeat the visible characters of ASCII in its order.
  private static func wide(_ literal: Unicode.Scalar) -> String {
    guard (0x21...0x7E).contains(literal.value) else { return "" }
    return Unicode.Scalar(literal.value + 0xFEE0).map { String(Character($0)) } ?? ""
  }
}
