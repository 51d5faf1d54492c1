import Rectification
import TestSupport
import Testing

/// To which week a decision belongs, and which word stands: the unit's claim or the office's decision.
///
/// Reports are due on Thursday at 17:00, the summary is on Friday at 12:00.
struct DecisionWeekTests {
  private func folded(
    _ reports: [AcceptedReport], _ decisions: [Decision], through name: String = "2024-W04"
  ) throws -> FoldedWeeks {
    try FoldedWeeks(
      reports, campaign: sampleCampaign(decisions: decisions), through: week(name))
  }

  private func done(_ progress: String = "全部完成") -> Entry {
    sampleEntry("M1", .completed, 100, progress: progress)
  }

  private func measure(_ name: String, in folded: FoldedWeeks) throws -> MeasureState {
    try #require(folded[week(name)]?.measures.first)
  }

  /// The figures, the history and the weeks without change of one week never tell two stories.
  @Test(arguments: [
    ("2024-01-08 09:00", "2024-W02"), ("2024-01-12 12:00", "2024-W02"),
    ("2024-01-12 12:01", "2024-W03"), ("2024-01-12 15:30", "2024-W03"),
    ("2024-01-14 23:00", "2024-W03"), ("2024-01-15 09:00", "2024-W03"),
    ("2023-12-05 09:00", "2023-W52"),
  ])
  func belongsToTheFirstWeekThatIsSummedUpAtOrAfterIt(_ time: String, _ name: String) throws {
    let folded = try folded([], [sampleDecision(.close, "M1", at: time)])
    for state in folded.states {
      let measure = try #require(state.measures.first)
      let isClosed = state.week >= week(name)
      #expect((measure.status == .closed) == isClosed, "\(state.week)")
      #expect(measure.history.map(\.week) == (isClosed ? [week(name)] : []), "\(state.week)")
    }
    #expect(
      try measure("2024-W04", in: folded).unchangedWeeks
        == week("2024-W04").distance(from: week(name)))
  }

  /// Completed and returned; then the unit sends its report again with the entry as it was.
  @Test(
    arguments: ["2024-01-12 15:30", "2024-01-15 09:00"], ["2024-01-15 10:00", "2024-01-16 10:00"])
  func aRevisionThatLeavesTheEntryAsItWasLetsTheDecisionStand(
    _ decided: String, _ received: String
  ) throws {
    let first = sampleAccepted(sampleReport(entries: [done()]))
    let outcome = Outcome(kind: code("cases-filed"), value: .count(3))
    var entry = done()
    entry.place = Place(line: 40, column: 9, pointer: "/entries/3")
    let again = sampleAccepted(
      sampleReport(revision: 2, entries: [entry], outcomes: [outcome]), at: received, digest: "1")
    let folded = try folded([first, again], [sampleDecision(.return, "M1", at: decided)])
    let measure = try measure("2024-W03", in: folded)
    #expect(measure.status == .inProgress && measure.completedOn == nil)
    #expect(measure.decision?.action == .return && measure.closeOut == nil)
    // The report is the new one all the same, and its outcome counts.
    #expect(measure.entry?.submission == again.submission)
    #expect(folded.states.last?.outcomes[code("cases-filed")]?.first?.value == .count(3))
  }

  /// What the unit says anew is a claim again, of the moment in which it came.
  @Test(
    arguments: ["2024-01-12 15:30", "2024-01-15 09:00"], ["2024-01-15 10:00", "2024-01-18 10:00"])
  func aChangedEntryIsANewClaimAndIsOnTheAgendaWithBothFacts(
    _ decided: String, _ received: String
  ) throws {
    let first = sampleAccepted(sampleReport(entries: [done()]))
    let isNextWeek = received.hasPrefix("2024-01-18")
    let again = sampleAccepted(
      sampleReport(
        "JD01", isNextWeek ? "2024-W03" : "2024-W02", revision: isNextWeek ? 1 : 2,
        entries: [done("复核后再次完成")]), at: received, digest: "1")
    let folded = try folded([first, again], [sampleDecision(.return, "M1", at: decided)])
    let measure = try measure("2024-W03", in: folded)
    #expect(measure.status == .completed && measure.claimedAfter?.action == .return)
    let agenda = try #require(try folded.summary(of: week("2024-W03"))).agenda.items
    let point = try #require(agenda.first { $0.kind == .closeOut && $0.measure == code("M1") })
    #expect(point.facts.zh.contains("退回") && point.facts.zh.contains("又报完成"), "\(point.facts.zh)")
  }

  @Test func anEqualEntryAWeekLaterIsNoNewsEither() throws {
    let reports = [
      sampleAccepted(sampleReport(entries: [done()])),
      sampleAccepted(sampleReport("JD01", "2024-W03", entries: [done()]), digest: "1"),
    ]
    let returned = try folded(reports, [sampleDecision(.return, "M1", at: "2024-01-15 09:00")])
    let measure = try measure("2024-W04", in: returned)
    #expect(measure.status == .inProgress && measure.entry?.week == week("2024-W03"))
  }

  /// A late report for an earlier week that changes nothing takes no close-out back.
  @Test func aClosedMeasureIsNotHeard() throws {
    let reports = [
      sampleAccepted(sampleReport(entries: [done()])),
      sampleAccepted(
        sampleReport("JD01", "2024-W03", entries: [sampleEntry("M1", .inProgress, 40)]), digest: "1"
      ),
    ]
    let closed = try folded(reports, [sampleDecision(.close, "M1", at: "2024-01-15 09:00")])
    #expect(try measure("2024-W04", in: closed).status == .closed)
  }

  /// 退回 goes back to what the unit last said below 100, and so does 重开.
  @Test(arguments: [([30, 60], 60), ([], 0), ([99], 99)])
  func whatIsReturnedOrReopenedGoesBackToWhatTheUnitLastSaid(
    _ percents: [Int], _ percent: Int
  ) throws {
    let weeks = ["2023-W52", "2024-W01"]
    let reports =
      zip(weeks, percents).map { week, percent in
        sampleAccepted(
          sampleReport("JD01", week, entries: [sampleEntry("M1", .inProgress, percent)]))
      } + [sampleAccepted(sampleReport(entries: [done()]))]
    let returned = try folded(reports, [sampleDecision(.return, "M1", at: "2024-01-15 09:00")])
    #expect(try measure("2024-W03", in: returned).percent == percent)
    let reopened = try folded(
      reports,
      [
        sampleDecision(.close, "M1", at: "2024-01-15 09:00"),
        sampleDecision(.reopen(nil), "M1", at: "2024-01-16 09:00", line: 3),
      ])
    #expect(try measure("2024-W03", in: reopened).percent == percent)
  }

  /// A new round has the deadline that the decision gives; without one nobody can be late for it.
  @Test(arguments: [
    ("M1", nil, Due.pending), ("M1", "2024-02-20", .day(day("2024-02-20"))), ("M2", nil, .standing),
    ("M2", "2024-02-20", .day(day("2024-02-20"))),
  ])
  func aNewRoundHasTheDeadlineThatTheDecisionGives(
    _ name: String, _ date: String?, _ due: Due
  ) throws {
    let decisions = [
      sampleDecision(.close, name, at: "2024-01-15 09:00"),
      sampleDecision(.reopen(date.map { day($0) }), name, at: "2024-01-16 09:00", line: 3),
    ]
    let folded = try folded([], decisions, through: "2024-W09")
    for state in folded.states where state.week >= week("2024-W03") {
      let measure = try #require(state.measures.first { $0.measure.code == code(name) })
      #expect(measure.due == due && measure.round == 2)
      if due == .pending { #expect(measure.daysOverdue(on: state.referenceDate) == nil) }
      let agenda = try #require(try folded.summary(of: state.week)).agenda.items
      let asked = agenda.contains {
        $0.kind == .decision && $0.measure == code(name) && $0.facts.zh.contains("时限待定")
      }
      #expect(asked == (due == .pending), "\(state.week)")
    }
  }

  @Test func theFirstDeadlineOfARoundIsNoSlipAndTheNextIs() throws {
    let decisions = [
      sampleDecision(.close, "M1", at: "2024-01-15 09:00"),
      sampleDecision(.reopen(nil), "M1", at: "2024-01-16 09:00", line: 3),
      sampleDecision(.extend(day("2024-02-20")), "M1", at: "2024-01-17 09:00", line: 4),
      sampleDecision(.extend(day("2024-03-20")), "M1", at: "2024-01-24 09:00", line: 5),
    ]
    let folded = try folded([], decisions)
    let (third, fourth) = (
      try measure("2024-W03", in: folded), try measure("2024-W04", in: folded)
    )
    #expect(third.due == .day(day("2024-02-20")) && third.slips == 0)
    #expect(fourth.due == .day(day("2024-03-20")) && fourth.slips == 1)
  }

  /// The day on which the claim that stands was first received, whatever the unit corrects afterwards.
  @Test(arguments: [
    ("2024-W02", 2, "2024-01-17 10:00"), ("2024-W03", 1, "2024-01-18 10:00"),
  ])
  func completedOnIsTheDayOfTheFirstClaim(_ name: String, _ revision: Int, _ received: String)
    throws
  {
    let first = sampleAccepted(sampleReport(entries: [done()]), at: "2024-01-10 10:00")
    for entry in [done(), done("补充说明")] {
      let again = sampleAccepted(
        sampleReport(
          "JD01", name, revision: revision, entries: [entry],
          outcomes: [Outcome(kind: code("cases-filed"), value: .count(1))]), at: received,
        digest: "1")
      let measure = try measure("2024-W04", in: folded([first, again], []))
      #expect(measure.completedOn == day("2024-01-10") && measure.status == .completed)
    }
    let back = sampleAccepted(
      sampleReport("JD01", "2024-W03", entries: [sampleEntry("M1", .inProgress, 90)]), digest: "2")
    let later = sampleAccepted(
      sampleReport("JD01", "2024-W04", entries: [done("又完成")]), digest: "3")
    #expect(
      try measure("2024-W04", in: folded([first, back, later], [])).completedOn == day("2024-01-25")
    )
  }
}
