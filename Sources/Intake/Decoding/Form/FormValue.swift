import Rectification

/// A cell as the text that its field would have in XML or JSON.
///
/// What can be told for certain is put into the form of the field: a day into `2024-01-20`, 60% into 60,
/// 正在推进 into `in-progress`. All else stays as the cell shows it, for the walk to find fault with.
struct FormValue {
  let zone: ZoneOffset

  /// Nil where the cell has nothing to take: an error, a formula nobody has computed, or a part of a day
  /// that stands where a text or a code should.
  func text(_ value: CellValue, as type: FieldType, unit: String? = nil) -> String? {
    guard let shown = value.text else { return nil }
    switch type {
    case .text:
      guard case .date(let day) = value else { return shown }
      return day.isWhole ? day.shown : nil
    case .code:
      if case .date = value { return nil }
      return shown.trimmed
    case .integer: return integer(value, shown.trimmed)
    case .decimal: return decimal(value, shown.trimmed, unit)
    case .date: return date(value, shown.trimmed)
    case .moment: return moment(value, shown.trimmed)
    case .boolean: return boolean(shown.trimmed)
    case .choice(let choices):
      return choices.first { $0.title.zh == shown.trimmed }?.value ?? shown.trimmed
    default: return shown.trimmed
    }
  }

  private func integer(_ value: CellValue, _ shown: String) -> String {
    // A cell of 60% holds 0.6 and shows 60%; a text of 60% shows the same.
    let bare =
      shown.hasSuffix("%") || shown.hasSuffix("％") ? String(shown.dropLast()).trimmed : shown
    guard case .number = value else { return bare }
    return Self.withoutZeros(bare.replacing(",", with: ""), keeping: 0)
  }

  /// `410.3600万元` in a row whose unit is 万元, and `4,103.60`, are what they show; of another unit than the
  /// row's, nothing is worked out.
  private func decimal(_ value: CellValue, _ shown: String, _ unit: String?) -> String {
    var bare = shown
    if let unit, !unit.isEmpty, bare.hasSuffix(unit) {
      let rest = String(bare.dropLast(unit.count)).trimmed
      // 410.36万元 in a row of 元 ends in 元 as well.
      if rest.halfWidth.utf8.last.map({ (0x30...0x39).contains($0) }) ?? false { bare = rest }
    }
    guard case .number = value else { return bare }
    if bare.hasPrefix("¥") || bare.hasPrefix("￥") { bare = String(bare.dropFirst()).trimmed }
    return Self.withoutZeros(bare.replacing(",", with: ""), keeping: 2)
  }

  /// Without the zeros at the end that a format adds, down to so many places.
  private static func withoutZeros(_ text: String, keeping places: Int) -> String {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2 else { return text }
    var fraction = parts[1]
    while fraction.count > places, fraction.hasSuffix("0") { fraction.removeLast() }
    return fraction.isEmpty ? String(parts[0]) : "\(parts[0]).\(fraction)"
  }

  private func boolean(_ shown: String) -> String {
    switch shown {
    case FormLayout.yes, "TRUE": "true"
    case FormLayout.no, "FALSE": "false"
    default: shown
    }
  }

  private func date(_ value: CellValue, _ shown: String) -> String {
    // A cell that shows no year, or no day, says no more than the same words.
    if case .date(let day) = value { return day.isWhole ? day.date.description : day.shown }
    if case .day(let date) = DateReading(shown, near: nil) { return date.description }
    return shown
  }

  private func moment(_ value: CellValue, _ shown: String) -> String {
    if case .date(let day) = value {
      guard day.isWhole else { return day.shown }
      let start = Moment(seconds: Moment(day.date, in: zone).seconds + Int64(day.seconds))
      return start.text(in: zone)
    }
    guard Moment(shown) == nil else { return shown }
    let parts = shown.halfWidth.split(maxSplits: 1, whereSeparator: { $0 == " " || $0 == "T" })
    guard let first = parts.first, case .day(let date) = DateReading(String(first), near: nil),
      let time = parts.count == 1
        ? TimeOfDay("00:00") : TimeOfDay(parts[1].trimmed) ?? TimeOfDay("0" + parts[1].trimmed)
    else { return shown }
    return Moment(date, time, in: zone).text(in: zone)
  }
}

extension Moment {
  /// The first instant of a day.
  fileprivate init(_ date: CivilDate, in zone: ZoneOffset) {
    self.init(seconds: Int64(date.dayNumber) * 86_400 - Int64(zone.seconds))
  }
}
