import Rectification

/// What a text says when it is read as a day.
///
/// Understood are `2024-01-20`, `2024年1月20日`, `2024.1.20` and `2024/1/20`, in full-width digits
/// too, and any of them with a time of day behind it, `2024/2/20 0:00:00`. Nothing is guessed: all else is refused,
/// with the day it probably means as a suggestion.
enum DateReading: Equatable {
  case day(CivilDate)
  /// 30 February; the suggestion is the month's last day.
  case noSuchDay(CivilDate?)
  /// 年底前, 1月底, 45311 (a spreadsheet's day count).
  case unclear(CivilDate?)

  init(_ text: String, near: CivilDate?) {
    if let date = CivilDate(text) {
      self = .day(date)
      return
    }
    let shape = DateShape(Self.withoutTime(text))
    guard let (year, month, day) = shape.yearMonthDay else {
      self = .unclear(VagueDate.suggestion(for: text, near: near))
      return
    }
    if let date = CivilDate(year: year, month: month, day: day) {
      self = .day(date)
    } else {
      self = .noSuchDay(CivilDate.lastDay(year: year, month: month))
    }
  }
}

extension DateReading {
  /// A day as spreadsheets write it out, without the time they add: what comes after a blank or a T, where it is
  /// a time and nothing else.
  private static func withoutTime(_ text: String) -> String {
    let half = text.halfWidth
    guard
      let match = half.wholeMatch(
        of: /(.*[0-9日号])[ T]+([0-9]{1,2}):([0-9]{2})(?::([0-9]{2})(?:\.[0-9]+)?)?Z?/),
      let hour = Int(match.2), let minute = Int(match.3), hour < 24, minute < 60,
      match.4.flatMap({ Int($0) }).map({ $0 < 60 }) ?? true
    else { return text }
    return String(match.1)
  }
}

/// A text with its numbers taken out: `2024年1月20日` is `#年#月#日` and 2024, 1, 20.
struct DateShape {
  private(set) var pattern = ""
  private(set) var numbers: [Int] = []
  /// How many digits each number was written with.
  private(set) var widths: [Int] = []

  init(_ text: some StringProtocol) {
    var digits = 0
    for scalar in text.halfWidth.unicodeScalars where scalar != " " {
      guard ("0"..."9").contains(scalar), digits < 9 else {
        digits = 0
        pattern.unicodeScalars.append(scalar)
        continue
      }
      if digits == 0 {
        pattern += "#"
        numbers.append(0)
        widths.append(0)
      }
      digits += 1
      numbers[numbers.count - 1] = numbers[numbers.count - 1] * 10 + Int(scalar.value - 0x30)
      widths[widths.count - 1] = digits
    }
  }

  /// The three numbers of a full date, whether or not there is such a day.
  var yearMonthDay: (year: Int, month: Int, day: Int)? {
    guard ["#年#月#日", "#年#月#号", "#-#-#", "#.#.#", "#/#/#"].contains(pattern),
      widths[0] == 4, widths[1] <= 2, widths[2] <= 2
    else { return nil }
    return (numbers[0], numbers[1], numbers[2])
  }
}

extension CivilDate {
  static func lastDay(year: Int, month: Int) -> CivilDate? {
    let next = month == 12 ? (year + 1, 1) : (year, month + 1)
    return CivilDate(year: next.0, month: next.1, day: 1).map { $0 - 1 }
  }
}
