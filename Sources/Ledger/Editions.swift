import Foundation
import GRDB
import Rectification

/// What the ledger remembers of a published edition.
package struct PublishedEdition: Hashable, Sendable {
  package let week: Week
  package let kind: Edition.Kind
  package let referenceDate: CivilDate
  /// Everything that went into it, as one digest: equal inputs make equal bytes.
  package let inputs: Digest
  /// Figure ids and what they read, for the list of what a correction changes.
  package let figures: [String: String]

  package init(
    week: Week, kind: Edition.Kind, referenceDate: CivilDate, inputs: Digest,
    figures: [String: String]
  ) {
    self.week = week
    self.kind = kind
    self.referenceDate = referenceDate
    self.inputs = inputs
    self.figures = figures
  }
}

/// What a run has to know of the last edition of a week to see whether there is anything new.
package struct LastEdition: Hashable, Sendable {
  package let kind: Edition.Kind
  package let inputs: Digest
}

extension LedgerStore {
  /// The last edition of each week, by week, with the inputs by which it stands.
  package func lastEditions(in campaign: Code) throws -> [Week: LastEdition] {
    let editions = try read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT edition.week, kind, number, coalesce(standing.inputs, edition.inputs) AS inputs
          FROM edition LEFT JOIN standing USING (campaign, week)
          WHERE campaign = ? ORDER BY edition.week, number
          """, arguments: [campaign.text]
      ).map { row in
        (
          try row.value("week", of: "edition") { Week($0) },
          LastEdition(
            kind: try editionKind(row),
            inputs: try row.value("inputs", of: "edition") { Digest($0) })
        )
      }
    }
    return Dictionary(editions, uniquingKeysWith: { _, later in later })
  }

  /// The issue of one week and its corrections, in their order.
  package func issuedEditions(of week: Week, in campaign: Code) throws -> [PublishedEdition] {
    try read { database in
      try Row.fetchAll(
        database, sql: "SELECT * FROM edition WHERE campaign = ? AND week = ? ORDER BY number",
        arguments: [campaign.text, week.description]
      ).map(publishedEdition)
    }
  }

  /// Remembers an issue or a correction, in one transaction: in the chain by its record, as an edition, and
  /// what the channels are to be told of it in the queue.
  package func save(_ record: NewRecord, telling: [NewNotification] = []) throws {
    try write { database in
      try enqueue(telling, in: record.mark.campaign, database)
      try LedgerView(database: database).append(record)
    }
  }

  /// Remembers that the last edition of a week stands though its inputs are others by now.
  package func stand(_ week: Week, by inputs: Digest, in campaign: Code) throws {
    try write { database in
      try database.execute(
        sql: "INSERT OR REPLACE INTO standing (campaign, week, inputs) VALUES (?, ?, ?)",
        arguments: [campaign.text, week.description, inputs.hex])
    }
  }
}

extension LedgerView {
  func insertEdition(_ new: NewRecord) throws {
    let (record, statement) = (new.record, new.statement)
    try database.execute(
      sql: """
        INSERT INTO edition (campaign, week, kind, number, referenceDate, inputs, figures)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        record.campaign.text, record.week.description, record.kind.word, record.kind.number,
        statement.referenceDate.description, record.inputs.whole.hex,
        try encoded(statement.figures),
      ])
    try database.execute(
      sql: "DELETE FROM standing WHERE campaign = ? AND week = ?",
      arguments: [record.campaign.text, record.week.description])
  }
}

extension Edition.Kind {
  var word: String {
    switch self {
    case .preview: "preview"
    case .issue: "issue"
    case .correction: "correction"
    }
  }

  package var number: Int { if case .correction(let number) = self { number } else { 0 } }

  init?(word: String, number: Int) {
    switch word {
    case "preview": self = .preview
    case "issue": self = .issue
    case "correction": self = .correction(number)
    default: return nil
    }
  }
}

private func editionKind(_ row: Row) throws -> Edition.Kind {
  let number: Int = row["number"]
  return try row.value("kind", of: "edition") { Edition.Kind(word: $0, number: number) }
}

private func publishedEdition(_ row: Row) throws -> PublishedEdition {
  let figures: String = row["figures"]
  return PublishedEdition(
    week: try row.value("week", of: "edition") { Week($0) }, kind: try editionKind(row),
    referenceDate: try row.value("referenceDate", of: "edition") { CivilDate($0) },
    inputs: try row.value("inputs", of: "edition") { Digest($0) },
    figures: try JSONDecoder().decode([String: String].self, from: Data(figures.utf8)))
}
