import TestSupport
import Testing

@testable import Rectification

/// The review made of summaries, receipts and alerts.
struct ReviewingTests {
  private func underReview(
    _ name: String, _ day: String, _ states: [UnitWeek.State], alerts: [Alert] = [],
    owing: [String] = ["JD01", "JD02"], receipts: [Receipt] = []
  ) throws -> WeekUnderReview {
    let index = RegisterIndex(sampleCampaign())
    let unitWeeks = zip(index.campaign.units, states).map { unit, state in
      UnitWeek(
        unit: unit.code, state: state, effective: receipts.last?.submission, verdict: nil,
        received: 1, rejected: state == .rejected ? 1 : 0, silentWeeks: 0, failure: nil)
    }
    let summary = try summarise(
      sampleState(
        week(name), on: TestSupport.day(day),
        measures: index.campaign.register.measures.map { MeasureState(measure: $0, deadline: nil) },
        unitWeeks: unitWeeks, alerts: alerts),
      previous: nil,
      edition: Edition(
        kind: .issue, cutOffs: try #require(try index.cycle.cutOffs(of: week(name))),
        referenceDate: TestSupport.day(day), latestInput: nil), index: index)
    return WeekUnderReview(
      summary: summary, owing: Set(owing.map { code($0) }), receipts: receipts)
  }

  private func alert(
    _ kind: Alert.Kind, _ subject: String, _ life: Alert.Life, since: String
  ) -> Alert {
    Alert(
      identity: .init(kind: kind, subject: code(subject)), level: .red, step: nil, life: life,
      since: day(since), workdaysOverdue: 0, daysLeft: nil, recipients: [],
      message: Bilingual(zh: "", en: ""))
  }

  private func receipt(
    _ verdict: Verdict, _ second: Int, _ rules: [RuleCode]
  ) throws -> Receipt {
    let digest = try #require(Digest(String(repeating: "\(second)", count: 64)))
    return Receipt(
      submission: Submission(
        campaign: code("trial"), sender: code("JD01"), channel: .inbox, fileName: "\(second).json",
        digest: digest, size: 1, receivedAt: Moment(seconds: Int64(second))),
      week: week("2024-W02"), revision: 1, verdict: verdict,
      findings: rules.map {
        Finding(
          $0, at: Place(line: 1, column: 1, pointer: ""), Bilingual(zh: "", en: ""),
          remedy: Bilingual(zh: "", en: ""))
      })
  }

  private func reviewed(_ weeks: [WeekUnderReview], open: [Week] = []) throws -> MonthlyReview {
    let month = try #require(Month("2024-01"))
    let found = try review(
      month, weeks: weeks, openWeeks: open, index: RegisterIndex(sampleCampaign()))
    return try #require(found)
  }

  private func unit(_ name: String, _ review: MonthlyReview) throws -> UnitReview {
    try #require(review.units.first { $0.unit == code(name) })
  }

  @Test func nothingIsReviewedWithoutAWeek() throws {
    let month = try #require(Month("2024-01"))
    #expect(
      try review(month, weeks: [], openWeeks: [], index: RegisterIndex(sampleCampaign())) == nil)
  }

  @Test func correctionsAndFlagsAreThoseOfTheReportThatCounts() throws {
    let found = try reviewed([
      try underReview(
        "2024-W02", "2024-01-12", [.onTime, .missing, .exempt],
        receipts: [
          receipt(.acceptedWithWarnings, 1, [.staleText]), receipt(.rejected, 2, [.schema]),
          receipt(.acceptedWithWarnings, 3, [.noMovement, .sameText, .percentFell]),
        ])
    ])
    let week = try #require(try unit("JD01", found).weeks.first)
    #expect(week.corrections == 1 && week.flags == [.noMovement, .sameText])
    #expect(try unit("BM01", found).rank == nil && unit("BM01", found).owed == 0)
  }

  /// An alert of a measure goes to its lead unit, one of a unit to itself.
  @Test func alertsAreCountedWithTheDaysTheyTook() throws {
    let index = RegisterIndex(sampleCampaign())
    let measure = try #require(index.campaign.register.measures.first)
    let found = try reviewed(
      [
        try underReview(
          "2024-W02", "2024-01-12", [.onTime, .onTime, .exempt],
          alerts: [
            alert(.overdue, measure.code.text, .raised, since: "2024-01-12"),
            alert(.silent, "JD02", .cleared, since: "2024-01-05"),
          ]),
        try underReview(
          "2024-W03", "2024-01-19", [.onTime, .onTime, .exempt],
          alerts: [
            alert(.overdue, measure.code.text, .cleared, since: "2024-01-12"),
            alert(.lateReports, "JD02", .raised, since: "2024-01-19"),
            alert(.behindPace, "BM99", .raised, since: "2024-01-19"),
          ]),
      ], open: [week("2024-W04")])
    let lead = try unit(measure.leadUnit.text, found).alerts
    #expect(lead == .init(raised: 1, cleared: 1, standing: 0, workdaysToClear: 5))
    #expect(lead.meanWorkdays?.description == "5.0")
    #expect(
      try unit("JD02", found).alerts
        == .init(raised: 1, cleared: 1, standing: 1, workdaysToClear: 5))
    #expect(found.isProvisional && found.alerts.raised == 2)
  }
}
