import Rectification

/// `zhouhui review`: who is below full marks, and who is not, for a terminal.
package func reviewText(_ review: MonthlyReview, language: Language = .zh) -> String {
  let words = ReviewWords(review, say: Wording(language: language))
  let say = words.say
  var text = TextPage()
  text.paragraph(
    "\(review.settings.title)\(say("　月评", "  monthly review"))  \(words.month) [\(words.standing)]")
  text.paragraph(words.span)
  if review.isProvisional { text.paragraph(words.provision) }
  text.rule()
  text.paragraph(words.paragraph)
  text.rule()
  text.line(
    line(
      say("名次", "rank"), say("单位", "unit"),
      say.language == .zh
        ? ["得分", "应报", "按时", "迟报", "缺报", "更正", "敷衍", "预警"]
        : ["score", "owed", "time", "late", "none", "corr", "flag", "alarm"]))
  for unit in words.marked {
    text.line(
      line(
        words.rank(unit), words.name(unit),
        [
          words.score(unit), String(unit.owed), String(unit.punctual), String(unit.count(.late)),
          String(unit.scored - unit.accepted), String(unit.corrections),
          String(unit.flaggedReports),
          String(unit.alerts.standing),
        ]))
  }
  text.rule()
  text.item(
    say("满分\(words.full.count)家  ", "full marks: \(words.full.count)  "), words.names(words.full))
  text.item(
    say("不排名\(words.unranked.count)家  ", "not ranked: \(words.unranked.count)  "),
    words.names(words.unranked))
  text.rule()
  text.paragraph(say(MonthlyReview.rule))
  text.paragraph(say(MonthlyReview.ruleNotes))
  return text.text
}

private func line(_ rank: String, _ name: String, _ values: [String]) -> String {
  filled(rank, to: 5) + filled(shortened(visible(name), to: 25), to: 25)
    + values.map { filled($0, to: 6, onLeft: true) }.joined()
}
