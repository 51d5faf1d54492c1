import GRDB
import Rectification

let firstIssues = """
  -- The week that the first run of a campaign took up; the weeks before it are not issued.
  CREATE TABLE firstIssue (
    campaign TEXT PRIMARY KEY,
    week TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  INSERT INTO firstIssue SELECT campaign, min(week) FROM edition GROUP BY campaign;
  """

extension LedgerStore {
  /// The week that the first run of a campaign took up; nil before there was any.
  package func firstIssue(of campaign: Code) throws -> Week? {
    try read { database in
      try Row.fetchOne(
        database, sql: "SELECT week FROM firstIssue WHERE campaign = ?",
        arguments: [campaign.text]
      ).map { row in try row.value("week", of: "firstIssue") { Week($0) } }
    }
  }

  /// Remembers the week that the first run takes up; whatever a later one says changes nothing.
  package func takeUp(_ week: Week, of campaign: Code) throws {
    guard try firstIssue(of: campaign) == nil else { return }
    try write { database in
      try database.execute(
        sql: "INSERT OR IGNORE INTO firstIssue (campaign, week) VALUES (?, ?)",
        arguments: [campaign.text, week.description])
    }
  }
}
