import Rectification

/// What `zhouhui today --publish` writes.
package func todayFiles(_ analysis: DailyAnalysis, language: Language = .zh) -> [OutboxFile] {
  [
    OutboxFile(path: "today.html", text: todayPage(analysis, language: language)),
    OutboxFile(path: "today.json", text: todayJSON(analysis)),
  ]
}

/// `today.html`: everything that changed, whole, and nothing that runs.
package func todayPage(_ analysis: DailyAnalysis, language: Language = .zh) -> String {
  let words = TodayWords(analysis, say: Wording(language: language))
  let say = words.say
  let quiet: Html = analysis.isQuiet ? "<p class=\"nothing\">\(words.quiet)</p>" : .none
  return document(
    title: "\(analysis.now.settings.title) \(say("日析", "day by day"))", language: language,
    style: todayStyle,
    body: """
      <header>
      <h1>\(analysis.now.settings.title)</h1>
      <p class="issue">\(say("日析", "Day by day"))</p>
      <p class="facts">\(words.span)</p>
      </header>
      <main>
      \(quiet)\(words.parts.map(section))<section><h2>\(say("接下来", "What comes next"))</h2>
      <dl class="ahead">
      \(words.ahead(longest: .max).map { "<div><dt>\($0.mark)</dt><dd>\($0.text)</dd></div>\n" })</dl></section>
      </main>
      <footer><p>\(say("按台账计算，不另要单位填报；各期周汇总以正式期次为准。", "Computed from the ledger; nothing more is asked of the units. The issued summaries stand."))</p></footer>

      """
  ).source
}

private func section(_ part: DifferenceWords.Part) -> Html {
  """
  <section><h2>\(part.name)<small>\(part.lines.count)</small></h2>
  <ul class="changes">
  \(part.lines.map(row))</ul></section>

  """
}

private func row(_ line: DifferenceWords.Line) -> Html {
  let mark: Html = line.mark.isEmpty ? .none : "<b>\(line.mark)</b> "
  return "<li>\(mark)<span>\(line.text)</span></li>\n"
}
