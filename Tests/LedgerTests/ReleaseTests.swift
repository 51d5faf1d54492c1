import Ledger
import Rectification
import TestSupport
import Testing

/// 放行: from its moment on a quarantined submission is what the second check made of it.
struct ReleaseTests {
  private let trial = code("trial")
  private let release = Release(
    code: code("D9"), decidedAt: moment("2024-01-12 09:00"), digestPrefix: "000000000000",
    reason: "所引文件名", basis: "", decidedBy: "办公室", line: 2)

  private func quarantined() throws -> (ledger: LedgerStore, id: Int64, submission: Submission) {
    let ledger = try LedgerStore()
    let submission = sampleSubmission()
    try ledger.record([submission])
    let id = try #require(ledger.pending(in: trial, limit: 1).first?.id)
    try ledger.save(
      [
        Judgement(
          id: id,
          receipt: Receipt(
            submission: submission, week: week("2024-W02"), revision: nil, verdict: .quarantined,
            findings: [.secrecyMark(at: .start)]), report: nil)
      ], in: sampleRun)
    return (ledger, id, submission)
  }

  private func accept(_ id: Int64, _ submission: Submission) -> Judgement {
    let finding = Finding(
      .staleText, at: .start, Bilingual(zh: "旧", en: "old"), remedy: Bilingual(zh: "新", en: "new"))
    return Judgement(
      id: id,
      receipt: Receipt(
        submission: submission, week: week("2024-W01"), revision: 2,
        verdict: .acceptedWithWarnings, findings: [finding, finding]),
      report: sampleReport(entries: [sampleEntry("M1")]))
  }

  @Test func countsFromTheMomentOfTheDecision() throws {
    let (ledger, id, submission) = try quarantined()
    _ = try ledger.release(id, by: release, in: sampleRun) { _ in accept(id, submission) }
    func known(at text: String) throws -> [String] {
      try ledger.judged(in: trial, through: week("2024-W03"), receivedBy: moment(text))
        .map { "\($0.verdict.rawValue) \($0.week) \($0.revision)" }
    }
    #expect(try known(at: "2024-01-11 09:00") == [])
    #expect(try known(at: "2024-01-12 08:59") == ["quarantined 2024-W02 0"])
    #expect(try known(at: "2024-01-12 09:00") == ["accepted-with-warnings 2024-W01 2"])
    #expect(try ledger.quarantined(in: trial, receivedBy: moment("2024-01-13 09:00")).isEmpty)
  }

  @Test func saysNothingOfTheContentBeforeThat() throws {
    let (ledger, id, submission) = try quarantined()
    _ = try ledger.release(id, by: release, in: sampleRun) { _ in accept(id, submission) }
    func rules(_ name: String, at text: String) throws -> [RuleCode] {
      var rules: [RuleCode] = []
      try ledger.forEachReceipt(in: trial, week: week(name), knownAt: moment(text)) {
        rules += $0.findings.map(\.rule)
      }
      return rules
    }
    #expect(try rules("2024-W02", at: "2024-01-12 08:59") == [.secrecyMark])
    #expect(try rules("2024-W01", at: "2024-01-12 09:00") == [.staleText, .staleText])
  }

  @Test func letsAReportThatIsStillWrongStayRefused() throws {
    let (ledger, id, submission) = try quarantined()
    _ = try ledger.release(id, by: release, in: sampleRun) { _ in
      Judgement(
        id: id,
        receipt: Receipt(
          submission: submission, week: week("2024-W02"), revision: 1, verdict: .rejected,
          findings: []), report: nil)
    }
    let judged = try ledger.judged(
      in: trial, through: week("2024-W03"), receivedBy: moment("2024-02-01 00:00"))
    #expect(judged.map(\.verdict) == [.rejected])
    // The same bytes may come again once they are refused, not quarantined.
    try ledger.record([sampleSubmission(at: "2024-01-14 09:00")])
    #expect(try ledger.pending(in: trial, limit: 10).count == 1)
  }
}
