import GuardedConnections
import Intake
import Ledger
import Publishing
import Rectification

/// The week, in order: account for what is there → collect → check → merge → summarise → publish.
///
/// Nothing is written before the ledger is found to account for the outbox. Everything is stored before it is
/// judged, and judged before anything is published; a run that is cut off anywhere is made good by the next
/// one. The caller holds the run lock.
package func runWeek(
  _ found: CampaignSnapshot, in workspace: Workspace, asOf: Moment,
  credentials: CredentialStore = CredentialStore(environment: [:]),
  progress: (RunStage) -> Void = { _ in }
) throws -> RunReport {
  let code = found.campaign.settings.code
  let ledger = try openLedger(of: workspace)
  if !workspace.keepsInbox { try ClockBehind.refuse(asOf, found.campaign.settings, ledger) }
  try ledger.refuseDamagedIndexes()
  try Outbox(root: workspace.outbox).recoverAll(in: code.text)
  let register = try AccountedRegister(found, ledger: ledger, in: workspace)
  let (snapshot, campaign) = (register.snapshot, register.snapshot.campaign)
  let index = RegisterIndex(campaign)
  let comparison = try OutboxComparison(code, ledger: ledger, in: workspace, asOf: asOf)
  let mark = RunMark(
    campaign: code, asOf: asOf, campaignFiles: try snapshot.keep(in: workspace.campaignFiles),
    program: programVersion)
  let adopted = try adopt(comparison, by: mark, campaign, ledger, workspace)

  let collecting = Collecting(
    index: index, ledger: ledger, archive: workspace.archive, workspace: workspace, asOf: asOf)
  let before = try ledger.submissionCount(in: code)
  let (collected, passedOver) = try collecting.collectInbox(progress)
  var fetching = Fetching(collecting, credentials: credentials)
  let (fetched, unfetched) = try fetching.fetch(
    try index.cycle.currentWeek(at: asOf), progress)

  let checking = Checking(index: index, ledger: ledger, archive: workspace.archive, mark: mark)
  let checked = try checking.checkAll(checking.pending, progress)

  let reading = try WeekReading(index: index, ledger: ledger, asOf: asOf)
  let isFirst = try ledger.firstIssue(of: code) == nil
  try ledger.takeUp(reading.firstIssue, of: code)
  let publication = try EditionRun(
    reading: reading, workspace: workspace, snapshot: snapshot, mark: mark,
    shelf: .init(Outbox(root: workspace.outbox)), withoutReceipts: comparison.receiptsMissing
  ).publishAll(progress)
  let repair =
    workspace.keepsInbox
    ? OutboxRepair() : try remake(comparison, of: code, in: workspace, progress)
  return RunReport(
    campaign: code, collected: collected, passedOver: passedOver,
    litter: try inboxStrangers(of: campaign, in: workspace).litter, fetched: fetched,
    failedFetches: unfetched,
    judged: checked.judged, releasedAs: checked.released,
    entered: try ledger.submissionCount(in: code) - before, idleReleases: checked.idle,
    takenUp: isFirst ? reading.firstIssue : nil, editions: publication.editions,
    held: publication.held, heldChanges: register.held, adopted: adopted, repair: repair)
}
