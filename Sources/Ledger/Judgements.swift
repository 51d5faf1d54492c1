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
  /// Judges submissions one by one in one transaction, so that each is held against those before it.
  ///
  /// `judge` sees the ledger with all earlier judgements in it.
  package func judge(
    _ waiting: [(id: Int64, Submission)], in run: RunMark,
    _ judge: (LedgerView, Int64, Submission) throws -> Judgement
  ) throws -> [Judgement] {
    try write { database in
      let view = LedgerView(database: database)
      let number = try view.number(of: run)
      return try waiting.map { id, submission in
        let judgement = try judge(view, id, submission)
        try view.insert(judgement, run: number)
        return judgement
      }
    }
  }

  /// The weeks that something was judged or released for in the last two runs that judged anything: a run
  /// that was cut off may have left them without receipts.
  package func weeksJudgedLast(in campaign: Code) throws -> [Week] {
    try read { database in
      let runs = try Int64.fetchAll(
        database, sql: "SELECT id FROM run WHERE campaign = ? ORDER BY id DESC LIMIT 2",
        arguments: [campaign.text])
      guard let since = runs.last else { return [] }
      return try Row.fetchAll(
        database,
        sql: """
          SELECT week FROM judgement JOIN submission ON submission.id = judgement.submission
            WHERE campaign = ?1 AND run >= ?2
          UNION SELECT week FROM release JOIN submission ON submission.id = release.submission
            WHERE campaign = ?1 AND run >= ?2 ORDER BY week
          """, arguments: [campaign.text, since]
      ).map { row in try row.value("week", of: "judgement") { Week($0) } }
    }
  }

  /// Writes judgements made elsewhere, in one transaction.
  package func save(_ judgements: [Judgement], in run: RunMark) throws {
    _ = try judge(judgements.map { ($0.id, $0.receipt.submission) }, in: run) { _, id, _ in
      guard let judgement = judgements.first(where: { $0.id == id }) else {
        throw DamagedLedger(table: "judgement", detail: "no judgement of \(id)")
      }
      return judgement
    }
  }
}

extension LedgerView {
  fileprivate func insert(_ judgement: Judgement, run: Int64) throws {
    let receipt = judgement.receipt
    try database.cachedStatement(
      sql: """
        INSERT INTO judgement (submission, verdict, week, revision, isZeroReport, run)
        VALUES (?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      judgement.id, receipt.verdict.rawValue, receipt.week.description, receipt.revision ?? 0,
      judgement.report?.isZeroReport ?? false, run,
    ])
    try insertFindings(of: judgement, from: 0)
    try insertReport(of: judgement)
  }

  func insertReport(of judgement: Judgement) throws {
    guard judgement.receipt.verdict.isAccepted, let report = judgement.report else { return }
    try insert(report, id: judgement.id)
  }

  func insertFindings(of judgement: Judgement, from first: Int) throws {
    let statement = try database.cachedStatement(
      sql: "INSERT INTO finding VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    for (ordinal, finding) in judgement.receipt.findings.enumerated() {
      try statement.execute(arguments: [
        judgement.id, first + ordinal, finding.rule.rawValue, finding.severity.rawValue,
        finding.place.line, finding.place.column, finding.place.pointer,
        finding.message.zh, finding.message.en, finding.remedy.zh, finding.remedy.en,
        finding.measure?.text, finding.place.sheet?.rawValue,
      ])
    }
  }
}
