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

  /// Everything judged for one week of a campaign, as known at `moment`, by arrival.
  package func judged(
    in campaign: Code, week: Week, knownAt moment: Moment
  ) throws -> [JudgedSubmission] {
    // The plus keeps SQLite from looking through all that the campaign has received.
    try judged(
      """
      +campaign = ? AND week = ? AND id IN (
        SELECT submission FROM judgement WHERE week = ?
        UNION SELECT submission FROM release WHERE week = ?)
      """,
      [campaign.text, week.description, week.description, week.description], knownAt: moment)
  }

  /// Everything judged in a campaign, as known at `moment`: one line for each, by week, then by arrival.
  package func forEachJudgedLine(
    in campaign: Code, knownAt moment: Moment, _ body: (Week, String) throws -> Void
  ) throws {
    let rows = try Row.fetchCursor(
      try database.cachedStatement(
        sql: """
          SELECT week, digest || ' ' || sender || ' ' || channel || ' ' || receivedAt || ' '
            || size || ' ' || verdict || ' ' || revision || ' ' || fileName AS line
          FROM (\(known)) WHERE campaign = ? ORDER BY week, receivedAt, sender, digest
          """),
      arguments: [moment.seconds, moment.seconds, campaign.text])
    while let row = try rows.next() {
      try body(try row.value("week", of: "judgement") { Week($0) }, row["line"])
    }
  }

  /// What a unit has effectively reported for the weeks before `week`, as known at `moment`.
  ///
  /// Newest first, and no further back than what rules can ask of these measures and outcomes.
  package func history(
    of unit: Code, in campaign: Code, before week: Week, knownAt moment: Moment,
    measures: Set<Code>, outcomes: Set<Code>
  ) throws -> UnitHistory {
    let rows = try Row.fetchCursor(
      try database.cachedStatement(
        sql: known + "WHERE campaign = ? AND sender = ? AND week < ? ORDER BY week DESC"),
      arguments: [
        moment.seconds, moment.seconds, campaign.text, unit.text, week.description,
      ])
    var found: [AcceptedReport] = []
    var need = UnitHistory.Need(measures: measures, outcomes: outcomes)
    var best: JudgedSubmission?
    func takeBest() throws {
      guard let one = best else { return }
      let accepted = AcceptedReport(
        report: try report(one), submission: one.submission, verdict: one.verdict, week: one.week)
      found.append(accepted)
      need.take(accepted.report)
      best = nil
    }
    while !need.isMet, let row = try rows.next() {
      let one = try judgedSubmission(row)
      guard one.verdict.isAccepted else { continue }
      if best?.week != one.week { try takeBest() }
      if best.map({ one.supersedes($0) }) ?? true { best = one }
    }
    if !need.isMet { try takeBest() }
    return UnitHistory(reports: found)
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
