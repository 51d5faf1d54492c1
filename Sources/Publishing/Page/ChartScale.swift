import Rectification

/// Days laid out on the wall chart, in whole units of its view box.
struct ChartScale: Sendable {
  static let width = 2000
  /// Where the bars begin and end; before them the names, after them the state in words.
  static let left = 800
  static let right = 1760
  static let row = 28
  static let head = 44

  let first: CivilDate
  let last: CivilDate

  /// From the first of the month in which anything starts to the end of the month in which all ends.
  init(_ summary: WeekSummary) {
    let settings = summary.settings
    let states = summary.measures.map(\.state)
    let starts = states.map(\.measure.start) + [settings.start]
    let ends =
      states.compactMap(\.deadline) + states.compactMap(\.originalDeadline)
      + [settings.end, summary.edition.referenceDate]
    let start = starts.min() ?? settings.start
    first = start - (start.day - 1)
    last = Self.endOfMonth(ends.max() ?? settings.end)
  }

  func x(_ date: CivilDate) -> Int {
    let span = max(1, last - first + 1)
    let offset = min(max(0, date - first), span)
    return Self.left + offset * (Self.right - Self.left) / span
  }

  /// A day counts until its end.
  func endX(_ date: CivilDate) -> Int { x(date + 1) }

  /// The first of each month on the chart; of each quarter or year when months would crowd.
  var months: [CivilDate] {
    var found: [CivilDate] = []
    var date = first
    while date <= last {
      found.append(date)
      date = Self.endOfMonth(date) + 1
    }
    let step = found.count <= 16 ? 1 : found.count <= 48 ? 3 : 12
    return found.filter { ($0.month - 1) % step == 0 }
  }

  private static func endOfMonth(_ date: CivilDate) -> CivilDate {
    // 32 days after the first is always in the next month.
    let next = date - (date.day - 1) + 31
    return next - next.day
  }
}
