import TestSupport
import Testing

@testable import Rectification

/// A register that changes during the drive: each week by the register of that week.
///
/// M1 is JD01's until it is moved to JD02 on Wednesday 10 January 2024, in 2024-W02.
struct RegisterChangeMergeTests {
  private let campaign = sampleCampaign(
    measures: [
      sampleMeasure("M1", item: "I1", lead: "JD02", due: "2024-01-31"),
      sampleMeasure("M2", item: "I1", lead: "JD01", due: nil),
      sampleMeasure("M3", item: "I2", lead: "JD02", due: "2024-02-29"),
      sampleMeasure("M4", item: "I2", lead: "BM01", due: "2024-01-20"),
      sampleMeasure("M5", item: "I2", lead: "BM01", due: "2024-02-20"),
    ],
    changes: [
      sampleChange(.moved(code("M1"), from: code("JD01"), to: code("JD02")), on: "2024-01-10"),
      sampleChange(.reworded(code("M2"), from: "旧措施", to: "措施M2"), on: "2024-01-10", line: 3),
      sampleChange(.withdrawn(code("M3")), on: "2024-01-10", line: 4),
      sampleChange(.split(code("M5"), from: code("M4")), on: "2024-01-10", line: 5),
    ])

  private func states(_ accepted: [AcceptedReport]) throws -> FoldedWeeks {
    try FoldedWeeks(accepted, campaign: campaign, through: week("2024-W02"))
  }

  private func accepted(_ unit: String, _ name: String, _ entries: Entry...) -> AcceptedReport {
    sampleAccepted(sampleReport(unit, name, entries: entries))
  }

  private var reports: [AcceptedReport] {
    [
      accepted(
        "JD01", "2024-W01", sampleEntry("M1", .inProgress, 60), sampleEntry("M2", .inProgress, 10)),
      accepted("JD02", "2024-W01", sampleEntry("M3", .inProgress, 30)),
      accepted("BM01", "2024-W01", sampleEntry("M4", .inProgress, 40)),
      accepted("JD01", "2024-W02", sampleEntry("M2", .inProgress, 20)),
      accepted("BM01", "2024-W02", sampleEntry("M4"), sampleEntry("M5", .inProgress, 5)),
    ]
  }

  private func state(_ name: String, _ week: WeekState?) throws -> MeasureState {
    try #require(week?.measures.first { $0.measure.code == code(name) })
  }

  private func summary(of states: FoldedWeeks) throws -> WeekSummary {
    try #require(try states.summary(of: week("2024-W02")))
  }

  @Test func theStateGoesAlongToTheNewLead() throws {
    let states = try states(reports)
    let (before, after) = (
      try state("M1", states[week("2024-W01")]), try state("M1", states[week("2024-W02")])
    )
    #expect(before.measure.leadUnit == code("JD01") && before.percent == 60)
    #expect(after.measure.leadUnit == code("JD02") && after.percent == 60)
    // JD02 has not reported since it took over; the weeks before were JD01's to report.
    #expect(after.staleSince == week("2024-W02") && before.staleSince == nil)
  }

  @Test func eachWeekIsToldByItsOwnLead() throws {
    let both =
      reports + [
        accepted("JD02", "2024-W02", sampleEntry("M1", .inProgress, 70))
      ]
    let taken = try state("M1", try states(both)[week("2024-W02")])
    #expect(taken.percent == 70 && taken.contributions.isEmpty && taken.staleSince == nil)
    // The old lead's word is no state any more from the week on in which it was moved.
    let late = reports.map {
      $0.submission.sender == code("JD01") && $0.week == week("2024-W02")
        ? accepted("JD01", "2024-W02", sampleEntry("M1", .completed, 100)) : $0
    }
    let kept = try state("M1", try states(late)[week("2024-W02")])
    #expect(kept.percent == 60 && kept.contributions.map(\.unit) == [code("JD01")])
  }

  @Test func aPastWeekHasTheTextOfItsTime() throws {
    let states = try states(reports)
    #expect(try state("M2", states[week("2024-W01")]).measure.text == "旧措施")
    #expect(try state("M2", states[week("2024-W02")]).measure.text == "措施M2")
  }

  @Test func aPartBeginsAfreshAndTheWholeKeepsItsState() throws {
    let silent = reports.filter { $0.submission.sender != code("BM01") || $0.week.number == 1 }
    let states = try states(silent)
    let part = try state("M5", states[week("2024-W02")])
    #expect(part.status == .notStarted && part.percent == 0 && part.entry == nil)
    #expect(try state("M4", states[week("2024-W02")]).percent == 40)
    #expect(states[week("2024-W01")]?.measures.contains { $0.measure.code == code("M5") } == false)
    #expect(part.staleSince == week("2024-W02"))
  }

  @Test func whatIsWithdrawnLeavesTheTotalsAndIsListed() throws {
    let now = try #require(try states(reports)[week("2024-W02")])
    #expect(!now.measures.contains { $0.measure.code == code("M3") })
    #expect(now.withdrawn.map(\.state.measure.code) == [code("M3")])
    #expect(now.withdrawn.first?.state.percent == 30)
  }

  @Test func aUnitOwesWhatItLedOrSupportedInThatWeek() throws {
    // All JD02 had left in 2024-W02 is M1, which it has taken over; in 2024-W01 it was M3.
    let states = try states([])
    let owed = { (name: String) in
      states[week(name)]?.unitWeeks.filter { $0.state == .missing }.map(\.unit.text)
    }
    #expect(owed("2024-W01") == ["JD01", "JD02", "BM01"])
    #expect(owed("2024-W02") == ["JD01", "JD02", "BM01"])
    let unmoved = sampleCampaign(changes: [
      sampleChange(.withdrawn(code("M3")), on: "2024-01-10"),
      sampleChange(
        .supporters(code("M1"), from: [code("JD02")], to: []), on: "2024-01-10", line: 3),
    ])
    var measures = sampleMeasures()
    measures[0].supportingUnits = []
    let folded = try FoldedWeeks(
      [], campaign: sampleCampaign(measures: measures, changes: unmoved.changes),
      through: week("2024-W02"))
    func told(_ name: String) -> [UnitWeek.State]? { folded[week(name)]?.unitWeeks.map(\.state) }
    #expect(told("2024-W02") == [.missing, .exempt, .missing])
    // The week before still counts as missed for it, though it owes nothing now.
    #expect(told("2024-W01") == [.missing, .missing, .missing])
  }

  @Test func totalsSayWhatWasAddedAndWithdrawnAndStillAddUp() throws {
    let summary = try summary(of: states(reports))
    func figure(_ id: Figure.ID) -> (Int?, Int?) {
      func count(_ value: Figure.Value?) -> Int? {
        if case .count(let count, _)? = value { count } else { nil }
      }
      return (count(summary.figure(id)?.value), count(summary.figure(id)?.previous))
    }
    #expect(figure("measures.total") == (4, 4))
    #expect(figure("measures.added") == (1, 0) && figure("measures.withdrawn") == (1, 0))
    #expect(summary.figure("measures.added")?.members == [code("M5")])
    #expect(crossFooting(summary).isEmpty)
    #expect(summary.changes.count == 4 && summary.withdrawn.count == 1)
  }

  @Test func whatMovedSaysSoOfTheRegisterToo() throws {
    let moved = try summary(of: states(reports)).movements
    func kinds(_ name: String) -> [Movement.Kind] {
      moved.filter { $0.measure == code(name) }.map(\.kind)
    }
    #expect(kinds("M1") == [.lead(from: code("JD01"), to: code("JD02"))])
    #expect(kinds("M2") == [.reworded, .percent(from: 10, to: 20)])
    #expect(kinds("M3") == [.withdrawn(.inProgress)])
    #expect(kinds("M5") == [.added(.inProgress)])
  }

  /// A measure that is neither added nor withdrawn by the books is one too many.
  @Test func aMeasureThatComesFromNowhereIsAFault() throws {
    let sound = try summary(of: states(reports))
    let spoilt = WeekSummary(
      settings: sound.settings, edition: sound.edition, previousWeek: sound.previousWeek,
      figures: sound.figures.map { figure in
        guard figure.id == "measures.added" else { return figure }
        return Figure(
          id: figure.id, name: figure.name, value: .count(0, "条"), previous: figure.previous,
          members: [])
      },
      aspects: sound.aspects, units: sound.units, items: sound.items, measures: sound.measures,
      movements: sound.movements.filter { $0.measure != code("M5") }, reporting: sound.reporting,
      alerts: [], agenda: Agenda(items: []), steps: [], outcomes: sound.outcomes, unitNames: [:],
      changes: sound.changes, withdrawn: sound.withdrawn)
    let told = crossFooting(spoilt).map(\.message.zh)
    #expect(told.contains("measures.total 是 4，不等于上周加变化 3"))
    #expect(told.contains("measures.total 是 5，减增列、加撤出后不等于上周的 4"))
  }
}
