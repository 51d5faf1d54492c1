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

/// Of which columns a table is compared.
struct RowComparison {
  let table: String
  let key: [String]
  let columns: [String]
  /// Which rows, of one campaign; `?` stands for its code.
  let condition: String

  /// Of editions the issued ones: a preview is written anew with every run.
  static let ofEditions: [Self] = [
    Self(
      table: "edition", key: ["week", "kind", "number"], columns: ["referenceDate", "figures"],
      condition: "campaign = ? AND kind <> 'preview'"),
    Self(
      table: "notice", key: ["year", "number"],
      columns: ["week", "kind", "subject", "since", "step"],
      condition: "campaign = ?"),
  ]

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

/// A table of what was made of submissions.
struct JudgedTable {
  let name: String
  let key: [String]
  let columns: [String]

  /// In the order in which one leans on the other.
  static let all: [Self] = [
    Self(
      name: "judgement", key: ["submission"],
      columns: ["verdict", "week", "revision", "isZeroReport"]),
    Self(
      name: "finding", key: ["submission", "ordinal"],
      columns: [
        "rule", "severity", "line", "column", "pointer", "zh", "en", "remedyZh", "remedyEn",
        "measure",
      ]),
    Self(
      name: "release", key: ["submission"],
      columns: ["decision", "releasedAt", "verdict", "week", "revision", "isZeroReport"]),
    Self(
      name: "report", key: ["submission"],
      columns: ["week", "revision", "submittedAt", "submittedBy", "isZeroReport"]),
    Self(
      name: "entry", key: ["submission", "ordinal"],
      columns: [
        "measure", "status", "percent", "progress", "plan", "evidence", "delayReason",
        "expectedDate", "extensionDate", "extensionReason", "closeOut", "line", "column", "pointer",
        "textKey",
      ]),
    Self(
      name: "coordinationRequest", key: ["submission", "ordinal"],
      columns: ["subject", "request", "unitsWanted", "line", "column", "pointer"]),
    Self(
      name: "outcome", key: ["submission", "kind"],
      columns: ["count", "fen", "line", "column", "pointer"]),
    Self(name: "evidence", key: ["submission", "measure", "sha256"], columns: []),
  ]

  var comparison: RowComparison {
    RowComparison(
      table: name, key: key, columns: columns,
      condition: """
        submission IN (SELECT id FROM original.submission
          JOIN original.judgement ON judgement.submission = submission.id
          WHERE campaign = ? AND run IS NOT NULL)
        """)
  }
}
