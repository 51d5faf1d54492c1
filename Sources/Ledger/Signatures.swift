import GRDB
import Rectification

let signatures = """
  -- The signature that came with a submission; its bytes are in the archive.
  CREATE TABLE signature (
    submission INTEGER PRIMARY KEY REFERENCES submission (id),
    digest TEXT NOT NULL CHECK (length(digest) = 64)
  ) STRICT;

  -- Reports that lie in the inbox without the signature they need, and since which run.
  CREATE TABLE signatureWait (
    campaign TEXT NOT NULL,
    sender TEXT NOT NULL,
    digest TEXT NOT NULL CHECK (length(digest) = 64),
    seenAt INTEGER NOT NULL,
    PRIMARY KEY (campaign, sender, digest)
  ) STRICT, WITHOUT ROWID;
  """

extension LedgerStore {
  /// Whether a report that lies in the inbox without its signature has to wait for it at `moment`.
  ///
  /// It waits from the run that first sees it to the next; not at all when this very arrival was
  /// recorded before a run was cut off.
  package func mustWait(_ submission: Submission, at moment: Moment) throws -> Bool {
    try write { database in
      let isKnown = try Int.fetchOne(
        database,
        sql: """
          SELECT 1 FROM submission
          WHERE campaign = ? AND sender = ? AND digest = ? AND receivedAt = ? AND channel = 'inbox'
          """, arguments: sending(submission) + [submission.receivedAt.seconds])
      if isKnown != nil { return false }
      let sending = sending(submission)
      try database.execute(
        sql:
          "INSERT OR IGNORE INTO signatureWait (campaign, sender, digest, seenAt) VALUES (?, ?, ?, ?)",
        arguments: sending + [moment.seconds])
      let since = try Int64.fetchOne(
        database,
        sql: "SELECT seenAt FROM signatureWait WHERE campaign = ? AND sender = ? AND digest = ?",
        arguments: sending)
      return since.map { $0 >= moment.seconds } ?? true
    }
  }

  private func sending(_ submission: Submission) -> StatementArguments {
    [submission.campaign.text, submission.sender.text, submission.digest.hex]
  }

  /// The same as `record`, together with the signature that the submission came with.
  package func record(_ submission: Submission, signature: Digest?) throws {
    try write { database in
      try record([submission], in: database)
      let sending = sending(submission)
      try database.execute(
        sql: "DELETE FROM signatureWait WHERE campaign = ? AND sender = ? AND digest = ?",
        arguments: sending)
      guard let signature else { return }
      try database.execute(
        sql: """
          INSERT OR IGNORE INTO signature (submission, digest) SELECT id, ? FROM submission
          WHERE campaign = ? AND sender = ? AND digest = ? AND receivedAt = ? AND channel = ?
          """,
        arguments: [signature.hex] + sending
          + [submission.receivedAt.seconds, submission.channel.rawValue])
    }
  }
}

extension LedgerView {
  /// The signature that a submission came with, by its SHA-256; nil when there was none.
  package func signature(of submission: Int64) throws -> Digest? {
    let hex = try String.fetchOne(
      try database.cachedStatement(sql: "SELECT digest FROM signature WHERE submission = ?"),
      arguments: [submission])
    return try hex.map { hex in
      guard let digest = Digest(hex) else {
        throw DamagedLedger(table: "signature", detail: "digest is not valid: \(hex.prefix(60))")
      }
      return digest
    }
  }
}
