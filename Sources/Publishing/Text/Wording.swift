import Rectification

/// Picks the language of a page: `say("未报", "missing")`.
struct Wording: Sendable {
  let language: Language

  func callAsFunction(_ zh: String, _ en: String) -> String {
    language == .zh ? zh : en
  }

  func callAsFunction(_ text: Bilingual) -> String { text[language] }

  /// `、` between Chinese names, a comma between English ones.
  func list(_ parts: some Sequence<String>) -> String {
    parts.joined(separator: self("、", ", "))
  }

  /// `条`, `万元`; English has no measure words, and its counts stand alone.
  func word(_ value: Figure.Value) -> String {
    switch value {
    case .count(_, let word): self(word, "")
    case .money(_, .yuan): self("元", "yuan")
    case .money(_, .tenThousandYuan): self("万元", "× ¥10,000")
    }
  }

  /// `104 条`, `104`.
  func amount(_ value: Figure.Value) -> String {
    let word = word(value)
    return word.isEmpty ? value.number : "\(value.number) \(word)"
  }

  /// `2024年1月19日` or `2024-01-19`.
  func date(_ date: CivilDate) -> String { self(date.chinese, date.description) }

  func moment(_ moment: Moment, in zone: ZoneOffset) -> String {
    self(moment.chinese(in: zone), moment.short(in: zone))
  }

  /// `2024年第3周（1月15日—1月21日）`.
  func week(_ week: Week) -> String {
    self(week.chinese, "week \(week.number) of \(week.year) (\(week.monday) to \(week.sunday))")
  }
}
