import Rectification

extension WrittenText {
  /// The moment written here: RFC 3339, or a day and a time of the campaign's zone.
  ///
  /// Spreadsheets rewrite `2024-01-15 09:00` as `2024/1/15 9:00`, so days are read in every form
  /// they are written in, and hours may have one digit.
  func moment(in zone: ZoneOffset, _ log: inout ProblemLog) -> Moment? {
    guard let text = required(&log) else { return nil }
    if let moment = Moment(text) { return moment }
    let parts = text.halfWidth.split(maxSplits: 1, whereSeparator: { $0 == " " || $0 == "T" })
    guard parts.count == 2, case .day(let date) = DateReading(String(parts[0]), near: nil),
      let time = Self.time(parts[1].trimmed)
    else {
      log.refuse(
        at: spot,
        Bilingual(
          zh: "“\(name)”“\(quoted)”不是日期加时间", en: "“\(name)” “\(quoted)” is not a day and a time"),
        remedy: Bilingual(zh: "请写成 2024-01-15 10:00", en: "write it as 2024-01-15 10:00"))
      return nil
    }
    return Moment(date, time, in: zone)
  }

  private static func time(_ text: String) -> TimeOfDay? {
    TimeOfDay(text) ?? TimeOfDay("0" + text)
  }
}
