import Rectification

/// Lines of one part; all of it together is to fit a screen.
private let longest = 5

/// `zhouhui today`: what changed since the working day before, on one screen.
package func todayText(_ analysis: DailyAnalysis, language: Language = .zh) -> String {
  let words = TodayWords(analysis, say: Wording(language: language))
  var text = TextPage()
  text.paragraph(analysis.now.settings.title + words.say("　日析", "  day by day"))
  text.paragraph(words.span)
  for part in words.parts {
    text.rule()
    text.line("\(part.name) \(part.lines.count)")
    for line in part.lines.prefix(longest) {
      text.item(line.mark.isEmpty ? "  " : "  \(line.mark) ", line.text)
    }
    let rest = part.lines.count - longest
    if rest > 0 { text.line(words.say("  另有\(rest)项", "  and \(rest) more")) }
  }
  if analysis.isQuiet {
    text.rule()
    text.line(words.quiet)
  }
  text.rule()
  for line in words.ahead(longest: longest) { text.item("\(line.mark)  ", line.text) }
  return text.text
}
