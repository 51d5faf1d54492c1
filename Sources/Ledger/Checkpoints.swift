import Foundation
import GRDB
import Rectification

let checkpoints = """
  -- What the fold of the weeks had come to: it saves time and decides nothing. Deleting rows is safe.
  CREATE TABLE checkpoint (
    campaign TEXT NOT NULL,
    week TEXT NOT NULL,
    -- Everything that the state was made of, as one SHA-256.
    inputs TEXT NOT NULL CHECK (length(inputs) = 64),
    state BLOB NOT NULL,
    PRIMARY KEY (campaign, week)
  ) STRICT, WITHOUT ROWID;

  -- What was judged for a week, as one SHA-256, while the mark is that of the rows; likewise.
  CREATE TABLE weekDigest (
    campaign TEXT NOT NULL,
    week TEXT NOT NULL,
    mark TEXT NOT NULL,
    digest TEXT NOT NULL CHECK (length(digest) = 64),
    PRIMARY KEY (campaign, week)
  ) STRICT, WITHOUT ROWID;
  """

/// What was judged for one week, as a digest of it, and the mark of the rows that it was made of.
package struct WeekDigest: Hashable, Sendable {
  package let mark: String
  package let digest: Digest

  package init(mark: String, digest: Digest) {
    self.mark = mark
    self.digest = digest
  }
}

/// Where states of the fold are kept, so that the next question need not begin with the first week.
package protocol Checkpoints {
  /// The weeks of which a state is kept, with what each was made of.
  func checkpoints(of campaign: Code) throws -> [Week: Digest]
  /// The state kept of a week; nil when there is none, or none that this program can read.
  func checkpoint(of week: Week, in campaign: Code) throws -> WeekState?
  /// Keeps the states of some weeks, and of the others the latest, `limit` in all.
  func keep(
    _ states: [(state: WeekState, inputs: Digest)], of campaign: Code, limit: Int) throws
  func weekDigests(of campaign: Code) throws -> [Week: WeekDigest]
  func keep(_ digests: [Week: WeekDigest], of campaign: Code) throws
}

/// States that are gone with the process: of one campaign, done again.
package final class PassingCheckpoints: Checkpoints {
  private var kept: [Week: (state: WeekState, inputs: Digest)] = [:]

  private var digests: [Week: WeekDigest] = [:]

  package init() {}

  package func weekDigests(of campaign: Code) -> [Week: WeekDigest] { digests }

  package func keep(_ digests: [Week: WeekDigest], of campaign: Code) {
    self.digests.merge(digests) { $1 }
  }

  package func checkpoints(of campaign: Code) -> [Week: Digest] { kept.mapValues(\.inputs) }

  package func checkpoint(of week: Week, in campaign: Code) -> WeekState? { kept[week]?.state }

  package func keep(
    _ states: [(state: WeekState, inputs: Digest)], of campaign: Code, limit: Int
  ) {
    for one in states { kept[one.state.week] = one }
    for week in kept.keys.sorted().dropLast(limit) { kept[week] = nil }
  }
}

extension LedgerStore: Checkpoints {
  /// The weeks of which a state is kept, with what each was made of.
  package func checkpoints(of campaign: Code) throws -> [Week: Digest] {
    let rows = try read { database in
      try Row.fetchAll(
        database, sql: "SELECT week, inputs FROM checkpoint WHERE campaign = ?",
        arguments: [campaign.text])
    }
    return Dictionary(
      try rows.map { row in
        (
          try row.value("week", of: "checkpoint") { Week($0) },
          try row.value("inputs", of: "checkpoint") { Digest($0) }
        )
      }, uniquingKeysWith: { first, _ in first })
  }

  package func weekDigests(of campaign: Code) throws -> [Week: WeekDigest] {
    let rows = try read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT week, mark, digest FROM weekDigest WHERE campaign = ?
            AND seal = \(try Sealing.expression("weekDigest", of: "", database))
          """,
        arguments: [campaign.text])
    }
    return Dictionary(
      try rows.map { row in
        (
          try row.value("week", of: "weekDigest") { Week($0) },
          WeekDigest(
            mark: row["mark"], digest: try row.value("digest", of: "weekDigest") { Digest($0) })
        )
      }, uniquingKeysWith: { first, _ in first })
  }

  package func keep(_ digests: [Week: WeekDigest], of campaign: Code) throws {
    guard !digests.isEmpty else { return }
    try write { database in
      for (week, one) in digests {
        try database.execute(
          sql:
            "INSERT OR REPLACE INTO weekDigest (campaign, week, mark, digest) VALUES (?, ?, ?, ?)",
          arguments: [campaign.text, week.description, one.mark, one.digest.hex])
      }
    }
  }

  /// The state kept of a week; nil when there is none, or none that this program can read.
  package func checkpoint(of week: Week, in campaign: Code) throws -> WeekState? {
    let state = try read { database in
      try Data.fetchOne(
        database,
        sql: """
          SELECT state FROM checkpoint WHERE campaign = ? AND week = ?
            AND seal = \(try Sealing.expression("checkpoint", of: "", database))
          """,
        arguments: [campaign.text, week.description])
    }
    return state.flatMap { try? JSONDecoder().decode(WeekState.self, from: $0) }
  }

  /// Keeps the states of some weeks, and of the others the latest, `limit` in all.
  package func keep(
    _ states: [(state: WeekState, inputs: Digest)], of campaign: Code, limit: Int
  ) throws {
    guard !states.isEmpty else { return }
    let encoder = JSONEncoder()
    let rows = try states.map { ($0.state.week, $0.inputs, try encoder.encode($0.state)) }
    try write { database in
      for (week, inputs, state) in rows {
        try database.execute(
          sql:
            "INSERT OR REPLACE INTO checkpoint (campaign, week, inputs, state) VALUES (?, ?, ?, ?)",
          arguments: [campaign.text, week.description, inputs.hex, state])
      }
      try database.execute(
        sql: """
          DELETE FROM checkpoint WHERE campaign = ?1 AND week NOT IN (
            SELECT week FROM checkpoint WHERE campaign = ?1 ORDER BY week DESC LIMIT ?2)
          """, arguments: [campaign.text, limit])
    }
  }
}
