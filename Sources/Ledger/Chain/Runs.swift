import GRDB
import Rectification

/// What a run judged and issued by: the moment, the campaign's files and the program.
///
/// With it every judgement and every edition can be made again.
package struct RunMark: Hashable, Sendable {
  package let campaign: Code
  package let asOf: Moment
  /// The list of the campaign's files, by its SHA-256.
  package let campaignFiles: Digest
  package let program: String

  package init(campaign: Code, asOf: Moment, campaignFiles: Digest, program: String) {
    self.campaign = campaign
    self.asOf = asOf
    self.campaignFiles = campaignFiles
    self.program = program
  }
}

/// A run that has judged or issued something, with its number.
package struct RecordedRun: Hashable, Sendable {
  package let id: Int64
  package let mark: RunMark
}

let runs = """
  -- Runs that judged or issued something. A run that was cut off and is done again goes on under its row.
  CREATE TABLE run (
    id INTEGER PRIMARY KEY,
    campaign TEXT NOT NULL,
    asOf INTEGER NOT NULL,
    campaignFiles TEXT NOT NULL CHECK (length(campaignFiles) = 64),
    program TEXT NOT NULL
  ) STRICT;

  -- Null of what was judged before runs were recorded.
  ALTER TABLE judgement ADD COLUMN run INTEGER REFERENCES run (id);
  ALTER TABLE release ADD COLUMN run INTEGER REFERENCES run (id);
  """

extension LedgerView {
  /// The number of a run, which is its campaign's last row or becomes it.
  func number(of mark: RunMark) throws -> Int64 {
    let last = try Row.fetchOne(
      try database.cachedStatement(
        sql: "SELECT * FROM run WHERE campaign = ? ORDER BY id DESC LIMIT 1"),
      arguments: [mark.campaign.text])
    if let last, try recordedRun(last).mark == mark { return last["id"] }
    try database.cachedStatement(
      sql: """
        INSERT INTO run (id, campaign, asOf, campaignFiles, program)
        SELECT coalesce(max(id), 0) + 1, ?, ?, ?, ? FROM run
        """
    ).execute(arguments: [
      mark.campaign.text, mark.asOf.seconds, mark.campaignFiles.hex, mark.program,
    ])
    return database.lastInsertedRowID
  }
}

extension LedgerStore {
  /// Every run of a campaign that judged or issued something, first to last.
  package func runs(of campaign: Code) throws -> [RecordedRun] {
    try read { database in
      try Row.fetchAll(
        database, sql: "SELECT * FROM run WHERE campaign = ? ORDER BY id",
        arguments: [campaign.text]
      ).map(recordedRun)
    }
  }
}

private func recordedRun(_ row: Row) throws -> RecordedRun {
  RecordedRun(
    id: row["id"],
    mark: RunMark(
      campaign: try row.value("campaign", of: "run") { Code($0) },
      asOf: Moment(seconds: row["asOf"]),
      campaignFiles: try row.value("campaignFiles", of: "run") { Digest($0) },
      program: row["program"]))
}
