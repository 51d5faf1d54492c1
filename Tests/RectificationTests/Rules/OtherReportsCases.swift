import Rectification
import TestSupport

private let text = "本周召开专题会议，研究部署整改工作，进一步压实责任。"
private let paper = Evidence(name: "纪要.pdf", sha256: String(repeating: "b", count: 64))

private func use(_ measure: String, by unit: String = "JD02") -> EarlierUse {
  EarlierUse(
    measure: code(measure), week: week("2024-W01"),
    submission: sampleSubmission(from: unit, at: "2024-01-04 10:00", digest: "2"))
}

private func said(_ entry: Entry, by unit: String, in name: String = "2024-W02") -> OtherReports {
  OtherReports(
    texts: [:], evidence: [:],
    entries: [
      entry.measure: [
        ReportedEntry(
          unit: code(unit), week: week(name), entry: entry,
          submission: sampleSubmission(from: unit, digest: "2"))
      ]
    ])
}

private let done = sampleReport(
  entries: [sampleEntry("M1", .completed, 100), sampleEntry("M2", progress: "修订制度初稿")])

/// What a report looks like beside those of others.
let otherReportsCases: [ReportRulesTests.Case] = [
  .init(
    name: "the text of another unit",
    report: sampleReport(
      entries: [sampleEntry("M1", progress: "  " + text), sampleEntry("M2")]),
    others: OtherReports(
      texts: [ComparableText(text): use("M3")], evidence: [:], entries: [:]),
    rules: [.sameText]),
  .init(
    name: "a text too short to be copied",
    report: sampleReport(entries: [sampleEntry("M1"), sampleEntry("M2")]),
    others: OtherReports(
      texts: [ComparableText("本周召开专题会"): use("M3")], evidence: [:], entries: [:]), rules: []),
  .init(
    name: "evidence of another measure",
    report: sampleReport(entries: [sampleEntry("M1", evidence: [paper]), sampleEntry("M2")]),
    others: OtherReports(
      texts: [:], evidence: [paper.sha256: [use("M1"), use("M3")]], entries: [:]),
    rules: [.sameEvidence]),
  .init(
    name: "evidence of the same measure again",
    report: sampleReport(entries: [sampleEntry("M1", evidence: [paper]), sampleEntry("M2")]),
    others: OtherReports(texts: [:], evidence: [paper.sha256: [use("M1")]], entries: [:]),
    rules: []),
  .init(
    name: "one document for two measures of one report",
    report: sampleReport(
      entries: [sampleEntry("M1", evidence: [paper, paper]), sampleEntry("M2", evidence: [paper])]),
    rules: [.sameEvidence]),
  .init(
    name: "done to the lead and not to its supporting unit", report: done,
    others: said(sampleEntry("M1", .inProgress, 40), by: "JD02"), rules: [.leadSupportConflict]),
  .init(
    name: "what the supporting unit said the week before", report: done,
    others: said(sampleEntry("M1", .inProgress, 40), by: "JD02", in: "2024-W01"), rules: []),
  .init(
    name: "a supporting unit at work on what is done to its lead",
    report: sampleReport("JD02", entries: [sampleEntry("M3"), sampleEntry("M1", .inProgress, 40)]),
    from: "JD02", others: said(sampleEntry("M1", .completed, 100), by: "JD01", in: "2024-W01"),
    rules: [.leadSupportConflict]),
  .init(
    name: "two supporting units at different stages",
    report: sampleReport("JD02", entries: [sampleEntry("M3"), sampleEntry("M1", .inProgress, 40)]),
    from: "JD02", others: said(sampleEntry("M1", .completed, 100), by: "BM01"), rules: []),
]
