/// The number format of a cell, taken apart: `"M"000`, `0!.0000"万元"`, `yyyy"年"m"月"`
/// (ECMA-376, part 1, 18.8.31).
struct NumberFormat: Hashable, Sendable {
  let sections: [Section]

  static let general = NumberFormat("General")

  /// What one kind of numbers is shown by: up to four, for positive, negative, zero and text.
  struct Section: Hashable, Sendable {
    var tokens: [Token] = []
    var condition: Condition?
    /// Whether numbers are written out, 一百二十, which is not followed here.
    var isWrittenOut = false
  }

  /// `[>=100]`.
  struct Condition: Hashable, Sendable {
    let comparison: String
    let limit: Double

    func holds(_ number: Double) -> Bool {
      switch comparison {
      case "<": number < limit
      case "<=": number <= limit
      case ">": number > limit
      case ">=": number >= limit
      case "<>": number != limit
      default: number == limit
      }
    }
  }

  enum Token: Hashable, Sendable {
    case literal(String)
    /// `0`, `#` or `?`.
    case digit(Character)
    case point, comma, percent, slash, general, text
    /// `E+`; whether a plus is shown.
    case exponent(showsPlus: Bool)
    /// A part of a day or a time, and how many letters it is written with: `yyyy`.
    case part(Part, Int)
    /// A span of time, `[h]`.
    case elapsed
    /// `AM/PM`, 上午/下午.
    case halfDay
  }

  enum Part: Hashable, Sendable { case year, month, day, weekday, hour, minute, second }

  /// A longer code than spreadsheets allow is not followed.
  init(_ code: String) {
    sections =
      code.utf8.count <= Self.lengthLimit
      ? NumberFormatScanner(code).sections() : [Section(isWrittenOut: true)]
  }

  /// 255 characters, the most of them in three bytes.
  private static let lengthLimit = 765

  /// The section a number is shown by, and whether a minus goes before it.
  func section(for number: Double) -> (Section, showsMinus: Bool) {
    if let met = sections.first(where: { $0.condition?.holds(number) ?? false }) {
      return (met, number < 0)
    }
    let free = sections.filter { $0.condition == nil }
    guard let first = free.first else { return (Section(tokens: [.general]), number < 0) }
    guard sections.count == free.count else { return (first, number < 0) }
    if number < 0, free.count > 1 { return (free[1], false) }
    if number == 0, free.count > 2 { return (free[2], false) }
    return (first, number < 0)
  }

  /// Whether it shows a day, of which `m` alone is one.
  var isDate: Bool { parts.contains { [.year, .month, .day, .weekday].contains($0) } }
  var isTime: Bool {
    !isDate && (parts.contains { [.hour, .minute, .second].contains($0) } || hasElapsed)
  }
  var showsTime: Bool { parts.contains { [.hour, .minute, .second].contains($0) } }
  /// Whether year, month and day all are shown.
  var showsWholeDay: Bool { Set([.year, .month, .day]).isSubset(of: parts) }

  private var parts: [Part] {
    sections.first?.tokens.compactMap { if case .part(let part, _) = $0 { part } else { nil } }
      ?? []
  }
  private var hasElapsed: Bool { sections.first?.tokens.contains(.elapsed) ?? false }
}

/// Goes through the code of a format once.
private struct NumberFormatScanner {
  private let code: [Character]
  private var index = 0
  private var section = NumberFormat.Section()

  init(_ code: String) {
    self.code = Array(code)
  }

  func sections() -> [NumberFormat.Section] {
    var scanner = self
    var found: [NumberFormat.Section] = []
    while scanner.index < scanner.code.count {
      if scanner.code[scanner.index] == ";" {
        found.append(scanner.finished())
        scanner.section = NumberFormat.Section()
        scanner.index += 1
      } else {
        scanner.step()
      }
    }
    return found + [scanner.finished()]
  }

  /// With every `m` that stands by an hour or a second made the minute it is.
  private func finished() -> NumberFormat.Section {
    var section = self.section
    let spots = section.tokens.indices.filter {
      if case .part = section.tokens[$0] { true } else { section.tokens[$0] == .elapsed }
    }
    for (number, spot) in spots.enumerated() {
      guard case .part(.month, let width) = section.tokens[spot], width <= 2 else { continue }
      let before = number > 0 ? section.tokens[spots[number - 1]] : nil
      let after = number + 1 < spots.count ? section.tokens[spots[number + 1]] : nil
      if Self.isTime(before, .hour) || before == .elapsed || Self.isTime(after, .second) {
        section.tokens[spot] = .part(.minute, width)
      }
    }
    return section
  }

  private static func isTime(_ token: NumberFormat.Token?, _ part: NumberFormat.Part) -> Bool {
    if case .part(part, _) = token { true } else { false }
  }

  private mutating func step() {
    let character = code[index]
    switch character {
    case "\"": quoted()
    case "\\", "!":
      literal(index + 1 < code.count ? String(code[index + 1]) : "")
      index += 2
    // Room as wide as the next character, or filled with it.
    case "_", "*": index += 2
    case "[": bracket()
    case "0", "#", "?": take(.digit(character))
    case ".": take(.point)
    case ",": take(.comma)
    case "%", "％": take(.percent)
    case "/": take(.slash)
    case "@": take(.text)
    default: word(character)
    }
  }

  private mutating func take(_ token: NumberFormat.Token, _ count: Int = 1) {
    section.tokens.append(token)
    index += count
  }

  private mutating func literal(_ text: String) {
    section.tokens.append(.literal(text))
  }

  private mutating func quoted() {
    let end = code[(index + 1)...].firstIndex(of: "\"") ?? code.count
    literal(String(code[(index + 1)..<end]))
    index = end + 1
  }

  /// `[Red]`, `[>=100]`, `[$¥-804]`, `[DBNum1]`, `[h]`.
  private mutating func bracket() {
    let end = code[index...].firstIndex(of: "]") ?? code.count
    let inner = String(code[(index + 1)..<end])
    index = end + 1
    if inner.hasPrefix("$") {
      literal(String(inner.dropFirst().prefix { $0 != "-" }))
    } else if inner.lowercased().hasPrefix("dbnum") {
      section.isWrittenOut = true
    } else if let first = inner.first, "<>=".contains(first) {
      let comparison = inner.prefix { "<>=".contains($0) }
      section.condition = Double(inner.dropFirst(comparison.count)).map {
        NumberFormat.Condition(comparison: String(comparison), limit: $0)
      }
    } else if !inner.isEmpty, inner.lowercased().allSatisfy({ "hms".contains($0) }) {
      section.tokens.append(.elapsed)
    }
  }

  private mutating func word(_ character: Character) {
    for word in ["General", "G/通用格式", "AM/PM", "上午/下午", "A/P", "E+", "E-"] where isAt(word) {
      switch word {
      case "General", "G/通用格式": return take(.general, word.count)
      case "E+", "E-": return take(.exponent(showsPlus: word == "E+"), 2)
      default: return take(.halfDay, word.count)
      }
    }
    let letter = Character(character.lowercased())
    let width = code[index...].prefix { $0.lowercased() == character.lowercased() }.count
    let part: NumberFormat.Part? =
      switch letter {
      case "y", "e": .year
      case "m": .month
      case "d": width > 2 ? .weekday : .day
      case "a": .weekday
      case "h": .hour
      case "s": .second
      default: nil
      }
    guard let part else {
      // The name of an era, which stands before the year.
      if letter != "g" { literal(String(character)) }
      index += 1
      return
    }
    take(.part(part, letter == "e" ? 4 : width), width)
  }

  private func isAt(_ word: String) -> Bool {
    index + word.count <= code.count
      && String(code[index..<(index + word.count)]).lowercased() == word.lowercased()
  }
}
