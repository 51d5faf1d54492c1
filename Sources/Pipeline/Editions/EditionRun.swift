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
  let shelf: Shelf
  /// Weeks some of whose receipts are gone, which are all written again.
  var withoutReceipts: Set<Week> = []

  /// Where editions and receipts go: the outbox, or, when the past is done again, beside it to be compared.
  struct Shelf {
    /// All files of one edition, and its folder below the outbox.
    let publish: ([OutboxFile], String) throws -> Outbox.Outcome
    /// One receipt, and the folder of its week; nil where none are to be written.
    let write: ((OutboxFile, String) throws -> Void)?
    /// The record of the edition that stands in a folder; nil where none does.
    let standing: (String) throws -> [UInt8]?
  }

  private var campaign: Code { mark.campaign }

  /// What a run has published, and what it could not.
  struct Publication {
    var editions: [RunReport.Published] = []
    var held: [GoneUnits] = []
  }

  func publishAll(_ progress: (RunStage) -> Void) throws -> Publication {
    let (ledger, weeks) = (reading.ledger, try weeks())
    // Before the weeks taken up and after the drive there is no edition, and still every submission has a
    // receipt.
    let judged = try ledger.weeksJudgedLast(in: campaign).filter { !weeks.contains($0) }
    for week in withoutReceipts.union(judged).sorted() { try writeReceipts(of: week) }
    guard let last = weeks.last else { return Publication() }
    let digests = try WeekDigests(reading, through: last)
    let news = try news(weeks, digests)
    guard let first = news.keys.min(), let last = news.keys.max() else { return Publication() }
    var publication = Publication()
    var kept = try CheckpointKeeping(reading: reading, digests: digests)
    try reading.forEachState(from: first, through: last, digests: digests) { state, previous in
      try kept.take(state)
      guard let news = news[state.week] else { return }
      progress(.publishing(state.week))
      let summary = try summary(state, previous, news)
      if summary.edition.kind == .preview, let gone = summary.edition.goneUnits {
        publication.held.append(gone)
      }
      if let published = try publish(summary, news) { publication.editions.append(published) }
    }
    try kept.save()
    return publication
  }

  /// From the first week taken up to the one being reported on, or the campaign's last.
  private func weeks() throws -> [Week] {
    let index = reading.index
    let last = try index.cycle.cycleWeek(for: Week(containing: index.campaign.settings.end))
    return try index.cycle.weeks(
      from: reading.firstIssue, through: min(last, index.cycle.currentWeek(at: reading.asOf)))
  }

  /// A week to be looked at: its last edition, and what has gone into it since.
  private struct News {
    let last: Edition.Kind?
    let inputs: EditionInputs
  }

  /// The weeks that have no issue yet, or of whose issue the inputs are others by now.
  private func news(_ weeks: [Week], _ digests: WeekDigests) throws -> [Week: News] {
    let editions = try reading.ledger.lastEditions(in: campaign)
    let register = try registerDigest(snapshot.files)
    var found: [Week: News] = [:]
    for week in weeks {
      guard let cutOffs = try reading.index.cycle.cutOffs(of: week) else { continue }
      let inputs = try digests.edition(of: cutOffs, register: register)
      let last = editions[week]
      if let last, last.inputs == inputs.whole { continue }
      found[week] = News(last: last?.kind, inputs: inputs)
    }
    return found
  }

  private func summary(
    _ state: WeekState, _ previous: WeekState?, _ news: News
  ) throws -> WeekSummary {
    let summary = try reading.summary(
      state, previous: previous, following: news.last, inputs: news.inputs.whole,
      record: try reading.ledger.lastRecord(of: campaign)?.digest)
    let faults = crossFooting(summary)
    guard faults.isEmpty else { throw FiguresDisagree(week: state.week, faults: faults) }
    return summary
  }

  private func publish(_ summary: WeekSummary, _ news: News) throws -> RunReport.Published? {
    let (week, kind, inputs) = (summary.week, summary.edition.kind, news.inputs)
    let issued = try lastIssued(of: week, news)
    let facts = EditionFacts(summary)
    let changes = issued.map { facts.changes(from: EditionFacts(values: $0.figures)) }
    try writeReceipts(of: week)
    // Something new came in that changes nothing anybody can read: the issue still stands.
    if changes == [] {
      try reading.ledger.stand(week, by: inputs.whole, in: campaign)
      return nil
    }
    let correction = try changes.map {
      Correction(changes: $0, reasons: try reasons(for: week, inputs: inputs))
    }
    let notices = try notices(of: summary)
    let files = try files(of: summary, correction: correction, notices: notices)
    let record =
      try kind == .preview
      ? nil : record(of: summary, files, inputs: inputs, saying: statement(facts, notices, summary))
    let folder = editionFolder(of: week, kind, in: campaign)
    // The week may look new because a row of the ledger is gone: what is there stays there.
    if let standing = try shelf.standing(folder), standing != record?.json {
      throw UnaccountedWorkspace.taken(edition: "\(folder)/\(EditionRecord.fileName)")
    }
    // First in the ledger: a run that is cut off here leaves an edition that the next one makes again.
    if let record { try reading.ledger.save(record, telling: telling(of: summary, notices)) }
    let outcome = try shelf.publish(
      files + (record.map { [OutboxFile(path: EditionRecord.fileName, bytes: $0.json)] } ?? []),
      folder)
    return RunReport.Published(
      week: week, edition: summary.edition.name,
      folder: "outbox/" + folder,
      isNew: outcome == .published)
  }

  /// The issue of a week or its last correction; nil before there is one.
  private func lastIssued(of week: Week, _ news: News) throws -> PublishedEdition? {
    guard news.last != nil else { return nil }
    return try reading.ledger.issuedEditions(of: week, in: campaign).last
  }

  private func files(
    of summary: WeekSummary, correction: Correction?, notices: [Notice]
  ) throws -> [OutboxFile] {
    try sideBySide(
      editionPieces(
        summary, problems: reading.index.campaign.register.problems, notices: notices,
        templates: snapshot.templates))
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
    guard let write = shelf.write else { return }
    try reading.ledger.forEachReceipt(in: campaign, week: week, knownAt: reading.asOf) {
      receipt in
      let context = try receiptContext(receipt, index: reading.index)
      for file in receiptFiles(receipt, context) { try write(file, "\(campaign)/\(week)") }
    }
  }
}

extension EditionRun.Shelf {
  init(_ outbox: Outbox) {
    publish = { files, folder in try outbox.publish(files, as: folder) }
    write = { file, folder in _ = try outbox.write(file, in: folder) }
    standing = { folder in try outbox.record(in: folder) }
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
