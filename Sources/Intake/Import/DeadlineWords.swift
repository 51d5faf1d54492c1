import Rectification

/// 完成时限 as ledgers write it, where it can mean one thing only.
struct DeadlineWords: Equatable {
  /// A day, where one is meant.
  private(set) var day: CivilDate?
  /// 立行立改 or 长期坚持, where no day is meant.
  private(set) var word: String?
  private(set) var isStanding = false
  /// Whether it is written otherwise than register.csv has it.
  private(set) var isInterpreted = false

  /// Nil where it might mean several things: 年底前, 12月底, 持续推进.
  init?(_ text: String) {
    let bare = text.filter { !$0.isWhitespace }
    var parts = bare.split(whereSeparator: { "，,；;、（）()".contains($0) }).map(String.init)
    isInterpreted = parts.count != 1
    let standing = parts.count { Self.standing.contains($0) }
    if standing > 0 {
      isStanding = true
      isInterpreted = isInterpreted || bare != "长期坚持"
      parts.removeAll { Self.standing.contains($0) }
    }
    guard parts.count <= 1, let rest = parts.first else {
      guard isStanding, parts.isEmpty else { return nil }
      word = "长期坚持"
      return
    }
    guard !Self.immediate.contains(rest) else {
      word = "立行立改"
      isInterpreted = isInterpreted || rest != "立行立改"
      return
    }
    guard let day = Self.day(rest) else { return nil }
    self.day = day
    isInterpreted = isInterpreted || day.description != rest && !Self.isPlain(rest)
  }

  private static let standing = ["长期坚持", "并长期坚持", "且长期坚持", "长期", "并持续推进长期坚持"]
  private static let immediate = ["立行立改", "即知即改", "立知立改", "立查立改"]
  private static let tails = ["以前", "之前", "前", "以内", "之内", "内", "止"]

  /// A whole date however it is written; or the last day of a month of a year that is named.
  private static func day(_ text: String) -> CivilDate? {
    var rest = text
    if rest.hasSuffix("完成") { rest.removeLast(2) }
    if let tail = tails.first(where: rest.hasSuffix) { rest.removeLast(tail.count) }
    if case .day(let date) = DateReading(rest, near: nil) { return date }
    let shape = DateShape(rest)
    let months = ["#年#月底", "#年#月末", "#年#月份底"]
    guard months.contains(shape.pattern), shape.widths[0] == 4 else { return nil }
    return CivilDate.lastDay(year: shape.numbers[0], month: shape.numbers[1])
  }

  /// A date alone, which needs no telling.
  private static func isPlain(_ text: String) -> Bool {
    if case .day = DateReading(text, near: nil) { true } else { false }
  }
}
