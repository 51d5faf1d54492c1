import GuardedConnections
import Intake
import Ledger
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
  var report = RunReport(campaign: code)
  report.silentChanges = try silentChanges(in: snapshot, mark, ledger, workspace)

  let collecting = Collecting(
    index: index, ledger: ledger, archive: archive, workspace: workspace, asOf: asOf)
  try collecting.collectInbox(into: &report, progress)
  var fetching = Fetching(collecting, credentials: credentials)
  try fetching.fetch(try index.cycle.currentWeek(at: asOf), into: &report, progress)

  let checking = Checking(index: index, ledger: ledger, archive: archive, mark: mark)
  try checking.checkAll(into: &report, progress)
  try checking.release(into: &report)

  let reading = try WeekReading(index: index, ledger: ledger, asOf: asOf)
  if try ledger.firstIssue(of: code) == nil { report.takenUp = reading.firstIssue }
  try ledger.takeUp(reading.firstIssue, of: code)
  let publication = try EditionRun(
    reading: reading, workspace: workspace, snapshot: snapshot, mark: mark
  ).publishAll(progress)
  (report.editions, report.held) = (publication.editions, publication.held)
  return report
}
