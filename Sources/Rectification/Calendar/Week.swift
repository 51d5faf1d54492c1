/// A week as ISO 8601 numbers it, written `2024-W03`.
///
/// The year is the week-numbering year: 2024-12-30 falls in `2025-W01`.
package struct Week: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let year: Int
  package let number: Int

  /// Nil when the year has no such week.
  package init?(year: Int, number: Int) {
    guard (1970...9999).contains(year), number >= 1, number <= Self.count(in: year) else {
      return nil
    }
    self.year = year
    self.number = number
  }

  /// Nil unless the text is `YYYY-Www` and the year has that week.
  package init?(_ text: some StringProtocol) {
    guard let parts = Self.parts(text) else { return nil }
    self.init(year: parts.year, number: parts.number)
  }

  /// The week that holds `date`.
  package init(containing date: CivilDate) {
    // ISO 8601: a week belongs to the year that holds its Thursday.
    let thursday = date + (4 - date.weekday.rawValue)
    year = thursday.year
    let firstDay = thursday.dayNumber - (thursday.dayOfYear - 1)
    number = (thursday.dayNumber - firstDay) / 7 + 1
  }

  /// The two numbers of a text shaped like a week, even where the year has no such week.
  package static func parts(_ text: some StringProtocol) -> (year: Int, number: Int)? {
    let bytes = Array(text.utf8)
    guard bytes.count == 8, bytes[4] == UInt8(ascii: "-"), bytes[5] == UInt8(ascii: "W"),
      let year = decimal(bytes[0..<4]), let number = decimal(bytes[6..<8])
    else { return nil }
    return (year, number)
  }

  /// 53 when 1 January or 31 December is a Thursday (ISO 8601), else 52.
  package static func count(in year: Int) -> Int {
    // Weekday of 31 December, Sunday as 0.
    func lastDay(_ year: Int) -> Int { (year + year / 4 - year / 100 + year / 400) % 7 }
    return lastDay(year) == 4 || lastDay(year - 1) == 3 ? 53 : 52
  }

  package var monday: CivilDate {
    // 4 January is always in week 1 (ISO 8601).
    let fourth = CivilDate(dayNumber: CivilDate.newYear(year).dayNumber + 3)
    return fourth - (fourth.weekday.rawValue - 1) + (number - 1) * 7
  }

  package var sunday: CivilDate { monday + 6 }
  package var days: [CivilDate] { (0..<7).map { monday + $0 } }
  package var next: Week { Week(containing: monday + 7) }
  package var previous: Week { Week(containing: monday - 7) }

  package static func < (left: Self, right: Self) -> Bool {
    (left.year, left.number) < (right.year, right.number)
  }

  /// Whole weeks from `earlier` to this one; negative the other way.
  package func distance(from earlier: Week) -> Int { (monday - earlier.monday) / 7 }

  package var description: String { "\(padded(year, 4))-W\(padded(number, 2))" }

  /// `2024年第3周`.
  package var chineseNumber: String { "\(year)年第\(number)周" }

  /// `2024年第3周（1月15日—1月21日）`; years are shown where the two ends differ.
  package var chinese: String {
    let (first, last) = (monday, sunday)
    let start = first.year == last.year ? "\(first.month)月\(first.day)日" : first.chinese
    let end = first.year == last.year ? "\(last.month)月\(last.day)日" : last.chinese
    return "\(chineseNumber)（\(start)—\(end)）"
  }
}

extension CivilDate {
  static func newYear(_ year: Int) -> CivilDate {
    // Days before 1 January: 365 a year and the leap days so far.
    let y = year - 1
    return CivilDate(dayNumber: y * 365 + y / 4 - y / 100 + y / 400 - 719_162)
  }

  fileprivate var dayOfYear: Int { self - Self.newYear(year) + 1 }
}

extension Week: Codable {
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let value = Self(text) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: text)
    }
    self = value
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
