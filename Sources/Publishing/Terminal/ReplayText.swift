import Rectification

/// `zhouhui replay`: what would be judged otherwise, and what the summary would read otherwise.
package func replayText(_ replay: Replay, _ settings: CampaignSettings, language: Language = .zh)
  -> String
{
  let say = Wording(language: language)
  var text = TextPage()
  text.line("\(settings.title)\(say("　", "  "))\(say.week(replay.week))")
  guard replay.differs else {
    text.line(
      say(
        "按现行规则重新检查 \(replay.judged) 份报送：结论都不变。",
        "\(replay.judged) judged again under the rules of today: nothing differs."))
    return text.text
  }
  text.line(
    say(
      "按现行规则重新检查 \(replay.judged) 份报送，\(replay.changed.count) 份结论有变；台账和已出的期次都没有改动。",
      "\(replay.judged) judged again under the rules of today, \(replay.changed.count) otherwise; "
        + "neither the ledger nor an edition was changed."))
  for pair in replay.changed { add(pair, settings.zone, say, to: &text) }
  guard !replay.figures.isEmpty else { return text.text }
  text.rule()
  text.line(say("汇总中会变的：", "What the summary would read otherwise:"))
  for change in replay.figures {
    text.item("  ", "\(change.name)  \(change.before ?? "—") → \(change.after ?? "—")")
  }
  return text.text
}

private func add(
  _ pair: Rejudgement, _ zone: ZoneOffset, _ say: Wording, to text: inout TextPage
) {
  let submission = pair.before.submission
  let name = pair.isGuarded ? say("（名称不显示）", "(name withheld)") : submission.fileName
  text.rule()
  text.line(
    "\(submission.sender)  \(submission.receivedAt.short(in: zone))  "
      + "\(submission.digest.hex.prefix(12))  \(name)")
  let weeks =
    pair.before.week == pair.after.week ? "" : "  \(pair.before.week) → \(pair.after.week)"
  text.line("  \(say(pair.before.verdict.name)) → \(say(pair.after.verdict.name))\(weeks)")
  for remark in pair.added { text.item("  + ", words(of: remark, say)) }
  for remark in pair.gone { text.item("  - ", words(of: remark, say)) }
}

private func words(of remark: Rejudgement.Remark, _ say: Wording) -> String {
  let place = remark.place.map { "  \($0.text)" } ?? ""
  return "\(remark.rule.rawValue) [\(say(remark.severity.name))]\(place)"
}
