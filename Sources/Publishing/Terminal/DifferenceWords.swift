import Rectification

/// The parts of a difference in words, for a terminal and for a page.
struct DifferenceWords {
  private let difference: WeekDifference
  private let from: WeekSummary
  private let to: WeekSummary
  private let say: Wording

  /// 数字, 措施, 报送, 清单变动 or 预警.
  struct Part: Hashable {
    let name: String
    let lines: [Line]
  }

  struct Line: Hashable {
    /// What it is about: a code or a sign; may be empty.
    let mark: String
    let text: String
  }

  init(_ difference: WeekDifference, from: WeekSummary, to: WeekSummary, say: Wording) {
    self.difference = difference
    self.from = from
    self.to = to
    self.say = say
  }

  /// Those that have lines.
  var parts: [Part] {
    [
      Part(name: say("数字", "Figures"), lines: difference.figures.map(line)),
      Part(name: say("措施", "Measures"), lines: difference.measures.map(line)),
      Part(name: say("报送", "Reporting"), lines: difference.units.map(line)),
      Part(name: say("清单变动", "Changes of the register"), lines: registerLines),
      Part(name: say("预警", "Alerts"), lines: difference.alerts.map(line)),
    ].filter { !$0.lines.isEmpty }
  }

  private func line(_ change: WeekDifference.FigureChange) -> Line {
    let after = change.to.map(say.amount) ?? number(nil)
    return Line(
      mark: "", text: "\(say(change.name))  \(number(change.from)) → \(after)")
  }

  private func line(_ change: WeekDifference.MeasureChange) -> Line {
    let fields = change.fields.map(wording).joined(separator: say("；", "; "))
    return Line(
      mark: change.measure.text, text: "\(fields)  \(shortened(visible(change.text), to: 40))")
  }

  private func line(_ change: WeekDifference.UnitChange) -> Line {
    let none = say("无", "none")
    let before = change.from.map { say($0.name) } ?? none
    let after = change.to.map { say($0.name) } ?? none
    return Line(
      mark: change.unit.text, text: "\(name(of: change.unit))  \(before) → \(after)")
  }

  private var registerLines: [Line] {
    difference.registerChanges.map { Line(mark: "+", text: wording(of: $0)) }
      + difference.registerChangesGone.map { Line(mark: "-", text: wording(of: $0)) }
  }

  private func line(_ change: WeekDifference.AlertChange) -> Line {
    let alert = change.alert
    let step = alert.step.map { " " + say($0.name) } ?? ""
    let before = change.before.map { earlier in
      change.kind == .changed
        ? "\(say(earlier.level.name))\(earlier.step.map { " " + say($0.name) } ?? "") → " : ""
    }
    let subject = alert.identity.subject
    let about = alert.identity.kind.isAboutUnit ? name(of: subject) : subject.text
    return Line(
      mark: say(change.kind.name),
      text:
        "\(about) \(say(alert.identity.kind.name)) \(before ?? "")\(say(alert.level.name))\(step)  "
        + (change.kind == .cleared ? "" : say(alert.message)))
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
    let none = say("无", "none")
    return switch field {
    case .added(let status, let percent):
      say("新在总数中：", "counted now: ") + "\(say(status.name)) \(percent)%"
    case .gone(let status, let percent):
      say("不再在总数中：原", "counted no more, was ") + "\(say(status.name)) \(percent)%"
    case .status(let from, let to): "\(say(from.name)) → \(say(to.name))"
    case .percent(let from, let to): "\(from)% → \(to)%"
    case .deadline(let from, let to):
      say("时限 ", "due ") + "\(say(from.name)) → \(say(to.name))"
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
