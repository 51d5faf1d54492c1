/// The progress text is last week's, word for word.
@Sendable func staleText(_ context: CheckContext) -> [Finding] {
  context.report.entries.compactMap { entry in
    guard entry.status != .completed, let newest = context.history.reports.first,
      let (last, earlier) = context.history.lastEntry(of: entry.measure), last.week == newest.week,
      Array(earlier.progress.utf8) == Array(entry.progress.utf8)
    else { return nil }
    return entryFinding(
      .staleText, entry, field: "progress",
      Bilingual(
        zh: "措施“\(entry.measure)”的进展与 \(context.cite(last).zh)一字不差",
        en: "the progress of \(entry.measure) is, word for word, that of \(context.cite(last).en)"),
      remedy: Bilingual(
        zh: "写明本周做了什么；确无进展的报零报告", en: "say what was done this week, or send a zero report"))
  }
}

/// Neither status nor percent has changed for the configured number of weeks.
@Sendable func noMovement(_ context: CheckContext) -> [Finding] {
  let limit = context.settings.thresholds.noMovementWeeks
  return context.report.entries.compactMap { entry in
    guard entry.status == .inProgress else { return nil }
    let same = context.history.entries(of: entry.measure).prefix {
      $0.entry.percent == entry.percent && $0.entry.status == entry.status
    }
    guard let oldest = same.last else { return nil }
    let weeks = context.report.week.distance(from: oldest.report.week)
    guard weeks >= limit else { return nil }
    let isLonger = weeks >= UnitHistory.lookBack
    return entryFinding(
      .noMovement, entry, field: "percent",
      Bilingual(
        zh: "措施“\(entry.measure)”\(isLonger ? "至少" : "")自 \(context.cite(oldest.report).zh)起"
          + "完成率一直是 \(entry.percent)%",
        en: "\(entry.measure) has stood at \(entry.percent) % since \(isLonger ? "at least " : "")"
          + context.cite(oldest.report).en
      ),
      remedy: Bilingual(
        zh: "说明卡在哪里，需要协调的请提出", en: "say what holds it up; ask for coordination if needed"))
  }
}

/// The unit itself expects to be late and has asked for no extension.
@Sendable func expectedAfterDeadline(_ context: CheckContext) throws(UncoveredYear) -> [Finding] {
  var found: [Finding] = []
  for entry in context.report.entries {
    guard let expected = entry.delay?.expectedDate, entry.extensionRequest == nil,
      let measure = context.index.measures[entry.measure],
      let deadline = try context.index.deadline(of: measure, at: context.submission.receivedAt),
      expected > deadline
    else { continue }
    found.append(
      entryFinding(
        .expectedAfterDeadline, entry, field: "delay",
        Bilingual(
          zh: "措施“\(entry.measure)”预计 \(expected) 完成，晚于时限 \(deadline)，未申请延期",
          en:
            "\(entry.measure) is expected on \(expected), after its deadline \(deadline), with no extension asked"
        ),
        remedy: Bilingual(
          zh: "在延期申请（extensionRequest）中写明新时限并说明理由", en: "ask for an extension, with its reason")))
  }
  return found
}

/// A measure the unit leads is overdue, and nothing is said of why.
@Sendable func delayWithoutReason(_ context: CheckContext) throws(UncoveredYear) -> [Finding] {
  let today = context.submission.receivedAt.date(in: context.index.cycle.zone)
  var found: [Finding] = []
  for entry in context.report.entries where entry.status != .completed && entry.delay == nil {
    guard context.leads(entry.measure), let measure = context.index.measures[entry.measure],
      let deadline = try context.index.deadline(of: measure, at: context.submission.receivedAt),
      deadline < today
    else { continue }
    found.append(
      entryFinding(
        .delayWithoutReason, entry, field: "measure",
        Bilingual(
          zh: "措施“\(entry.measure)”已过时限 \(deadline)，未说明原因",
          en: "\(entry.measure) is past its deadline \(deadline) and no reason is given"),
        remedy: Bilingual(
          zh: "在滞后说明（delay）中填原因和预计完成日期", en: "give the reason and the expected date in delay")))
  }
  return found
}
