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

  /// What a unit has sent for one week and was accepted, as known before another submission of its came.
  ///
  /// What came in the same second is left out: which of two is judged first may hang on who ran when.
  package func filed(
    by unit: Code, in campaign: Code, week: Week, before one: Submission
  ) throws -> [JudgedSubmission] {
    try judged(
      """
      campaign = ? AND sender = ? AND week = ? AND receivedAt < ? AND digest <> ?
        AND verdict IN ('accepted', 'accepted-with-warnings')
      """,
      [
        campaign.text, unit.text, week.description, one.receivedAt.seconds, one.digest.hex,
      ], knownAt: one.receivedAt)
  }

  /// By week, which submissions were judged for it, as known at `moment`: how many, and their numbers added up.
  ///
  /// A mark that is the same stands for the same rows, for nothing that was judged is ever changed.
  package func judgedMarks(in campaign: Code, knownAt moment: Moment) throws -> [Week: String] {
    let rows = try Row.fetchAll(
      try database.cachedStatement(
        sql: """
          SELECT coalesce(release.week, judgement.week) AS week, count(*) || ' '
            || sum(judgement.submission) || ' ' || count(release.submission) || ' '
            || coalesce(sum(release.submission), 0) AS mark
          FROM submission JOIN judgement ON judgement.submission = submission.id
          LEFT JOIN release ON release.submission = judgement.submission AND releasedAt <= ?
          WHERE campaign = ? AND receivedAt <= ? GROUP BY 1
          """), arguments: [moment.seconds, campaign.text, moment.seconds])
    return Dictionary(
      try rows.map { (try $0.value("week", of: "judgement") { Week($0) }, $0["mark"]) },
      uniquingKeysWith: { first, _ in first })
  }

  /// What a unit has effectively reported for the weeks before `week`, as known at `moment`.
  ///
  /// Newest first, and of the reports those alone that rules can ask for of these measures and outcomes.
  package func history(
    of unit: Code, in campaign: Code, before week: Week, knownAt moment: Moment,
    measures: Set<Code>, outcomes: Set<Code>
  ) throws -> UnitHistory {
    let whole = Scope(unit, campaign, from: nil, before: week, moment)
    let first = Week(containing: week.monday - 7 * UnitHistory.lookBack)
    let recent = Scope(unit, campaign, from: first, before: week, moment)
    var (wanted, unheard) = try reportsThatMatter(recent, of: measures)
    // What was last spoken of longer ago counts as much, but seldom has to be looked for.
    if !unheard.isEmpty { wanted.formUnion(try reportsThatMatter(whole, of: unheard).found) }
    let reports = try accepted(wanted, knownAt: moment)
    let told = Set(reports.first?.report.outcomes.map(\.kind) ?? [])
    let others = try outcomes.subtracting(told).flatMap { try lastReport(whole, with: $0) }
    let more = try accepted(Set(others).subtracting(wanted), knownAt: moment)
    return UnitHistory(reports: (reports + more).sorted { $0.week > $1.week })
  }

  /// By their numbers; newest first.
  private func accepted(_ ids: Set<Int64>, knownAt moment: Moment) throws -> [AcceptedReport] {
    try ids.flatMap { try judged("id = ?", [$0], knownAt: moment) }.sorted { $0.week > $1.week }
      .map { one in
        AcceptedReport(
          report: try report(one), submission: one.submission, verdict: one.verdict, week: one.week)
      }
  }

  /// Reports of one unit for the weeks before one, as known at a moment.
  private struct Scope {
    let arguments: StatementArguments

    init(_ unit: Code, _ campaign: Code, from first: Week?, before week: Week, _ moment: Moment) {
      arguments = [
        moment.seconds, moment.seconds, campaign.text, unit.text, first?.description ?? "",
        week.description,
      ]
    }
  }

  /// By their numbers, the reports that rules can ask for, and the measures that nothing was said of.
  ///
  /// They are the newest; and of each measure that of its last entry, the oldest that has said the same since,
  /// and the one before that, which said otherwise.
  private func reportsThatMatter(
    _ scope: Scope, of measures: Set<Code>
  ) throws -> (found: Set<Int64>, unheard: Set<Code>) {
    let rows = try Row.fetchCursor(
      try database.cachedStatement(
        sql: effective + """
          SELECT id, measure, status, percent FROM effective
          LEFT JOIN entry ON submission = id ORDER BY week DESC
          """), arguments: scope.arguments)
    var open = Dictionary(uniqueKeysWithValues: measures.map { ($0.text, Stretch?.none) })
    var found: Set<Int64> = []
    while !open.isEmpty || found.isEmpty, let row = try rows.next() {
      let id: Int64 = row[0]
      if found.isEmpty { found.insert(id) }
      guard let measure = row[1] as String?, let known = open[measure] else { continue }
      let (status, percent): (String, Int) = (row[2], row[3])
      if known?.isGoneOn(status, percent) ?? true {
        open[measure] = Stretch(
          status: status, percent: percent, newest: known?.newest ?? id, oldest: id)
      } else if let known {
        found.formUnion([known.newest, known.oldest, id])
        open[measure] = nil
      }
    }
    for stretch in open.values.compactMap(\.self) {
      found.formUnion([stretch.newest, stretch.oldest])
    }
    return (found, measures.filter { open[$0.text] == .some(.none) })
  }

  /// Reports in a row that say the same of a measure, by their numbers.
  private struct Stretch: Equatable {
    let status: String
    let percent: Int
    let newest: Int64
    let oldest: Int64

    /// A run of one status matters whatever the percent, but while it is in progress.
    func isGoneOn(_ status: String, _ percent: Int) -> Bool {
      self.status == status
        && (status != ReportedStatus.inProgress.rawValue || self.percent == percent)
    }
  }

  /// The newest report that gives a total of a kind; none when there is no such.
  private func lastReport(_ scope: Scope, with kind: Code) throws -> [Int64] {
    try Int64.fetchAll(
      try database.cachedStatement(
        sql: effective + """
          SELECT id FROM effective JOIN outcome ON submission = id
          WHERE kind = ? ORDER BY week DESC LIMIT 1
          """), arguments: scope.arguments + [kind.text])
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

/// The effective reports of one unit before a week: of each week the accepted one that counts.
private let effective = """
  WITH effective AS (
    SELECT id, week FROM (
      SELECT id, week, row_number() OVER (
        PARTITION BY week ORDER BY revision DESC, receivedAt DESC, digest DESC) AS place
      FROM (\(known)) WHERE campaign = ? AND sender = ? AND week >= ? AND week < ?
        AND verdict IN ('accepted', 'accepted-with-warnings'))
    WHERE place = 1)

  """

private func judgedSubmission(_ row: Row) throws -> JudgedSubmission {
  JudgedSubmission(
    id: row["id"], submission: try submission(row),
    verdict: try row.value("verdict", of: "judgement", Verdict.init(rawValue:)),
    week: try row.value("week", of: "judgement") { Week($0) }, revision: row["revision"],
    isZeroReport: row["isZeroReport"], run: row["run"])
}
