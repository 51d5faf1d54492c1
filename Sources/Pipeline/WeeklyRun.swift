import GuardedConnections
import Intake
import Ledger
import Publishing
import Rectification

/// The week, in order: collect → check → merge → summarise → publish.
///
/// Everything is stored before it is judged, and judged before anything is published; a run that is cut
/// off anywhere is made good by the next one. The caller holds the run lock.
package func runWeek(
  _ snapshot: CampaignSnapshot, in workspace: Workspace, asOf: Moment,
  credentials: CredentialStore = CredentialStore(environment: [:]),
  progress: (RunStage) -> Void = { _ in }
) throws -> RunReport {
  let code = snapshot.campaign.settings.code
  let index = RegisterIndex(snapshot.campaign)
  let ledger = try LedgerStore(path: workspace.ledger)
  let archive = Archive(root: workspace.archive)
  let mark = RunMark(
    campaign: code, asOf: asOf,
    campaignFiles: try snapshot.keep(in: Archive(root: workspace.campaignFiles)),
    program: programVersion)
  let silent = try silentChanges(in: snapshot, mark, ledger, workspace)

  let collecting = Collecting(
    index: index, ledger: ledger, archive: archive, workspace: workspace, asOf: asOf)
  let (collected, passedOver) = try collecting.collectInbox(progress)
  var fetching = Fetching(collecting, credentials: credentials)
  let (fetched, unfetched) = try fetching.fetch(
    try index.cycle.currentWeek(at: asOf), progress)

  let checking = Checking(index: index, ledger: ledger, archive: archive, mark: mark)
  let verdicts = try checking.checkAll(progress)
  let (released, idle) = try checking.release()

  let reading = try WeekReading(index: index, ledger: ledger, asOf: asOf)
  let isFirst = try ledger.firstIssue(of: code) == nil
  try ledger.takeUp(reading.firstIssue, of: code)
  let publication = try EditionRun(
    reading: reading, workspace: workspace, snapshot: snapshot, mark: mark,
    shelf: .init(Outbox(root: workspace.outbox))
  ).publishAll(progress)
  return RunReport(
    campaign: code, collected: collected, passedOver: passedOver, fetched: fetched,
    failedFetches: unfetched, verdicts: verdicts.merging(released, uniquingKeysWith: +),
    released: released.values.reduce(0, +), idleReleases: idle,
    takenUp: isFirst ? reading.firstIssue : nil, editions: publication.editions,
    held: publication.held, silentChanges: silent)
}
