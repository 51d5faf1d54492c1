import Ledger
import Rectification

/// What register.csv and units.csv say otherwise than the last edition was made of, with no row of
/// changes.csv to explain it; nothing before the first issue.
func silentChanges(
  in snapshot: CampaignSnapshot, _ mark: RunMark, _ ledger: LedgerStore, _ workspace: Workspace
) throws -> [UnexplainedChange] {
  let last = try ledger.lastRecord(of: mark.campaign).flatMap { EditionRecord(json: $0.json) }
  guard let last, last.campaignFiles != mark.campaignFiles else { return [] }
  let then = try CampaignSnapshot(
    mark.campaign, keptAs: last.campaignFiles, in: workspace.campaignFiles)
  return unexplainedChanges(from: then.campaign, to: snapshot.campaign)
}
