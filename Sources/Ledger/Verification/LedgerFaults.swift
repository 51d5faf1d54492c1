import GRDB
import Rectification

/// Something in the ledger that is not as a run left it, found by looking at the ledger alone.
package struct LedgerFault: Hashable, Sendable {
  /// A table, with the key of a row where it is one.
  package let place: String
  package let message: Bilingual
}

extension LedgerStore {
  /// What SQLite itself finds wrong with the file, where the schema is another, and every sealed row that
  /// reads otherwise than it was written; nothing when all is whole.
  package func faults(limit: Int = 20) throws -> [LedgerFault] {
    let structural = try structuralFaults()
    guard structural.isEmpty else {
      return structural.map { LedgerFault(place: "", message: Bilingual(zh: $0, en: $0)) }
    }
    return try schemaFaults() + sealFaults(limit: limit) + sequenceFaults()
  }

  /// What SQLite itself finds wrong with the file; nothing when it is whole.
  private func structuralFaults() throws -> [String] {
    try read { database in
      try String.fetchAll(database, sql: "PRAGMA integrity_check").filter { $0 != "ok" }
        + Row.fetchAll(database, sql: "PRAGMA foreign_key_check").map {
          "foreign key: \($0["table"] as String) → \($0["parent"] as String)"
        }
    }
  }

  /// Tables, indexes and triggers that are not those of a new ledger.
  private func schemaFaults() throws -> [LedgerFault] {
    let fresh = try LedgerStore().schema()
    let found = try schema()
    return Set(fresh.keys).union(found.keys).sorted().filter { fresh[$0] != found[$0] }.map {
      LedgerFault(
        place: $0,
        message: Bilingual(zh: "表的结构不是本程序建的", en: "the schema is not what this program makes"))
    }
  }

  private func schema() throws -> [String: String] {
    try read { database in
      let rows = try Row.fetchAll(
        database,
        sql: """
          SELECT type || ' ' || name AS what, coalesce(sql, '') AS sql FROM sqlite_master
          WHERE name NOT LIKE 'sqlite!_stat%' ESCAPE '!'
          UNION ALL SELECT 'migration ' || identifier, '' FROM grdb_migrations
          UNION ALL SELECT 'application', CAST(application_id AS TEXT) FROM pragma_application_id
          """)
      return Dictionary(
        rows.map { ($0["what"], $0["sql"]) }, uniquingKeysWith: { first, _ in first })
    }
  }

  private func sealFaults(limit: Int) throws -> [LedgerFault] {
    try read { database in
      try Sealing.tables.flatMap { table in
        let key = try database.primaryKey(table).columns
        return try Row.fetchAll(
          database,
          sql: """
            SELECT \(key.map { "\"\($0)\"" }.joined(separator: ", ")) FROM "\(table)"
            WHERE seal IS NOT \(try Sealing.expression(table, of: "", database)) LIMIT \(limit)
            """
        ).map { row in
          let name = key.map { "\($0) \(row[$0] as DatabaseValue)" }.joined(separator: ", ")
          return LedgerFault(
            place: "\(table) \(name)",
            message: Bilingual(zh: "这一行写入以后被改过", en: "this row was changed after it was written"))
        }
      }
    }
  }

  /// The last number given is the last there is: no row of these tables is ever taken out.
  private func sequenceFaults() throws -> [LedgerFault] {
    try read { database in
      let numbered = try String.fetchAll(
        database,
        sql: "SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE '%AUTOINCREMENT%'")
      let known = try String.fetchAll(database, sql: "SELECT name FROM sqlite_sequence")
      let strange = known.filter { !numbered.contains($0) }
      return try
        (strange
        + numbered.filter { table in
          let (last, given) = (
            try Int64.fetchOne(database, sql: "SELECT max(id) FROM \"\(table)\""),
            try Int64.fetchOne(
              database, sql: "SELECT seq FROM sqlite_sequence WHERE name = ?", arguments: [table])
          )
          return last ?? 0 != given ?? 0
        }).map {
          LedgerFault(
            place: "sqlite_sequence \($0)",
            message: Bilingual(
              zh: "编号接不上：有行被删去，或编号被改",
              en: "the numbers do not go on: rows are gone, or it was changed"))
        }
    }
  }
}
