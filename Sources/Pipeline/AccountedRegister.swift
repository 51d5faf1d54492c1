import Files
import Intake
import Ledger
import Rectification

/// A campaign with what its register may say: a change that no row of changes.csv explains is held.
///
/// Issued weeks rest on the register. Until somebody says since when a change holds and why, register.csv,
/// units.csv and changes.csv count as the last edition had them; all other files count as they are.
struct AccountedRegister {
  let snapshot: CampaignSnapshot
  /// What is held, in the order of the register.
  let held: [UnexplainedChange]

  /// - Throws: `HeldRegister` where the other files need what is held.
  init(_ now: CampaignSnapshot, ledger: LedgerStore, in workspace: Workspace) throws {
    let code = now.campaign.settings.code
    let last = try ledger.lastRecord(of: code).flatMap { EditionRecord(json: $0.json) }
    guard let last, try last.campaignFiles != Digesting.digest(of: now.files.manifest()) else {
      (snapshot, held) = (now, [])
      return
    }
    let then = try CampaignSnapshot(
      code, keptAs: last.campaignFiles, in: workspace.campaignFiles)
    held = unexplainedChanges(from: then.campaign, to: now.campaign, through: last.week)
    guard !held.isEmpty else {
      snapshot = now
      return
    }
    var files = now.files
    for name in Self.names {
      let path = "schedules/\(code)/\(name)"
      files[path] = then.files[path]
    }
    do {
      snapshot = try now.with(files)
    } catch let error as CampaignFilesError {
      throw HeldRegister(changes: held, problems: error)
    }
  }

  private static let names = ["register.csv", "units.csv", "changes.csv"]
}

/// The register has changed unexplained, and the other files rest on the change.
package struct HeldRegister: Error {
  package let changes: [UnexplainedChange]
  package let problems: CampaignFilesError

  package var message: Bilingual {
    func lines(_ language: Language) -> String {
      changes.map { "\n  \($0.message[language])" }.joined() + "\n"
        + problems.text(in: language)
    }
    return Bilingual(
      zh: "清单有变动没有记入 changes.csv，其他文件又用到了它，什么也没有写；请先在 changes.csv 里补记：" + lines(.zh),
      en:
        "the register has changed with no row of changes.csv, and other files rest on it; nothing was written. Add the rows first:"
        + lines(.en))
  }
}

/// One campaign as its files are now, with unexplained changes of the register held.
package func accountedSnapshot(_ code: Code, in workspace: Workspace) throws -> CampaignSnapshot {
  let now = try CampaignSnapshot(code, in: workspace)
  guard try ledgerExists(in: workspace) else { return now }
  return try AccountedRegister(now, ledger: try readLedger(of: workspace), in: workspace).snapshot
}
