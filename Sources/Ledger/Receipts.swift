import GRDB
import Rectification

extension LedgerStore {
  /// The week, the sender and the SHA-256 of everything judged by `moment`, as its receipts are named.
  package func receiptNames(
    in campaign: Code, knownAt moment: Moment
  ) throws -> [(week: Week, sender: Code, digest: Digest)] {
    try allJudged(in: campaign, knownAt: moment).map {
      ($0.week, $0.submission.sender, $0.submission.digest)
    }
  }

  /// Whether anything was received from a sender whose SHA-256 begins like this.
  package func knows(_ digestPrefix: String, from sender: Code, in campaign: Code) throws -> Bool {
    try read { database in
      try Bool.fetchOne(
        try database.cachedStatement(
          sql: """
            SELECT 1 FROM submission WHERE campaign = ?1 AND sender = ?2
              AND channel IN ('inbox', 'http') AND digest >= ?3 AND digest < ?3 || 'g' LIMIT 1
            """), arguments: [campaign.text, sender.text, digestPrefix]) ?? false
    }
  }

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
