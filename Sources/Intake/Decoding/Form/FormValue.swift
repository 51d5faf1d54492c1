import Rectification

/// A cell as the text that its field would have in XML or JSON.
///
/// What can be told for certain is put into the form of the field: a day into `2024-01-20`, 60% into 60,
/// 正在推进 into `in-progress`. All else stays as it is written, for the walk to find fault with.
struct FormValue {
  let zone: ZoneOffset

  /// Nil where the cell has nothing to show: an error, or a formula nobody has computed.
  func text(_ value: CellValue, as type: FieldType) -> String? {
    guard let shown = value.text else { return nil }
    switch type {
    case .text: return shown
    case .integer: return integer(value, shown.trimmed)
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
    guard shown.hasSuffix("%") || shown.hasSuffix("％") else { return shown }
    return String(shown.dropLast()).trimmed
  }

  private func boolean(_ shown: String) -> String {
    switch shown {
    case FormLayout.yes, "TRUE": "true"
    case FormLayout.no, "FALSE": "false"
    default: shown
    }
  }

  private func date(_ value: CellValue, _ shown: String) -> String {
    if case .date(let date, _, _) = value { return date.description }
    if case .day(let date) = DateReading(shown, near: nil) { return date.description }
    return shown
  }

  private func moment(_ value: CellValue, _ shown: String) -> String {
    if case .date(let date, let seconds, _) = value {
      let start = Moment(seconds: Moment(date, in: zone).seconds + Int64(seconds))
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
