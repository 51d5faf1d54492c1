import GRDB
import Rectification

extension LedgerStore {
  /// Records what was received, before anybody judges it.
  ///
  /// Three things are not recorded again: the very same arrival, met a second time because a run was
  /// cut off before it removed the file; bytes that were fetched by a run that was cut off before it
  /// judged them, and are fetched again; and bytes that were already accepted from this sender. Bytes
  /// that were rejected are: what was wrong then may be right now. But a server that is asked every hour
  /// gives the same bytes every hour, so what was fetched and rejected counts again after most of a day.
  package func record(_ submissions: [Submission]) throws {
    try write { try record(submissions, in: $0) }
  }

  func record(_ submissions: [Submission], in database: Database) throws {
    let known = try database.cachedStatement(
      sql: """
        SELECT 1 FROM submission LEFT JOIN judgement ON judgement.submission = submission.id
        LEFT JOIN release ON release.submission = submission.id
        WHERE campaign = ? AND sender = ? AND channel = ? AND digest = ?
          AND (coalesce(release.verdict, judgement.verdict)
              IN ('accepted', 'accepted-with-warnings')
            OR channel = 'http' AND (judgement.verdict IS NULL
              OR judgement.verdict = 'quarantined' OR receivedAt > ?))
        """)
    // Not ON CONFLICT DO NOTHING: that uses up a number, and the numbers are part of what is published.
    let insert = try database.cachedStatement(
      sql: """
        INSERT INTO submission (campaign, sender, channel, fileName, digest, size, receivedAt)
        SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7 WHERE NOT EXISTS (
          SELECT 1 FROM submission WHERE campaign = ?1 AND sender = ?2 AND channel = ?3
            AND digest = ?5 AND receivedAt = ?7)
        """)
    for submission in submissions {
      let identity: StatementArguments = [
        submission.campaign.text, submission.sender.text, submission.channel.rawValue,
        submission.digest.hex,
      ]
      let recently = submission.receivedAt.seconds - sameAnswerSeconds
      guard try Int.fetchOne(known, arguments: identity + [recently]) == nil else { continue }
      try insert.execute(arguments: [
        submission.campaign.text, submission.sender.text, submission.channel.rawValue,
        submission.fileName, submission.digest.hex, submission.size,
        submission.receivedAt.seconds,
      ])
    }
  }

  /// The bytes that a unit's server gave last; nil before it gave any.
  package func lastFetched(from unit: Code, in campaign: Code) throws -> Digest? {
    try read { database in
      try Row.fetchOne(
        database,
        sql: """
          SELECT digest FROM submission WHERE campaign = ? AND sender = ? AND channel = 'http'
          ORDER BY receivedAt DESC, id DESC LIMIT 1
          """, arguments: [campaign.text, unit.text]
      ).map { try $0.value("digest", of: "submission") { Digest($0) } }
    }
  }

  package func submissionCount(in campaign: Code) throws -> Int {
    try read { database in
      try Int.fetchOne(
        database, sql: "SELECT count(*) FROM submission WHERE campaign = ?",
        arguments: [campaign.text]) ?? 0
    }
  }

  /// Submissions that no run has judged yet, of those received before a moment or of all, by arrival.
  package func pending(
    in campaign: Code, before moment: Moment? = nil, limit: Int
  ) throws -> [(id: Int64, Submission)] {
    try read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT submission.* FROM submission
          LEFT JOIN judgement ON judgement.submission = submission.id
          WHERE campaign = ? AND judgement.submission IS NULL AND receivedAt < ?
          ORDER BY receivedAt, sender, digest LIMIT ?
          """, arguments: [campaign.text, moment?.seconds ?? .max, limit]
      ).map { ($0["id"], try submission($0)) }
    }
  }

  /// Everything judged for the weeks through `week` and received by `moment`, by arrival.
  package func judged(in campaign: Code, through week: Week, receivedBy moment: Moment) throws
    -> [JudgedSubmission]
  {
    try look {
      try $0.judged(
        "campaign = ? AND week <= ?", [campaign.text, week.description], knownAt: moment)
    }
  }
}

extension LedgerStore {
  /// Everything judged in a campaign, as known at `moment`, by arrival.
  package func allJudged(in campaign: Code, knownAt moment: Moment) throws -> [JudgedSubmission] {
    try look { try $0.judged("campaign = ?", [campaign.text], knownAt: moment) }
  }

  /// The SHA-256 of everything a campaign has received, signatures too, each once and sorted.
  package func keptDigests(of campaign: Code) throws -> [Digest] {
    try read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT digest FROM submission WHERE campaign = ?1
          UNION SELECT signature.digest FROM signature
            JOIN submission ON submission.id = signature.submission WHERE campaign = ?1
          ORDER BY 1
          """, arguments: [campaign.text]
      ).map { row in try row.value("digest", of: "submission") { Digest($0) } }
    }
  }
}

/// How long a rejected answer of a server, given again, is the same sending: 20 hours.
private let sameAnswerSeconds: Int64 = 20 * 3_600

func submission(_ row: Row) throws -> Submission {
  Submission(
    campaign: try row.value("campaign", of: "submission") { Code($0) },
    sender: try row.value("sender", of: "submission") { Code($0) },
    channel: try row.value("channel", of: "submission", Submission.Channel.init(rawValue:)),
    fileName: row["fileName"],
    digest: try row.value("digest", of: "submission") { Digest($0) },
    size: row["size"], receivedAt: Moment(seconds: row["receivedAt"]))
}
