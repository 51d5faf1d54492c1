/// The forms of a code that might be taken for another unit's, or for the unit's own.
package enum CodeForms {
  /// All but the code itself.
  package static func of(_ code: String) -> Set<[UInt8]> {
    var forms: Set<[UInt8]> = []
    for (position, character) in code.enumerated() {
      let (head, tail) = (code.prefix(position), code.dropFirst(position + 1))
      for other in Confusables.of(character) + [wide(String(character))] {
        forms.insert(Array((head + other + tail).utf8))
      }
      for mark in marks { forms.insert(Array((head + String(character) + mark + tail).utf8)) }
    }
    for text in [code.lowercased(), code.uppercased(), wide(code)] {
      forms.insert(Array(text.utf8))
    }
    for pad in pads { for form in [pad + code, code + pad] { forms.insert(Array(form.utf8)) } }
    for path in paths(code) { forms.insert(Array(path.utf8)) }
    // Overlong UTF-8 of its first character, a lone surrogate, and Latin-1.
    let rest = Array(code.utf8.dropFirst())
    if let first = code.utf8.first {
      forms.insert([0xC0 | first >> 6, 0x80 | first & 0x3F] + rest)
      forms.insert([0xED, 0xA0, 0x80, first] + rest)
      forms.insert([first, 0xE9] + rest)
    }
    forms.remove(Array(code.utf8))
    return forms
  }

  /// What input methods write: `ＢＭ０１`.
  package static func wide(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { scalar in
          (0x21...0x7E).contains(scalar.value)
            ? Unicode.Scalar(scalar.value + 0xFEE0) ?? scalar : scalar
        }))
  }

  /// Combining, invisible and control characters, and a variation selector.
  private static let marks = [
    "\u{301}", "\u{0}", "\u{200B}", "\u{200D}", "\u{2060}", "\u{FEFF}", "\u{AD}", "\u{202E}",
    "\u{FE0F}", "\u{7F}", "\n", "\u{34F}",
  ]

  private static let pads = [
    " ", "\t", "\n", "\r", "\u{0}", "\u{A0}", "\u{3000}", "\u{200B}", "\u{FEFF}", "\u{2028}", ".",
    "/", "\\", ";", "\u{1F}", "-",
  ]

  private static func paths(_ code: String) -> [String] {
    [
      "./\(code)", "../\(code)", "/\(code)", "\(code)/", "\(code)/.", "\(code)/../\(code)",
      "x/../\(code)", "..\\\(code)", "%2e%2e%2f\(code)", "\(code)%00", "file:\(code)",
      "~\(code)", "\(code)\u{0}x", "\(code):stream", "C:\\\(code)",
    ]
  }
}
