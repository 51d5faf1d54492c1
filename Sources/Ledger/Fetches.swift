import GRDB
import Rectification

/// One attempt to fetch one unit's report, as the ledger keeps it.
package struct FetchRecord: Hashable, Sendable {
  package let unit: Code
  package let week: Week
  package let url: String
  package let at: Moment
  package let attempt: Attempt

  /// What came of it.
  package struct Attempt: Hashable, Sendable {
    package let succeeded: Bool
    /// The stable name of what happened, such as `ok`, `timeout` or `http-404`.
    package let kind: String
    package let message: String

    package init(succeeded: Bool, kind: String, message: String) {
      self.succeeded = succeeded
      self.kind = kind
      self.message = message
    }
  }

  package init(unit: Code, week: Week, url: String, at: Moment, attempt: Attempt) {
    self.unit = unit
    self.week = week
    self.url = url
    self.at = at
    self.attempt = attempt
  }
}

/// What a server said of a body, to be said back when asking again.
package struct FetchValidator: Hashable, Sendable {
  package let etag: String?
  package let lastModified: String?

  package init(etag: String?, lastModified: String?) {
    self.etag = etag
    self.lastModified = lastModified
  }
}

extension LedgerStore {
  package func record(_ attempts: [FetchRecord], in campaign: Code) throws {
    try write { database in
      let statement = try database.cachedStatement(
        sql: """
          INSERT INTO fetchAttempt (campaign, unit, week, url, at, succeeded, class, message)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?)
          """)
      for attempt in attempts {
        try statement.execute(arguments: [
          campaign.text, attempt.unit.text, attempt.week.description, attempt.url,
          attempt.at.seconds, attempt.attempt.succeeded, attempt.attempt.kind,
          attempt.attempt.message,
        ])
      }
    }
  }

  /// The units whose last fetch for each week, by `moment`, failed, each with its last attempts.
  package func failedFetches(in campaign: Code, by moment: Moment) throws -> [Week: [FailedFetch]] {
    try read { database in
      let rows = try Row.fetchAll(
        try database.cachedStatement(
          sql: """
            WITH known AS (
              SELECT week, unit, id, at, class, message, max(CASE WHEN succeeded THEN id ELSE 0 END)
                OVER (PARTITION BY week, unit) AS better
              FROM fetchAttempt WHERE campaign = ? AND at <= ?),
            failing AS (
              SELECT *, row_number() OVER (PARTITION BY week, unit ORDER BY id DESC) AS back,
                min(at) OVER (PARTITION BY week, unit) AS since
              FROM known WHERE id > better)
            SELECT * FROM failing WHERE back <= ? ORDER BY week, unit, back DESC
            """),
        arguments: [campaign.text, moment.seconds, FailedFetch.attemptsKept])
      let weeks = try Dictionary(grouping: rows, by: { $0["week"] as String }).values.compactMap {
        try failedFetches($0)
      }
      return Dictionary(weeks, uniquingKeysWith: { first, _ in first })
    }
  }

  /// Of one week, in the order of the units' codes.
  private func failedFetches(_ rows: [Row]) throws -> (Week, [FailedFetch])? {
    guard let first = rows.first else { return nil }
    let week = try first.value("week", of: "fetchAttempt") { Week($0) }
    let units = Dictionary(grouping: rows, by: { $0["unit"] as String })
    return (
      week,
      try units.values.compactMap { try failedFetch($0, week: week) }.sorted { $0.unit < $1.unit }
    )
  }

  /// The units whose last answer was rejected: what is wrong with it may be mended in the campaign's
  /// own files, or be right by next week.
  package func unitsRejected(in campaign: Code) throws -> Set<Code> {
    try read { database in
      let rows = try Row.fetchAll(
        database,
        sql: """
          SELECT sender, verdict, max(submission.id) FROM submission
          JOIN judgement ON judgement.submission = submission.id
          WHERE campaign = ? AND channel = 'http' GROUP BY sender
          """, arguments: [campaign.text])
      return Set(
        try rows.filter { $0["verdict"] == Verdict.rejected.rawValue }.map { row in
          try row.value("sender", of: "submission") { Code($0) }
        })
    }
  }

  package func validator(of url: String) throws -> FetchValidator? {
    try read { database in
      try Row.fetchOne(
        database, sql: "SELECT * FROM fetchValidator WHERE url = ?", arguments: [url]
      ).map { FetchValidator(etag: $0["etag"], lastModified: $0["lastModified"]) }
    }
  }

  package func save(_ validator: FetchValidator, of url: String) throws {
    try write { database in
      try database.execute(
        sql: """
          INSERT INTO fetchValidator (url, etag, lastModified) VALUES (?, ?, ?)
          ON CONFLICT (url) DO UPDATE SET
            etag = excluded.etag, lastModified = excluded.lastModified
          """, arguments: [url, validator.etag, validator.lastModified])
    }
  }
}

/// The attempts of one unit since the last that worked, oldest first.
private func failedFetch(_ rows: [Row], week: Week) throws -> FailedFetch? {
  guard let last = rows.last else { return nil }
  return FailedFetch(
    unit: try last.value("unit", of: "fetchAttempt") { Code($0) }, week: week,
    reason: last["message"], since: Moment(seconds: last["since"]),
    attempts: rows.map { row in
      FailedFetch.Attempt(
        at: Moment(seconds: row["at"]), kind: row["class"], message: row["message"])
    })
}
