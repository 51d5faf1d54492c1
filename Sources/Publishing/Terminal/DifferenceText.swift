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
  var page = DifferencePage(difference, from: from, to: to, say: Wording(language: language))
  page.addHead(editions)
  page.addEditions(editions)
  guard !difference.isEmpty else {
    page.addNothing()
    return page.text.text
  }
  page.addFigures()
  page.addMeasures()
  page.addUnits()
  page.addRegisterChanges()
  page.addAlerts()
  return page.text.text
}

private struct DifferencePage {
  private let difference: WeekDifference
  private let from: WeekSummary
  private let to: WeekSummary
  private let say: Wording
  private(set) var text = TextPage()

  init(_ difference: WeekDifference, from: WeekSummary, to: WeekSummary, say: Wording) {
    self.difference = difference
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

  mutating func addFigures() {
    guard head("数字", "Figures", difference.figures.count) else { return }
    for change in difference.figures {
      let unit = (change.to ?? change.from)?.unit ?? ""
      text.item("  ", "\(say(change.name))  \(number(change.from)) → \(number(change.to)) \(unit)")
    }
  }

  mutating func addMeasures() {
    guard head("措施", "Measures", difference.measures.count) else { return }
    for change in difference.measures {
      let fields = change.fields.map(wording).joined(separator: say("；", "; "))
      text.item("  \(change.measure) ", "\(fields)  \(shortened(visible(change.text), to: 40))")
    }
  }

  mutating func addUnits() {
    guard head("报送", "Reporting", difference.units.count) else { return }
    let none = say("无", "none")
    for change in difference.units {
      let (before, after) = (
        change.from.map { say($0.name) } ?? none, change.to.map { say($0.name) } ?? none
      )
      text.item("  \(change.unit) ", "\(name(of: change.unit))  \(before) → \(after)")
    }
  }

  mutating func addRegisterChanges() {
    let (new, gone) = (difference.registerChanges, difference.registerChangesGone)
    guard head("清单变动", "Changes of the register", new.count + gone.count) else { return }
    for change in new { text.item("  + ", wording(of: change)) }
    for change in gone { text.item("  - ", wording(of: change)) }
  }

  mutating func addAlerts() {
    guard head("预警", "Alerts", difference.alerts.count) else { return }
    for change in difference.alerts {
      let alert = change.alert
      let step = alert.step.map { " " + say($0.name) } ?? ""
      let before = change.before.map { earlier in
        change.kind == .changed
          ? "\(say(earlier.level.name))\(earlier.step.map { " " + say($0.name) } ?? "") → " : ""
      }
      let subject = alert.identity.subject
      let about = alert.identity.kind.isAboutUnit ? name(of: subject) : subject.text
      text.item(
        "  \(say(change.kind.name)) ",
        "\(about) \(say(alert.identity.kind.name)) \(before ?? "")\(say(alert.level.name))\(step)  "
          + (change.kind == .cleared ? "" : say(alert.message)))
    }
  }

  /// A heading with its count; false, and nothing, where there is none.
  private mutating func head(_ zh: String, _ en: String, _ count: Int) -> Bool {
    guard count > 0 else { return false }
    text.rule()
    text.line("\(say(zh, en)) \(count)")
    return true
  }

  private func number(_ value: Figure.Value?) -> String { value?.number ?? say("无", "none") }

  private func name(of unit: Code) -> String {
    to.unitNames[unit] ?? from.name(of: unit)
  }

  private func wording(of change: RegisterChange) -> String {
    let (before, after) = Publishing.wording(change, say) { name(of: $0) }
    let subject = change.isAboutUnit ? name(of: change.subject) : change.subject.text
    let values =
      before.isEmpty && after.isEmpty ? "" : say("：", ": ") + "\(before) → \(after)"
    return "\(change.effective) \(say(change.word.name)) \(subject)\(values)（\(change.basis)）"
  }

  private func wording(_ field: WeekDifference.Field) -> String {
    let never = say("长期坚持", "standing")
    let none = say("无", "none")
    return switch field {
    case .added(let status, let percent):
      say("新在总数中：", "counted now: ") + "\(say(status.name)) \(percent)%"
    case .gone(let status, let percent):
      say("不再在总数中：原", "counted no more, was ") + "\(say(status.name)) \(percent)%"
    case .status(let from, let to): "\(say(from.name)) → \(say(to.name))"
    case .percent(let from, let to): "\(from)% → \(to)%"
    case .deadline(let from, let to):
      say("时限 ", "due ") + "\(from?.description ?? never) → \(to?.description ?? never)"
    case .lead(let from, let to):
      say("牵头单位 ", "lead ") + "\(name(of: from)) → \(name(of: to))"
    case .supporters(let from, let to):
      say("配合单位 ", "supporting ")
        + [from, to].map { $0.isEmpty ? none : say.list($0.map(name)) }.joined(separator: " → ")
    case .leader(let from, let to):
      say("牵头领导 ", "leader ") + "\(from.isEmpty ? none : from) → \(to.isEmpty ? none : to)"
    case .text(let from, let to): say("措施由", "text from ") + "“\(from)” → “\(to)”"
    }
  }
}
