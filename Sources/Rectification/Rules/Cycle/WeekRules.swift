/// The report is for a week that has not begun.
@Sendable func futureWeek(_ context: CheckContext) throws(UncoveredYear) -> [Finding] {
  let current = try context.index.cycle.currentWeek(at: context.submission.receivedAt)
  guard context.report.week > current else { return [] }
  return [
    weekFinding(
      .futureWeek, context,
      Bilingual(
        zh: "报告周 \(context.report.week) 还没有开始，收到时是 \(current)",
        en: "\(context.report.week) has not begun; it was received in \(current)"),
      remedy: Bilingual(zh: "把 week 改为“\(current)”", en: "set week to \(current)"))
  ]
}

/// The report is for a week before the first that owes reports.
@Sendable func beforeStart(_ context: CheckContext) -> [Finding] {
  let first = context.settings.firstWeek
  guard context.report.week < first else { return [] }
  return [
    weekFinding(
      .beforeStart, context,
      Bilingual(
        zh: "报告周 \(context.report.week) 早于本专项的首个报告周 \(first)",
        en: "\(context.report.week) is before the first week of the campaign, \(first)"),
      remedy: Bilingual(zh: "核对 week，应不早于“\(first)”", en: "correct week; it starts at \(first)"))
  ]
}

/// The report is for a week after the campaign has ended.
@Sendable func afterEnd(_ context: CheckContext) throws(UncoveredYear) -> [Finding] {
  // A campaign that ends in a week without a working day is last reported in the next.
  let last = try context.index.cycle.cycleWeek(for: Week(containing: context.settings.end))
  guard context.report.week > last else { return [] }
  return [
    weekFinding(
      .afterEnd, context,
      Bilingual(
        zh: "报告周 \(context.report.week) 晚于本专项的末周 \(last)",
        en: "\(context.report.week) is after the last week of the campaign, \(last)"),
      remedy: Bilingual(zh: "本专项已结束，无需再报", en: "the campaign has ended; no report is owed"))
  ]
}

/// The report came after its cut-off; it counts, and is marked late.
@Sendable func late(_ context: CheckContext) throws(UncoveredYear) -> [Finding] {
  let cycle = context.index.cycle
  let week = try cycle.cycleWeek(for: context.report.week)
  guard let cutOffs = try cycle.cutOffs(of: week), context.submission.receivedAt > cutOffs.report
  else { return [] }
  let (due, came) = (cutOffs.report, context.submission.receivedAt)
  return [
    weekFinding(
      .late, context,
      Bilingual(
        zh: "迟报：\(week) 的报送截止是 \(due.chinese(in: cycle.zone))，收到于 \(came.chinese(in: cycle.zone))",
        en:
          "late: \(week) was due \(due.short(in: cycle.zone)), received \(came.short(in: cycle.zone))"
      ),
      remedy: Bilingual(
        zh: "本次照常计入；下周请在截止前报送", en: "it counts; report before the cut-off next week")
    )
  ]
}

private func weekFinding(
  _ rule: RuleCode, _ context: CheckContext, _ message: Bilingual, remedy: Bilingual
) -> Finding {
  Finding(rule, at: context.report.places["week"], message, remedy: remedy)
}
