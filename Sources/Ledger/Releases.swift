import GRDB
import Rectification

extension LedgerStore {
  /// What is in quarantine in a campaign and was received by `moment`, by arrival.
  package func quarantined(in campaign: Code, receivedBy moment: Moment) throws
    -> [JudgedSubmission]
  {
    try look {
      try $0.judged(
        "campaign = ? AND verdict = 'quarantined'", [campaign.text], knownAt: moment)
    }
  }

  /// Whether anything was received whose SHA-256 begins like this.
  package func hasSubmission(_ digestPrefix: String, in campaign: Code) throws -> Bool {
    try read { database in
      try Bool.fetchOne(
        database,
        sql: "SELECT 1 FROM submission WHERE campaign = ? AND substr(digest, 1, ?) = ? LIMIT 1",
        arguments: [campaign.text, digestPrefix.utf8.count, digestPrefix]) ?? false
    }
  }

  /// Judges a quarantined submission anew, after the office has released it.
  package func release(
    _ id: Int64, by release: Release, in run: RunMark, _ judge: (LedgerView) throws -> Judgement
  ) throws -> Judgement {
    try write { database in
      let view = LedgerView(database: database)
      let judgement = try judge(view)
      let receipt = judgement.receipt
      try database.cachedStatement(sql: "INSERT INTO release VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
        .execute(arguments: [
          id, release.code.text, release.decidedAt.seconds, receipt.verdict.rawValue,
          receipt.week.description, receipt.revision ?? 0, judgement.report?.isZeroReport ?? false,
          try view.number(of: run),
        ])
      try view.insertFindings(of: judgement, from: 1)
      try view.insertReport(of: judgement)
      return judgement
    }
  }
}
