import TestSupport
import Testing

@testable import Rectification

/// What comes before the meeting, in which order, and that nothing falls off.
struct AgendaTests {
  private func resolution(
    _ name: String, _ meeting: String, due: String, done: String? = nil
  ) -> Resolution {
    Resolution(
      code: code(name), meeting: day(meeting), text: "开放数据接口", units: [code("JD01"), code("JD02")],
      due: day(due), measure: nil,
      outcome: done.map { .init(doneOn: day($0), text: "接口已开放", line: 9) }, line: 2)
  }

  private func points(_ all: [Resolution]) -> [String] {
    resolutions(all, before: day("2024-01-12"), on: day("2024-01-12")).map(\.facts.zh)
  }

  @Test func resolutionsStandUntilTheyAreDoneAndAreHeardOfOnce() {
    let all = [
      resolution("Y1", "2024-01-05", due: "2024-01-19"),
      resolution("Y2", "2023-12-29", due: "2024-01-10"),
      resolution("Y3", "2024-01-05", due: "2024-01-10", done: "2024-01-09"),
      resolution("Y4", "2023-12-22", due: "2024-01-10", done: "2024-01-04"),
      resolution("Y5", "2024-01-12", due: "2024-01-19"),
      resolution("Y6", "2024-01-05", due: "2024-01-11", done: "2024-01-20"),
    ]
    #expect(
      points(all) == [
        "2023年12月29日议定Y2：开放数据接口；时限2024年1月10日，已超2天",
        "2024年1月5日议定Y3：开放数据接口；2024年1月9日已办结：接口已开放",
        "2024年1月5日议定Y6：开放数据接口；时限2024年1月11日，已超1天",
        "2024年1月5日议定Y1：开放数据接口；时限2024年1月19日，还剩7天",
      ])
  }

  private func item(_ kind: AgendaItem.Kind, _ measure: String) -> AgendaItem {
    AgendaItem(
      kind: kind, measure: code(measure), unit: code("JD01"), unitsWanted: [],
      facts: Bilingual(zh: "", en: ""), proposal: Bilingual(zh: "", en: ""), source: nil)
  }

  @Test func takesKindsInOrderAndListsWhatIsOverTheQuota() {
    let points = [
      item(.overdue, "M1"), item(.conflict, "M2"), item(.overdue, "M3"), item(.resolution, "M4"),
    ]
    let usual = Agenda(points, by: AgendaRules())
    #expect(usual.items.map(\.measure?.text) == ["M4", "M2", "M1", "M3"] && usual.listed.isEmpty)
    var rules = AgendaRules()
    rules.order = [.overdue] + rules.order.filter { $0 != .overdue }
    rules.quotas = [.overdue: 1, .resolution: 0]
    let chosen = Agenda(points, by: rules)
    #expect(chosen.items.map(\.measure?.text) == ["M1", "M2"])
    #expect(chosen.listed.map(\.measure?.text) == ["M3", "M4"])
  }

  @Test func aSecondLookComesUpWhenItIsDue() {
    var state = MeasureState(measure: sampleMeasures()[0], deadline: nil)
    state.status = .closed
    state.closedOn = day("2023-10-13")
    #expect(secondLook(state, on: day("2024-01-10"), after: 90) == nil)
    let item = secondLook(state, on: day("2024-01-11"), after: 90)
    #expect(item?.facts.zh == "2023年10月13日销号，应于2024年1月11日前回头看")
  }

  @Test func aDecisionThatDoesNotFitIsToBeMendedInItsWeek() {
    var state = MeasureState(measure: sampleMeasures()[0], deadline: nil)
    state.remarks = [
      DecisionRemark(sampleDecision(.return, "M1", at: "2024-01-09 10:00"), .nothingToReturn)
        .found(in: week("2024-W02"))
    ]
    let items = decisionsToMend(state, in: week("2024-W02"))
    #expect(items.map(\.facts.zh) == ["决定D2：没有报完成，无可退回，没有生效"])
    #expect(decisionsToMend(state, in: week("2024-W03")).isEmpty)
  }
}
