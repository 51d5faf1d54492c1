/// Columns a text takes in a terminal: two for a wide character, none for a combining mark.
///
/// Wide by Unicode Standard Annex #11 (W and F). Ambiguous ones count one, as terminals do unless
/// told otherwise.
func displayWidth(_ text: String) -> Int {
  text.unicodeScalars.reduce(0) { $0 + columns($1) }
}

private func columns(_ scalar: Unicode.Scalar) -> Int {
  if scalar.value < 0x300 { return 1 }
  switch scalar.properties.generalCategory {
  case .nonspacingMark, .enclosingMark, .format: return 0
  default: return isWide(scalar.value) ? 2 : 1
  }
}

private func isWide(_ value: UInt32) -> Bool {
  switch value {
  case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97C, 0xAC00...0xD7A3,
    0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6,
    0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
    true
  default: false
  }
}

/// The text cut to `width` columns, with an ellipsis where something is left out.
func shortened(_ text: String, to width: Int) -> String {
  guard displayWidth(text) > width else { return text }
  var kept = ""
  var used = 0
  for character in text {
    let next = displayWidth(String(character))
    // One column is the ellipsis's.
    guard used + next <= width - 1 else { break }
    kept.append(character)
    used += next
  }
  return kept + "…"
}

/// The text filled up with spaces to `width` columns, on the right or, for numbers, on the left.
func filled(_ text: String, to width: Int, onLeft: Bool = false) -> String {
  let space = String(repeating: " ", count: max(0, width - displayWidth(text)))
  return onLeft ? space + text : text + space
}

/// The text broken into lines of at most `width` columns, between words or wide characters.
func wrapped(_ text: String, to width: Int) -> [String] {
  var lines: [String] = []
  var line = ""
  var used = 0
  for word in breakable(text) {
    let next = displayWidth(word)
    if used + next > width, !line.isEmpty {
      lines.append(line.trimmedRight)
      (line, used) = ("", 0)
      if word == " " { continue }
    }
    line += word
    used += next
  }
  return lines + (line.trimmedRight.isEmpty ? [] : [line.trimmedRight])
}

/// Runs of narrow characters stay whole, everything else may part; no line starts with a full stop.
private func breakable(_ text: String) -> [String] {
  var parts: [String] = []
  for character in text {
    let isNarrow = displayWidth(String(character)) == 1 && character != " "
    if "，。；：、）”！？".contains(character), let last = parts.popLast() {
      parts.append(last + String(character))
    } else if isNarrow, let last = parts.last, last != " ",
      last.last.map({ displayWidth(String($0)) == 1 }) ?? false
    {
      parts[parts.count - 1].append(character)
    } else {
      parts.append(String(character))
    }
  }
  return parts
}

extension String {
  fileprivate var trimmedRight: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
