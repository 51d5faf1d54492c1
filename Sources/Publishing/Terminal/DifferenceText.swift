import Rectification

/// One edition of a week with what reads otherwise in it than in the one before.
package typealias EditionChanges = (kind: Edition.Kind, changes: [EditionFacts.Change])

/// `zhouhui diff`: what differs between two weeks, or between what was issued and what is known now.
///
/// `editions` are those issued of the week, none where two weeks are compared.
package func differenceText(
  _ difference: WeekDifference, from: WeekSummary, to: WeekSummary,
  editions: [EditionChanges] = [], language: Language = .zh
) -> String {
  var page = DifferencePage(from: from, to: to, say: Wording(language: language))
  page.addHead(editions)
  page.addEditions(editions)
  guard !difference.isEmpty else {
    page.addNothing()
    return page.text.text
  }
  page.addParts(DifferenceWords(difference, from: from, to: to, say: page.say).parts)
  return page.text.text
}

private struct DifferencePage {
  private let from: WeekSummary
  private let to: WeekSummary
  let say: Wording
  private(set) var text = TextPage()

  init(from: WeekSummary, to: WeekSummary, say: Wording) {
    self.from = from
    self.to = to
    self.say = say
  }

  private var isOneWeek: Bool { from.week == to.week }

  mutating func addHead(_ editions: [EditionChanges]) {
    text.paragraph(to.settings.title + say("　对比", "  difference"))
    guard isOneWeek else {
      text.line("\(say.week(from.week)) → \(say.week(to.week))")
      return
    }
    text.line(say.week(to.week))
    text.line(
      editions.isEmpty
        ? say("汇总截止时的情况 → 现在所知", "at its summary cut-off → as known now")
        : say("正式期次 → 现在所知", "as issued → as known now"))
  }

  mutating func addEditions(_ editions: [EditionChanges]) {
    for edition in editions {
      guard case .correction(let number) = edition.kind else { continue }
      text.rule()
      let count = edition.changes.count
      text.line(
        say("更正\(number)：\(count) 处有变化", "Correction \(number): \(count) read otherwise"))
      for line in inWords(edition.changes, of: to, say) { text.item("  ", line) }
    }
  }

  mutating func addNothing() {
    text.rule()
    text.line(say("没有不同。", "Nothing differs."))
  }

  mutating func addParts(_ parts: [DifferenceWords.Part]) {
    for part in parts {
      text.rule()
      text.line("\(part.name) \(part.lines.count)")
      for line in part.lines {
        text.item(line.mark.isEmpty ? "  " : "  \(line.mark) ", line.text)
      }
    }
  }
}
