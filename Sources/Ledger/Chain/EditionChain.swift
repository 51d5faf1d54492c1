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
  /// It was taken over from the outbox, after a ledger older than that was restored.
  package let isAdopted: Bool

  package init(
    ordinal: Int, run: Int64, json: [UInt8], digest: Digest, isAdopted: Bool = false
  ) {
    self.isAdopted = isAdopted
    self.ordinal = ordinal
    self.run = run
    self.json = json
    self.digest = digest
  }
}

/// The record of an edition that is about to be saved.
package struct NewRecord: Hashable, Sendable {
  package let mark: RunMark
  package let record: EditionRecord
  /// What the edition says; a record without it is of an earlier version and cannot be saved.
  package let statement: EditionRecord.Statement
  /// The bytes of `edition.json`.
  package let json: [UInt8]
  package let digest: Digest

  package init(
    mark: RunMark, record: EditionRecord, statement: EditionRecord.Statement, json: [UInt8],
    digest: Digest
  ) {
    self.mark = mark
    self.record = record
    self.statement = statement
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

extension LedgerStore {
  /// Takes over an edition that the outbox has and the ledger does not: its record as the next of the chain,
  /// what it says, and the numbers of its notices.
  package func adopt(_ record: NewRecord) throws {
    try write { database in
      for notice in record.statement.notices {
        try insert(notice, of: record.record.week, in: record.mark.campaign, database)
      }
      try LedgerView(database: database).append(record, isAdopted: true)
    }
  }
}

extension LedgerView {
  /// Adds a record to the chain, with the row of its edition.
  func append(_ new: NewRecord, isAdopted: Bool = false) throws {
    let run = try number(of: new.mark)
    try database.execute(
      sql: """
        INSERT INTO editionRecord (campaign, ordinal, run, json, digest, isAdopted)
        SELECT ?1, coalesce(max(ordinal), 0) + 1, ?2, ?3, ?4, ?5
        FROM editionRecord WHERE campaign = ?1
        """,
      arguments: [
        new.mark.campaign.text, run, String(decoding: new.json, as: UTF8.self), new.digest.hex,
        isAdopted,
      ])
    try insertEdition(new)
  }
}

private func chainedEdition(_ row: Row) throws -> ChainedEdition {
  let json: String = row["json"]
  return ChainedEdition(
    ordinal: row["ordinal"], run: row["run"], json: Array(json.utf8),
    digest: try row.value("digest", of: "editionRecord") { Digest($0) },
    isAdopted: row["isAdopted"])
}
