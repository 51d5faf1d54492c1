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

  /// How many files of the inbox were taken, and which were left where they are.
  func collectInbox(
    _ progress: (RunStage) -> Void
  ) throws -> (collected: Int, passedOver: [PassedOver]) {
    let scan = InboxScan(
      of: index, in: workspace,
      earlier: try ledger.inboxArrivals(in: settings.code, before: asOf), asOf: asOf)
    var collected = 0
    var passedOver: [PassedOver] = []
    try scan.forEachFile(passedOver: { passedOver.append($0) }) { file in
      if file.needsSignature, file.signature == nil,
        try ledger.mustWait(file.submission, at: asOf)
      {
        passedOver.append(PassedOver(awaitingSignature: file.submission))
        return .keep
      }
      try store(file)
      collected += 1
      progress(.collecting(collected))
      return workspace.keepsInbox ? .keep : .remove
    }
    try ledger.save(
      waiting: passedOver.waitingFiles(at: asOf), in: settings.code, at: asOf)
    return (collected, passedOver)
  }

  func store(_ file: ReceivedFile) throws {
    try archive.keep(file.submission.digest, file.forEachChunk)
    if let signature = file.signature {
      try archive.keep(signature.digest) { append in try signature.bytes.withUnsafeBytes(append) }
    }
    try ledger.record(file.submission, signature: file.signature?.digest)
  }
}
