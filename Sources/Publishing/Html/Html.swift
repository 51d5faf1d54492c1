import Rectification

/// A piece of HTML: what the source writes is markup, what is interpolated is text and escaped.
///
/// There is no way to interpolate markup but as `Html`, so forgetting to escape is not possible.
struct Html: ExpressibleByStringInterpolation, Hashable, Sendable {
  let source: String

  static let none: Html = ""

  init(stringLiteral source: String) {
    self.source = source
  }

  init(stringInterpolation: StringInterpolation) {
    source = stringInterpolation.source
  }

  fileprivate init(source: String) {
    self.source = source
  }

  struct StringInterpolation: StringInterpolationProtocol {
    fileprivate(set) var source = ""

    init(literalCapacity: Int, interpolationCount: Int) {
      source.reserveCapacity(literalCapacity + 16 * interpolationCount)
    }

    mutating func appendLiteral(_ literal: String) { source += literal }
    mutating func appendInterpolation(_ text: String) { source += escaped(text) }
    mutating func appendInterpolation(_ number: Int) { source += String(number) }
    mutating func appendInterpolation(_ code: Code) { source += code.text }
    mutating func appendInterpolation(_ date: CivilDate) { source += date.description }
    mutating func appendInterpolation(_ html: Html) { source += html.source }
    mutating func appendInterpolation(_ parts: [Html]) {
      for part in parts { source += part.source }
    }
  }
}

extension Sequence<Html> {
  func joined(_ separator: Html = .none) -> Html {
    Html(source: map(\.source).joined(separator: separator.source))
  }
}

/// Safe between tags and in a quoted attribute (OWASP, Cross Site Scripting Prevention, rules 1 and 2).
private func escaped(_ text: String) -> String {
  let text = visible(text)
  guard text.utf8.contains(where: isMarkup) else { return text }
  var safe = ""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "&": safe += "&amp;"
    case "<": safe += "&lt;"
    case ">": safe += "&gt;"
    case "\"": safe += "&quot;"
    case "'": safe += "&#39;"
    default: safe.unicodeScalars.append(scalar)
    }
  }
  return safe
}

private func isMarkup(_ byte: UInt8) -> Bool {
  byte == UInt8(ascii: "&") || byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">")
    || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
}
