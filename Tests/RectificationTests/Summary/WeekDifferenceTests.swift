import TestSupport
import Testing

@testable import Rectification

/// What differs between two summaries, field by field.
struct WeekDifferenceTests {
  private func summary(
    _ name: String = "2024-W02", measures: [MeasureState],
    units: [UnitWeek.State] = [.onTime, .onTime, .onTime],
    alerts: [Alert] = [], changes: [RegisterChange] = []
  ) throws -> WeekSummary {
    let index = RegisterIndex(
      sampleCampaign(measures: measures.map(\.measure), changes: changes))
    let cutOffs = try #require(try index.cycle.cutOffs(of: week(name)))
    let unitWeeks = zip(index.campaign.units, units).map { unit, state in
      UnitWeek(
        unit: unit.code, state: state, effective: nil, verdict: nil, received: 1, rejected: 0,
        silentWeeks: 0, failure: nil)
    }
    return try summarise(
      sampleState(
        week(name), on: day("2024-01-12"), measures: measures, unitWeeks: unitWeeks,
        alerts: alerts),
      previous: nil,
      edition: Edition(
        kind: .issue, cutOffs: cutOffs, referenceDate: day("2024-01-12"), latestInput: nil),
      index: index)
  }

  private func state(
    _ measure: Measure, _ status: MeasureStatus = .inProgress, _ percent: Int = 50,
    due: String? = "2024-02-10"
  ) -> MeasureState {
    var state = MeasureState(measure: measure, deadline: due.map { day($0) })
    (state.status, state.percent) = (status, percent)
    return state
  }

  private func alert(
    _ subject: String, _ level: Alert.Level, _ step: LadderStep? = nil, _ life: Alert.Life = .raised
  ) -> Alert {
    Alert(
      identity: .init(kind: .overdue, subject: code(subject)), level: level, step: step, life: life,
      since: day("2024-01-08"), workdaysOverdue: 1, daysLeft: -1, recipients: [],
      message: Bilingual(zh: "逾期", en: "late"))
  }

  @Test func equalSummariesDoNotDiffer() throws {
    let one = try summary(measures: sampleMeasures().map { state($0) }, alerts: [alert("M1", .red)])
    #expect(WeekDifference(from: one, to: one).isEmpty)
  }

  @Test func namesEveryFieldOfAMeasureThatDiffers() throws {
    var after = sampleMeasures()[0]
    after.text = "新措施"
    after.leader = "副区长"
    after.leadUnit = code("BM01")
    after.supportingUnits = [code("JD02"), code("JD01")]
    let found = WeekDifference(
      from: try summary(measures: [state(sampleMeasures()[0], due: nil)]),
      to: try summary("2024-W03", measures: [state(after, .completed, 100)]))
    #expect(
      found.measures.first?.fields == [
        .status(from: .inProgress, to: .completed), .percent(from: 50, to: 100),
        .deadline(from: .standing, to: .day(day("2024-02-10"))),
        .lead(from: code("JD01"), to: code("BM01")),
        .supporters(from: [code("JD02")], to: [code("JD02"), code("JD01")]),
        .leader(from: "区长", to: "副区长"), .text(from: "措施M1", to: "新措施"),
      ])
    #expect(found.from.week == week("2024-W02") && found.to.week == week("2024-W03"))
  }

  @Test func namesWhatIsCountedOnOneSideAlone() throws {
    let all = sampleMeasures().map { state($0) }
    let found = WeekDifference(
      from: try summary(measures: Array(all.dropLast())),
      to: try summary(measures: Array(all.dropFirst())))
    #expect(
      found.measures.map { "\($0.measure)" } == ["M4", "M1"]
        && found.measures.map(\.fields) == [
          [.added(.inProgress, percent: 50)], [.gone(.inProgress, percent: 50)],
        ])
    #expect(!found.figures.contains { $0.id == "measures.total" })
  }

  @Test func namesFiguresAndUnitsFromWhatToWhat() throws {
    let measures = sampleMeasures()
    let found = WeekDifference(
      from: try summary(measures: measures.map { state($0) }),
      to: try summary(
        measures: [state(measures[0], .completed, 100)] + measures.dropFirst().map { state($0) },
        units: [.onTime, .late, .missing]))
    let completed = found.figures.first { $0.id == "measures.completed" }
    #expect(completed?.from == .count(0, "条") && completed?.to == .count(1, "条"))
    #expect(found.units.map(\.unit.text) == ["JD02", "BM01"])
    #expect(found.units.map(\.from) == [.onTime, .onTime])
    #expect(found.units.map(\.to) == [.late, .missing])
  }

  @Test func anAlertIsRaisedChangedOrCleared() throws {
    let measures = sampleMeasures().map { state($0) }
    let found = WeekDifference(
      from: try summary(
        measures: measures,
        alerts: [
          alert("M1", .red, .remind), alert("M2", .yellow), alert("M4", .red, .urge, .cleared),
        ]),
      to: try summary(
        measures: measures,
        alerts: [
          alert("M1", .red, .urge, .escalated), alert("M3", .red),
          alert("M2", .yellow, nil, .cleared),
        ]))
    #expect(
      found.alerts.map { "\($0.alert.identity.subject) \($0.kind)" } == [
        "M1 changed", "M3 raised", "M2 cleared",
      ])
    #expect(found.alerts.first?.before?.step == .remind)
  }

  @Test func aChangeOfTheRegisterIsNewOrTakenBack() throws {
    let measures = sampleMeasures().map { state($0) }
    let change = sampleChange(.added(code("M4")), on: "2024-01-10")
    let (without, with) = (
      try summary(measures: measures), try summary(measures: measures, changes: [change])
    )
    #expect(WeekDifference(from: without, to: with).registerChanges == [change])
    #expect(WeekDifference(from: with, to: without).registerChangesGone == [change])
  }
}
