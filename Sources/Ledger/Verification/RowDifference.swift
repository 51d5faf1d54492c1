import GRDB
import Rectification

/// A row of the ledger that is not what comes of doing it all again.
package struct RowDifference: Hashable, Sendable {
  package let table: String
  /// Its key in words: `submission 17, ordinal 0`.
  package let key: String
  package let kind: Kind

  package enum Kind: Hashable, Sendable {
    /// The ledger has it, and doing it again does not give it.
    case added
    /// Doing it again gives it, and the ledger does not have it.
    case lost
    case altered(column: String, ledger: String, recomputed: String)
  }
}

/// A table whose rows all come of doing the history again, as the schema has it.
struct RowComparison {
  let table: String
  let key: [String]
  let columns: [String]

  /// Its rows bear the code of a campaign; those of the others a submission's number.
  var isOfCampaign: Bool { (key + columns).contains("campaign") }

  /// Every table without seals, in the order in which one leans on the other: whatever a schema to come adds
  /// is compared.
  static func derived(in database: Database) throws -> [Self] {
    let names = try String.fetchAll(
      database,
      sql: """
        SELECT name FROM main.sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite!_%' ESCAPE '!'
          AND name <> 'grdb_migrations' ORDER BY rowid
        """)
    return try names.filter { !Sealing.tables.contains($0) }.map { table in
      let key = try database.primaryKey(table).columns
      let columns = try database.columns(in: table).map(\.name).filter { !key.contains($0) }
      return Self(table: table, key: key, columns: columns)
    }
  }

  /// Which rows, of one campaign; `?` stands for its code.
  private var condition: String {
    if isOfCampaign { return "campaign = ?" }
    return """
      submission IN (SELECT id FROM original.submission
        JOIN original.judgement ON judgement.submission = submission.id
        WHERE campaign = ? AND run IS NOT NULL)
      """
  }

  func differences(
    in database: Database, campaign: Code, limit: Int
  ) throws -> [RowDifference] {
    let recorded = try rows(in: "original", butNot: "main", database, campaign, limit)
    let again = try rows(in: "main", butNot: "original", database, campaign, limit)
    let keyed = Dictionary(
      again.map { (name(of: $0), $0) }, uniquingKeysWith: { first, _ in first })
    let names = Set(recorded.map(name))
    return recorded.map { row in
      RowDifference(
        table: table, key: name(of: row),
        kind: keyed[name(of: row)].map { altered(row, $0) } ?? .added)
    }
      + again.filter { !names.contains(name(of: $0)) }.map {
        RowDifference(table: table, key: name(of: $0), kind: .lost)
      }
  }

  private func rows(
    in schema: String, butNot other: String, _ database: Database, _ campaign: Code, _ limit: Int
  ) throws -> [Row] {
    let list = (key + columns).map { "\"\($0)\"" }.joined(separator: ", ")
    return try Row.fetchAll(
      database,
      sql: """
        SELECT \(list) FROM \(schema).\(table) WHERE \(condition)
        EXCEPT SELECT \(list) FROM \(other).\(table) LIMIT \(limit)
        """, arguments: [campaign.text])
  }

  private func name(of row: Row) -> String {
    key.map { "\($0) \(text(row[$0] as DatabaseValue))" }.joined(separator: ", ")
  }

  private func altered(_ row: Row, _ again: Row) -> RowDifference.Kind {
    for column in columns {
      let (recorded, computed): (DatabaseValue, DatabaseValue) = (row[column], again[column])
      if recorded != computed {
        return .altered(column: column, ledger: text(recorded), recomputed: text(computed))
      }
    }
    return .added
  }

  private func text(_ value: DatabaseValue) -> String {
    switch value.storage {
    case .null: "NULL"
    case .int64(let number): String(number)
    case .double(let number): String(number)
    case .string(let text): String(text.prefix(60))
    case .blob(let data): "\(data.count) bytes"
    }
  }
}
