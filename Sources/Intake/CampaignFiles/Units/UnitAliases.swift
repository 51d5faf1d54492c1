import Rectification

/// 别名: other names of a unit, `旧名@2023-01-01~2023-12-31；简称`.
enum UnitAliases {
  static func read(_ cell: WrittenText, _ log: inout ProblemLog) -> [Unit.Alias] {
    cell.text.split(whereSeparator: { "；;".contains($0) })
      .map(\.trimmed).filter { !$0.isEmpty }
      .compactMap { alias($0, in: cell, &log) }
  }

  private static func alias(
    _ text: String, in cell: WrittenText, _ log: inout ProblemLog
  ) -> Unit.Alias? {
    let parts = text.split(
      maxSplits: 1, omittingEmptySubsequences: false, whereSeparator: { "@＠".contains($0) })
    let name = parts[0].trimmed
    guard parts.count == 2 else { return Unit.Alias(name: name, valid: .always) }
    let ends = parts[1].split(
      maxSplits: 1, omittingEmptySubsequences: false, whereSeparator: { "~～".contains($0) })
    guard ends.count == 2, !name.isEmpty else {
      refuse(text, in: cell, &log)
      return nil
    }
    // A wrong date is placed at the cell, and the message quotes the part that is wrong.
    let first = date(ends[0], in: cell, &log)
    let last = date(ends[1], in: cell, &log)
    // An open end in place of a wrong one would make names clash that do not.
    guard (first == nil) == ends[0].trimmed.isEmpty, (last == nil) == ends[1].trimmed.isEmpty else {
      return nil
    }
    if let first, let last, last < first { refuse(text, in: cell, &log) }
    return Unit.Alias(name: name, valid: DateInterval(first: first, last: last))
  }

  private static func date(
    _ text: Substring, in cell: WrittenText, _ log: inout ProblemLog
  ) -> CivilDate? {
    WrittenText(name: cell.name, text: text.trimmed, spot: cell.spot)
      .optionalDate(near: nil, &log)
  }

  private static func refuse(_ text: String, in cell: WrittenText, _ log: inout ProblemLog) {
    let quoted = WrittenText.quoted(text)
    log.refuse(
      at: cell.spot,
      Bilingual(zh: "别名“\(quoted)”的起止日期不对", en: "the days of the alias “\(quoted)” are wrong"),
      remedy: Bilingual(
        zh: "请写成 名称@2023-01-01~2023-12-31，先起后止，任一端可以空着",
        en: "write 名称@2023-01-01~2023-12-31, first day first; either end may be left out"))
  }
}
