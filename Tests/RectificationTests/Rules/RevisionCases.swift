import Rectification
import TestSupport

private func filed(
  _ revision: Int, at moment: String = "2024-01-09 10:00", digest: Character = "2",
  _ verdict: Verdict = .accepted
) -> JudgedSubmission {
  JudgedSubmission(
    id: 1, submission: sampleSubmission(from: "JD01", at: moment, digest: digest), verdict: verdict,
    week: week("2024-W02"), revision: revision, isZeroReport: false)
}

private func revised(_ revision: Int) -> WeeklyReport {
  var report = sampleReport(
    entries: [sampleEntry("M1"), sampleEntry("M2", progress: "修订制度初稿")])
  report.revision = revision
  return report
}

/// What a report looks like beside what the unit had sent for the week before.
let revisionCases: [ReportRulesTests.Case] = [
  .init(name: "the next revision", report: revised(2), filed: [filed(1)], rules: []),
  .init(name: "a lower revision", report: revised(1), filed: [filed(2)], rules: [.superseded]),
  .init(
    name: "a lower revision than the highest of several", report: revised(2),
    filed: [filed(3), filed(1, digest: "3")], rules: [.superseded]),
  .init(
    name: "a lower revision than one that was rejected", report: revised(1),
    filed: [filed(2, .rejected)], rules: []),
  .init(
    name: "another content under the number", report: revised(1), filed: [filed(1)],
    rules: [.sameRevision]),
]

/// A report with a day expected, and a deadline asked for.
func farAway(_ expected: String?, _ asked: String? = nil) -> WeeklyReport {
  let delay = Delay(reason: "材料未齐", expectedDate: expected.flatMap { CivilDate($0) })
  return sampleReport(
    entries: [sampleEntry("M1", delay: delay, asking: asked), sampleEntry("M2")])
}
