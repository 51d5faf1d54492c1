import Ledger
import Rectification
import TestSupport
import Testing

/// What the ledger knows of others when a report is judged.
struct ComparisonTests {
  private let trial = code("trial")
  private let text = "本周召开专题会议，研究部署整改工作，进一步压实责任。"

  private func keep(
    _ ledger: LedgerStore, from unit: String, _ name: String, at received: String,
    digest: Character, _ entries: [Entry]
  ) throws {
    let submission = sampleSubmission(from: unit, at: received, digest: digest)
    try ledger.record([submission])
    let id = try #require(ledger.pending(in: trial, limit: 1).first?.id)
    try ledger.save(
      [
        Judgement(
          id: id,
          receipt: Receipt(
            submission: submission, week: week(name), revision: 1, verdict: .accepted, findings: []),
          report: sampleReport(unit, name, entries: entries))
      ], in: sampleRun)
  }

  private func others(_ ledger: LedgerStore, _ entry: Entry, at received: String) throws
    -> OtherReports
  {
    try ledger.look {
      try $0.others(
        than: code("JD01"), in: trial, comparedWith: sampleReport(entries: [entry]),
        shared: [entry.measure], before: moment(received))
    }
  }

  @Test func findsTheEarliestUseOfATextByAnotherUnit() throws {
    let ledger = try LedgerStore()
    try keep(
      ledger, from: "JD01", "2024-W01", at: "2024-01-02 09:00", digest: "1",
      [sampleEntry("M1", progress: text)])
    try keep(
      ledger, from: "BM01", "2024-W01", at: "2024-01-04 09:00", digest: "2",
      [sampleEntry("M4", progress: "  " + text.replacing("，", with: "，\n"))])
    try keep(
      ledger, from: "JD02", "2024-W01", at: "2024-01-03 09:00", digest: "3",
      [sampleEntry("M3", progress: text)])
    let entry = sampleEntry("M1", progress: text)
    let found = try others(ledger, entry, at: "2024-01-11 10:00").texts[ComparableText(text)]
    #expect(found?.submission.sender == code("JD02"))
    #expect(found?.measure == code("M3"))
    #expect(try others(ledger, entry, at: "2024-01-03 09:00").texts.isEmpty)
  }

  @Test func findsEvidenceForEachMeasureItWasGivenFor() throws {
    let ledger = try LedgerStore()
    let paper = Evidence(name: "纪要.pdf", sha256: String(repeating: "b", count: 64))
    for (name, received, digest) in [
      ("2024-W01", "2024-01-04 09:00", "1"), ("2024-W02", "2024-01-09 09:00", "2"),
    ] {
      try keep(
        ledger, from: "JD02", name, at: received, digest: Character(digest),
        [sampleEntry("M3", evidence: [paper, paper])])
    }
    let found = try others(
      ledger, sampleEntry("M1", evidence: [paper]), at: "2024-01-11 10:00"
    ).evidence[paper.sha256]
    #expect(found?.map(\.measure) == [code("M3")])
    #expect(found?.first?.week == week("2024-W01"))
  }

  @Test func givesTheLastEntryOfEachOtherUnitOnAMeasure() throws {
    let ledger = try LedgerStore()
    try keep(
      ledger, from: "JD02", "2024-W01", at: "2024-01-04 09:00", digest: "1",
      [sampleEntry("M1", .inProgress, 20)])
    try keep(
      ledger, from: "JD02", "2024-W02", at: "2024-01-09 09:00", digest: "2",
      [sampleEntry("M1", .inProgress, 40)])
    try keep(
      ledger, from: "JD02", "2024-W03", at: "2024-01-10 09:00", digest: "3",
      [sampleEntry("M1", .inProgress, 90)])
    let found = try others(ledger, sampleEntry("M1"), at: "2024-01-11 10:00").entries[code("M1")]
    #expect(found?.map(\.entry.percent) == [40])
    #expect(found?.map(\.week) == [week("2024-W02")])
  }
}
