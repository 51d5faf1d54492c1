/// How a finding shows what it complains of: cut short, with nothing invisible in it.
package enum Quotation {
  package static let limit = 80

  /// “持续推进中…”; control and direction characters appear as `⟨U+202E⟩`.
  package static func of(_ text: String) -> String {
    var shown = ""
    for (count, scalar) in text.unicodeScalars.enumerated() {
      guard count < limit else {
        shown += "…"
        break
      }
      if isInvisible(scalar) {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        shown += "⟨U+" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits + "⟩"
      } else {
        shown.unicodeScalars.append(scalar)
      }
    }
    return "“\(shown)”"
  }

  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    // Most are letters of ASCII, and looking up a category takes its time.
    if (" "..."~").contains(scalar) { return false }
    return switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .unassigned, .privateUse: true
    default: false
    }
  }
}
