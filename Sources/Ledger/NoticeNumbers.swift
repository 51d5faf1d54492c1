import GRDB
import Rectification

/// 催办单、督办通知单 that have been sent, by which a number is given once and never again.
let notices = """
  CREATE TABLE notice (
    campaign TEXT NOT NULL,
    year INTEGER NOT NULL,
    number INTEGER NOT NULL CHECK (number >= 1),
    -- The week whose edition it was sent with.
    week TEXT NOT NULL,
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    since TEXT NOT NULL,
    step INTEGER NOT NULL,
    PRIMARY KEY (campaign, year, number),
    UNIQUE (campaign, kind, subject, since, step)
  ) STRICT, WITHOUT ROWID;
  """

extension LedgerStore {
  /// The matters that another week has not sent a notice for, in the order given, without numbers.
  package func pendingNotices(
    _ matters: [Notice.Matter], of week: Week, in campaign: Code
  ) throws -> [Notice.Matter] {
    try read { database in
      try matters.filter { matter in
        try sent(matter, campaign, database).map { $0.week == week } ?? true
      }
    }
  }

  /// The numbers of the week's notices: those given before, and the next of `year` for the others.
  ///
  /// A matter that another week has sent a notice for gets none.
  package func numberNotices(
    _ matters: [Notice.Matter], of week: Week, year: Int, in campaign: Code
  ) throws -> [Notice.Matter: Notice.Number] {
    try write { database in
      var numbers: [Notice.Matter: Notice.Number] = [:]
      for matter in matters {
        if let sent = try sent(matter, campaign, database) {
          if sent.week == week { numbers[matter] = sent.number }
          continue
        }
        numbers[matter] = try insert(matter, week, year, campaign, database)
      }
      return numbers
    }
  }

  /// Enters a notice with the number that it has; nothing when it is entered already.
  func insert(
    _ notice: SentNotice, of week: Week, in campaign: Code, _ database: Database
  ) throws {
    if let known = try sent(notice.matter, campaign, database), known.number == notice.number {
      return
    }
    try insert(notice.matter, as: notice.number, week, campaign, database)
  }

  private func sent(
    _ matter: Notice.Matter, _ campaign: Code, _ database: Database
  ) throws -> (week: Week, number: Notice.Number)? {
    let row = try Row.fetchOne(
      database,
      sql: """
        SELECT year, number, week FROM notice
        WHERE campaign = ? AND kind = ? AND subject = ? AND since = ? AND step = ?
        """, arguments: [campaign.text] + arguments(matter))
    guard let row else { return nil }
    return (
      try row.value("week", of: "notice") { Week($0) },
      Notice.Number(year: row["year"], ordinal: row["number"])
    )
  }

  private func insert(
    _ matter: Notice.Matter, _ week: Week, _ year: Int, _ campaign: Code, _ database: Database
  ) throws -> Notice.Number {
    let last = try Int.fetchOne(
      database, sql: "SELECT MAX(number) FROM notice WHERE campaign = ? AND year = ?",
      arguments: [campaign.text, year])
    let number = Notice.Number(year: year, ordinal: (last ?? 0) + 1)
    try insert(matter, as: number, week, campaign, database)
    return number
  }

  private func insert(
    _ matter: Notice.Matter, as number: Notice.Number, _ week: Week, _ campaign: Code,
    _ database: Database
  ) throws {
    try database.execute(
      sql: """
        INSERT INTO notice (campaign, year, number, week, kind, subject, since, step)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [campaign.text, number.year, number.ordinal, week.description]
        + arguments(matter))
  }

  private func arguments(_ matter: Notice.Matter) -> StatementArguments {
    [
      matter.identity.kind.rawValue, matter.identity.subject.text, matter.since.description,
      matter.step.rawValue,
    ]
  }
}
