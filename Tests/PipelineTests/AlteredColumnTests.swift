import Foundation
import GRDB
import Ledger
import Pipeline
import Rectification
import TestSupport
import Testing

/// Every column of every table, altered once in one row: verification finds each, whatever the schema holds.
struct AlteredColumnTests {
  @Test func everyColumnOfEveryTableIsGuarded() throws {
    try withTemporaryFolder { folder in
      let drive = try SmallDrive(in: folder)
      try drive.trial.drop(Data(Self.rich.utf8), from: "BM01", as: "rich.json")
      try drive.run("2024-01-12 12:10")
      let held = try #require(
        quarantine(
          of: CampaignSnapshot(code("trial"), in: drive.place).campaign, in: drive.place,
          asOf: moment("2024-01-12 12:20")
        ).first)
      try drive.trial.write(
        """
        决定编号,作出时间,决定,措施编号,新时限,报送,理由,作出人
        D1,2024-01-05 09:00,延期,M4,2024-02-20,,施工许可未批,主任
        D2,2024-01-12 12:15,放行,,,\(held.digest),经核实不涉密,主任

        """, to: "schedules/trial/decisions.csv")
      try drive.run("2024-01-12 12:20")
      // Overdue for so long that a notice goes out.
      try drive.run("2024-01-19 12:05")
      let queue = try DatabaseQueue(path: drive.place.ledger)
      let digest = String(drive.trial.files(below: "ledger/archive")[0].suffix(64))
      try queue.write { try Self.fill($0, digest: digest) }
      let before = try drive.verified().faults
      #expect(before == [])
      var (altered, tables, missed) = (0, 0, [String]())
      for (table, columns) in try queue.read(Self.tables) {
        tables += 1
        for column in columns {
          let kept = try queue.writeWithoutTransaction { try Self.alter(table, column, $0) }
          if Self.isWhole(drive, derived: !Sealing.tables.contains(table)) {
            missed.append("\(table).\(column)")
          }
          altered += 1
          try queue.writeWithoutTransaction { try Self.put(kept, back: table, $0) }
        }
      }
      #expect(missed == [])
      #expect(tables >= 26 && altered >= 160, "\(tables) tables, \(altered) columns")
      #expect(try drive.verified().faults == [])
    }
  }

  /// Sealed rows are looked at in the ledger alone, which is how verification begins; the others are made again.
  private static func isWhole(_ drive: SmallDrive, derived: Bool) -> Bool {
    // What is refused outright is found as well.
    let faults = try? LedgerStore.reading(drive.place.ledger)?.faults()
    guard faults == [] else { return false }
    return derived ? (try? drive.verified().faults.isEmpty) ?? false : true
  }

  /// A report with something in every table of reports.
  private static let rich = """
    {"format": "zhouhui-weekly-report/1", "campaign": "trial", "unit": "BM01", "week": "2024-W02", "revision": 1,
     "submittedAt": "2024-01-10T10:00:00+08:00", "submittedBy": "联络员", "zeroReport": false,
     "entries": [{"measure": "M4", "status": "in-progress", "percent": 60, "progress": "台账已建到街道",
       "evidence": [{"name": "台账.pdf", "sha256": "\(String(repeating: "ab", count: 32))"}]}],
     "coordinationRequests": [{"subject": "人员", "request": "请抽调两人。", "unitsWanted": ["JD01"]}],
     "outcomes": [{"kind": "cases-filed", "count": 1}]}
    """

  /// Rows in the tables that a drive without servers, signatures and channels leaves empty.
  private static func fill(_ database: Database, digest: String) throws {
    database.add(function: Sealing.function)
    try database.execute(
      sql: """
        INSERT INTO signature (submission, digest) VALUES (1, '\(digest)');
        INSERT INTO signatureWait (campaign, sender, digest, seenAt) VALUES ('trial', 'JD01', '\(digest)', 1);
        INSERT INTO fetchAttempt (campaign, unit, week, url, at, succeeded, class, message)
          VALUES ('other', 'JD01', '2024-W02', 'https://a.example', 1704900000, 1, 'ok', '');
        INSERT INTO fetchValidator (url, etag, lastModified) VALUES ('https://a.example', 'x', NULL);
        INSERT INTO inboxLook (campaign, at) VALUES ('other', 1704900000);
        INSERT INTO waitingFile (look, unit, path, reason, amount, setAside, since)
          VALUES ((SELECT max(id) FROM inboxLook), 'JD01', 'p', 'growing', 1, 0, 1704900000);
        INSERT INTO notification (campaign, channel, recipient, key, content, madeAt, nextAt)
          VALUES ('other', 'mail', 'a@example', 'k', x'01', 1, 1);
        INSERT INTO toldAlert (campaign, channel, kind, subject, since, level, step, isOver)
          VALUES ('other', 'mail', 'overdue', 'M1', '2024-01-10', 'red', 1, 0);
        INSERT INTO standing (campaign, week, inputs) VALUES ('other', '2024-W02', '\(digest)');
        INSERT INTO checkpoint (campaign, week, inputs, state) VALUES ('other', '2024-W02', '\(digest)', x'01');
        """)
  }

  private static func tables(_ database: Database) throws -> [(String, [String])] {
    try String.fetchAll(
      database, sql: "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY rowid"
    ).map { table in
      (
        table,
        try Row.fetchAll(database, sql: "SELECT name FROM pragma_table_info(?)", arguments: [table])
          .map { $0["name"] }
      )
    }
  }

  /// Alters one value of the first row, past every trigger and rule; the row as it was.
  private static func alter(_ table: String, _ column: String, _ database: Database) throws -> Kept
  {
    try database.execute(
      sql:
        "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON; PRAGMA recursive_triggers = OFF"
    )
    let triggers = try Row.fetchAll(
      database, sql: "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ?",
      arguments: [table])
    for trigger in triggers {
      try database.execute(sql: "DROP TRIGGER \"\(trigger["name"] as String)\"")
    }
    let order = table.hasPrefix("sqlite_") ? "name" : "1"
    let rows = try Row.fetchAll(database, sql: "SELECT * FROM \"\(table)\" ORDER BY \(order)")
    let row = try #require(rows.first, "\(table) has no row")
    let condition = row.columnNames.map { "\"\($0)\" IS ?" }.joined(separator: " AND ")
    let value: DatabaseValue = row[column]
    let other = Self.other(than: value, in: column)
    try database.execute(
      sql: "UPDATE \"\(table)\" SET \"\(column)\" = ? WHERE \(condition)",
      arguments: [other] + StatementArguments(Array(row.databaseValues)))
    #expect(database.changesCount == 1, "\(table).\(column)")
    for trigger in triggers { try database.execute(sql: trigger["sql"]) }
    return Kept(triggers: triggers, rows: rows)
  }

  private static func other(than value: DatabaseValue, in column: String) -> DatabaseValue {
    switch value.storage {
    case .null:
      ["count", "fen", "step", "run", "sentAt"].contains(column)
        ? 7.databaseValue : "x".databaseValue
    case .int64(let number):
      (column.hasPrefix("is") || column == "succeeded" ? 1 - number : number + 100).databaseValue
    case .double(let number): (number + 1).databaseValue
    case .string(let text):
      (text.isEmpty ? "x" : String(text.dropLast()) + (text.last == "9" ? "8" : "9")).databaseValue
    case .blob(let data): (data + Data([0])).databaseValue
    }
  }

  private struct Kept {
    let triggers: [Row]
    let rows: [Row]
  }

  private static func put(_ kept: Kept, back table: String, _ database: Database) throws {
    for trigger in kept.triggers {
      try database.execute(sql: "DROP TRIGGER \"\(trigger["name"] as String)\"")
    }
    try database.execute(sql: "DELETE FROM \"\(table)\"")
    for row in kept.rows {
      let marks = row.columnNames.map { _ in "?" }.joined(separator: ", ")
      try database.execute(
        sql: "INSERT INTO \"\(table)\" VALUES (\(marks))",
        arguments: StatementArguments(Array(row.databaseValues)))
    }
    for trigger in kept.triggers { try database.execute(sql: trigger["sql"]) }
    try database.execute(sql: "PRAGMA foreign_keys = ON; PRAGMA ignore_check_constraints = OFF")
  }
}
