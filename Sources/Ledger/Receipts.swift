import GRDB
import Rectification

extension LedgerStore {
  /// The receipts of one week as known at `moment`, by arrival, each given to `body` and let go.
  package func forEachReceipt(
    in campaign: Code, week: Week, knownAt moment: Moment, _ body: (Receipt) throws -> Void
  ) throws {
    let judged = try look {
      try $0.judged(in: campaign, week: week, knownAt: moment)
    }
    for one in judged { try body(try receipt(of: one)) }
  }

  /// The receipt that a submission was given.
  package func receipt(of one: JudgedSubmission) throws -> Receipt {
    Receipt(
      submission: one.submission, week: one.week,
      revision: one.revision == 0 ? nil : one.revision, verdict: one.verdict,
      findings: try look { try $0.findings(of: one) })
  }
}

extension LedgerView {
  /// Of a released submission, what the check after the release found; else what the first did.
  fileprivate func findings(of judged: JudgedSubmission) throws -> [Finding] {
    let rows = try Row.fetchAll(
      try database.cachedStatement(
        sql: """
          SELECT finding.*, judgement.verdict FROM finding
          JOIN judgement ON judgement.submission = finding.submission
          WHERE finding.submission = ? ORDER BY ordinal
          """), arguments: [judged.id])
    let wasQuarantined = rows.first?["verdict"] == Verdict.quarantined.rawValue
    let isReleased = wasQuarantined && judged.verdict != .quarantined
    let counted = wasQuarantined ? isReleased ? rows.dropFirst() : rows.prefix(1) : rows[...]
    return try counted.map(finding)
  }
}

private func finding(_ row: Row) throws -> Finding {
  let measure: String? = row["measure"]
  return Finding(
    try row.value("rule", of: "finding", RuleCode.init(rawValue:)), at: try row.place(),
    Bilingual(zh: row["zh"], en: row["en"]),
    remedy: Bilingual(zh: row["remedyZh"], en: row["remedyEn"]),
    measure: measure.flatMap { Code($0) },
    severity: try row.value("severity", of: "finding", Severity.init(rawValue:)))
}
