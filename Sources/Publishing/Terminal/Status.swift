import Rectification

/// `zhouhui status`: who has reported, and by name who has not.
package func status(_ summary: WeekSummary, language: Language = .zh) -> String {
  let say = Wording(language: language)
  let cutOffs = summary.edition.cutOffs
  var text = TextPage()
  text.line("\(summary.settings.title)\(say("　", "  "))\(say.week(summary.week))")
  text.line(say("报送截止 ", "reports due ") + say.moment(cutOffs.report, in: summary.settings.zone))
  addAbsent(summary, say, to: &text)
  addAttempts(summary, say, to: &text)
  addWaiting(summary, say, to: &text)
  if let gone = summary.edition.goneUnits {
    text.rule()
    text.paragraph(say(gone.message))
  }
  return text.text
}

/// What the last run left in the inbox, unit by unit.
private func addWaiting(_ summary: WeekSummary, _ say: Wording, to text: inout TextPage) {
  guard !summary.waiting.isEmpty else { return }
  text.rule()
  text.line(say("收件夹中暂未收取：", "Left in the inbox for now:"))
  for file in summary.waiting {
    let since = file.since.short(in: summary.settings.zone)
    text.item(
      "  ",
      "\(summary.name(of: file.unit)) \(file.path)\(say("：", ": "))\(say(file.message))"
        + say("（\(since) 起）", " (since \(since))"))
  }
}

/// The counts, then the names of those from whom no report counts, by state.
func addAbsent(_ summary: WeekSummary, _ say: Wording, to text: inout TextPage) {
  let owed = summary.reporting.filter { $0.state != .exempt }
  let received = owed.filter(\.state.hasReport)
  text.rule()
  text.line(
    say(
      "应报 \(owed.count) 家，已报 \(received.count) 家，未报 \(owed.count - received.count) 家",
      "\(owed.count) owe a report, \(received.count) sent one, \(owed.count - received.count) did not"
    ))
  for state in UnitWeek.State.allCases where !state.hasReport && state != .exempt {
    let units = summary.reporting.filter { $0.state == state }
    guard !units.isEmpty else { continue }
    let names = units.map { unit in
      let weeks = unit.silentWeeks
      let silent = weeks > 1 ? say("（连续\(weeks)周）", " (\(weeks) weeks)") : ""
      return summary.name(of: unit.unit) + silent
    }
    text.item("  \(say(state.name))\(say("：", ": "))", say.list(names))
  }
}

/// What the last attempts to fetch a unit's report came to, where none was received.
private func addAttempts(_ summary: WeekSummary, _ say: Wording, to text: inout TextPage) {
  let failed = summary.reporting.filter { $0.state == .fetchFailed }.compactMap(\.failure)
  guard !failed.isEmpty else { return }
  text.rule()
  text.line(say("抓取失败的最近几次", "The last attempts to fetch"))
  for failure in failed {
    let since = say.moment(failure.since, in: summary.settings.zone)
    text.line("  \(summary.name(of: failure.unit))\(say("，自 \(since) 起", ", since \(since)"))")
    for attempt in failure.attempts {
      let at = say.moment(attempt.at, in: summary.settings.zone)
      text.item("    \(at)  \(attempt.kind)  ", attempt.message)
    }
  }
}
