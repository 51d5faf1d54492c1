import GRDB
import Rectification

let identities = """
  -- Which ledger this is, made with it and never changed: a backup is of this ledger or of another.
  CREATE TABLE identity (
    name TEXT PRIMARY KEY CHECK (length(name) = 32)
  ) STRICT, WITHOUT ROWID;
  INSERT INTO identity VALUES (lower(hex(randomblob(16))));
  """

/// The inputs by which the last edition of a week still stands: something came in that changed nothing.
let standings = """
  CREATE TABLE standing (
    campaign TEXT NOT NULL,
    week TEXT NOT NULL,
    inputs TEXT NOT NULL CHECK (length(inputs) = 64),
    PRIMARY KEY (campaign, week)
  ) STRICT, WITHOUT ROWID;
  """

/// What the application id of the file says it is: `ZHHU`.
let applicationID = 0x5A48_4855

extension LedgerStore {
  /// Which ledger this is, as 32 hexadecimal digits; the copy in a backup has the same.
  package func identity() throws -> String {
    try read { database in
      guard let name = try String.fetchOne(database, sql: "SELECT name FROM identity") else {
        throw DamagedLedger(table: "identity", detail: "no row")
      }
      return name
    }
  }

  /// Whether SQLite's indexes hold as many rows as their tables, which a damaged one most often does not.
  ///
  /// It reads each index once and costs little; `structuralFaults` makes the full check.
  package func refuseDamagedIndexes() throws {
    try read { database in
      let indexes = try Row.fetchAll(
        database,
        sql: """
          SELECT name, tbl_name FROM sqlite_master
          WHERE type = 'index' AND coalesce(sql, '') NOT LIKE '% WHERE %'
            AND NOT EXISTS (SELECT 1 FROM pragma_index_list(tbl_name) AS list
              WHERE list.name = sqlite_master.name AND list.origin = 'pk')
          """)
      for index in indexes {
        let (name, table): (String, String) = (index["name"], index["tbl_name"])
        let counts = try [" INDEXED BY \"\(name)\"", " NOT INDEXED"].map { hint in
          try Int.fetchOne(database, sql: "SELECT count(*) FROM \"\(table)\"\(hint)")
        }
        guard counts[0] == counts[1] else {
          throw DamagedLedger(
            table: table, detail: "index \(name): \(counts[0] ?? -1) rows, table \(counts[1] ?? -1)"
          )
        }
      }
    }
  }
}
