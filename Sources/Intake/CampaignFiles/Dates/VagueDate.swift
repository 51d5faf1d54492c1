import Rectification

/// The exact day that an inexact one probably means, for the remedy; it is never taken as read.
enum VagueDate {
  static func suggestion(for text: String, near: CivilDate?) -> CivilDate? {
    let shape = DateShape(strippedOfTails(arabic(text.halfWidth)))
    let numbers = shape.numbers
    if let (year, month, day) = shape.yearMonthDay {
      return CivilDate(year: year, month: month, day: day)
        ?? CivilDate.lastDay(year: year, month: month)
    }
    return switch shape.pattern {
    case "#年#月", "#年#月底", "#年#月末", "#年#月下旬": lastDay(numbers[0], numbers[1])
    case "#年#月上旬": CivilDate(year: numbers[0], month: numbers[1], day: 10)
    case "#年#月中旬": CivilDate(year: numbers[0], month: numbers[1], day: 20)
    case "#年#季度", "#年第#季度": lastDay(numbers[0], numbers[1] * 3)
    case "#年", "#年底", "#年末", "#年年底", "#年下半年": lastDay(numbers[0], 12)
    case "#年上半年": lastDay(numbers[0], 6)
    case "#": spreadsheetDay(numbers[0])
    case "#/#/#", "#-#-#", "#.#.#": rearranged(shape)
    default: near.flatMap { suggestion(for: shape, near: $0) }
    }
  }

  /// For texts that leave out the year.
  private static func suggestion(for shape: DateShape, near: CivilDate) -> CivilDate? {
    let numbers = shape.numbers
    let year = numbers.first.map { $0 < near.month ? near.year + 1 : near.year } ?? near.year
    return switch shape.pattern {
    case "年", "年底", "年末", "今年底", "本年底", "当年底", "下半年": lastDay(near.year, 12)
    case "上半年": lastDay(near.year, 6)
    case "月", "月底", "月末", "本月底", "当月底": lastDay(near.year, near.month)
    case "#月", "#月底", "#月末", "#月下旬": lastDay(year, numbers[0])
    case "#月上旬": CivilDate(year: year, month: numbers[0], day: 10)
    case "#月中旬": CivilDate(year: year, month: numbers[0], day: 20)
    case "#月#日", "#月#号":
      CivilDate(year: year, month: numbers[0], day: numbers[1])
    case "#季度", "第#季度":
      lastDay(numbers[0] * 3 < near.month ? near.year + 1 : near.year, numbers[0] * 3)
    case "#个月": monthsLater(numbers[0], than: near)
    default: nil
    }
  }

  /// Before the first comma or 并, without 前, 内, 完成 and the like at the end.
  private static func strippedOfTails(_ text: String) -> String {
    var rest = String(text.prefix { !"，,;；、(（并".contains($0) })
    let tails = ["以前", "之前", "完成", "以内", "之内", "前", "内", "止"]
    while let tail = tails.first(where: rest.hasSuffix) { rest.removeLast(tail.count) }
    return rest
  }

  /// Chinese numerals up to 十二, and years written digit by digit, as digits.
  private static func arabic(_ text: String) -> String {
    var digits = text
    let numerals = [
      ("十二", "12"), ("十一", "11"), ("十", "10"), ("〇", "0"), ("零", "0"), ("一", "1"), ("二", "2"),
      ("三", "3"), ("四", "4"), ("五", "5"), ("六", "6"), ("七", "7"), ("八", "8"), ("九", "9"),
    ]
    for (numeral, digit) in numerals {
      digits = digits.split(separator: numeral, omittingEmptySubsequences: false)
        .joined(separator: digit)
    }
    return digits
  }

  private static func lastDay(_ year: Int, _ month: Int) -> CivilDate? {
    CivilDate.lastDay(year: year, month: month)
  }

  /// What Excel and WPS show when a date cell is formatted as a number: days from 1899-12-30.
  private static func spreadsheetDay(_ count: Int) -> CivilDate? {
    guard (30_000...80_000).contains(count), let zero = CivilDate(year: 1899, month: 12, day: 30)
    else { return nil }
    return zero + count
  }

  /// `1/20/2024` and `24.1.20`.
  private static func rearranged(_ shape: DateShape) -> CivilDate? {
    let (first, second, third) = (shape.numbers[0], shape.numbers[1], shape.numbers[2])
    if shape.widths[2] == 4 { return CivilDate(year: third, month: first, day: second) }
    guard shape.widths[0] == 2 else { return nil }
    return CivilDate(year: 2000 + first, month: second, day: third)
  }

  private static func monthsLater(_ months: Int, than date: CivilDate) -> CivilDate? {
    guard months <= 120 else { return nil }
    let count = date.year * 12 + date.month - 1 + months
    return CivilDate(year: count / 12, month: count % 12 + 1, day: date.day)
      ?? CivilDate.lastDay(year: count / 12, month: count % 12 + 1)
  }
}
