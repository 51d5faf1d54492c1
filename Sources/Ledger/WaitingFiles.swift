import GRDB
import Rectification

extension LedgerStore {
  /// Remembers what the run at `moment` left in the inbox.
  ///
  /// A look that sees the same as the last one is not kept; what was left before keeps the moment it
  /// was first left.
  package func save(
    waiting files: [WaitingFile], in campaign: Code, at moment: Moment
  ) throws {
    let last = try waiting(in: campaign, knownAt: moment)
    let dated = files.map { file in
      let known = last.first {
        $0.unit == file.unit && $0.path == file.path && $0.reason.code == file.reason.code
      }
      return known.map { file.since($0.since) } ?? file
    }
    guard Set(dated) != Set(last) else { return }
    try write { database in
      try database.execute(
        sql: "INSERT INTO inboxLook (campaign, at) VALUES (?, ?)",
        arguments: [campaign.text, moment.seconds])
      let look = database.lastInsertedRowID
      let insert = try database.cachedStatement(
        sql: """
          INSERT OR IGNORE INTO waitingFile (look, unit, path, reason, amount, setAside, since)
          VALUES (?, ?, ?, ?, ?, ?, ?)
          """)
      for file in dated {
        try insert.execute(arguments: [
          look, file.unit.text, file.path, file.reason.code, file.reason.amount,
          file.reason.setAside, file.since.seconds,
        ])
      }
    }
  }

  /// What the last run by `moment` left in the inbox, by unit and path.
  package func waiting(in campaign: Code, knownAt moment: Moment) throws -> [WaitingFile] {
    try read { database in
      try Row.fetchAll(
        try database.cachedStatement(
          sql: """
            SELECT * FROM waitingFile WHERE look = (
              SELECT id FROM inboxLook WHERE campaign = ? AND at <= ? ORDER BY at DESC, id DESC LIMIT 1)
            ORDER BY unit, path, reason
            """), arguments: [campaign.text, moment.seconds]
      ).map(waitingFile)
    }
  }

  /// The looks at the inbox by `moment` that found something set aside, and all others beside them: when,
  /// and one line for each; none where nothing ever was.
  package func floodLines(
    in campaign: Code, knownAt moment: Moment
  ) throws -> [(at: Moment, line: String)] {
    try read { database in
      let looks = try Row.fetchAll(
        database,
        sql: """
          SELECT at, unit, amount, setAside, since FROM inboxLook
          LEFT JOIN waitingFile ON look = id AND reason = 'flood'
          WHERE campaign = ? AND at <= ? ORDER BY at, id, unit
          """, arguments: [campaign.text, moment.seconds])
      guard looks.contains(where: { $0["unit"] as String? != nil }) else { return [] }
      return looks.map { row in
        let cells = ["unit", "amount", "setAside", "since"].map { "\(row[$0] as DatabaseValue)" }
        return (Moment(seconds: row["at"]), "\(row["at"] as Int64) \(cells)")
      }
    }
  }

  /// How many files of each unit the inbox brought in the hour before `moment`.
  package func inboxArrivals(in campaign: Code, before moment: Moment) throws -> [Code: Int] {
    try read { database in
      let rows = try Row.fetchAll(
        database,
        sql: """
          SELECT sender, count(*) AS count FROM submission
          WHERE campaign = ? AND channel = 'inbox' AND receivedAt > ? AND receivedAt <= ?
          GROUP BY sender
          """, arguments: [campaign.text, moment.seconds - Flood.window, moment.seconds])
      return try Dictionary(
        rows.map { (try $0.value("sender", of: "submission") { Code($0) }, $0["count"]) },
        uniquingKeysWith: { first, _ in first })
    }
  }
}

private func waitingFile(_ row: Row) throws -> WaitingFile {
  let (amount, setAside): (Int, Int) = (row["amount"], row["setAside"])
  return WaitingFile(
    unit: try row.value("unit", of: "waitingFile") { Code($0) }, path: row["path"],
    reason: try row.value("reason", of: "waitingFile") {
      WaitingFile.Reason(code: $0, amount: amount, setAside: setAside)
    }, since: Moment(seconds: row["since"]))
}

let waitingFiles = """
  -- One row a run that found the inbox otherwise than the run before it.
  CREATE TABLE inboxLook (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    campaign TEXT NOT NULL,
    at INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX inboxLookByMoment ON inboxLook (campaign, at);

  -- What that run left there. The amount is bytes of a growing file, files within the hour of a flood.
  CREATE TABLE waitingFile (
    look INTEGER NOT NULL REFERENCES inboxLook (id),
    unit TEXT NOT NULL,
    path TEXT NOT NULL,
    reason TEXT NOT NULL CHECK (reason IN ('growing', 'incomplete', 'unsigned', 'flood')),
    amount INTEGER NOT NULL,
    setAside INTEGER NOT NULL,
    since INTEGER NOT NULL,
    PRIMARY KEY (look, unit, path, reason)
  ) STRICT, WITHOUT ROWID;
  """
