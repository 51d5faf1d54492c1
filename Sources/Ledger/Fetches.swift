import GRDB
import Rectification

/// One attempt to fetch one unit's report, as the ledger keeps it.
package struct FetchRecord: Hashable, Sendable {
  package let unit: Code
  package let week: Week
  package let url: String
  package let at: Moment
  package let succeeded: Bool
  /// The stable name of what happened, such as `ok`, `timeout` or `http-status`.
  package let kind: String
  package let message: String

  package init(
    unit: Code, week: Week, url: String, at: Moment, succeeded: Bool, kind: String, message: String
  ) {
    self.unit = unit
    self.week = week
    self.url = url
    self.at = at
    self.succeeded = succeeded
    self.kind = kind
    self.message = message
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
          attempt.at.seconds, attempt.succeeded, attempt.kind, attempt.message,
        ])
      }
    }
  }

  /// The units whose last fetch for a week, by `moment`, failed, with what it said.
  package func failedFetches(of week: Week, in campaign: Code, by moment: Moment) throws
    -> [FailedFetch]
  {
    try read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT unit, succeeded, message, max(id) FROM fetchAttempt
          WHERE campaign = ? AND week = ? AND at <= ? GROUP BY unit
          """, arguments: [campaign.text, week.description, moment.seconds]
      ).filter { !($0["succeeded"] as Bool) }.map { row in
        FailedFetch(
          unit: try row.value("unit", of: "fetchAttempt") { Code($0) }, week: week,
          reason: row["message"])
      }
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
