import Intake
import Ledger
import Rectification

/// What one run of one campaign did.
package struct RunReport: Sendable {
  package let campaign: Code
  package let collected: Int
  /// Files of the inbox that were left where they are, and why.
  package let passedOver: [PassedOver]
  /// Files in the inbox that systems and office programs leave about.
  package let litter: Int
  package let fetched: Int
  package let failedFetches: [FailedFetch]
  /// What was judged for the first time, and how many came to what.
  package let judged: [Verdict: Int]
  /// What the office has let out of quarantine, likewise.
  package let releasedAs: [Verdict: Int]
  /// Of what was collected and fetched, how many were entered in the ledger; the others it had already.
  package let entered: Int
  /// Decisions to release what nobody has sent.
  package let idleReleases: [Release]
  /// The first week to be issued, told by the first run of a campaign.
  package let takenUp: Week?
  package let editions: [Published]
  /// What held weeks back from being issued.
  package let held: [GoneUnits]
  /// Changes of the register and the unit list that nothing explains.
  package let heldChanges: [UnexplainedChange]
  /// What was taken over from an outbox that the ledger was older than.
  package let adopted: Adopted
  /// Published files that were gone or are others.
  package let repair: OutboxRepair
  /// What the channels were told.
  package internal(set) var notifications = Notified()

  /// One edition written, or found to be there already.
  package struct Published: Hashable, Sendable {
    package let week: Week
    package let edition: Bilingual
    /// The folder, relative to the workspace.
    package let folder: String
    package let isNew: Bool
  }

  package var verdicts: [Verdict: Int] { judged.merging(releasedAs, uniquingKeysWith: +) }
  package var released: Int { releasedAs.values.reduce(0, +) }
  /// The same bytes from the same sender, received before.
  package var known: Int { collected + fetched - entered }
  /// Entered by a run that was cut off before it judged them, or entered again from a receipt.
  package var leftOver: Int { judged.values.reduce(0, +) - entered }

  /// Whether somebody has to look: something was refused, failed or could not be taken.
  package var needsAPerson: Bool {
    verdicts[.rejected, default: 0] + verdicts[.quarantined, default: 0] > 0
      || !idleReleases.isEmpty || !held.isEmpty || !heldChanges.isEmpty || !failedFetches.isEmpty
      || !adopted.lost.isEmpty || repair.needsAPerson
      || passedOver.contains(where: \.reason.needsAPerson)
  }
}

/// What a run is doing, for a terminal.
package enum RunStage: Hashable, Sendable {
  case collecting(Int)
  case fetching(done: Int, of: Int)
  case checking(Int)
  case publishing(Week)
}
