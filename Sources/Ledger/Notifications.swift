import Foundation
import GRDB
import Rectification

/// What is on its way to the channels, and how far each of them has been told of every alert.
let notifications = """
  CREATE TABLE notification (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    campaign TEXT NOT NULL,
    channel TEXT NOT NULL,
    -- Empty for a webhook.
    recipient TEXT NOT NULL,
    key TEXT NOT NULL UNIQUE,
    -- As every attempt sends it, byte for byte.
    content BLOB NOT NULL,
    madeAt INTEGER NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0 CHECK (attempts >= 0),
    nextAt INTEGER NOT NULL,
    sentAt INTEGER,
    failureZh TEXT NOT NULL DEFAULT '',
    failureEn TEXT NOT NULL DEFAULT ''
  ) STRICT;
  CREATE INDEX notificationUnsent ON notification (campaign) WHERE sentAt IS NULL;

  CREATE TABLE toldAlert (
    campaign TEXT NOT NULL,
    channel TEXT NOT NULL,
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    since TEXT NOT NULL,
    level TEXT NOT NULL,
    step INTEGER,
    isOver INTEGER NOT NULL CHECK (isOver IN (0, 1)),
    PRIMARY KEY (campaign, channel, kind, subject, since)
  ) STRICT, WITHOUT ROWID;
  """

/// One message to one recipient, as it will be sent.
package struct Envelope: Hashable, Sendable {
  package let recipient: String
  package let key: String
  package let content: [UInt8]

  package init(recipient: String, key: String, content: [UInt8]) {
    self.recipient = recipient
    self.key = key
    self.content = content
  }
}

/// What one channel is to be told, as it is put into the queue.
package struct NewNotification: Hashable, Sendable {
  package let channel: Code
  /// The states it tells of, from which the next one goes on.
  package let told: [AlertState]
  package let envelopes: [Envelope]
  package let madeAt: Moment

  package init(channel: Code, told: [AlertState], envelopes: [Envelope], madeAt: Moment) {
    self.channel = channel
    self.told = told
    self.envelopes = envelopes
    self.madeAt = madeAt
  }
}

/// A message that has not been delivered yet.
package struct UnsentNotification: Hashable, Sendable {
  package let id: Int64
  package let channel: Code
  package let envelope: Envelope
  package let madeAt: Moment
  package let attempts: Int
  package let nextAt: Moment
  /// Why it has not been delivered; empty before the first attempt.
  package let failure: Bilingual
}

extension LedgerStore {
  /// How far a channel has been told of every alert it ever heard of.
  package func toldAlerts(by channel: Code, in campaign: Code) throws -> [AlertState] {
    try read { database in
      try Row.fetchAll(
        database, sql: "SELECT * FROM toldAlert WHERE campaign = ? AND channel = ?",
        arguments: [campaign.text, channel.text]
      ).map { row in
        let step: Int? = row["step"]
        return AlertState(
          identity: .init(
            kind: try row.value("kind", of: "toldAlert", Alert.Kind.init(rawValue:)),
            subject: try row.value("subject", of: "toldAlert") { Code($0) }),
          since: try row.value("since", of: "toldAlert") { CivilDate($0) },
          level: try row.value("level", of: "toldAlert", Alert.Level.init(rawValue:)),
          step: step.flatMap(LadderStep.init(rawValue:)), isOver: row["isOver"])
      }
    }
  }

  /// Everything undelivered, the oldest first.
  package func unsentNotifications(in campaign: Code) throws -> [UnsentNotification] {
    try read { database in
      try Row.fetchAll(
        database,
        sql: "SELECT * FROM notification WHERE campaign = ? AND sentAt IS NULL ORDER BY id",
        arguments: [campaign.text]
      ).map { row in
        UnsentNotification(
          id: row["id"], channel: try row.value("channel", of: "notification") { Code($0) },
          envelope: Envelope(
            recipient: row["recipient"], key: row["key"], content: Array(row["content"] as Data)),
          madeAt: Moment(seconds: row["madeAt"]), attempts: row["attempts"],
          nextAt: Moment(seconds: row["nextAt"]),
          failure: Bilingual(zh: row["failureZh"], en: row["failureEn"]))
      }
    }
  }

  /// Remembers that a message was taken: it is not sent again.
  package func recordDelivery(of id: Int64, at moment: Moment) throws {
    try write { database in
      try database.execute(
        sql: "UPDATE notification SET sentAt = ?, attempts = attempts + 1 WHERE id = ?",
        arguments: [moment.seconds, id])
    }
  }

  /// Remembers that a message was not taken, why, and when it is due again.
  package func recordFailure(of id: Int64, _ failure: Bilingual, nextAt: Moment) throws {
    try write { database in
      try database.execute(
        sql: """
          UPDATE notification
          SET attempts = attempts + 1, nextAt = ?, failureZh = ?, failureEn = ? WHERE id = ?
          """, arguments: [nextAt.seconds, failure.zh, failure.en, id])
    }
  }
}

extension LedgerStore {
  /// Remembers why a message could not even be tried, which is no attempt and puts nothing off.
  package func recordObstacle(to id: Int64, _ why: Bilingual) throws {
    try write { database in
      try database.execute(
        sql: "UPDATE notification SET failureZh = ?, failureEn = ? WHERE id = ?",
        arguments: [why.zh, why.en, id])
    }
  }
}

/// Queues what the channels are to be told, in the transaction that saves the edition it is about.
func enqueue(_ telling: [NewNotification], in campaign: Code, _ database: Database) throws {
  for one in telling {
    for envelope in one.envelopes {
      // A ledger that was restored may make an edition again, of which a message is queued already.
      try database.execute(
        sql: """
          INSERT INTO notification (campaign, channel, recipient, key, content, madeAt, nextAt)
          SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7
          WHERE NOT EXISTS (SELECT 1 FROM notification WHERE key = ?4)
          """,
        arguments: [
          campaign.text, one.channel.text, envelope.recipient, envelope.key,
          Data(envelope.content), one.madeAt.seconds, one.madeAt.seconds,
        ])
    }
    for state in one.told {
      try database.execute(
        sql: """
          INSERT OR REPLACE INTO toldAlert
            (campaign, channel, kind, subject, since, level, step, isOver)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          campaign.text, one.channel.text, state.identity.kind.rawValue,
          state.identity.subject.text, state.since.description, state.level.rawValue,
          state.step?.rawValue, state.isOver,
        ])
    }
  }
}
