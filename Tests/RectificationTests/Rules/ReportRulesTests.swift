import Rectification
import TestSupport
import Testing

/// Each rule: what breaks it, and that the same report a hair's breadth better does not.
struct ReportRulesTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let report: WeeklyReport
    var from = "JD01"
    var at = "2024-01-10 10:00"
    var decisions: [Decision] = []
    var earlier: [WeeklyReport] = []
    var others = OtherReports.none
    var filed: [JudgedSubmission] = []
    var unread = UnreadEntries.none
    let rules: [RuleCode]

    var testDescription: String { name }
  }

  @Test(arguments: identityCases + cycleCases)
  func judgesWhoAndWhen(_ example: Case) throws { try judge(example) }

  @Test(arguments: revisionCases)
  func judgesAgainstEarlierRevisions(_ example: Case) throws { try judge(example) }

  @Test(arguments: entryCases)
  func judgesEntries(_ example: Case) throws { try judge(example) }

  @Test(arguments: trendCases)
  func judgesAgainstLastWeek(_ example: Case) throws { try judge(example) }

  @Test(arguments: outcomeCases)
  func judgesOutcomes(_ example: Case) throws { try judge(example) }

  @Test(arguments: otherReportsCases)
  func judgesAgainstOthers(_ example: Case) throws { try judge(example) }

  /// The rules that judge bytes, not reports, have their cases where bytes are read.
  @Test func leavesNoRuleWithoutACase() {
    let cases =
      identityCases + cycleCases + revisionCases + entryCases + trendCases + outcomeCases
      + otherReportsCases
    let ofBytes: Set<RuleCode> = [
      .unreadable, .wrongEncoding, .tooLarge, .notAReport, .schema, .wrongWeek, .secrecyMark,
      .moreFindings, .signatureMissing, .signatureWrong, .unknownSender,
    ]
    #expect(Set(cases.flatMap(\.rules)).union(ofBytes) == Set(RuleCode.allCases))
  }

  private func judge(_ example: Case) throws {
    let index = RegisterIndex(sampleCampaign(decisions: example.decisions))
    let history = UnitHistory(
      reports: example.earlier.map {
        AcceptedReport(
          report: $0,
          submission: sampleSubmission(
            from: $0.unit.text, at: "\($0.week.monday + 3) 09:00", digest: "1"),
          verdict: .accepted, week: $0.week)
      })
    let found = try findings(
      in: CheckContext(
        report: example.report, submission: sampleSubmission(from: example.from, at: example.at),
        index: index, history: history, others: example.others, filed: example.filed,
        unread: example.unread))
    #expect(found.map(\.rule.rawValue).sorted() == example.rules.map(\.rawValue).sorted())
    for finding in found {
      #expect(!finding.message.zh.isEmpty && !finding.remedy.zh.isEmpty)
      #expect(!finding.message.en.isEmpty && !finding.remedy.en.isEmpty)
    }
  }
}

private func named(_ name: String) -> WeeklyReport {
  var report = sampleReport(entries: whole)
  report.unit = UnitName(name)
  return report
}

private let whole = [sampleEntry("M1"), sampleEntry("M2", progress: "修订制度初稿")]

private let identityCases: [ReportRulesTests.Case] = {
  var foreign = sampleReport(entries: whole)
  foreign.campaign = code("other")
  return [
    .init(name: "a sound report", report: sampleReport(entries: whole), rules: []),
    .init(name: "another campaign", report: foreign, rules: [.unknownCampaign]),
    .init(
      name: "a unit that is not there", report: sampleReport("JD09", entries: whole),
      rules: [.unknownUnit]),
    .init(name: "a unit by its full name", report: named("示例街道一"), rules: []),
    .init(name: "a unit in full-width letters", report: named("ＪＤ０１"), rules: []),
    .init(name: "a name cut short", report: named("示例街道"), rules: [.unknownUnit]),
    .init(name: "a code in small letters", report: named("jd01"), rules: [.unknownUnit]),
    .init(name: "another unit by its name", report: named("示例街道二"), rules: [.senderMismatch]),
    .init(
      name: "another unit's report", report: sampleReport("JD02", entries: [sampleEntry("M3")]),
      rules: [.senderMismatch]),
  ]
}()

private let cycleCases: [ReportRulesTests.Case] = [
  .init(
    name: "next week", report: sampleReport("JD01", "2024-W03", entries: whole),
    rules: [.futureWeek]),
  .init(
    name: "before the first week", report: sampleReport("JD01", "2023-W51", entries: whole),
    rules: [.beforeStart, .late]),
  .init(
    name: "after the last week", report: sampleReport("JD01", "2024-W14", entries: whole),
    at: "2024-04-03 10:00", rules: [.afterEnd, .delayWithoutReason]),
  .init(
    name: "a minute past the cut-off", report: sampleReport(entries: whole),
    at: "2024-01-11 17:01", rules: [.late, .delayWithoutReason]),
  .init(
    name: "on the cut-off",
    report: sampleReport(
      entries: [
        sampleEntry("M1", delay: Delay(reason: "材料未齐", expectedDate: nil)), sampleEntry("M2"),
      ]), at: "2024-01-11 17:00", rules: []),
]

private let nothing = Evidence(
  name: "验收单.pdf", sha256: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")

private let entryCases: [ReportRulesTests.Case] = [
  .init(
    name: "evidence that is an empty file",
    report: sampleReport(entries: [sampleEntry("M1", evidence: [nothing]), sampleEntry("M2")]),
    rules: [.emptyEvidence]),
  .init(name: "expected a year ago", report: farAway("2023-02-20"), rules: [.farDate]),
  .init(name: "expected five weeks ago", report: farAway("2023-12-08"), rules: [.farDate]),
  .init(name: "expected a month ago", report: farAway("2023-12-09"), rules: []),
  .init(
    name: "expected in 2204, and asked for then", report: farAway("2204-02-20", "2204-03-01"),
    rules: [.farDate, .farDate]),
  .init(name: "asked for in 2204", report: farAway(nil, "2204-03-01"), rules: [.farDate]),
  .init(name: "asked for in nine years", report: farAway(nil, "2033-01-10"), rules: []),
  .init(
    name: "a measure that is not there",
    report: sampleReport(entries: whole + [sampleEntry("M9")]),
    rules: [.unknownMeasure]),
  .init(
    name: "somebody else's measure", report: sampleReport(entries: whole + [sampleEntry("M4")]),
    rules: [.notResponsible]),
  .init(
    name: "a supporting unit's contribution",
    report: sampleReport("JD02", entries: [sampleEntry("M3"), sampleEntry("M1")]), from: "JD02",
    rules: []),
  .init(
    name: "twice the same", report: sampleReport(entries: whole + [sampleEntry("M1")]),
    rules: [.duplicateEntry]),
  .init(
    name: "a unit wanted that is not there",
    report: sampleReport(
      entries: whole,
      requests: [
        CoordinationRequest(
          subject: "管线", request: "请协调",
          unitsWanted: [UnitName(code("BM01")), UnitName("区建设"), UnitName("区建设部门（示例）")])
      ]), rules: [.unknownUnit]),
  .init(
    name: "one that could not be read is not missing",
    report: sampleReport(entries: [sampleEntry("M1")]),
    unread: UnreadEntries(measures: [code("M2")], hasNameless: false), rules: []),
  .init(
    name: "nothing is missing while an entry cannot be told", report: sampleReport(),
    unread: .all, rules: []),
  .init(
    name: "one left out", report: sampleReport(entries: [sampleEntry("M1")]), rules: [.missingEntry]
  ),
  .init(
    name: "all left out is not a zero report", report: sampleReport(),
    rules: [.missingEntry, .missingEntry]),
  .init(name: "a zero report", report: sampleReport(zero: true), rules: []),
  .init(
    name: "a zero report that says something", report: sampleReport(zero: true, entries: whole),
    rules: [.zeroWithEntries]),
  .init(
    name: "a closed measure", report: sampleReport(entries: whole),
    decisions: [sampleDecision(.close, "M2", at: "2024-01-05 10:00")], rules: [.closedMeasure]),
  .init(
    name: "a closed measure left out", report: sampleReport(entries: [sampleEntry("M1")]),
    decisions: [sampleDecision(.close, "M2", at: "2024-01-05 10:00")], rules: []),
  .init(
    name: "a measure closed and reopened", report: sampleReport(entries: whole),
    decisions: [
      sampleDecision(.close, "M2", at: "2024-01-05 10:00"),
      sampleDecision(.reopen(nil), "M2", at: "2024-01-08 10:00", line: 3),
    ], rules: []),
  .init(
    name: "in progress at 100",
    report: sampleReport(
      entries: [sampleEntry("M1", .inProgress, 100), sampleEntry("M2", .notStarted, 1)]),
    rules: [.statusPercent, .statusPercent]),
  .init(
    name: "completed at 99 without evidence",
    report: sampleReport(
      entries: [sampleEntry("M1", .completed, 99, evidence: []), sampleEntry("M2")]),
    rules: [.statusPercent, .completedWithoutEvidence]),
  .init(
    name: "an extension that is none",
    report: sampleReport(entries: [sampleEntry("M1", asking: "2024-01-10"), sampleEntry("M2")]),
    rules: [.badDate]),
]

private let lastWeek = sampleReport(
  "JD01", "2024-W01",
  entries: [
    sampleEntry("M1", .completed, 100, progress: "已验收"), sampleEntry("M2", progress: "拟订初稿"),
  ])

private let trendCases: [ReportRulesTests.Case] = [
  .init(
    name: "back from completed without a reason", report: sampleReport(entries: whole),
    earlier: [lastWeek], rules: [.illegalTransition, .percentFell]),
  .init(
    name: "back from completed with a reason",
    report: sampleReport(
      entries: [
        sampleEntry("M1", delay: Delay(reason: "复核发现遗漏", expectedDate: nil)), whole[1],
      ]), earlier: [lastWeek], rules: [.regression, .percentFell]),
  .init(
    name: "sent back by the office", report: sampleReport(entries: whole),
    decisions: [sampleDecision(.return, "M1", at: "2024-01-05 10:00")], earlier: [lastWeek],
    rules: []),
  .init(
    name: "back to not started",
    report: sampleReport(
      entries: [
        sampleEntry("M1", .completed, 100, progress: "归档"),
        sampleEntry("M2", .notStarted, 0, delay: Delay(reason: "重新立项", expectedDate: nil)),
      ]), earlier: [lastWeek], rules: [.illegalTransition, .percentFell]),
  .init(
    name: "word for word",
    report: sampleReport(
      entries: [
        sampleEntry("M1", .completed, 100, progress: "已验收"), sampleEntry("M2", progress: "拟订初稿"),
      ]), earlier: [lastWeek], rules: [.staleText]),
  .init(
    name: "three weeks at one percent",
    report: sampleReport("JD01", "2024-W04", entries: [sampleEntry("M2", progress: "第四稿")]),
    at: "2024-01-24 10:00",
    decisions: [sampleDecision(.close, "M1", at: "2024-01-05 10:00")],
    earlier: [
      sampleReport("JD01", "2024-W03", entries: [sampleEntry("M2", progress: "第三稿")]),
      sampleReport("JD01", "2024-W01", entries: [sampleEntry("M2", progress: "第一稿")]),
    ], rules: [.noMovement]),
  .init(
    name: "expects to be late and asks for nothing",
    report: sampleReport(
      entries: [
        sampleEntry("M1", delay: Delay(reason: "等批复", expectedDate: day("2024-01-20"))), whole[1],
      ]), rules: [.expectedAfterDeadline]),
  .init(
    name: "expects to be late and asks for time",
    report: sampleReport(
      entries: [
        sampleEntry(
          "M1", delay: Delay(reason: "等批复", expectedDate: day("2024-01-20")),
          asking: "2024-01-20"), whole[1],
      ]), rules: []),
  .init(
    name: "overdue without a word", report: sampleReport(entries: whole),
    at: "2024-01-11 10:00", rules: [.delayWithoutReason]),
]

private let outcomeCases: [ReportRulesTests.Case] = {
  func report(_ outcomes: [Outcome]) -> WeeklyReport {
    sampleReport(zero: true, outcomes: outcomes)
  }
  func cases(_ count: Int) -> Outcome { Outcome(kind: code("cases-filed"), value: .count(count)) }
  let money = Outcome(kind: code("money-returned"), value: .amount(Amount(fen: 100)))
  let before = sampleReport("JD01", "2024-W01", zero: true, outcomes: [cases(3)])
  return [
    .init(name: "counted", report: report([cases(3), money]), rules: []),
    .init(
      name: "a kind that is not counted",
      report: report([Outcome(kind: code("case-filed"), value: .count(1))]),
      rules: [.unknownOutcome]),
    .init(
      name: "money for a count and a count for money",
      report: report([
        Outcome(kind: code("cases-filed"), value: .amount(Amount(fen: 1))),
        Outcome(kind: code("money-returned"), value: .count(1)),
      ]), rules: [.badAmount, .badAmount]),
    .init(name: "one kind twice", report: report([cases(1), cases(2)]), rules: [.badAmount]),
    .init(name: "below zero", report: report([cases(-1)]), rules: [.negativeOutcome]),
    .init(
      name: "less than last week", report: report([cases(2)]), earlier: [before],
      rules: [.totalFell]),
    .init(name: "as last week", report: report([cases(3)]), earlier: [before], rules: []),
  ]
}()
