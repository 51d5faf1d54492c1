import GRDB
import Rectification

extension LedgerView {
  /// What others have sent before `moment` that a report of `sender` is held against.
  ///
  /// What came in the same second is left out: it would be found or not by the order of judging.
  /// `shared` are the measures that other units lead or support too.
  package func others(
    than sender: Code, in campaign: Code, comparedWith report: WeeklyReport, shared: [Code],
    before moment: Moment
  ) throws -> OtherReports {
    let scope = Scope(
      campaign: campaign, sender: sender, moment: Moment(seconds: moment.seconds - 1))
    var texts: [ComparableText: EarlierUse] = [:]
    var evidence: [String: [EarlierUse]] = [:]
    for entry in report.entries {
      let text = ComparableText(entry.progress)
      if texts[text] == nil { texts[text] = try use(of: text, scope) }
      for one in entry.evidence where evidence[one.sha256] == nil {
        evidence[one.sha256] = try uses(ofEvidence: one.sha256, scope)
      }
    }
    let entries = try shared.map { ($0, try self.entries(on: $0, through: report.week, scope)) }
    return OtherReports(
      texts: texts, evidence: evidence,
      entries: Dictionary(entries, uniquingKeysWith: { first, _ in first }))
  }

  private struct Scope {
    let campaign: Code
    let sender: Code
    let moment: Moment
  }

  /// The earliest use of a text by another unit.
  private func use(of text: ComparableText, _ scope: Scope) throws -> EarlierUse? {
    let rows = try Row.fetchCursor(
      try database.cachedStatement(
        sql: """
          SELECT entry.measure, entry.progress, report.week, submission.*
          FROM entry JOIN report ON report.submission = entry.submission
          JOIN submission ON submission.id = entry.submission
          WHERE textKey = ? AND campaign = ? AND sender <> ? AND receivedAt <= ?
          ORDER BY receivedAt, sender, digest
          """),
      arguments: [text.key, scope.campaign.text, scope.sender.text, scope.moment.seconds])
    while let row = try rows.next() {
      if ComparableText(row["progress"]) == text { return try earlierUse(row) }
    }
    return nil
  }

  /// The earliest use of a piece of evidence for each measure, by anybody.
  private func uses(ofEvidence sha256: String, _ scope: Scope) throws -> [EarlierUse] {
    let rows = try Row.fetchAll(
      try database.cachedStatement(
        sql: """
          SELECT evidence.measure, report.week, submission.*, min(receivedAt) AS earliest
          FROM evidence JOIN report ON report.submission = evidence.submission
          JOIN submission ON submission.id = evidence.submission
          WHERE sha256 = ? AND campaign = ? AND receivedAt <= ?
          GROUP BY evidence.measure ORDER BY earliest, sender, digest
          """), arguments: [sha256, scope.campaign.text, scope.moment.seconds])
    return try rows.map(earlierUse)
  }

  /// What each other unit last said of a measure.
  private func entries(
    on measure: Code, through week: Week, _ scope: Scope
  ) throws -> [ReportedEntry] {
    // The plus keeps SQLite from looking through all that the campaign has received.
    let holders = try judged(
      """
      +campaign = ? AND sender <> ? AND week <= ?
        AND id IN (SELECT submission FROM entry WHERE measure = ?)
      """, [scope.campaign.text, scope.sender.text, week.description, measure.text],
      knownAt: scope.moment)
    let newestFirst = EffectiveReports(holders).inOrder.reversed()
    var units: Set<Code> = []
    return try newestFirst.filter { units.insert($0.submission.sender).inserted }.compactMap {
      one in
      let row = try Row.fetchOne(
        try database.cachedStatement(
          sql: "SELECT * FROM entry WHERE submission = ? AND measure = ?"),
        arguments: [one.id, measure.text])
      return try row.map {
        ReportedEntry(
          unit: one.submission.sender, week: one.week, entry: try entry($0),
          submission: one.submission)
      }
    }
  }
}

private func earlierUse(_ row: Row) throws -> EarlierUse {
  EarlierUse(
    measure: try row.value("measure", of: "entry") { Code($0) },
    week: try row.value("week", of: "report") { Week($0) }, submission: try submission(row))
}
