/// Text from outside as it may stand among ours: nothing invisible, nothing that turns the line round.
///
/// Control characters would break a terminal or a page, and overrides of the writing direction can
/// make `fdp.exe` read as `exe.pdf`; both are shown as `[U+202E]`. Line breaks become spaces.
package func visible(_ text: String) -> String {
  guard text.unicodeScalars.contains(where: { isBreak($0) || isHidden($0) }) else { return text }
  var shown = ""
  for scalar in text.unicodeScalars {
    if isBreak(scalar) {
      shown.unicodeScalars.append(" ")
    } else if isHidden(scalar) {
      let hex = String(scalar.value, radix: 16, uppercase: true)
      shown += "[U+\(String(repeating: "0", count: max(0, 4 - hex.count)))\(hex)]"
    } else {
      shown.unicodeScalars.append(scalar)
    }
  }
  return shown
}

private func isBreak(_ scalar: Unicode.Scalar) -> Bool {
  ["\n", "\r", "\t", "\u{85}", "\u{2028}", "\u{2029}"].contains(scalar)
}

private func isHidden(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x00...0x1F, 0x7F...0x9F: true
  // Marks, embeddings, overrides and isolates of direction, zero-width space and joiners, BOM.
  case 0x061C, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF: true
  case let value: value & 0xFFFE == 0xFFFE
  }
}
