import TestSupport
import Testing

@testable import Rectification

/// Figures that add up, and what is said when they do not.
struct CrossFootingTests {
  private func summary() throws -> WeekSummary {
    let index = RegisterIndex(sampleCampaign())
    let states = sampleMeasures().enumerated().map { number, measure in
      var state = MeasureState(measure: measure, deadline: day("2024-01-10"))
      state.status = MeasureStatus.allCases[number]
      return state
    }
    let before = states.map { state in
      var state = state
      if state.status == .completed { state.status = .inProgress }
      return state
    }
    let unitWeeks = index.campaign.units.map {
      UnitWeek(
        unit: $0.code, state: .zero, effective: nil, verdict: nil, received: 1, rejected: 0,
        silentWeeks: 0, failure: nil)
    }
    let part = OutcomeTotal.Part(
      unit: code("JD01"), value: .count(3), submission: sampleSubmission(), place: .start)
    func week(_ measures: [MeasureState], _ name: String) -> WeekState {
      sampleState(
        TestSupport.week(name), measures: measures, unitWeeks: unitWeeks,
        outcomes: [code("cases-filed"): [part]])
    }
    let cutOffs = try index.cycle.cutOffs(of: TestSupport.week("2024-W02"))
    return try summarise(
      week(states, "2024-W02"), previous: week(before, "2024-W01"),
      edition: Edition(
        kind: .issue, cutOffs: try #require(cutOffs), referenceDate: day("2024-01-12"),
        latestInput: nil), index: index)
  }

  /// The same summary with one figure, aspect, unit or movement spoilt.
  private func spoilt(
    figures: ((Figure) -> Figure)? = nil, movements: [Movement]? = nil,
    aspects: [AspectProgress]? = nil, outcomes: [OutcomeTotal]? = nil
  ) throws -> [String] {
    let sound = try summary()
    let other = WeekSummary(
      settings: sound.settings, edition: sound.edition, previousWeek: sound.previousWeek,
      figures: figures.map { sound.figures.map($0) } ?? sound.figures,
      aspects: aspects ?? sound.aspects, units: sound.units, items: sound.items,
      measures: sound.measures, movements: movements ?? sound.movements,
      reporting: sound.reporting, alerts: [], agenda: Agenda(items: []), steps: [],
      outcomes: outcomes ?? sound.outcomes, unitNames: [:])
    return crossFooting(other).map(\.message.zh)
  }

  private func changed(_ id: Figure.ID, to count: Int) -> (Figure) -> Figure {
    {
      $0.id == id
        ? Figure(
          id: id, name: $0.name, value: .count(count, $0.value.unit), previous: $0.previous,
          members: $0.members) : $0
    }
  }

  @Test func whatIsCountedRightAddsUp() throws {
    #expect(crossFooting(try summary()).isEmpty)
  }

  @Test func aFigureThatIsNotItsRowsOrItsPartsIsNamed() throws {
    let told = try spoilt(figures: changed("measures.total", to: 5))
    #expect(told.contains("measures.total 是 5，不等于列出的行 4"))
    #expect(told.contains("measures.total 是 5，不等于各分项之和 4"))
    #expect(told.contains("measures.total 是 5，不等于各方面之和 4"))
    #expect(told.contains("measures.total 是 5，不等于各单位之和 4"))
    #expect(told.contains("measures.total 是 5，不等于上周加变化 4"))
    #expect(told.count == 5)
  }

  @Test func aPartLargerThanItsWholeIsNamed() throws {
    let told = try spoilt(figures: changed("measures.closed", to: 9))
    #expect(told.contains("measures.closed 是 9，多于 measures.completed 2"))
  }

  @Test func aChangeThatDoesNotLeadToThisWeekIsNamed() throws {
    let told = try spoilt(movements: [])
    #expect(
      told == [
        "measures.completed 是 2，不等于上周加变化 1", "measures.in-progress 是 1，不等于上周加变化 2",
      ])
  }

  @Test func anOutcomeThatIsNotTheSumOfTheUnitsIsNamed() throws {
    let told = try spoilt(figures: changed("outcomes.cases-filed", to: 4))
    #expect(told == ["outcomes.cases-filed 是 4，不等于各单位之和 3"])
  }
}
