import TestSupport
import Testing

@testable import Rectification

/// The register and the unit list of a past day: today's, with the later changes undone.
struct PastRegisterTests {
  /// M5 was added, M1 reworded and given to JD02, M4 withdrawn, BM01 renamed and merged into JD02.
  private let campaign = sampleCampaign(
    measures: [
      sampleMeasure("M1", item: "I1", lead: "JD02", due: "2024-01-10"),
      sampleMeasure("M2", item: "I1", lead: "JD01", supporting: ["BM01", "JD02"], due: nil),
      sampleMeasure("M3", item: "I2", lead: "BM01", supporting: ["JD02"], due: "2024-02-29"),
      sampleMeasure("M4", item: "I3", lead: "BM01", due: "2024-01-20"),
      sampleMeasure("M5", item: "I1", lead: "JD01", due: "2024-03-20"),
    ],
    changes: [
      sampleChange(.reworded(code("M1"), from: "旧措施", to: "措施M1"), on: "2024-01-08"),
      sampleChange(
        .supporters(code("M1"), from: [code("JD02")], to: []), on: "2024-01-10", line: 3),
      sampleChange(
        .moved(code("M1"), from: code("JD01"), to: code("JD02")), on: "2024-01-10", line: 4),
      sampleChange(.split(code("M5"), from: code("M1")), on: "2024-01-10", line: 5),
      sampleChange(.withdrawn(code("M4")), on: "2024-01-15", line: 6),
      sampleChange(
        .renamed(unit: code("BM01"), from: "区建委", to: "区建设部门（示例）"), on: "2024-01-15", line: 7),
      sampleChange(.absorbed(unit: code("BM01"), into: code("JD02")), on: "2024-01-20", line: 8),
    ])

  private func measure(_ name: String, on date: String) throws -> Measure {
    try #require(
      campaign.valid(on: day(date)).register.measures.first { $0.code == code(name) })
  }

  @Test func aTextIsThatOfTheDay() throws {
    #expect(try measure("M1", on: "2024-01-07").text == "旧措施")
    #expect(try measure("M1", on: "2024-01-08").text == "措施M1")
  }

  @Test func aMeasureIsItsLeadUnitsOfTheDay() throws {
    let (before, after) = (
      try measure("M1", on: "2024-01-09"), try measure("M1", on: "2024-01-10")
    )
    #expect(before.leadUnit == code("JD01") && before.supportingUnits == [code("JD02")])
    #expect(after.leadUnit == code("JD02") && after.supportingUnits.isEmpty)
  }

  @Test(arguments: [
    ("2024-01-09", ["M1", "M2", "M3", "M4"]), ("2024-01-10", ["M1", "M2", "M3", "M4", "M5"]),
    ("2024-01-15", ["M1", "M2", "M3", "M5"]),
  ])
  func measuresAreThoseOfTheDay(_ date: String, _ names: [String]) {
    #expect(campaign.valid(on: day(date)).register.measures.map(\.code.text) == names)
  }

  @Test func whatAUnitHadIsItsSuccessors() throws {
    let (before, after) = (
      try measure("M3", on: "2024-01-19"), try measure("M3", on: "2024-01-20")
    )
    #expect(before.leadUnit == code("BM01") && before.supportingUnits == [code("JD02")])
    // The successor supported it already; now it leads, and is named once.
    #expect(after.leadUnit == code("JD02") && after.supportingUnits.isEmpty)
    #expect(try measure("M2", on: "2024-01-20").supportingUnits == [code("JD02")])
    let units = campaign.valid(on: day("2024-01-20")).units
    #expect(units.first { $0.code == code("BM01") }?.active.last == day("2024-01-19"))
  }

  @Test func whoeverIsAbsorbedLaterTakesAlongWhatItHadAbsorbed() {
    let twice = sampleCampaign(changes: [
      sampleChange(.absorbed(unit: code("BM01"), into: code("JD02")), on: "2024-01-10"),
      sampleChange(.absorbed(unit: code("JD02"), into: code("JD01")), on: "2024-01-20", line: 3),
    ])
    let leads = twice.valid(on: day("2024-01-20")).register.measures.map(\.leadUnit.text)
    #expect(leads == ["JD01", "JD01", "JD01", "JD01"])
  }

  @Test func aUnitBearsTheNameOfTheDay() throws {
    func name(_ date: String) -> String? {
      campaign.valid(on: day(date)).units.first { $0.code == code("BM01") }?.name
    }
    #expect(name("2024-01-14") == "区建委" && name("2024-01-15") == "区建设部门（示例）")
    let names = RegisterIndex(campaign).unitNames
    let old = UnitName("区建委")
    #expect(names.unit(named: old, on: day("2024-01-14")) == .unit(code("BM01")))
    #expect(
      names.unit(named: old, on: day("2024-01-15"))
        == .outOfDate(code("BM01"), DateInterval(first: nil, last: day("2024-01-14"))))
  }

  @Test func anItemWithoutAMeasureIsGoneWithTheLastOfThem() {
    let items = { campaign.valid(on: day($0)).register.items.map(\.code.text) }
    let all = sampleCampaign(
      measures: [
        sampleMeasure("M1", item: "I1", lead: "JD01", due: nil),
        sampleMeasure("M2", item: "I2", lead: "JD01", due: nil),
      ], changes: [sampleChange(.withdrawn(code("M2")), on: "2024-01-10")])
    #expect(all.valid(on: day("2024-01-09")).register.items.map(\.code.text) == ["I1", "I2"])
    #expect(all.valid(on: day("2024-01-10")).register.items.map(\.code.text) == ["I1"])
    #expect(items("2024-01-10") == ["I1", "I2"])
  }

  /// Reports of 2024-W02 are due on Thursday 11 January: a change of that day counts, one of the 12th
  /// counts from 2024-W03 on.
  @Test(arguments: [
    ("2024-01-08", "2024-W02"), ("2024-01-11", "2024-W02"), ("2024-01-12", "2024-W03"),
    ("2024-01-14", "2024-W03"),
  ])
  func aChangeCountsFromTheWeekWhoseReportsAreDueAfterIt(_ date: String, _ first: String) throws {
    let index = RegisterIndex(
      sampleCampaign(changes: [sampleChange(.withdrawn(code("M4")), on: date)]))
    let week = week(first)
    #expect(try index.valid(in: week).measures[code("M4")] == nil)
    #expect(try index.valid(in: week.previous).measures[code("M4")] != nil)
    #expect(try index.changes(through: week).count == 1)
    #expect(try index.changes(through: week.previous).isEmpty)
  }

  @Test func weeksOutsideTheDriveHaveItsFirstOrLastRegister() throws {
    let index = RegisterIndex(
      sampleCampaign(changes: [sampleChange(.withdrawn(code("M4")), on: "2024-01-10")]))
    #expect(try index.valid(in: week("1999-W01")).measures[code("M4")] != nil)
    #expect(try index.valid(in: week("2199-W01")).measures[code("M4")] == nil)
  }
}
