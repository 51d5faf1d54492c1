import Files
import Intake
import Ledger
import Publishing
import Rectification

extension EditionRun {
  /// The record of an edition that is about to be published as `files`.
  func record(
    of summary: WeekSummary, _ files: [OutboxFile], inputs: EditionInputs,
    saying statement: EditionRecord.Statement
  ) throws -> NewRecord {
    let edition = summary.edition
    let record = EditionRecord(
      campaign: mark.campaign, week: summary.week, kind: edition.kind, program: mark.program,
      campaignFiles: mark.campaignFiles, inputs: inputs,
      files: try files.sorted { $0.path < $1.path }.map {
        PublishedFile(path: $0.path, sha256: try Digesting.digest(of: $0.bytes))
      }, previous: edition.previous, statement: statement)
    let json = try record.json()
    return NewRecord(
      mark: mark, record: record, statement: statement, json: json,
      digest: try Digesting.digest(of: json))
  }

  /// What the record says of the edition beside its digests.
  func statement(
    _ facts: EditionFacts, _ notices: [Notice], _ summary: WeekSummary
  ) -> EditionRecord.Statement {
    EditionRecord.Statement(
      referenceDate: summary.edition.referenceDate, figures: facts.values,
      notices: notices.compactMap { notice in
        notice.number.map { SentNotice(number: $0, matter: notice.matter) }
      }.sorted { $0.number < $1.number })
  }

  /// What has come since the last edition of a week that was issued.
  func reasons(for week: Week, inputs: EditionInputs) throws -> [CorrectionReason] {
    var last: (run: Int64, record: EditionRecord)?
    for link in try reading.ledger.editionChain(of: mark.campaign).reversed() where last == nil {
      if let record = EditionRecord(json: link.json), record.week == week {
        last = (link.run, record)
      }
    }
    guard let last else { return [] }
    let judged = try reading.ledger.judged(
      in: mark.campaign, through: week, receivedBy: reading.asOf)
    let changed = EditionInputs.Part.allCases.filter {
      last.record.inputs.parts[$0] != inputs.parts[$0]
    }
    let until = min(
      reading.asOf, try reading.index.cycle.cutOffs(of: week)?.summary ?? reading.asOf)
    let then = try CampaignSnapshot(
      mark.campaign, keptAs: last.record.campaignFiles,
      in: workspace.campaignFiles)
    let asOf = try reading.ledger.runs(of: mark.campaign).first { $0.id == last.run }?.mark.asOf
    return correctionReasons(
      judged: judged, since: last.run,
      decided: (
        then.campaign.decisions.filter { $0.decidedAt <= min(until, asOf ?? until) },
        reading.index.campaign.decisions.filter { $0.decidedAt <= until }
      ), changed: Set(changed))
  }
}
