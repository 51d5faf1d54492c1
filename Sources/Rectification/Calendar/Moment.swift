/// An instant, in whole seconds since 1970-01-01T00:00:00Z.
package struct Moment: Hashable, Comparable, Sendable {
  package let seconds: Int64

  package init(seconds: Int64) {
    self.seconds = seconds
  }

  /// The instant at which clocks in `zone` show `time` on `date`.
  package init(_ date: CivilDate, _ time: TimeOfDay, in zone: ZoneOffset) {
    seconds = Int64(date.dayNumber) * 86_400 + Int64(time.seconds) - Int64(zone.seconds)
  }

  /// Nil unless the text is an RFC 3339 time with an offset, `2024-01-19T16:20:00+08:00` or `…Z`.
  ///
  /// Seconds may be left out; fractions of a second are dropped.
  package init?(_ text: some StringProtocol) {
    let whole = String(text)
    guard let split = whole.firstIndex(where: { $0 == "T" || $0 == "t" }),
      let date = CivilDate(whole[..<split])
    else { return nil }
    let rest = whole[whole.index(after: split)...]
    guard let mark = rest.firstIndex(where: { "Zz+-".contains($0) }),
      let zone = ZoneOffset(rest[mark...]),
      let time = TimeOfDay(Self.withoutFraction(rest[..<mark]))
    else { return nil }
    self.init(date, time, in: zone)
  }

  private static func withoutFraction(_ time: Substring) -> Substring {
    guard let dot = time.firstIndex(of: ".") else { return time }
    let digits = time[time.index(after: dot)...]
    return decimal(digits.utf8) != nil && time[..<dot].count == 8 ? time[..<dot] : time
  }

  package static func < (left: Self, right: Self) -> Bool { left.seconds < right.seconds }

  /// The day that calendars in `zone` show.
  package func date(in zone: ZoneOffset) -> CivilDate {
    CivilDate(dayNumber: Int((seconds + Int64(zone.seconds)).flooredQuotient(by: 86_400)))
  }

  /// The time that clocks in `zone` show.
  package func time(in zone: ZoneOffset) -> TimeOfDay {
    let local = seconds + Int64(zone.seconds)
    return TimeOfDay(seconds: Int(local - local.flooredQuotient(by: 86_400) * 86_400))
  }

  /// `2024-01-19T16:20:00+08:00`.
  package func text(in zone: ZoneOffset) -> String {
    "\(date(in: zone))T\(time(in: zone))\(zone)"
  }

  /// `2024年1月19日 16:20`.
  package func chinese(in zone: ZoneOffset) -> String {
    "\(date(in: zone).chinese) \(time(in: zone).short)"
  }

  /// `2024-01-19 16:20`.
  package func short(in zone: ZoneOffset) -> String {
    "\(date(in: zone)) \(time(in: zone).short)"
  }
}

/// A time of day, in seconds since midnight.
package struct TimeOfDay: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let seconds: Int

  init(seconds: Int) {
    self.seconds = seconds
  }

  /// 23:59:59.
  package static let lastSecond = TimeOfDay(seconds: 86_399)

  /// Nil unless the text is `HH:MM` or `HH:MM:SS`.
  package init?(_ text: some StringProtocol) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2 || parts.count == 3, parts.allSatisfy({ $0.utf8.count == 2 }) else {
      return nil
    }
    let numbers = parts.compactMap { decimal($0.utf8) }
    guard numbers.count == parts.count, numbers[0] < 24, numbers.dropFirst().allSatisfy({ $0 < 60 })
    else { return nil }
    seconds = numbers[0] * 3600 + numbers[1] * 60 + (numbers.count == 3 ? numbers[2] : 0)
  }

  package static func < (left: Self, right: Self) -> Bool { left.seconds < right.seconds }

  /// `16:20:00`.
  package var description: String { "\(short):\(padded(seconds % 60, 2))" }

  /// `16:20`.
  package var short: String { "\(padded(seconds / 3600, 2)):\(padded(seconds / 60 % 60, 2))" }
}

/// A fixed distance from UTC.
///
/// A campaign runs in one zone without daylight saving time (China has had none since 1991), so a
/// fixed offset says all there is and no time zone database is needed to compute a week again.
package struct ZoneOffset: Hashable, Sendable, CustomStringConvertible {
  package let seconds: Int

  /// 北京时间, UTC+8.
  package static let beijing = ZoneOffset(seconds: 8 * 3600)

  package static let utc = ZoneOffset(seconds: 0)

  init(seconds: Int) {
    self.seconds = seconds
  }

  /// Nil unless the text is `Z`, `±HH:MM` up to 18 hours, or the name `Asia/Shanghai`.
  package init?(_ text: some StringProtocol) {
    if text == "Asia/Shanghai" {
      self = .beijing
      return
    }
    if text == "Z" || text == "z" {
      self.init(seconds: 0)
      return
    }
    guard let sign = text.first, sign == "+" || sign == "-",
      let time = TimeOfDay(text.dropFirst()), text.utf8.count == 6, time.seconds <= 18 * 3600
    else { return nil }
    self.init(seconds: sign == "-" ? -time.seconds : time.seconds)
  }

  /// `+08:00`.
  package var description: String {
    (seconds < 0 ? "-" : "+") + TimeOfDay(seconds: abs(seconds)).short
  }
}

extension Int64 {
  fileprivate func flooredQuotient(by divisor: Int64) -> Int64 {
    self >= 0 ? self / divisor : -((-self + divisor - 1) / divisor)
  }
}

extension Moment: Codable {
  package init(from decoder: any Decoder) throws {
    self.init(seconds: try decoder.singleValueContainer().decode(Int64.self))
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(seconds)
  }
}
