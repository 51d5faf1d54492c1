/// A day of the Gregorian calendar, without a time or a zone.
///
/// Counted as days from 1970-01-01, so that arithmetic is plain addition.
package struct CivilDate: Hashable, Comparable, Sendable {
  /// Days since 1970-01-01; negative before it.
  package let dayNumber: Int

  package init(dayNumber: Int) {
    self.dayNumber = dayNumber
  }

  /// Nil when the month has no such day, or the year is not 1 to 9999.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.dayCount(year: year, month: month)
    else { return nil }
    // Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil.
    let y = month <= 2 ? year - 1 : year
    let era = y / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    self.init(dayNumber: era * 146_097 + dayOfEra - 719_468)
  }

  /// Nil unless the text is `YYYY-MM-DD` (ISO 8601) and names a day that exists.
  package init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      let year = decimal(bytes[0..<4]), let month = decimal(bytes[5..<7]),
      let day = decimal(bytes[8..<10])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  package static func < (left: Self, right: Self) -> Bool { left.dayNumber < right.dayNumber }
  package static func + (date: Self, days: Int) -> Self { Self(dayNumber: date.dayNumber + days) }
  package static func - (date: Self, days: Int) -> Self { Self(dayNumber: date.dayNumber - days) }
  package static func - (left: Self, right: Self) -> Int { left.dayNumber - right.dayNumber }

  package var year: Int { parts.year }
  package var month: Int { parts.month }
  package var day: Int { parts.day }

  /// Whether it lies more than ten years from another day: no drive is that long, and its year will be wrong.
  package func isFar(from other: CivilDate) -> Bool { abs(dayNumber - other.dayNumber) > 3_653 }

  package var weekday: Weekday {
    // 1970-01-01 was a Thursday.
    Weekday.allCases[((dayNumber + 3) % 7 + 7) % 7]
  }

  private var parts: (year: Int, month: Int, day: Int) {
    // Hinnant, civil_from_days.
    let z = dayNumber + 719_468
    let era = (z >= 0 ? z : z - 146_096) / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * shifted + 2) / 5 + 1)
  }

  private static func dayCount(year: Int, month: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

extension CivilDate: CustomStringConvertible {
  /// `2024-01-20`.
  package var description: String { "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))" }

  /// `2024年1月20日`, unpadded as GB/T 9704-2012 writes a date.
  package var chinese: String { "\(year)年\(month)月\(day)日" }
}

/// A day of the week, Monday first as in ISO 8601.
package enum Weekday: Int, CaseIterable, Sendable {
  case monday = 1
  case tuesday, wednesday, thursday, friday, saturday, sunday

  /// `周一` to `周日`.
  package var chinese: String {
    ["周一", "周二", "周三", "周四", "周五", "周六", "周日"][rawValue - 1]
  }
}

/// The number that one or more ASCII digits write; nil for anything else.
func decimal(_ digits: some Sequence<UInt8>) -> Int? {
  var value = 0
  var isEmpty = true
  for digit in digits {
    guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit), value < 1_000_000_000
    else { return nil }
    value = value * 10 + Int(digit - UInt8(ascii: "0"))
    isEmpty = false
  }
  return isEmpty ? nil : value
}

func padded(_ value: Int, _ width: Int) -> String {
  let digits = String(value)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}

extension CivilDate: Codable {
  package init(from decoder: any Decoder) throws {
    self.init(dayNumber: try decoder.singleValueContainer().decode(Int.self))
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(dayNumber)
  }
}
