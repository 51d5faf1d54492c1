import Intake
import Ledger
import Rectification

/// What one run of one campaign did.
package struct RunReport: Sendable {
  package let campaign: Code
  package internal(set) var collected = 0
  /// Files of the inbox that were left where they are, and why.
  package internal(set) var passedOver: [PassedOver] = []
  package internal(set) var fetched = 0
  package internal(set) var failedFetches: [FailedFetch] = []
  package internal(set) var verdicts: [Verdict: Int] = [:]
  /// Submissions the office has let out of quarantine.
  package internal(set) var released = 0
  /// Decisions to release what nobody has sent.
  package internal(set) var idleReleases: [Release] = []
  /// The first week to be issued, told by the first run of a campaign.
  package internal(set) var takenUp: Week?
  package internal(set) var editions: [Published] = []
  /// What held weeks back from being issued.
  package internal(set) var held: [GoneUnits] = []
  /// Changes of the register and the unit list that nothing explains.
  package internal(set) var silentChanges: [UnexplainedChange] = []

  /// Messages that the channels have taken.
  package internal(set) var notified = 0
  package internal(set) var failedNotifications: [FailedNotification] = []

  /// One edition written, or found to be there already.
  package struct Published: Hashable, Sendable {
    package let week: Week
    package let edition: Bilingual
    /// The folder, relative to the workspace.
    package let folder: String
    package let isNew: Bool
  }

  mutating func add(_ judgement: Judgement) {
    verdicts[judgement.receipt.verdict, default: 0] += 1
  }

  /// Whether somebody has to look: something was refused, failed or could not be taken.
  package var needsAPerson: Bool {
    verdicts[.rejected, default: 0] + verdicts[.quarantined, default: 0] > 0
      || !idleReleases.isEmpty || !held.isEmpty || !silentChanges.isEmpty || !failedFetches.isEmpty
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
