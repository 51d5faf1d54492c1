import Files
import GuardedConnections
import Intake
import Ledger
import Rectification

/// Runs one campaign and tells the channels; a rehearsal works on a copy, sends nothing and leaves no trace.
///
/// The caller holds the run lock, and has read the campaign's files since it does; a rehearsal needs none.
package func runCampaign(
  _ snapshot: CampaignSnapshot, in workspace: Workspace, asOf: Moment, isDryRun: Bool,
  credentials: CredentialStore = CredentialStore(environment: [:]), progress: (RunStage) -> Void
) throws -> RunReport {
  guard isDryRun else {
    var report = try runWeek(
      snapshot, in: workspace, asOf: asOf, credentials: credentials, progress: progress)
    let settings = snapshot.campaign.settings
    guard !settings.notifications.isEmpty else { return report }
    report.notifications = try NotificationRun(
      settings: settings, ledger: LedgerStore(path: workspace.ledger), credentials: credentials,
      asOf: asOf
    ).sendDue()
    return report
  }
  return try withTemporaryFolder("dry-run") { scratch in
    let rehearsal = workspace.rehearsal(in: scratch)
    if try ledgerExists(in: workspace) {
      try LedgerStore.copy(workspace.ledger, to: rehearsal.ledger)
    }
    return try runWeek(
      snapshot, in: rehearsal, asOf: asOf, credentials: credentials, progress: progress)
  }
}
