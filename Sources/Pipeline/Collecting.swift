import Intake
import Ledger
import Rectification

/// Collect: what arrives is archived, then entered in the ledger, and only then taken away.
struct Collecting {
  let index: RegisterIndex
  let ledger: LedgerStore
  let archive: Archive
  let workspace: Workspace
  let asOf: Moment

  private var settings: CampaignSettings { index.campaign.settings }

  func collectInbox(into report: inout RunReport, _ progress: (RunStage) -> Void) throws {
    let scan = InboxScan(
      inbox: workspace.inbox, campaign: settings.code, units: index.campaign.units.map(\.code),
      limits: InboxLimits(settings.limits), asOf: asOf)
    var collected = 0
    var passedOver: [PassedOver] = []
    try scan.forEachFile(passedOver: { passedOver.append($0) }) { file in
      try store(file.submission, file.forEachChunk)
      collected += 1
      progress(.collecting(collected))
      return workspace.keepsInbox ? .keep : .remove
    }
    report.collected = collected
    report.passedOver = passedOver
  }

  private func store(
    _ submission: Submission, _ chunks: ((UnsafeRawBufferPointer) throws -> Void) throws -> Void
  ) throws {
    try archive.keep(submission.digest, chunks)
    try ledger.record([submission])
  }
}
