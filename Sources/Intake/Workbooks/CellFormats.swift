/// How the numbers of cells are shown, by the number of their style: as days, as shares, as numbers.
package struct CellFormats {
  package enum Kind: Hashable, Sendable {
    case number, percent, date, moment
    /// A time of day or a span of time, which is no day.
    case time
  }

  private var kinds: [Kind] = []

  init(_ xml: XMLPartReader?) throws(WorkbookFault) {
    guard let xml else { return }
    var codes: [String: String] = [:]
    var isCells = false
    while let event = try xml.step() {
      switch event {
      case .start("numFmt", let attributes):
        if let number = attributes["numFmtId"] { codes[number] = attributes["formatCode"] }
      case .start("cellXfs", _): isCells = true
      case .end("cellXfs"): isCells = false
      case .start("xf", let attributes):
        guard isCells else { continue }
        let number = attributes["numFmtId", default: "0"]
        kinds.append(codes[number].map(Self.kind) ?? Self.kind(builtIn: Int(number) ?? 0))
      default: break
      }
    }
  }

  func kind(of style: Int) -> Kind { kinds.indices.contains(style) ? kinds[style] : .number }

  /// The formats without a code in the file (ECMA-376, 18.8.30), Chinese ones included.
  private static func kind(builtIn number: Int) -> Kind {
    switch number {
    case 9, 10: .percent
    case 14...17, 27...31, 36, 50...54, 57, 58: .date
    case 22: .moment
    case 18...21, 32...35, 45...47, 55, 56: .time
    default: .number
    }
  }

  /// Of a code such as `yyyy"年"m"月"d"日"`; what stands in quotes or brackets is no part of it.
  static func kind(_ code: String) -> Kind {
    let bare = withoutLiterals(code.lowercased())
    let hasDay = bare.contains("y") || bare.contains("d")
    let hasTime = bare.contains("h") || bare.contains("s")
    switch (hasDay, hasTime) {
    case (true, true): return .moment
    case (true, false): return .date
    case (false, true): return .time
    // A month alone, `m`, as in 1月.
    case (false, false):
      if bare.contains("m") { return .date }
      return bare.contains("%") ? .percent : .number
    }
  }

  private static func withoutLiterals(_ code: String) -> String {
    var (bare, quote, isEscaped): (String, Character?, Bool) = ("", nil, false)
    // The first section is that of positive numbers, which all days are.
    for character in code {
      if isEscaped {
        isEscaped = false
      } else if let end = quote {
        if character == end { quote = nil }
      } else {
        switch character {
        case "\"": quote = "\""
        case "[": quote = "]"
        case "\\", "_", "*": isEscaped = true
        case ";": return bare
        case "g", "e": continue
        default: bare.append(character)
        }
      }
    }
    return bare.replacing("general", with: "")
  }
}
