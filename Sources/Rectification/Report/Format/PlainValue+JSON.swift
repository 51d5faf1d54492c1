extension PlainValue {
  /// This value as JSON (RFC 8259), on one line or indented by two spaces.
  package func json(indented: Bool = false) -> String {
    var output = ""
    writeJSON(to: &output, indent: indented ? 0 : nil)
    return output
  }

  private func writeJSON(to output: inout String, indent: Int?) {
    switch self {
    case .text(let text): Self.writeQuoted(text, to: &output)
    case .number(let digits): output += digits
    case .boolean(let value): output += value ? "true" : "false"
    case .object(let members):
      Self.writeGroup(members, "{", "}", to: &output, indent: indent) { member, output, inner in
        Self.writeQuoted(member.name, to: &output)
        output += inner == nil ? ":" : ": "
        member.value.writeJSON(to: &output, indent: inner)
      }
    case .list(_, let items):
      Self.writeGroup(items, "[", "]", to: &output, indent: indent) { item, output, inner in
        item.writeJSON(to: &output, indent: inner)
      }
    }
  }

  private static func writeGroup<Part>(
    _ parts: [Part], _ open: String, _ close: String, to output: inout String, indent: Int?,
    write: (Part, inout String, Int?) -> Void
  ) {
    output += open
    let inner = indent.map { $0 + 1 }
    for (index, part) in parts.enumerated() {
      if index > 0 { output += "," }
      if let inner { output += "\n" + String(repeating: "  ", count: inner) }
      write(part, &output, inner)
    }
    if let indent, !parts.isEmpty { output += "\n" + String(repeating: "  ", count: indent) }
    output += close
  }

  private static func writeQuoted(_ text: String, to output: inout String) {
    output += "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": output += "\\\""
      case "\\": output += "\\\\"
      case "\n": output += "\\n"
      case "\r": output += "\\r"
      case "\t": output += "\\t"
      // Control characters above U+001F are legal in JSON, but no reader of ours takes them raw.
      case "\0"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{FFFE}", "\u{FFFF}":
        let digits = String(scalar.value, radix: 16)
        output += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
      default: output.unicodeScalars.append(scalar)
      }
    }
    output += "\""
  }
}
