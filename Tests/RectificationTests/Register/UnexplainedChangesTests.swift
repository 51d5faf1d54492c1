import TestSupport
import Testing

@testable import Rectification

/// What differs between two states of the files, less what changes.csv explains.
struct UnexplainedChangesTests {
  private let before = sampleCampaign()

  private func told(_ measures: [Measure], _ changes: [RegisterChange] = []) -> [String] {
    unexplainedChanges(
      from: before, to: sampleCampaign(measures: measures, changes: changes)
    ).map { "\($0.subject) \($0.field.rawValue) \($0.before ?? "—") → \($0.after ?? "—")" }
  }

  /// The four measures of the sample, with M3 led by BM01 and M5 added.
  private var later: [Measure] {
    var measures = sampleMeasures()
    measures[2].leadUnit = code("BM01")
    return measures + [sampleMeasure("M5", item: "I1", lead: "JD01", due: "2024-03-20")]
  }

  private let moved = sampleChange(
    .moved(code("M3"), from: code("JD02"), to: code("BM01")), on: "2024-01-10")
  private let added = sampleChange(.added(code("M5")), on: "2024-01-10", line: 3)

  @Test func nothingChangedIsNothingToExplain() {
    #expect(told(sampleMeasures()).isEmpty)
  }

  @Test func aRowExplainsItsChange() {
    #expect(told(later, [moved, added]).isEmpty)
    #expect(told(later, [moved]) == ["M5 measure — → M5"])
    #expect(told(later, [added]) == ["M3 lead-unit JD02 → BM01"])
  }

  @Test func aRowThatWasThereBeforeExplainsNothingNew() {
    let earlier = sampleCampaign(measures: later, changes: [moved, added])
    var measures = later
    measures[2].leadUnit = code("JD01")
    let found = unexplainedChanges(
      from: earlier, to: sampleCampaign(measures: measures, changes: [moved, added]))
    #expect(found.map(\.field) == [.leadUnit])
    #expect(
      found.first?.message.zh == "M3 的牵头单位由“BM01”变为“JD01”，changes.csv 没有记")
  }

  @Test func aDeadlineNeverMovesByTheRegister() {
    var measures = sampleMeasures()
    measures[0] = sampleMeasure(
      "M1", item: "I1", lead: "JD01", supporting: ["JD02"], due: "2024-02-10")
    #expect(told(measures) == ["M1 deadline 2024-01-10 → 2024-02-10"])
  }

  @Test func aRowThatIsGoneIsMissed() {
    #expect(told(Array(sampleMeasures().dropLast())) == ["M4 measure M4 → —"])
    // Withdrawing keeps the row: taking it out as well is not explained by the change.
    let out = sampleChange(.withdrawn(code("M4")), on: "2024-01-10")
    #expect(told(sampleMeasures(), [out]).isEmpty)
    #expect(told(Array(sampleMeasures().dropLast()), [out]) == ["M4 measure M4 → —"])
  }

  @Test func aRowOfTheChangesItselfIsNeverTakenBack() {
    let earlier = sampleCampaign(measures: later, changes: [moved, added])
    let found = unexplainedChanges(
      from: earlier, to: sampleCampaign(measures: later, changes: [moved]))
    #expect(found.map(\.field) == [.change])
    #expect(found.first?.before == "2024-01-10 增列 M5" && found.first?.after == nil)
  }

  @Test func aUnitsNameIsExplainedByItsRenaming() {
    let units = before.units.map { unit in
      var unit = unit
      if unit.code == code("BM01") { unit.name = "区住建局（示例）" }
      return unit
    }
    let renamed = sampleChange(
      .renamed(unit: code("BM01"), from: "区建设部门（示例）", to: "区住建局（示例）"), on: "2024-01-10")
    func fields(_ changes: [RegisterChange]) -> [UnexplainedChange.Field] {
      unexplainedChanges(from: before, to: sampleCampaign(units: units, changes: changes))
        .map(\.field)
    }
    #expect(fields([]) == [.unitName] && fields([renamed]).isEmpty)
  }
}
