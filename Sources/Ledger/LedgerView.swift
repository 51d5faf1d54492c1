import GRDB
import Rectification

/// The ledger as one transaction sees it: the look-ups that checks and merge need.
package struct LedgerView {
  let database: Database

  /// Everything judged that meets a condition, as known at `moment`, by arrival.
  ///
  /// A submission that was released later is still in quarantine then.
  func judged(
    _ condition: String, _ arguments: StatementArguments, knownAt moment: Moment
  ) throws -> [JudgedSubmission] {
    try Row.fetchAll(
      try database.cachedStatement(
        sql: known + "WHERE \(condition) ORDER BY receivedAt, sender, digest"),
      arguments: [moment.seconds, moment.seconds] + arguments
    ).map(judgedSubmission)
  }

  /// Everything judged in a campaign, as known at `moment`, one by one: by week, then by arrival.
  package func forEachJudged(
    in campaign: Code, knownAt moment: Moment, _ body: (JudgedSubmission) throws -> Void
  ) throws {
    let rows = try Row.fetchCursor(
      try database.cachedStatement(
        sql: known + "WHERE campaign = ? ORDER BY week, receivedAt, sender, digest"),
      arguments: [moment.seconds, moment.seconds, campaign.text])
    while let row = try rows.next() { try body(judgedSubmission(row)) }
  }

  /// What a unit has effectively reported for the weeks before `week`, as known at `moment`.
  package func history(
    of unit: Code, in campaign: Code, before week: Week, knownAt moment: Moment
  ) throws -> UnitHistory {
    let earlier = try judged(
      "campaign = ? AND sender = ? AND week < ?", [campaign.text, unit.text, week.description],
      knownAt: moment)
    return UnitHistory(
      reports: try EffectiveReports(earlier).inOrder.reversed().map { one in
        AcceptedReport(
          report: try report(one), submission: one.submission, verdict: one.verdict, week: one.week)
      })
  }
}

extension LedgerStore {
  /// Asks several things of one state of the ledger.
  package func look<Value>(_ body: (LedgerView) throws -> Value) throws -> Value {
    try read { try body(LedgerView(database: $0)) }
  }
}

/// Submissions received by a moment, with what had been made of them by then.
private let known = """
  SELECT * FROM (
    SELECT submission.*, coalesce(release.verdict, judgement.verdict) AS verdict,
      coalesce(release.week, judgement.week) AS week,
      coalesce(release.revision, judgement.revision) AS revision,
      coalesce(release.isZeroReport, judgement.isZeroReport) AS isZeroReport,
      coalesce(release.run, judgement.run) AS run
    FROM judgement JOIN submission ON submission.id = judgement.submission
    LEFT JOIN release ON release.submission = judgement.submission AND releasedAt <= ?
    WHERE receivedAt <= ?)

  """

private func judgedSubmission(_ row: Row) throws -> JudgedSubmission {
  JudgedSubmission(
    id: row["id"], submission: try submission(row),
    verdict: try row.value("verdict", of: "judgement", Verdict.init(rawValue:)),
    week: try row.value("week", of: "judgement") { Week($0) }, revision: row["revision"],
    isZeroReport: row["isZeroReport"], run: row["run"])
}
