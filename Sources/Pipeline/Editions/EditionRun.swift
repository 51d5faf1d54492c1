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
  let snapshot: CampaignSnapshot
  let mark: RunMark

  private var campaign: Code { mark.campaign }

  func publishAll(into report: inout RunReport, _ progress: (RunStage) -> Void) throws {
    let latest = try reading.ledger.latestEditions(in: campaign)
    let digests = try InputDigests(of: reading, files: snapshot.files)
    let weeks = try weeks()
    // Before the drive and after it there is no edition, and still every submission has a receipt.
    for week in report.judgedWeeks.subtracting(weeks).sorted() { try writeReceipts(of: week) }
    for week in weeks {
      progress(.publishing(week))
      let inputs = try digests.inputs(of: week)
      if let published = try publish(week, after: latest[week], inputs: inputs, into: &report) {
        report.editions.append(published)
      }
    }
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
    _ week: Week, after last: PublishedEdition?, inputs: EditionInputs, into report: inout RunReport
  ) throws -> RunReport.Published? {
    let issued = last.flatMap { $0.kind == .preview ? nil : $0 }
    if let issued, issued.inputs == inputs.whole { return nil }
    let previous = try reading.ledger.lastRecord(of: campaign)?.digest
    let summary = try reading.summary(
      of: week, following: last, inputs: inputs.whole, previous: previous)
    let faults = crossFooting(summary)
    guard faults.isEmpty else { throw FiguresDisagree(week: week, faults: faults) }
    let kind = summary.edition.kind
    if kind == .preview, let gone = summary.edition.goneUnits { report.held.append(gone) }
    let facts = EditionFacts(summary)
    let changes = issued.map { facts.changes(from: EditionFacts(values: $0.figures)) }
    try writeReceipts(of: week)
    // Something new came in that changes nothing anybody can read: the issue still stands.
    if let issued, changes == [] {
      try remember(issued, inputs: inputs.whole)
      return nil
    }
    let correction = try changes.map {
      Correction(changes: $0, reasons: try reasons(for: week, inputs: inputs))
    }
    let notices = try notices(of: summary)
    let files = try files(of: summary, correction: correction, notices: notices)
    let record = try kind == .preview ? nil : record(of: summary, files, inputs: inputs)
    let outcome = try Outbox(root: workspace.outbox).publish(
      files + (record.map { [OutboxFile(path: EditionRecord.fileName, bytes: $0.json)] } ?? []),
      as: editionFolder(of: week, kind, in: campaign))
    try reading.ledger.save(
      PublishedEdition(
        week: week, kind: kind, referenceDate: summary.edition.referenceDate,
        inputs: inputs.whole, figures: facts.values),
      alerts: summary.alerts, record: record, telling: telling(of: summary, notices),
      in: campaign)
    return RunReport.Published(
      week: week, edition: summary.edition.name,
      folder: "outbox/" + editionFolder(of: week, kind, in: campaign),
      isNew: outcome == .published)
  }

  private func files(
    of summary: WeekSummary, correction: Correction?, notices: [Notice]
  ) throws -> [OutboxFile] {
    let problems = reading.index.campaign.register.problems
    return try weeklyFiles(summary, problems: problems)
      + weeklyPapers(
        summary, problems: problems, notices: notices, templates: snapshot.templates)
      + (correction.map { [changesFile($0, summary)] } ?? [])
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

  private func remember(_ last: PublishedEdition, inputs: Digest) throws {
    try reading.ledger.save(
      PublishedEdition(
        week: last.week, kind: last.kind, referenceDate: last.referenceDate, inputs: inputs,
        figures: last.figures),
      alerts: try reading.ledger.alerts(of: last.week, in: campaign), in: campaign)
  }
}

/// A correction goes beside the issue it corrects, which stays as it is.
func editionFolder(of week: Week, _ kind: Edition.Kind, in campaign: Code) -> String {
  guard case .correction(let number) = kind else { return "\(campaign)/\(week)" }
  return "\(campaign)/\(week)/correction-\(number)"
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
  let index = try index.valid(in: receipt.week)
  return ReceiptContext(
    campaignTitle: settings.title, office: settings.office,
    unitName: sender == .unknown ? "（未能识别）" : index.units[sender]?.name ?? sender.text,
    zone: settings.zone,
    due: try index.cycle.cutOffs(of: receipt.week)?.report)
}
