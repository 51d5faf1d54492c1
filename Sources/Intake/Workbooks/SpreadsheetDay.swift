import Rectification

/// Days as spreadsheets count them, 1 being 1900-01-01 or 0 being 1904-01-01.
enum SpreadsheetDay {
  /// The day and the seconds into it; nil for what no calendar has.
  static func date(
    of number: Double, countsFrom1904: Bool
  ) -> (date: CivilDate, seconds: Int)? {
    // Times are shown to the second; a day's share of one is often a hair less than it should be.
    let seconds = (number * 86_400).rounded()
    guard number >= 0, seconds < 2_958_466 * 86_400 else { return nil }
    let (day, rest) = (Int(seconds) / 86_400, Int(seconds) % 86_400)
    return zero(day, countsFrom1904).map { ($0 + day, rest) }
  }

  /// The time of day in a number that its cell shows as one, on a day of no account.
  static func time(of number: Double) -> (date: CivilDate, seconds: Int)? {
    guard number >= 0, number < 1_000_000 else { return nil }
    let seconds = Int((number * 86_400).rounded()) % 86_400
    return (CivilDate(dayNumber: 0), seconds)
  }

  private static func zero(_ day: Int, _ countsFrom1904: Bool) -> CivilDate? {
    if countsFrom1904 { return CivilDate(year: 1904, month: 1, day: 1) }
    // The 1900 system has a 29 February 1900, its day 60, which never was; before it all is one off.
    guard day != 60, day != 0 else { return nil }
    return CivilDate(year: 1899, month: 12, day: day < 60 ? 31 : 30)
  }
}
