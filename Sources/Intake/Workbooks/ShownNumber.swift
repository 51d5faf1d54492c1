import Foundation
import Rectification

/// A number as its cell shows it.
extension NumberFormat {
  /// Nil where the format is not followed here: numbers written out in words.
  func shown(_ number: Double) -> String? {
    let (section, showsMinus) = section(for: number)
    guard !section.isWrittenOut else { return nil }
    // A format of literals alone shows them alone; one of nothing hides the number.
    let text = section.shown(abs(number))
    return (showsMinus && text != "0" ? "-" : "") + text
  }
}

extension NumberFormat.Section {
  /// Of a number that is not negative.
  fileprivate func shown(_ number: Double) -> String {
    if tokens.contains(.general) || tokens.contains(.text) { return general(number) }
    if tokens.contains(.slash), digits(in: tokens[...]) > 0 { return fraction(number) }
    if let exponent = tokens.firstIndex(where: { if case .exponent = $0 { true } else { false } }) {
      return scientific(number, at: exponent)
    }
    return decimal(number)
  }

  private func general(_ number: Double) -> String {
    tokens.map { token in
      switch token {
      case .literal(let text): text
      case .general, .text: CellValue.digits(number)
      default: ""
      }
    }.joined()
  }

  private func digits(in tokens: ArraySlice<NumberFormat.Token>) -> Int {
    tokens.count { if case .digit = $0 { true } else { false } }
  }

  private func decimal(_ number: Double) -> String {
    let point = tokens.firstIndex(of: .point) ?? tokens.endIndex
    let places = digits(in: tokens[point...])
    func isDigit(_ token: NumberFormat.Token) -> Bool {
      if case .digit = token { true } else { false }
    }
    // Commas behind the last digit show thousands, or millions.
    let end = tokens.lastIndex(where: isDigit) ?? 0
    let thousands = tokens[end...].count { $0 == .comma }
    let isGrouped =
      tokens[..<point].lastIndex(where: isDigit).map { tokens[..<$0].contains(.comma) } ?? false
    let hundreds = tokens.count { $0 == .percent }
    let rounded = DecimalDigits(
      number, shiftedBy: 2 * hundreds - 3 * thousands, places: places)
    return whole(rounded.whole, tokens[..<point], isGrouped: isGrouped)
      + fractionDigits(rounded.fraction, tokens[point...])
  }

  /// From the right: the leftmost place takes all digits that are left.
  private func whole(
    _ digits: String, _ tokens: ArraySlice<NumberFormat.Token>, isGrouped: Bool
  ) -> String {
    var left = digits == "0" ? [] : Array(digits)
    var places = self.digits(in: tokens)
    var (output, written): ([Character], Int) = ([], 0)
    func write(_ digit: Character) {
      if isGrouped, written > 0, written % 3 == 0 { output.append(",") }
      output.append(digit)
      written += 1
    }
    for token in tokens.reversed() {
      switch token {
      case .literal(let text): output += text.reversed()
      case .percent: output.append("%")
      case .digit(let kind):
        places -= 1
        if let digit = left.popLast() {
          write(digit)
        } else if kind == "0" {
          write("0")
        }
        while places == 0, let digit = left.popLast() { write(digit) }
      default: break
      }
    }
    return String(output.reversed())
  }

  private func fractionDigits(_ digits: String, _ tokens: ArraySlice<NumberFormat.Token>) -> String
  {
    var left = Array(digits)[...]
    let significant = digits.count - digits.reversed().prefix { $0 == "0" }.count
    var (output, taken) = ("", 0)
    for token in tokens {
      switch token {
      case .point: output += "."
      case .literal(let text): output += text
      case .percent: output += "%"
      case .digit(let kind):
        guard let digit = left.popFirst() else { continue }
        taken += 1
        if kind == "0" || taken <= significant { output.append(digit) }
      default: break
      }
    }
    return output
  }

  private func scientific(_ number: Double, at exponent: Int) -> String {
    let point = tokens.firstIndex(of: .point) ?? exponent
    let places = point < exponent ? digits(in: tokens[point..<exponent]) : 0
    return String(format: "%.\(places)E", number)
  }

  /// `# ?/?`, `# ??/??`, `# ?/8`.
  private func fraction(_ number: Double) -> String {
    // Of more digits than a spreadsheet keeps there is no fraction.
    guard let slash = tokens.firstIndex(of: .slash), number < 1e12 else {
      return CellValue.digits(number)
    }
    let fixed = tokens[slash...].compactMap { token -> String? in
      switch token {
      case .digit("0"): "0"
      case .literal(let text) where text.allSatisfy(\.isNumber): text
      default: nil
      }
    }.joined()
    let width = max(1, digits(in: tokens[slash...]))
    let hasWhole = tokens[..<slash].contains(.literal(" "))
    let whole = hasWhole ? number.rounded(.down) : 0
    let rest = number - whole
    let denominators =
      Int(fixed).map { [$0] } ?? Array(1...(width == 1 ? 9 : width == 2 ? 99 : 999))
    let best = denominators.min { left, right in
      abs((rest * Double(left)).rounded() / Double(left) - rest)
        < abs((rest * Double(right)).rounded() / Double(right) - rest)
    }
    guard let best, best > 0 else { return CellValue.digits(number) }
    let numerator = Int((rest * Double(best)).rounded())
    if numerator == 0 { return CellValue.digits(whole) }
    if numerator == best, hasWhole { return CellValue.digits(whole + 1) }
    return (whole > 0 ? "\(CellValue.digits(whole)) " : "") + "\(numerator)/\(best)"
  }
}

/// A number rounded to so many places, half away from zero, as spreadsheets round the fifteen digits they keep.
private struct DecimalDigits {
  private(set) var whole = "0"
  private(set) var fraction = ""

  init(_ number: Double, shiftedBy shift: Int, places: Int) {
    let written = String(format: "%.14e", number).split(separator: "e")
    guard written.count == 2, let power = Int(written[1]) else { return }
    var digits = written[0].filter(\.isNumber).map { $0.wholeNumberValue ?? 0 }
    // The point stands behind so many of the digits.
    var point = power + 1 + shift
    if point < 0 {
      digits = Array(repeating: 0, count: -point) + digits
      point = 0
    }
    let end = point + places
    let roundsUp = end < digits.count && digits[end] >= 5
    digits = Array(digits.prefix(end)) + Array(repeating: 0, count: max(0, end - digits.count))
    if roundsUp {
      var index = digits.count - 1
      while index >= 0, digits[index] == 9 {
        digits[index] = 0
        index -= 1
      }
      if index >= 0 {
        digits[index] += 1
      } else {
        digits.insert(1, at: 0)
        point += 1
      }
    }
    let text = digits.map(String.init).joined()
    let whole = text.prefix(point).drop { $0 == "0" }
    self.whole = whole.isEmpty ? "0" : String(whole)
    fraction = String(text.dropFirst(point))
  }
}

/// A day, or a time, as its cell shows it.
extension NumberFormat {
  func shown(_ date: CivilDate, seconds: Int) -> String {
    guard let section = sections.first else { return date.description }
    let isHalfDay = section.tokens.contains(.halfDay)
    return section.tokens.map { token in
      switch token {
      case .literal(let text): text
      case .slash: "/"
      case .point: "."
      case .comma: ","
      case .halfDay: seconds < 43_200 ? "上午" : "下午"
      case .part(let part, let width):
        Self.shown(part, width, date, seconds, isHalfDay: isHalfDay)
      default: ""
      }
    }.joined().trimmed
  }

  private static func shown(
    _ part: Part, _ width: Int, _ date: CivilDate, _ seconds: Int, isHalfDay: Bool
  ) -> String {
    func digits(_ number: Int) -> String { width > 1 && number < 10 ? "0\(number)" : "\(number)" }
    let hour = seconds / 3600
    return switch part {
    case .year: width > 2 ? "\(date.year)" : String("\(date.year)".suffix(2))
    case .month: width > 2 ? month(date.month, width) : digits(date.month)
    case .day: digits(date.day)
    case .weekday: width == 4 ? "星期\(date.weekday.chinese.dropFirst())" : date.weekday.chinese
    case .hour: digits(isHalfDay ? (hour + 11) % 12 + 1 : hour)
    case .minute: digits(seconds / 60 % 60)
    case .second: digits(seconds % 60)
    }
  }

  private static func month(_ month: Int, _ width: Int) -> String {
    let names = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December",
    ]
    return switch width {
    case 3: String(names[month - 1].prefix(3))
    case 5: String(names[month - 1].prefix(1))
    default: names[month - 1]
    }
  }
}
