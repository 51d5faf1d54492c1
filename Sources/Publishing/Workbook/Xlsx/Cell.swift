import Rectification

/// What stands in one cell: its own type, so that nothing is ever parsed into a formula or a date.
enum Cell: Hashable, Sendable {
  case blank
  case text(String)
  case count(Int)
  /// 0 to 100.
  case percent(Int)
  /// An exact decimal as text, `410.36`.
  case money(String)
  case tenths(Tenths)
  case date(CivilDate)
  case moment(Moment, ZoneOffset)

  init(_ due: Due) {
    self = if case .day(let date) = due { .date(date) } else { .text(due.name.zh) }
  }

  init(_ count: Int?) {
    self = count.map(Cell.count) ?? .blank
  }

  /// The style it has in a table.
  var style: CellStyle {
    var style = CellStyle.text
    switch self {
    case .blank, .text: return style
    case .count: style.number = .count
    case .percent: style.number = .percent
    case .money: style.number = .money
    case .tenths: style.number = .tenths
    case .date: style.number = .date
    case .moment: style.number = .moment
    }
    style.alignment = .centre
    return style
  }
}
