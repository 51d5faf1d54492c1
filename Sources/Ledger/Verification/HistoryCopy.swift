import Files
import GRDB
import Rectification

/// A copy of a ledger in which one campaign has received everything and judged and issued nothing.
///
/// It is a type of its own so that nothing can ever be taken out of the ledger itself.
package struct HistoryCopy: Sendable {
  package let ledger: LedgerStore
  private let original: LedgerCopy
  private let campaign: Code

  /// Copies `original` to `copy`; both are thrown away by who made them.
  package init(of original: LedgerCopy, to copy: String, campaign: Code) throws {
    try LedgerStore.copy(original.path, to: copy)
    ledger = try LedgerStore(scratch: copy)
    self.original = original
    self.campaign = campaign
    try ledger.write(forget)
  }

  private func forget(_ database: Database) throws {
    try database.execute(sql: "DROP TRIGGER IF EXISTS editionRecordRemains")
    let mine = "(SELECT id FROM submission WHERE campaign = ?)"
    let derived = try RowComparison.derived(in: database)
    for table in derived.reversed() where !table.isOfCampaign {
      try database.execute(
        sql: "DELETE FROM \(table.table) WHERE submission IN \(mine)", arguments: [campaign.text])
    }
    let others = derived.filter(\.isOfCampaign).map(\.table)
    for table in ["editionRecord", "standing", "checkpoint", "weekDigest"] + others + ["run"] {
      try database.execute(
        sql: "DELETE FROM \(table) WHERE campaign = ?", arguments: [campaign.text])
    }
  }

  /// Lets a run of the original be the last one of the copy.
  package func begin(_ run: RecordedRun) throws {
    try ledger.write { database in
      try database.execute(
        sql: "INSERT INTO run (id, campaign, asOf, campaignFiles, program) VALUES (?, ?, ?, ?, ?)",
        arguments: [
          run.id, campaign.text, run.mark.asOf.seconds, run.mark.campaignFiles.hex,
          run.mark.program,
        ])
    }
  }

  /// What one run judged, in the order in which it did.
  package func submissions(judgedIn run: Int64) throws -> [(id: Int64, Submission)] {
    try original.ledger.read { database in
      try Row.fetchAll(
        try database.cachedStatement(
          sql: """
            SELECT submission.* FROM judgement JOIN submission ON submission.id = judgement.submission
            WHERE campaign = ? AND run = ? ORDER BY receivedAt, sender, digest
            """), arguments: [campaign.text, run]
      ).map { ($0["id"], try submission($0)) }
    }
  }

  /// Every row that the original has otherwise than this copy, which has been filled again.
  ///
  /// At most `limit` of each table.
  package func differences(limit: Int) throws -> [RowDifference] {
    try ledger.tellingFailures {
      try ledger.queue.writeWithoutTransaction(differences(limit))
    }
  }

  private func differences(_ limit: Int) -> (Database) throws -> [RowDifference] {
    { database in
      // By its plain path: a name for a file is no URI.
      try database.execute(sql: "ATTACH ? AS original", arguments: [original.path])
      defer { try? database.execute(sql: "DETACH original") }
      return try RowComparison.derived(in: database).flatMap {
        try $0.differences(in: database, campaign: campaign, limit: limit)
      }
    }
  }
}

/// A ledger as it stood at one moment, in a file of its own.
package struct LedgerCopy: Sendable {
  package let ledger: LedgerStore
  let path: String

  /// Copies the ledger at `path` to `copy`, even while somebody writes in it.
  package init(of path: String, to copy: String) throws {
    try LedgerStore.copy(path, to: copy)
    self.path = copy
    ledger = try LedgerStore(scratch: copy)
  }
}

extension LedgerStore {
  /// How many submissions were judged before runs were recorded, and cannot be judged again.
  package func judgedWithoutRun(in campaign: Code) throws -> Int {
    try read { database in
      try Int.fetchOne(
        database,
        sql: """
          SELECT count(*) FROM judgement JOIN submission ON submission.id = judgement.submission
          WHERE campaign = ? AND run IS NULL
          """, arguments: [campaign.text]) ?? 0
    }
  }
}
