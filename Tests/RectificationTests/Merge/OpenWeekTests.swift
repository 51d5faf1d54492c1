import Rectification
import TestSupport
import Testing

/// A week that is not due yet adds to no run of weeks; what has come in for it counts.
struct OpenWeekTests {
  private func folded(
    _ reports: [AcceptedReport], at now: String, through name: String = "2024-W02",
    decisions: [Decision] = [], firstIssue: Week? = nil
  ) throws -> FoldedWeeks {
    try FoldedWeeks(
      reports, campaign: sampleCampaign(decisions: decisions), through: week(name),
      knownAt: moment(now), firstIssue: firstIssue)
  }

  private func unit(_ folded: FoldedWeeks) throws -> UnitWeek {
    try #require(folded.states.last?.unitWeeks.first)
  }

  private func zero(_ name: String, at received: String? = nil) -> AcceptedReport {
    sampleAccepted(sampleReport("JD01", name, zero: true), at: received)
  }

  /// Missed 2024-W01; the report for 2024-W02 is due on Thursday at 17:00.
  @Test(arguments: [
    ("2024-01-08 09:00", 1), ("2024-01-11 16:59", 1), ("2024-01-11 17:00", 2),
    ("2024-01-12 12:00", 2),
  ])
  func oneMissedWeekIsOneUntilTheNextIsDue(_ now: String, _ weeks: Int) throws {
    let folded = try folded([zero("2023-W52")], at: now)
    #expect(try unit(folded).silentWeeks == weeks)
    let alerts = try #require(folded.states.last).alerts.filter { $0.identity.kind == .silent }
    #expect(alerts.contains { $0.identity.subject == code("JD01") } == (weeks == 2))
  }

  @Test func nobodyIsSilentBeforeAnythingWasDue() throws {
    let monday = try folded([], at: "2023-12-25 09:00", through: "2023-W52")
    let state = try #require(monday.states.last)
    #expect(state.unitWeeks.allSatisfy { $0.silentWeeks == 0 && $0.state == .missing })
    #expect(state.alerts.allSatisfy { !$0.identity.kind.isAboutUnit })
    #expect(state.measures.allSatisfy { $0.staleSince == nil && $0.unchangedWeeks == 0 })
  }

  /// Late in three weeks in a row: on Monday of the fourth that still holds.
  @Test func aRunOfLateWeeksGoesOnUntilThereIsAReportOnTime() throws {
    let late = [
      zero("2023-W52", at: "2023-12-28 18:00"), zero("2024-W01", at: "2024-01-04 18:00"),
      zero("2024-W02", at: "2024-01-11 18:00"),
    ]
    #expect(try unit(folded(late, at: "2024-01-15 09:00", through: "2024-W03")).lateWeeks == 3)
    let punctual = late + [zero("2024-W03", at: "2024-01-16 10:00")]
    let alerts = try #require(
      folded(late, at: "2024-01-15 09:00", through: "2024-W03").states.last
    ).alerts.filter { $0.identity.kind == .lateReports }
    #expect(alerts.map(\.life) == [.continuing])
    #expect(try unit(folded(punctual, at: "2024-01-16 10:00", through: "2024-W03")).lateWeeks == 0)
    // A missed week is silence, not lateness.
    #expect(try unit(folded(late, at: "2024-01-18 17:00", through: "2024-W03")).lateWeeks == 0)
  }

  @Test func whatWasReportedOnTuesdayIsRenewed() throws {
    let old = sampleAccepted(
      sampleReport("JD01", "2023-W52", entries: [sampleEntry("M1", .inProgress, 10)]))
    let new = sampleAccepted(
      sampleReport("JD01", "2024-W02", entries: [sampleEntry("M1", .inProgress, 10)]),
      at: "2024-01-09 10:00", digest: "1")
    let before = try #require(
      try folded([old], at: "2024-01-09 09:00").states.last?.measures.first)
    #expect(before.staleSince == week("2024-W01") && before.unchangedWeeks == 1)
    let after = try #require(
      try folded([old, new], at: "2024-01-09 11:00").states.last?.measures.first)
    #expect(after.staleSince == nil && after.unchangedWeeks == 2)
    // On Monday of a week whose predecessor was reported, nothing is stale.
    let monday = try #require(
      try folded([old], at: "2024-01-02 09:00", through: "2024-W01").states.last?.measures.first)
    #expect(monday.staleSince == nil && monday.unchangedWeeks == 0)
  }

  /// A close-out of Thursday exempts nobody on Monday.
  @Test(arguments: [("2024-01-08 09:00", false), ("2024-01-11 11:00", true)])
  func nothingLaterThanTheMomentIsKnown(_ now: String, _ isExempt: Bool) throws {
    let closing = sampleDecision(.close, "M4", at: "2024-01-11 10:00")
    let folded = try folded([], at: now, decisions: [closing])
    let unit = try #require(folded.states.last?.unitWeeks.last)
    #expect(unit.unit == code("BM01") && (unit.state == .exempt) == isExempt)
  }

  /// Before the week that is taken up nobody owes a report, and what was reported counts all the same.
  @Test func theWeeksBeforeTheFirstIssueOweNothing() throws {
    let early = sampleAccepted(
      sampleReport("JD01", "2023-W52", entries: [sampleEntry("M1", .inProgress, 70)]))
    let folded = try folded(
      [early], at: "2024-01-12 12:00", firstIssue: week("2024-W02"))
    #expect(folded.states.map(\.isTakenUp) == [false, false, true])
    #expect(folded.states[0].unitWeeks.allSatisfy { $0.state == .exempt })
    #expect(folded.states[1].alerts.isEmpty && folded.states[1].goneUnits == nil)
    let now = folded.states[2]
    #expect(now.unitWeeks.map(\.silentWeeks) == [1, 1, 1])
    #expect(now.reportingWeeks.map(\.week) == [week("2024-W02")])
    #expect(now.measures.first?.percent == 70 && now.measures.first?.staleSince == week("2024-W02"))
    let overdue = try #require(now.alerts.first { $0.identity.kind == .overdue })
    #expect(overdue.step == .remind && overdue.life == .raised)
  }
}
