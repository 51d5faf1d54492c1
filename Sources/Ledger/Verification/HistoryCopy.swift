import DurableFiles
import GRDB
import Rectification

/// A copy of a ledger in which one campaign has received everything and judged and issued nothing.
///
/// It is a type of its own so that nothing can ever be taken out of the ledger itself.
package struct HistoryCopy: Sendable {
  package let ledger: LedgerStore
  private let original: String
  /// The original, for questions; attaching it would have every statement of the copy prepared anew.
  private let past: DatabaseQueue
  private let campaign: Code

  /// Copies the ledger at `path` to `copy`, which its maker removes.
  package init(of path: String, to copy: String, campaign: Code) throws {
    try LedgerStore.copy(path, to: copy)
    ledger = try LedgerStore(scratch: copy)
    original = path
    past = try LedgerStore.readOnly(path)
    self.campaign = campaign
    try ledger.write(forget)
  }

  private func forget(_ database: Database) throws {
    try database.execute(sql: "DROP TRIGGER IF EXISTS editionRecordRemains")
    let mine = "(SELECT id FROM submission WHERE campaign = ?)"
    for table in JudgedTable.all.reversed() {
      try database.execute(
        sql: "DELETE FROM \(table.name) WHERE submission IN \(mine)", arguments: [campaign.text])
    }
    for table in ["editionRecord", "notice", "edition", "checkpoint", "weekDigest", "run"] {
      try database.execute(
        sql: "DELETE FROM \(table) WHERE campaign = ?", arguments: [campaign.text])
    }
  }

  /// What one run judged, in the order in which it did; `run` is its number in the original.
  package func submissions(judgedIn run: Int64) throws -> [(id: Int64, Submission)] {
    try past.read { database in
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
    try attached { database in
      try (JudgedTable.all.map(\.comparison) + RowComparison.ofEditions).flatMap {
        try $0.differences(in: database, campaign: campaign, limit: limit)
      }
    }
  }

  private func attached<Value>(_ body: (Database) throws -> Value) throws -> Value {
    try ledger.queue.writeWithoutTransaction { database in
      try database.execute(sql: "ATTACH ? AS original", arguments: ["file:\(original)?mode=ro"])
      defer { try? database.execute(sql: "DETACH original") }
      return try body(database)
    }
  }
}

extension LedgerStore {
  /// What SQLite itself finds wrong with the file; nothing when it is whole.
  package func structuralFaults() throws -> [String] {
    try read { database in
      try String.fetchAll(database, sql: "PRAGMA integrity_check").filter { $0 != "ok" }
        + Row.fetchAll(database, sql: "PRAGMA foreign_key_check").map {
          "foreign key: \($0["table"] as String) → \($0["parent"] as String)"
        }
    }
  }

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
