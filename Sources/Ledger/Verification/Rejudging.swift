import Files
import GRDB
import Glibc
import Rectification

/// A copy of a ledger in which the submissions of one week wait to be judged again.
///
/// It is a type of its own so that no judgement can ever be taken out of the ledger itself.
package struct RejudgingCopy: Sendable {
  package let ledger: LedgerStore
  /// Received for the week by the moment asked about, by arrival, as the ledger has judged them.
  package let submissions: [JudgedSubmission]

  /// Copies the ledger to `copy`, which its maker removes.
  package init(
    of recorded: LedgerStore, to copy: String, campaign: Code, week: Week, knownAt moment: Moment
  ) throws {
    try recorded.copy(to: copy)
    ledger = try LedgerStore(scratch: copy)
    submissions = try ledger.look {
      try $0.judged(
        "campaign = ? AND week = ?", [campaign.text, week.description], knownAt: moment)
    }
    try forgetJudgements()
  }

  private func forgetJudgements() throws {
    try ledger.write { database in
      for table in [
        "evidence", "outcome", "coordinationRequest", "entry", "report", "release", "finding",
        "judgement",
      ] {
        let statement = try database.makeStatement(
          sql: "DELETE FROM \(table) WHERE submission = ?")
        for one in submissions { try statement.execute(arguments: [one.id]) }
      }
      // They are of what was judged before.
      try database.execute(sql: "DELETE FROM checkpoint; DELETE FROM weekDigest")
    }
  }
}

extension LedgerStore {
  /// What became of one submission, as known at `moment`; nil while it waits to be judged.
  package func judged(_ id: Int64, knownAt moment: Moment) throws -> JudgedSubmission? {
    try look { try $0.judged("id = ?", [id], knownAt: moment).first }
  }
}
