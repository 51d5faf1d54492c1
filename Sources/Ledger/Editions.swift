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

extension LedgerStore {
  /// The last edition of each week, by week.
  package func latestEditions(in campaign: Code) throws -> [Week: PublishedEdition] {
    let editions = try read { database in
      try Row.fetchAll(
        database, sql: "SELECT * FROM edition WHERE campaign = ? ORDER BY id",
        arguments: [campaign.text]
      ).map(publishedEdition)
    }
    return Dictionary(editions.map { ($0.week, $0) }, uniquingKeysWith: { _, later in later })
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

  /// Remembers an edition and its alerts, in one transaction; a preview replaces the last preview.
  ///
  /// An issue and a correction go into the chain at the same time, by their record, and what the channels
  /// are to be told of them into the queue.
  package func save(
    _ edition: PublishedEdition, alerts: [Alert], record: NewRecord? = nil,
    telling: [NewNotification] = [], in campaign: Code
  ) throws {
    try write { database in
      try enqueue(telling, in: campaign, database)
      try save(edition, in: campaign, database)
      if let record { try LedgerView(database: database).append(record) }
      try database.execute(
        sql: "DELETE FROM alert WHERE campaign = ? AND week = ?",
        arguments: [campaign.text, edition.week.description])
      let statement = try database.cachedStatement(
        sql: "INSERT INTO alert VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
      for (ordinal, alert) in alerts.enumerated() {
        try statement.execute(arguments: [
          campaign.text, edition.week.description, ordinal, alert.identity.kind.rawValue,
          alert.identity.subject.text, alert.level.rawValue, alert.step?.rawValue,
          alert.life.rawValue, alert.since.description, alert.workdaysOverdue, alert.daysLeft,
          try encoded(alert.recipients), alert.message.zh, alert.message.en,
        ])
      }
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

  /// The alerts of a week's latest edition, worst first; none when it was never published.
  package func alerts(of week: Week, in campaign: Code) throws -> [Alert] {
    try read { database in
      try Row.fetchAll(
        database, sql: "SELECT * FROM alert WHERE campaign = ? AND week = ? ORDER BY ordinal",
        arguments: [campaign.text, week.description]
      ).map(alert)
    }
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

private func publishedEdition(_ row: Row) throws -> PublishedEdition {
  let number: Int = row["number"]
  let figures: String = row["figures"]
  return PublishedEdition(
    week: try row.value("week", of: "edition") { Week($0) },
    kind: try row.value("kind", of: "edition") { Edition.Kind(word: $0, number: number) },
    referenceDate: try row.value("referenceDate", of: "edition") { CivilDate($0) },
    inputs: try row.value("inputs", of: "edition") { Digest($0) },
    figures: try JSONDecoder().decode([String: String].self, from: Data(figures.utf8)))
}

private func alert(_ row: Row) throws -> Alert {
  let step: Int? = row["step"]
  let recipients: String = row["recipients"]
  return Alert(
    identity: .init(
      kind: try row.value("kind", of: "alert", Alert.Kind.init(rawValue:)),
      subject: try row.value("subject", of: "alert") { Code($0) }),
    level: try row.value("level", of: "alert", Alert.Level.init(rawValue:)),
    step: step.flatMap(LadderStep.init(rawValue:)),
    life: try row.value("life", of: "alert", Alert.Life.init(rawValue:)),
    since: try row.value("since", of: "alert") { CivilDate($0) },
    workdaysOverdue: row["workdaysOverdue"], daysLeft: row["daysLeft"],
    recipients: try JSONDecoder().decode([String].self, from: Data(recipients.utf8)),
    message: Bilingual(zh: row["zh"], en: row["en"]))
}
