import GRDB
import Rectification

/// One submission judged: the receipt, and the report where it was accepted.
package struct Judgement: Sendable {
  package let id: Int64
  package let receipt: Receipt
  package let report: WeeklyReport?

  package init(id: Int64, receipt: Receipt, report: WeeklyReport?) {
    self.id = id
    self.receipt = receipt
    self.report = report
  }
}

extension LedgerStore {
  /// Writes judgements, findings and accepted reports in one transaction.
  package func save(_ judgements: [Judgement]) throws {
    try queue.write { database in
      for judgement in judgements {
        try insert(judgement, database)
        if judgement.receipt.verdict.isAccepted, let report = judgement.report {
          try insert(report, week: judgement.receipt.week, id: judgement.id, database)
        }
      }
    }
  }

  private func insert(_ judgement: Judgement, _ database: Database) throws {
    let receipt = judgement.receipt
    try database.cachedStatement(
      sql: """
        INSERT INTO judgement (submission, verdict, week, revision, isZeroReport)
        VALUES (?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      judgement.id, receipt.verdict.rawValue, receipt.week.description, receipt.revision ?? 0,
      judgement.report?.isZeroReport ?? false,
    ])
    let statement = try database.cachedStatement(
      sql: "INSERT INTO finding VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    for (ordinal, finding) in receipt.findings.enumerated() {
      try statement.execute(arguments: [
        judgement.id, ordinal, finding.rule.rawValue, finding.severity.rawValue,
        finding.place.line, finding.place.column, finding.place.pointer,
        finding.message.zh, finding.message.en, finding.remedy.zh, finding.remedy.en,
      ])
    }
  }

  /// The receipts of one week, by unit and arrival, each given to `body` and let go.
  package func forEachReceipt(
    in campaign: Code, week: Week, _ body: (Receipt) throws -> Void
  ) throws {
    let judged = try judged("campaign = ? AND week = ?", [campaign.text, week.description])
    for one in judged {
      try body(
        Receipt(
          submission: one.submission, week: one.week,
          revision: one.revision == 0 ? nil : one.revision, verdict: one.verdict,
          findings: try findings(of: one.id)))
    }
  }

  private func findings(of id: Int64) throws -> [Finding] {
    try queue.read { database in
      try Row.fetchAll(
        try database.cachedStatement(
          sql: "SELECT * FROM finding WHERE submission = ? ORDER BY ordinal"), arguments: [id]
      ).map { row in
        Finding(
          try row.value("rule", of: "finding", RuleCode.init(rawValue:)), at: row.place(),
          Bilingual(zh: row["zh"], en: row["en"]),
          remedy: Bilingual(zh: row["remedyZh"], en: row["remedyEn"]),
          severity: try row.value("severity", of: "finding", Severity.init(rawValue:)))
      }
    }
  }
}
