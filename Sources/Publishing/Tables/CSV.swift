import Rectification

/// A table for Excel and WPS: UTF-8 with BOM, CRLF, every cell in quotes (RFC 4180).
struct CSV {
  private var lines: [String] = []

  init(_ headings: [String]) {
    add(headings)
  }

  mutating func add(_ cells: [String]) {
    lines.append(cells.map(cell).joined(separator: ","))
  }

  /// The BOM is what makes both programs read UTF-8.
  var text: String { "\u{FEFF}" + lines.map { $0 + "\r\n" }.joined() }
}

private func cell(_ text: String) -> String {
  let text = harmless(text)
  guard text.utf8.contains(UInt8(ascii: "\"")) else { return "\"" + text + "\"" }
  return "\"" + text.replacing("\"", with: "\"\"") + "\""
}

/// Text that a spreadsheet would run as a formula, led by an apostrophe (CWE-1236).
///
/// The full-width signs too: WPS and Excel with a Chinese input method take them for the others. A
/// plain negative number stays a number.
func harmless(_ text: String) -> String {
  let shown = visible(text)
  let isRisky = [text, shown].contains { form in
    form.unicodeScalars.first { $0 != " " && $0 != "\u{3000}" }.map(startsFormula) ?? false
  }
  return isRisky && !isNumber(shown) ? "'" + shown : shown
}

private func startsFormula(_ scalar: Unicode.Scalar) -> Bool {
  ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", "|", "%"].contains(scalar)
}

private func isNumber(_ text: String) -> Bool {
  let digits = text.utf8.drop { $0 == UInt8(ascii: "-") }
  return text.utf8.count - digits.count <= 1 && !digits.isEmpty
    && digits.allSatisfy {
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || $0 == UInt8(ascii: ".")
    }
}
