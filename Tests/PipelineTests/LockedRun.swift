import GuardedConnections
import Ledger
import Pipeline
import Rectification

/// One run of a campaign under the lock of its workspace, as the command makes it.
func runLocked(
  _ snapshot: CampaignSnapshot, in workspace: Workspace, asOf: Moment, isDryRun: Bool, note: String,
  credentials: CredentialStore = CredentialStore(environment: [:]), progress: (RunStage) -> Void
) throws -> RunReport {
  let lock = try isDryRun ? nil : RunLock.take(workspace.lock, note: note)
  defer { withExtendedLifetime(lock) {} }
  return try runCampaign(
    snapshot, in: workspace, asOf: asOf, isDryRun: isDryRun, credentials: credentials,
    progress: progress)
}
