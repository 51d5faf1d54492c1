/// The package holidays and make-up workdays (调休) of the years a calendar file covers.
package struct WorkCalendar: Hashable, Sendable {
  /// The file the days come from, named when a year is missing.
  package let file: String
  package let years: Set<Int>
  package let holidays: Set<CivilDate>
  package let makeUpWorkdays: Set<CivilDate>

  package init(
    file: String, years: Set<Int>, holidays: Set<CivilDate>, makeUpWorkdays: Set<CivilDate>
  ) {
    self.file = file
    self.years = years
    self.holidays = holidays
    self.makeUpWorkdays = makeUpWorkdays
  }

  /// Whether people work on `date`: make-up days do, holidays and weekends do not.
  ///
  /// - Throws: `UncoveredYear`; a year without data is never taken for a year without holidays.
  package func isWorkday(_ date: CivilDate) throws(UncoveredYear) -> Bool {
    guard years.contains(date.year) else { throw UncoveredYear(year: date.year, file: file) }
    if makeUpWorkdays.contains(date) { return true }
    if holidays.contains(date) { return false }
    return date.weekday.rawValue <= Weekday.friday.rawValue
  }

  package func workdays(in week: Week) throws(UncoveredYear) -> [CivilDate] {
    var found: [CivilDate] = []
    for day in week.days where try isWorkday(day) { found.append(day) }
    return found
  }

  /// Working days after `start` up to and including `end`; 0 when `end` is not later.
  package func workdays(after start: CivilDate, through end: CivilDate) throws(UncoveredYear) -> Int
  {
    guard end > start else { return 0 }
    var count = 0
    for number in (start.dayNumber + 1)...end.dayNumber
    where try isWorkday(CivilDate(dayNumber: number)) {
      count += 1
    }
    return count
  }

  /// The `count`-th working day after `start`.
  package func date(_ count: Int, workdaysAfter start: CivilDate) throws(UncoveredYear) -> CivilDate
  {
    var date = start
    var left = count
    while left > 0 {
      date = date + 1
      if try isWorkday(date) { left -= 1 }
    }
    return date
  }
}

/// A date was asked for in a year that the calendar file does not cover.
package struct UncoveredYear: Error, Hashable, CustomStringConvertible {
  package let year: Int
  package let file: String

  package init(year: Int, file: String) {
    self.year = year
    self.file = file
  }

  package var message: Bilingual {
    Bilingual(
      zh: "\(file)：没有\(year)年的节假日与调休安排，请按国务院办公厅通知补上该年的“休”“班”日期和“覆盖”行",
      en:
        "\(file): no holidays and make-up workdays for \(year); add that year's days and its 覆盖 row"
    )
  }

  package var description: String { message.en }
}
