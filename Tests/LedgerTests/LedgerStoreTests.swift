import Foundation
import GRDB
import Ledger
import Rectification
import TestSupport
import Testing

struct LedgerStoreTests {
  private let trial = code("trial")

  private func judgement(
    _ id: Int64, _ submission: Submission, _ verdict: Verdict, _ report: WeeklyReport,
    findings: [Finding] = []
  ) -> Judgement {
    Judgement(
      id: id,
      receipt: Receipt(
        submission: submission, week: report.week, revision: report.revision, verdict: verdict,
        findings: findings), report: report)
  }

  private func record(_ ledger: LedgerStore, _ submission: Submission) throws -> Int64 {
    try ledger.record([submission])
    return try #require(ledger.pending(in: trial, limit: 10).first { $0.1 == submission }?.id)
  }

  @Test func waitsForTheDiskAtEveryCommit() throws {
    try withTemporaryFolder { folder in
      let ledger = try LedgerStore(path: folder.appendingPathComponent("l/z.sqlite").path)
      #expect(try ledger.synchronousLevel() == 2)
    }
  }

  @Test func recordsOneArrivalOnce() throws {
    let ledger = try LedgerStore()
    try ledger.record([sampleSubmission(), sampleSubmission()])
    try ledger.record([sampleSubmission()])
    #expect(try ledger.pending(in: trial, limit: 10).count == 1)
  }

  @Test(arguments: [(Verdict.accepted, 0), (.acceptedWithWarnings, 0), (.rejected, 1)])
  func takesTheSameBytesAgainOnlyIfTheyWereRefused(_ verdict: Verdict, _ waiting: Int) throws {
    let ledger = try LedgerStore()
    let first = sampleSubmission()
    let id = try record(ledger, first)
    try ledger.save([judgement(id, first, verdict, sampleReport(zero: true))], in: sampleRun)
    try ledger.record([sampleSubmission(at: "2024-01-12 09:00")])
    #expect(try ledger.pending(in: trial, limit: 10).count == waiting)
  }

  @Test func givesAReportBackAsItWas() throws {
    let ledger = try LedgerStore()
    let place = Place(line: 70_000, column: 3, pointer: "/entries/0")
    var report = sampleReport(
      entries: [
        sampleEntry(
          "M1", .completed, 100, progress: "𠮷\n“=SUM(A1)”<b>",
          delay: Delay(reason: "等批复", expectedDate: day("2024-02-01")), asking: "2024-02-02")
      ],
      outcomes: [
        Outcome(kind: code("cases-filed"), value: .count(3), place: place),
        Outcome(
          kind: code("money-returned"), value: .amount(Amount(fen: 410_360_000)), place: place),
      ],
      requests: [
        CoordinationRequest(
          subject: "管线", request: "请协调",
          unitsWanted: [UnitName(code("JD02")), UnitName(code("BM01"))], place: place)
      ])
    report.entries[0].closeOutRequest = CloseOutRequest(statement: "全部完成")
    report.entries[0].place = place
    report.entries[0].plan = "归档"
    let submission = sampleSubmission()
    let id = try record(ledger, submission)
    try ledger.save([judgement(id, submission, .accepted, report)], in: sampleRun)
    let judged = try ledger.judged(
      in: trial, through: week("2024-W02"), receivedBy: moment("2024-01-12 00:00"))
    #expect(judged.map(\.submission) == [submission])
    #expect(try ledger.reports(of: judged) == [id: report])
  }

  @Test func remembersFindingsInBothLanguages() throws {
    let ledger = try LedgerStore()
    let finding = Finding(
      .statusPercent, at: Place(line: 9, column: 2, pointer: "/entries/0/percent"),
      Bilingual(zh: "不符", en: "no match"), remedy: Bilingual(zh: "改", en: "mend"))
    let submission = sampleSubmission()
    let id = try record(ledger, submission)
    try ledger.save(
      [judgement(id, submission, .rejected, sampleReport(), findings: [finding])], in: sampleRun)
    var receipts: [Receipt] = []
    try ledger.forEachReceipt(
      in: trial, week: week("2024-W02"), knownAt: moment("2024-03-01 00:00")
    ) { receipts.append($0) }
    #expect(receipts.map(\.findings) == [[finding]])
    #expect(receipts.first?.verdict == .rejected)
  }

  @Test func looksBackOnlyOnEarlierWeeksAndOnlyOnWhatWasKnown() throws {
    let ledger = try LedgerStore()
    let arrivals = [
      ("2023-W52", "2023-12-28 10:00", "1"), ("2024-W01", "2024-01-04 10:00", "2"),
      ("2024-W01", "2024-01-20 10:00", "3"), ("2024-W02", "2024-01-11 10:00", "4"),
    ]
    for (name, received, digest) in arrivals {
      let submission = sampleSubmission(at: received, digest: Character(digest))
      let id = try record(ledger, submission)
      try ledger.save(
        [
          judgement(id, submission, .accepted, sampleReport("JD01", name, zero: true))
        ], in: sampleRun)
    }
    let history = try ledger.look {
      try $0.history(
        of: code("JD01"), in: trial, before: week("2024-W02"), knownAt: moment("2024-01-11 10:00"),
        measures: [], outcomes: [])
    }
    #expect(history.reports.map(\.week) == [week("2024-W01")])
    #expect(history.reports.first?.submission.receivedAt == moment("2024-01-04 10:00"))
  }

  /// The unit has said the same of M1 since 2024-W01, and of M3 ever; of M2 it has said nothing.
  @Test(arguments: [
    (["M1"], [], ["2024-W03", "2024-W01", "2023-W52"]), (["M3"], [], ["2024-W03", "2023-W51"]),
    (["M2"], [], ["2024-W03"]), ([], [], ["2024-W03"]), ([], ["filed"], ["2024-W03", "2024-W02"]),
  ])
  func readsTheReportsAloneThatRulesCanAskFor(
    _ measures: [String], _ kinds: [String], _ weeks: [String]
  ) throws {
    let ledger = try LedgerStore()
    let said: [(String, [Entry])] = [
      ("2023-W51", [sampleEntry("M1", .inProgress, 10), sampleEntry("M3", .inProgress, 10)]),
      ("2023-W52", [sampleEntry("M1", .inProgress, 20)]),
      ("2024-W01", [sampleEntry("M1", .inProgress, 30)]),
      ("2024-W02", [sampleEntry("M1", .inProgress, 30)]),
      ("2024-W03", [sampleEntry("M1", .inProgress, 30), sampleEntry("M3", .inProgress, 10)]),
    ]
    for (number, (name, entries)) in said.enumerated() {
      var report = sampleReport("JD01", name, entries: entries)
      if name == "2024-W02" {
        report.outcomes = [
          Outcome(
            kind: code("filed"), value: .count(3), place: Place(line: 1, column: 1, pointer: ""))
        ]
      }
      let submission = sampleSubmission(
        at: "\(report.week.monday + 3) 10:00", digest: Character("\(number)"))
      let id = try record(ledger, submission)
      try ledger.save([judgement(id, submission, .accepted, report)], in: sampleRun)
    }
    let history = try ledger.look {
      try $0.history(
        of: code("JD01"), in: trial, before: week("2024-W04"), knownAt: moment("2024-03-01 10:00"),
        measures: Set(measures.map { code($0) }), outcomes: Set(kinds.map { code($0) }))
    }
    #expect(history.reports.map(\.week.description) == weeks)
  }

  @Test func keepsEditionsAndByWhichInputsTheyStand() throws {
    let ledger = try LedgerStore()
    let issue = try sampleRecord("2024-W02")
    try ledger.save(issue)
    let kept = try ledger.issuedEditions(of: week("2024-W02"), in: trial)
    #expect(kept.map(\.kind) == [.issue] && kept.map(\.figures) == [issue.statement.figures])
    #expect(
      try ledger.lastEditions(in: trial)[week("2024-W02")]?.inputs == issue.record.inputs.whole)
    let news = sampleSubmission(digest: "d").digest
    try ledger.stand(week("2024-W02"), by: news, in: trial)
    #expect(try ledger.lastEditions(in: trial)[week("2024-W02")]?.inputs == news)
    let correction = try sampleRecord("2024-W02", .correction(1), after: issue.digest)
    try ledger.save(correction)
    let last = try ledger.lastEditions(in: trial)[week("2024-W02")]
    #expect(last?.kind == .correction(1) && last?.inputs == correction.record.inputs.whole)
    #expect(try ledger.editionChain(of: trial).map(\.digest) == [issue.digest, correction.digest])
  }

  @Test func theFirstRunTakesUpAWeekForGood() throws {
    let ledger = try LedgerStore()
    #expect(try ledger.firstIssue(of: trial) == nil)
    for name in ["2024-W02", "2024-W01"] { try ledger.takeUp(week(name), of: trial) }
    #expect(try ledger.firstIssue(of: trial) == week("2024-W02"))
  }

  @Test func namesTheUnitsWhoseLastFetchFailed() throws {
    let ledger = try LedgerStore()
    func attempt(_ unit: String, _ succeeded: Bool, _ message: String) -> FetchRecord {
      FetchRecord(
        unit: code(unit), week: week("2024-W02"), url: "https://example.invalid/\(unit)",
        at: moment("2024-01-11 10:00"),
        attempt: .init(succeeded: succeeded, kind: "x", message: message))
    }
    try ledger.record(
      [
        attempt("JD01", false, "500"), attempt("JD01", true, ""), attempt("JD02", true, ""),
        attempt("JD02", false, "1"), attempt("JD02", false, "2"), attempt("JD02", false, "3"),
        attempt("JD02", false, "timeout"),
      ], in: trial)
    let failed = try #require(
      try ledger.failedFetches(in: trial, by: moment("2024-01-12 00:00"))[week("2024-W02")])
    #expect(failed.map(\.unit) == [code("JD02")])
    #expect(failed.first?.reason == "timeout")
    #expect(failed.first?.attempts.map(\.message) == ["2", "3", "timeout"])
  }

  @Test func refusesARowThatTheRulesOfTheSchemaForbid() throws {
    let ledger = try LedgerStore()
    let submission = sampleSubmission()
    let id = try record(ledger, submission)
    var report = sampleReport(entries: [sampleEntry("M1"), sampleEntry("M1")])
    #expect(throws: DamagedLedger.self) {
      try ledger.save([judgement(id, submission, .accepted, report)], in: sampleRun)
    }
    report.entries = [sampleEntry("M1", .inProgress, 101)]
    #expect(throws: DamagedLedger.self) {
      try ledger.save([judgement(id, submission, .accepted, report)], in: sampleRun)
    }
    #expect(try ledger.pending(in: trial, limit: 10).count == 1)
  }
}
