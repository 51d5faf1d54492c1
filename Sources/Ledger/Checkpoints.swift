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
  """

/// Where states of the fold are kept, so that the next question need not begin with the first week.
package protocol Checkpoints {
  /// The weeks of which a state is kept, with what each was made of.
  func checkpoints(of campaign: Code) throws -> [Week: Digest]
  /// The state kept of a week; nil when there is none, or none that this program can read.
  func checkpoint(of week: Week, in campaign: Code) throws -> WeekState?
  /// Keeps the states of some weeks, and of the others the latest, `limit` in all.
  func keep(
    _ states: [(state: WeekState, inputs: Digest)], of campaign: Code, limit: Int) throws
}

/// States that are gone with the process: of one campaign, done again.
package final class PassingCheckpoints: Checkpoints {
  private var kept: [Week: (state: WeekState, inputs: Digest)] = [:]

  package init() {}

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

  /// The state kept of a week; nil when there is none, or none that this program can read.
  package func checkpoint(of week: Week, in campaign: Code) throws -> WeekState? {
    let state = try read { database in
      try Data.fetchOne(
        database, sql: "SELECT state FROM checkpoint WHERE campaign = ? AND week = ?",
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
          sql: "INSERT OR REPLACE INTO checkpoint VALUES (?, ?, ?, ?)",
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
