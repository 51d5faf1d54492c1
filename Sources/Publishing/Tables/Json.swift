import Rectification

/// A JSON value, written the same way every time: members by name, two spaces, one line each.
indirect enum Json: Hashable, Sendable {
  case null
  case bool(Bool)
  case int(Int)
  case text(String)
  case list([Json])
  case object([String: Json])

  /// With a line break at the end.
  var source: String {
    var written = ""
    write(to: &written, indent: "")
    return written + "\n"
  }

  private func write(to written: inout String, indent: String) {
    switch self {
    case .null: written += "null"
    case .bool(let flag): written += flag ? "true" : "false"
    case .int(let number): written += String(number)
    case .text(let text): writeQuoted(text, to: &written)
    case .list(let values):
      let inner = indent + "  "
      written += "["
      for (number, value) in values.enumerated() {
        written += number == 0 ? "\n" : ",\n"
        written += inner
        value.write(to: &written, indent: inner)
      }
      if !values.isEmpty { written += "\n" + indent }
      written += "]"
    case .object(let members):
      let inner = indent + "  "
      written += "{"
      // Names are ASCII, so that this is the order of their bytes.
      for (number, member) in members.sorted(by: { $0.key < $1.key }).enumerated() {
        written += number == 0 ? "\n" : ",\n"
        written += inner
        writeQuoted(member.key, to: &written)
        written += ": "
        member.value.write(to: &written, indent: inner)
      }
      if !members.isEmpty { written += "\n" + indent }
      written += "}"
    }
  }
}

/// RFC 8259, section 7; what a terminal or an HTML page might act on is escaped as well.
private func writeQuoted(_ text: String, to written: inout String) {
  written += "\""
  if text.utf8.contains(where: mayNeedEscape) {
    for scalar in text.unicodeScalars { write(scalar, to: &written) }
  } else {
    written += text
  }
  written += "\""
}

private func write(_ scalar: Unicode.Scalar, to written: inout String) {
  switch scalar {
  case "\"": written += "\\\""
  case "\\": written += "\\\\"
  case "\n": written += "\\n"
  case "\r": written += "\\r"
  case "\t": written += "\\t"
  default:
    if mustEscape(scalar) {
      let hex = String(scalar.value, radix: 16)
      written += "\\u" + String(repeating: "0", count: max(0, 4 - hex.count)) + hex
    } else {
      written.unicodeScalars.append(scalar)
    }
  }
}

/// Whether a character that begins with, or is, this byte of UTF-8 may have to be escaped.
///
/// Of the others most Chinese text is made: E3 to E9 lead the ideographs and their punctuation.
private func mayNeedEscape(_ byte: UInt8) -> Bool {
  switch byte {
  case 0x00...0x1F, 0x22, 0x26, 0x3C, 0x3E, 0x5C, 0x7F, 0xC2, 0xD8, 0xE2, 0xEF: true
  default: false
  }
}

/// All of them in the basic plane, so that one `\u` is enough.
private func mustEscape(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x00...0x1F, 0x7F...0x9F, 0x3C, 0x3E, 0x26, 0x061C, 0x200B...0x200F, 0x2028...0x202E,
    0x2060...0x2069, 0xFEFF, 0xFFFE, 0xFFFF:
    true
  default: false
  }
}

extension Json: ExpressibleByStringLiteral, ExpressibleByDictionaryLiteral {
  init(stringLiteral text: String) { self = .text(text) }

  init(dictionaryLiteral members: (String, Json)...) {
    self = .object(Dictionary(members, uniquingKeysWith: { first, _ in first }))
  }

  /// The text, or null.
  init(_ text: String?) { self = text.map(Json.text) ?? .null }
  init(_ number: Int?) { self = number.map(Json.int) ?? .null }
  init(_ code: Code?) { self.init(code?.text) }
  init(_ date: CivilDate?) { self.init(date?.description) }
  /// A day, null for 长期坚持, `pending` for 时限待定.
  init(_ due: Due) {
    switch due {
    case .day(let date): self.init(date)
    case .standing: self = .null
    case .pending: self = .text("pending")
    }
  }
  init(_ week: Week?) { self.init(week?.description) }
  init(_ codes: [Code]) { self = .list(codes.map { .text($0.text) }) }
  init(_ text: Bilingual) { self = ["zh": .text(text.zh), "en": .text(text.en)] }
  init(_ place: Place) {
    var members: [String: Json] = [
      "line": .int(place.line), "column": .int(place.column), "pointer": .text(place.pointer),
    ]
    if let sheet = place.sheet, let cell = place.cell {
      members["sheet"] = .text(sheet.rawValue)
      members["cell"] = .text(cell)
    }
    self = .object(members)
  }

  init(_ submission: Submission, in zone: ZoneOffset) {
    self = [
      "sender": Json(submission.sender), "channel": .text(submission.channel.rawValue),
      "fileName": .text(submission.fileName), "sha256": .text(submission.digest.hex),
      "size": .int(submission.size), "receivedAt": .text(submission.receivedAt.text(in: zone)),
    ]
  }
}
