/// A measure goes back without a reason.
///
/// Back to not started is never believed. Back from completed needs a delay reason, unless the office
/// returned or reopened the measure in between.
@Sendable func illegalTransition(_ context: CheckContext) -> [Finding] {
  context.goingBack.compactMap { entry, report, earlier in
    guard entry.status == .notStarted || entry.delay == nil else { return nil }
    return entryFinding(
      .illegalTransition, entry, field: "status",
      Bilingual(
        zh:
          "措施“\(entry.measure)”由\(earlier.status.quoted)退为\(entry.status.quoted)，未说明原因；对照 \(context.cite(report).zh)",
        en:
          "\(entry.measure) goes from \(earlier.status.rawValue) back to \(entry.status.rawValue) unexplained; compare \(context.cite(report).en)"
      ),
      remedy: Bilingual(
        zh: entry.status == .notStarted ? "已启动的措施不能退为未启动，请核对状态" : "在滞后原因（delay.reason）中说明退回的原因",
        en: entry.status == .notStarted
          ? "a measure once begun cannot be not-started; correct the status"
          : "give the reason in delay.reason"))
  }
}

/// A measure goes back with a reason given.
@Sendable func regression(_ context: CheckContext) -> [Finding] {
  context.goingBack.compactMap { entry, report, earlier in
    guard entry.status != .notStarted, entry.delay != nil else { return nil }
    return entryFinding(
      .regression, entry, field: "status",
      Bilingual(
        zh:
          "措施“\(entry.measure)”由\(earlier.status.quoted)退为\(entry.status.quoted)，已说明原因；对照 \(context.cite(report).zh)",
        en:
          "\(entry.measure) goes from \(earlier.status.rawValue) back to \(entry.status.rawValue), with a reason; compare \(context.cite(report).en)"
      ),
      remedy: Bilingual(
        zh: "无需改报；将列入本周变动", en: "nothing to mend; it is listed among this week's changes"))
  }
}

/// Percent is lower than the unit last reported.
@Sendable func percentFell(_ context: CheckContext) -> [Finding] {
  context.report.entries.compactMap { entry in
    guard let (report, earlier) = context.history.lastEntry(of: entry.measure),
      entry.percent < earlier.percent, !context.wasSentBack(entry.measure, since: report)
    else { return nil }
    return entryFinding(
      .percentFell, entry, field: "percent",
      Bilingual(
        zh:
          "措施“\(entry.measure)”的完成率由 \(earlier.percent)% 降为 \(entry.percent)%；对照 \(context.cite(report).zh)",
        en:
          "\(entry.measure) fell from \(earlier.percent) % to \(entry.percent) %; compare \(context.cite(report).en)"
      ),
      remedy: Bilingual(zh: "核对完成率；确有反复的在进展中说明", en: "check the percent; explain a real setback"))
  }
}

extension CheckContext {
  /// Entries whose status is lower than the unit last reported, with nothing of the office's between.
  fileprivate var goingBack: [(entry: Entry, report: AcceptedReport, earlier: Entry)] {
    report.entries.compactMap { entry in
      guard let (report, earlier) = history.lastEntry(of: entry.measure),
        MeasureStatus(entry.status) < MeasureStatus(earlier.status),
        !wasSentBack(entry.measure, since: report)
      else { return nil }
      return (entry, report, earlier)
    }
  }

  fileprivate func wasSentBack(_ measure: Code, since earlier: AcceptedReport) -> Bool {
    index.wasSentBack(
      measure, after: earlier.submission.receivedAt, through: submission.receivedAt)
  }
}
