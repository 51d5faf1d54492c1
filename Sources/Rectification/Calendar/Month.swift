/// A month of the calendar, written `2023-12`, with the weeks that belong to it.
package struct Month: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let year: Int
  /// 1 to 12.
  package let number: Int

  /// Nil when there is no such month, or the year has no weeks.
  package init?(year: Int, number: Int) {
    guard (1970...9998).contains(year), (1...12).contains(number) else { return nil }
    self.year = year
    self.number = number
  }

  /// Nil unless the text is `YYYY-MM` (ISO 8601).
  package init?(_ text: some StringProtocol) {
    guard let first = CivilDate(String(text) + "-01") else { return nil }
    self.init(year: first.year, number: first.month)
  }

  /// The month that a week belongs to: the one that holds its Thursday, and so most of its days.
  ///
  /// ISO 8601 gives weeks to years in the same way, so no week is in a month of another year than its own.
  package init(of week: Week) {
    let thursday = week.monday + 3
    (year, number) = (thursday.year, thursday.month)
  }

  /// In order; four or five.
  package var weeks: [Week] {
    guard let first = CivilDate(year: year, month: number, day: 1) else { return [] }
    return (0...5).map { Week(containing: first + 7 * $0) }.filter { Month(of: $0) == self }
  }

  package static func < (left: Self, right: Self) -> Bool {
    (left.year, left.number) < (right.year, right.number)
  }

  package var description: String { "\(padded(year, 4))-\(padded(number, 2))" }

  /// `2023年12月`.
  package var chinese: String { "\(year)年\(number)月" }
}
