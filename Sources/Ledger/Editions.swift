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
  /// The last edition of each week, by week.
  package func lastEditions(in campaign: Code) throws -> [Week: LastEdition] {
    let editions = try read { database in
      try Row.fetchAll(
        database,
        sql: "SELECT week, kind, number, inputs FROM edition WHERE campaign = ? ORDER BY id",
        arguments: [campaign.text]
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

  /// Every edition of one week that was not a preview, the issue first.
  package func issuedEditions(of week: Week, in campaign: Code) throws -> [PublishedEdition] {
    try read { database in
      try Row.fetchAll(
        database, sql: "SELECT * FROM edition WHERE campaign = ? AND week = ? ORDER BY id",
        arguments: [campaign.text, week.description]
      ).map(publishedEdition).filter { $0.kind != .preview }
    }
  }

  /// Remembers an edition, in one transaction; a preview replaces the last preview.
  ///
  /// An issue and a correction go into the chain at the same time, by their record, and what the channels
  /// are to be told of them into the queue.
  package func save(
    _ edition: PublishedEdition, record: NewRecord? = nil, telling: [NewNotification] = [],
    in campaign: Code
  ) throws {
    try write { database in
      try enqueue(telling, in: campaign, database)
      try save(edition, in: campaign, database)
      if let record { try LedgerView(database: database).append(record) }
    }
  }

  private func save(_ edition: PublishedEdition, in campaign: Code, _ database: Database) throws {
    let values: StatementArguments = [
      edition.referenceDate.description, edition.inputs.hex, try encoded(edition.figures),
      campaign.text, edition.week.description, edition.kind.word, edition.kind.number,
    ]
    try database.execute(
      sql: """
        UPDATE edition SET referenceDate = ?, inputs = ?, figures = ?
        WHERE campaign = ? AND week = ? AND kind = ? AND number = ?
        """, arguments: values)
    // Not ON CONFLICT DO UPDATE: that uses up a number at every run, though nothing is new.
    guard database.changesCount == 0 else { return }
    try database.execute(
      sql: """
        INSERT INTO edition (referenceDate, inputs, figures, campaign, week, kind, number)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """, arguments: values)
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

  var number: Int { if case .correction(let number) = self { number } else { 0 } }

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
