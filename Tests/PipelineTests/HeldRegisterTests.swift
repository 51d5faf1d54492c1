import Foundation
import Intake
import Pipeline
import Publishing
import Rectification
import TestSupport
import Testing

/// Issued weeks rest on the register: what nobody has explained does not count, and corrects nothing.
struct HeldRegisterTests {
  struct Edit: Sendable, CustomTestStringConvertible {
    let testDescription: String
    var file = "register.csv"
    let from: String
    let to: String
    /// What the run names: the thing and its field.
    let named: [String]
  }

  static let edits: [Edit] = [
    Edit(
      testDescription: "a deadline moved", from: "2024-02-29", to: "2024-03-08",
      named: ["M3 deadline"]),
    Edit(
      testDescription: "a deadline in words", from: "2024-02-29", to: "立行立改",
      named: ["M3 deadline"]),
    Edit(
      testDescription: "the text of a measure", from: "建立台账", to: "建立并公开台账", named: ["M4 text"]),
    Edit(
      testDescription: "the leader", from: "区长,JD02", to: "副区长,JD02", named: ["M3 leader"]),
    Edit(
      testDescription: "a row that is gone", from: "M4,", to: "#",
      named: ["M4 measure"]),
    Edit(
      testDescription: "the name of a unit", file: "units.csv", from: "示例街道二", to: "示例街道贰",
      named: ["JD02 unit-name"]),
    Edit(
      testDescription: "a unit more", file: "units.csv", from: "BM01,",
      to: "BM02,区规划部门（示例）,,,,分管副区长,,\nBM01,", named: ["BM02 unit"]),
  ]

  private struct Drive {
    let trial: TrialWorkspace
    var place: Workspace { Workspace(root: trial.path) }

    init(in folder: URL) throws {
      trial = try TrialWorkspace(in: folder)
      try trial.drop(
        TrialWorkspace.report(week: "2024-W01", percent: 20), from: "JD01", as: "1.json")
      try run(at: "2024-01-05 12:05")
      try trial.drop(TrialWorkspace.report(percent: 30), from: "JD01", as: "2.json")
      try run(at: "2024-01-12 12:05")
    }

    @discardableResult
    func run(at text: String) throws -> RunReport {
      try runLocked(
        CampaignSnapshot(code("trial"), in: place), in: place, asOf: moment(text), isDryRun: false,
        note: "test", progress: { _ in })
    }

    func edit(_ edit: Edit) throws {
      let name = "schedules/trial/\(edit.file)"
      let text = try trial.text(name)
      try #require(text.contains(edit.from))
      let lines = text.components(separatedBy: "\n").compactMap { line -> String? in
        guard edit.to == "#" else { return line.replacingOccurrences(of: edit.from, with: edit.to) }
        return line.hasPrefix(edit.from) ? nil : line
      }
      try trial.write(lines.joined(separator: "\n"), to: name)
    }

    func views(at text: String) throws -> [String] {
      let campaign = try campaign(code("trial"), in: place)
      return try ["2024-W01", "2024-W02", "2024-W03"].map {
        let summary = try weekSummary(campaign, week: week($0), in: place, asOf: moment(text))
        return brief(summary) + summaryJSON(summary)
      }
    }

    func corrections() -> [String] {
      trial.files(below: "outbox/trial").filter { $0.contains("correction") }
    }
  }

  @Test(arguments: edits)
  func whatNobodyExplainsIsHeldAndNamed(_ edit: Edit) throws {
    try withTemporaryFolder { folder in
      let drive = try Drive(in: folder)
      let before = try drive.views(at: "2024-01-15 09:00")
      let name = "schedules/trial/\(edit.file)"
      let original = try drive.trial.text(name)
      try drive.edit(edit)
      #expect(try drive.views(at: "2024-01-15 09:00") == before)
      for moment in ["2024-01-15 09:00", "2024-01-19 12:05", "2024-01-26 12:05"] {
        let report = try drive.run(at: moment)
        #expect(report.heldChanges.map { "\($0.subject) \($0.field.rawValue)" } == edit.named)
        #expect(report.needsAPerson)
      }
      #expect(drive.corrections() == [])
      try drive.trial.write(original, to: name)
      #expect(try drive.run(at: "2024-01-26 13:00").heldChanges == [])
      #expect(drive.corrections() == [])
      #expect(try verify(code("trial"), in: drive.place).faults == [])
    }
  }

  /// 更正 counts from its day: the weeks before it say what they said.
  @Test(arguments: [
    ("更正时限,M3,2024-02-29,2024-03-08", "2024-02-29", "2024-03-08"),
    ("改写,M4,建立台账,建立并公开台账", "建立台账", "建立并公开台账"),
  ])
  func whatIsExplainedCountsFromItsDay(row: String, from: String, to: String) throws {
    try withTemporaryFolder { folder in
      let drive = try Drive(in: folder)
      try drive.edit(Edit(testDescription: "", from: from, to: to, named: []))
      #expect(try drive.run(at: "2024-01-15 09:00").heldChanges.count == 1)
      try drive.trial.write(
        "变动编号,生效日期,变动,对象,变动前,变动后,依据,理由\nG1,2024-01-16,\(row),第3次协调会,录入有误\n",
        to: "schedules/trial/changes.csv")
      #expect(try drive.run(at: "2024-01-19 12:05").heldChanges == [])
      #expect(drive.corrections() == [])
      let pages = ["2024-W02", "2024-W03"].map {
        try? drive.trial.text("outbox/trial/\($0)/measures.csv")
      }
      #expect(pages[0]?.contains(from) == true && pages[0]?.contains(to) == false)
      #expect(pages[1]?.contains(to) == true)
      #expect(try verify(code("trial"), in: drive.place).faults == [])
    }
  }

  /// A unit that begins after the weeks issued changes nothing in them.
  @Test func aUnitThatBeginsLaterExplainsItself() throws {
    try withTemporaryFolder { folder in
      let drive = try Drive(in: folder)
      try drive.edit(
        Edit(
          testDescription: "", file: "units.csv", from: "BM01,",
          to: "BM02,区规划部门（示例）,,,,分管副区长,2024-01-22,\nBM01,", named: []))
      #expect(try drive.run(at: "2024-01-15 09:00").heldChanges == [])
      let told = try drive.corrections().filter { $0.hasSuffix("changes.txt") }.map {
        try drive.trial.text("outbox/trial/\($0)")
      }
      #expect(told == [])
    }
  }

  /// A decision on a measure that is held cannot be counted: nothing is written, and both are told.
  @Test func whatRestsOnAHeldChangeEndsTheRun() throws {
    try withTemporaryFolder { folder in
      let drive = try Drive(in: folder)
      try drive.edit(
        Edit(
          testDescription: "", from: "M4,",
          to: "M5,A1,方面一,P1,问题一,I1,事项一,另立一条,,区长,JD02,,2024-01-08,2024-03-29,\nM4,", named: []))
      let decisions = "schedules/trial/decisions.csv"
      try drive.trial.write(
        try drive.trial.text(decisions) + "D1,2024-01-15 08:00,延期,M5,2024-03-30,等批复,,主任\n",
        to: decisions)
      #expect(throws: HeldRegister.self) { try drive.run(at: "2024-01-15 09:00") }
      #expect(drive.corrections() == [])
    }
  }
}
