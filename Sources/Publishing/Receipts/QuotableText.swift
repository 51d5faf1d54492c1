import Rectification

/// What a sender wrote, as a receipt may repeat it: cut to a length, and nothing in it unseen.
///
/// Stricter than `visible`, for a clerk has to find in the file what the receipt quotes: soft
/// hyphens, fillers, tags and characters of no assigned meaning are named as well.
func quotable(_ text: String, limit: Int) -> String {
  var shown = ""
  for (count, scalar) in text.unicodeScalars.enumerated() {
    guard count < limit else { return shown + "…" }
    if isUnseen(scalar) {
      let hex = String(scalar.value, radix: 16, uppercase: true)
      shown += "[U+\(String(repeating: "0", count: max(0, 4 - hex.utf8.count)))\(hex)]"
    } else {
      shown.unicodeScalars.append(scalar)
    }
  }
  return visible(shown)
}

private func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
  let properties = scalar.properties
  if properties.isDefaultIgnorableCodePoint { return true }
  switch properties.generalCategory {
  // Line breaks and tabs are controls too; `visible` makes spaces of them.
  case .control: return !["\n", "\r", "\t", "\u{85}"].contains(scalar)
  case .format, .privateUse, .unassigned, .surrogate: return true
  default: return false
  }
}

/// The most of a message or remedy that a page or a terminal shows, in characters.
///
/// What a rule says is far shorter; only a register with very long texts comes near it.
let longestMessage = 600
