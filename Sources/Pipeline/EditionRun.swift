import Intake
import Ledger
import Publishing
import Rectification

/// Merge, summarise, publish: brings the outbox up to date, week by week.
///
/// A week without an issue is published as it stands now; one with an issue is left alone, and what
/// has changed since goes into a correction beside it.
struct EditionRun {
  let reading: WeekReading
  let workspace: Workspace
  let templates: WordTemplates

  private var campaign: Code { reading.index.campaign.settings.code }

  func publishAll(into report: inout RunReport, _ progress: (RunStage) -> Void) throws {
    let latest = try reading.ledger.latestEditions(in: campaign)
    let tally = try reading.ledger.tally(in: campaign, knownAt: reading.asOf)
    let weeks = try weeks()
    // Before the drive and after it there is no edition, and still every submission has a receipt.
    for week in report.judgedWeeks.subtracting(weeks).sorted() { try writeReceipts(of: week) }
    for week in weeks {
      progress(.publishing(week))
      let inputs = try digest(of: week, tally)
      if let published = try publish(week, after: latest[week], inputs: inputs, into: &report) {
        report.editions.append(published)
      }
    }
  }

  /// Everything that goes into a week, as one digest: equal inputs make an equal edition.
  private func digest(of week: Week, _ tally: [Week: SubmissionTally]) throws -> Digest {
    guard let cutOffs = try reading.index.cycle.cutOffs(of: week) else {
      throw NoCycle(week: week)
    }
    let until = min(reading.asOf, cutOffs.summary)
    let failures = try reading.ledger.failedFetches(of: week, in: campaign, by: reading.asOf)
    let lines =
      ["day \(until.date(in: reading.index.cycle.zone))"]
      + tally.filter { $0.key <= week }.sorted { $0.key < $1.key }
      .map { "week \($0.key) \($0.value.count) \($0.value.last) \($0.value.released)" }
      + reading.index.campaign.decisions.filter { $0.decidedAt <= until }
      .map { "decision \($0.code) \($0.decidedAt.seconds) \($0.measure) \($0.action)" }
      + reading.index.campaign.resolutions.map {
        "resolution \($0.code) \($0.meeting) \($0.due) \($0.outcome.map { "\($0.doneOn)" } ?? "")"
      }
      + reading.index.campaign.commonProblems.map { "common \($0.code) \($0.finding)" }
      + failures.map { "fetch \($0.unit) \($0.reason)" }
    return try Digesting.digest(of: Array(lines.joined(separator: "\n").utf8))
  }

  /// From the first week that owes reports to the one being reported on, or the campaign's last.
  private func weeks() throws -> [Week] {
    let index = reading.index
    let settings = index.campaign.settings
    let last = try index.cycle.cycleWeek(for: Week(containing: settings.end))
    return try index.cycle.weeks(
      from: settings.firstWeek, through: min(last, index.cycle.currentWeek(at: reading.asOf)))
  }

  private func publish(
    _ week: Week, after last: PublishedEdition?, inputs: Digest, into report: inout RunReport
  ) throws -> RunReport.Published? {
    let isIssued = last.map { $0.kind != .preview } ?? false
    if isIssued, last?.inputs == inputs { return nil }
    let summary = try reading.summary(of: week, following: last)
    let faults = crossFooting(summary)
    guard faults.isEmpty else { throw FiguresDisagree(week: week, faults: faults) }
    let kind = summary.edition.kind
    if kind == .preview, let gone = summary.edition.goneUnits { report.held.append(gone) }
    let facts = EditionFacts(summary)
    let changes = last.map { facts.changes(from: EditionFacts(values: $0.figures)) } ?? []
    try writeReceipts(of: week)
    // Something new came in that changes nothing anybody can read: the issue still stands.
    if isIssued, let last, changes.isEmpty {
      try remember(last, inputs: inputs)
      return nil
    }
    let problems = reading.index.campaign.register.problems
    let files =
      try weeklyFiles(summary, problems: problems)
      + weeklyPapers(
        summary, problems: problems, notices: notices(of: summary), templates: templates)
      + (isIssued ? [changesFile(changes, summary)] : [])
    let outcome = try Outbox(root: workspace.outbox).publish(files, as: folder(of: week, kind))
    try reading.ledger.save(
      PublishedEdition(
        week: week, kind: kind, referenceDate: summary.edition.referenceDate, inputs: inputs,
        figures: facts.values), alerts: summary.alerts, in: campaign)
    return RunReport.Published(
      week: week, edition: summary.edition.name,
      folder: "outbox/" + folder(of: week, kind), isNew: outcome == .published)
  }

  /// What is sent to units with this edition; a preview sends nothing and takes no number.
  private func notices(of summary: WeekSummary) throws -> [Notice] {
    let due = summary.alerts.compactMap { alert in Notice.Matter(alert).map { ($0, alert) } }
    let (matters, week, ledger) = (due.map(\.0), summary.week, reading.ledger)
    guard summary.edition.kind != .preview else {
      let pending = Set(try ledger.pendingNotices(matters, of: week, in: campaign))
      return due.filter { pending.contains($0.0) }.map {
        Notice(matter: $0, alert: $1, number: nil)
      }
    }
    let numbers = try ledger.numberNotices(
      matters, of: week, year: summary.edition.referenceDate.year, in: campaign)
    return due.compactMap { matter, alert in
      numbers[matter].map { Notice(matter: matter, alert: alert, number: $0) }
    }
  }

  private func writeReceipts(of week: Week) throws {
    let outbox = Outbox(root: workspace.outbox)
    try reading.ledger.forEachReceipt(in: campaign, week: week, knownAt: reading.asOf) {
      receipt in
      let context = try receiptContext(receipt, index: reading.index)
      for file in receiptFiles(receipt, context) {
        _ = try outbox.write(file, in: "\(campaign)/\(week)")
      }
    }
  }

  /// A correction goes beside the issue it corrects, which stays as it is.
  private func folder(of week: Week, _ kind: Edition.Kind) -> String {
    guard case .correction(let number) = kind else { return "\(campaign)/\(week)" }
    return "\(campaign)/\(week)/correction-\(number)"
  }

  private func remember(_ last: PublishedEdition, inputs: Digest) throws {
    try reading.ledger.save(
      PublishedEdition(
        week: last.week, kind: last.kind, referenceDate: last.referenceDate, inputs: inputs,
        figures: last.figures),
      alerts: try reading.ledger.alerts(of: last.week, in: campaign), in: campaign)
  }
}

/// Figures of a week do not add up: nothing is published that somebody would have to take back.
package struct FiguresDisagree: Error, Hashable {
  package let week: Week
  package let faults: [CrossFootingFault]

  package var message: Bilingual {
    Bilingual(
      zh: "\(week) 的数字对不上，没有出版：" + faults.map(\.message.zh).joined(separator: "；")
        + "。请保留台账并报告这个错误",
      en: "the figures of \(week) do not add up, nothing was published: "
        + faults.map(\.message.en).joined(separator: "; ") + "; keep the ledger and report this")
  }
}

/// What a receipt says beside its own facts.
package func receiptContext(_ receipt: Receipt, index: RegisterIndex) throws -> ReceiptContext {
  let settings = index.campaign.settings
  let sender = receipt.submission.sender
  return ReceiptContext(
    campaignTitle: settings.title, office: settings.office,
    unitName: sender == .unknown ? "（未能识别）" : index.units[sender]?.name ?? sender.text,
    zone: settings.zone,
    due: try index.cycle.cutOffs(of: receipt.week)?.report)
}
