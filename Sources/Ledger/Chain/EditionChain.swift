import GRDB
import Rectification

/// A link of the chain of editions, as the ledger keeps it.
package struct ChainedEdition: Hashable, Sendable {
  /// From 1, in the order of issuing.
  package let ordinal: Int
  package let run: Int64
  /// The bytes of `edition.json`.
  package let json: [UInt8]
  package let digest: Digest

  package init(ordinal: Int, run: Int64, json: [UInt8], digest: Digest) {
    self.ordinal = ordinal
    self.run = run
    self.json = json
    self.digest = digest
  }
}

/// The record of an edition that is about to be saved.
package struct NewRecord: Hashable, Sendable {
  package let mark: RunMark
  /// The bytes of `edition.json`.
  package let json: [UInt8]
  package let digest: Digest

  package init(mark: RunMark, json: [UInt8], digest: Digest) {
    self.mark = mark
    self.json = json
    self.digest = digest
  }
}

let editionChain = """
  -- 期次存证: one row an issue or correction, never changed and never removed.
  CREATE TABLE editionRecord (
    campaign TEXT NOT NULL,
    ordinal INTEGER NOT NULL CHECK (ordinal >= 1),
    run INTEGER NOT NULL REFERENCES run (id),
    -- edition.json to the byte, and its SHA-256.
    json TEXT NOT NULL,
    digest TEXT NOT NULL CHECK (length(digest) = 64),
    PRIMARY KEY (campaign, ordinal)
  ) STRICT, WITHOUT ROWID;
  CREATE TRIGGER editionRecordStays BEFORE UPDATE ON editionRecord
    BEGIN SELECT RAISE(ABORT, 'an edition record is never changed'); END;
  CREATE TRIGGER editionRecordRemains BEFORE DELETE ON editionRecord
    BEGIN SELECT RAISE(ABORT, 'an edition record is never removed'); END;
  """

extension LedgerStore {
  /// The chain of a campaign's editions, first to last.
  package func editionChain(of campaign: Code) throws -> [ChainedEdition] {
    try read { database in
      try Row.fetchAll(
        database, sql: "SELECT * FROM editionRecord WHERE campaign = ? ORDER BY ordinal",
        arguments: [campaign.text]
      ).map(chainedEdition)
    }
  }

  /// The last link of the chain; nil before the first issue.
  package func lastRecord(of campaign: Code) throws -> ChainedEdition? {
    try read { database in
      try Row.fetchOne(
        database,
        sql: "SELECT * FROM editionRecord WHERE campaign = ? ORDER BY ordinal DESC LIMIT 1",
        arguments: [campaign.text]
      ).map(chainedEdition)
    }
  }
}

extension LedgerView {
  func append(_ record: NewRecord) throws {
    let run = try number(of: record.mark)
    try database.execute(
      sql: """
        INSERT INTO editionRecord (campaign, ordinal, run, json, digest)
        SELECT ?1, coalesce(max(ordinal), 0) + 1, ?2, ?3, ?4
        FROM editionRecord WHERE campaign = ?1
        """,
      arguments: [
        record.mark.campaign.text, run, String(decoding: record.json, as: UTF8.self),
        record.digest.hex,
      ])
  }
}

private func chainedEdition(_ row: Row) throws -> ChainedEdition {
  let json: String = row["json"]
  return ChainedEdition(
    ordinal: row["ordinal"], run: row["run"], json: Array(json.utf8),
    digest: try row.value("digest", of: "editionRecord") { Digest($0) })
}
