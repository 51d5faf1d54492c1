import GRDB
import Rectification

extension LedgerStore {
  /// Records what was received, before anybody judges it.
  ///
  /// Two things are not recorded again: the very same arrival, met a second time because a run was
  /// cut off before it removed the file, and bytes that were already accepted from this sender. Bytes
  /// that were rejected are: what was wrong then may be right now.
  package func record(_ submissions: [Submission]) throws {
    try queue.write { database in
      let accepted = try database.cachedStatement(
        sql: """
          SELECT 1 FROM submission JOIN judgement ON judgement.submission = submission.id
          WHERE campaign = ? AND sender = ? AND channel = ? AND digest = ?
            AND verdict IN ('accepted', 'accepted-with-warnings')
          """)
      let insert = try database.cachedStatement(
        sql: """
          INSERT INTO submission (campaign, sender, channel, fileName, digest, size, receivedAt)
          VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
          """)
      for submission in submissions {
        let identity: StatementArguments = [
          submission.campaign.text, submission.sender.text, submission.channel.rawValue,
          submission.digest.hex,
        ]
        guard try Int.fetchOne(accepted, arguments: identity) == nil else { continue }
        try insert.execute(arguments: [
          submission.campaign.text, submission.sender.text, submission.channel.rawValue,
          submission.fileName, submission.digest.hex, submission.size,
          submission.receivedAt.seconds,
        ])
      }
    }
  }

  /// Submissions that no run has judged yet, in order of arrival.
  package func pending(in campaign: Code, limit: Int) throws -> [(id: Int64, Submission)] {
    try queue.read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT submission.* FROM submission
          LEFT JOIN judgement ON judgement.submission = submission.id
          WHERE campaign = ? AND judgement.submission IS NULL
          ORDER BY receivedAt, sender, digest LIMIT ?
          """, arguments: [campaign.text, limit]
      ).map { ($0["id"], try submission($0)) }
    }
  }

  /// Everything judged for the weeks through `week` and received by `moment`, by arrival.
  package func judged(in campaign: Code, through week: Week, receivedBy moment: Moment) throws
    -> [JudgedSubmission]
  {
    try judged(
      "campaign = ? AND week <= ? AND receivedAt <= ?",
      [campaign.text, week.description, moment.seconds])
  }

  /// How many submissions are judged for each week, and the number of the last of them.
  ///
  /// Judgements are only ever added, so an equal tally means that nothing has come for the week.
  package func tally(in campaign: Code, receivedBy moment: Moment) throws
    -> [Week: SubmissionTally]
  {
    try queue.read { database in
      let rows = try Row.fetchAll(
        database,
        sql: """
          SELECT week, count(*) AS count, max(submission.id) AS last
          FROM judgement JOIN submission ON submission.id = judgement.submission
          WHERE campaign = ? AND receivedAt <= ? GROUP BY week
          """, arguments: [campaign.text, moment.seconds])
      return try Dictionary(
        rows.map { row in
          let week = try row.value("week", of: "judgement") { Week($0) }
          return (week, SubmissionTally(count: row["count"], last: row["last"]))
        }, uniquingKeysWith: { first, _ in first })
    }
  }

  func judged(_ condition: String, _ arguments: StatementArguments) throws -> [JudgedSubmission] {
    try queue.read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT * FROM judgement JOIN submission ON submission.id = judgement.submission
          WHERE \(condition) ORDER BY receivedAt, sender, digest
          """, arguments: arguments
      ).map(judgedSubmission)
    }
  }
}

func submission(_ row: Row) throws -> Submission {
  Submission(
    campaign: try row.value("campaign", of: "submission") { Code($0) },
    sender: try row.value("sender", of: "submission") { Code($0) },
    channel: try row.value("channel", of: "submission", Submission.Channel.init(rawValue:)),
    fileName: row["fileName"],
    digest: try row.value("digest", of: "submission") { Digest($0) },
    size: row["size"], receivedAt: Moment(seconds: row["receivedAt"]))
}

func judgedSubmission(_ row: Row) throws -> JudgedSubmission {
  JudgedSubmission(
    id: row["id"], submission: try submission(row),
    verdict: try row.value("verdict", of: "judgement", Verdict.init(rawValue:)),
    week: try row.value("week", of: "judgement") { Week($0) }, revision: row["revision"],
    isZeroReport: row["isZeroReport"])
}

/// How much has been judged for a week.
package struct SubmissionTally: Hashable, Sendable {
  package let count: Int
  package let last: Int64
}
