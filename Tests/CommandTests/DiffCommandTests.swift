import Foundation
import TestSupport
import Testing

/// A register that changes in the middle of a drive, from the files to the pages and `zhouhui diff`.
struct DiffCommandTests {
  private static let head = "变动编号,生效日期,变动,对象,变动前,变动后,依据,理由\n"
  private static let changes = """
    G1,2024-01-17,移交,M1,JD01,JD02,第2次协调会,职能调整
    G2,2024-01-17,配合单位,M1,JD02,JD01,第2次协调会,
    G3,2024-01-17,撤销,M3,,,第2次协调会,已无必要

    """

  private func run(_ trial: TrialWorkspace, _ asOf: String, _ command: String...) throws
    -> Program.Result
  {
    try Program.run(command + ["--workspace", trial.path, "--as-of", asOf])
  }

  private func json(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  private func summary(_ trial: TrialWorkspace, _ folder: String) throws -> [String: Any] {
    try json(try trial.text("outbox/trial/\(folder)/summary.json"))
  }

  private func measure(_ code: String, _ summary: [String: Any]) -> [String: Any] {
    let all = summary["measures"] as? [[String: Any]] ?? []
    return all.first { $0["code"] as? String == code } ?? [:]
  }

  private func figure(_ id: String, _ summary: [String: Any]) -> String {
    let all = summary["figures"] as? [[String: Any]] ?? []
    let value = all.first { $0["id"] as? String == id }?["value"] as? [String: Any]
    return value?["number"] as? String ?? "\(value?["count"] ?? value ?? [:])"
  }

  /// 2024-W02 issued, then M1 given to JD02 and M3 withdrawn, then 2024-W03 issued.
  private func driven(_ folder: URL) throws -> TrialWorkspace {
    let trial = try TrialWorkspace(in: folder)
    try trial.drop(TrialWorkspace.report(), from: "JD01", as: "w02.json")
    try trial.drop(
      TrialWorkspace.report(unit: "JD02", percent: 30, measures: ["M3"], progress: "排查一半"),
      from: "JD02", as: "w02.json")
    try #require(try run(trial, "2024-01-12T12:05", "run").status == 0)
    try register(trial) {
      $0.replacing("区长,JD01,JD02,2023-12-01,2024-01-10", with: "区长,JD02,JD01,2023-12-01,2024-01-10")
    }
    try trial.write(Self.head + Self.changes, to: "schedules/trial/changes.csv")
    try trial.drop(
      TrialWorkspace.report(week: "2024-W03", percent: 60, measures: ["M2"], progress: "又巡查一次"),
      from: "JD01", as: "w03.json")
    try trial.drop(
      TrialWorkspace.report(
        unit: "JD02", week: "2024-W03", percent: 70, measures: ["M1"], progress: "制度已报批"),
      from: "JD02", as: "w03.json")
    let result = try run(trial, "2024-01-19T12:05", "run")
    try #require(result.status == 0, "\(result.output)\(result.errors)")
    return trial
  }

  private func register(_ trial: TrialWorkspace, _ change: (String) -> String) throws {
    let name = "schedules/trial/register.csv"
    try trial.write(change(try trial.text(name)), to: name)
  }

  @Test func eachWeekIsJudgedAndPublishedByItsOwnRegister() throws {
    try withTemporaryFolder { folder in
      let trial = try driven(folder)
      let (before, after) = (try summary(trial, "2024-W02"), try summary(trial, "2024-W03"))
      #expect(measure("M1", before)["leadUnit"] as? String == "JD01")
      #expect(measure("M1", after)["leadUnit"] as? String == "JD02")
      #expect(measure("M1", after)["percent"] as? Int == 70)
      #expect(measure("M3", before)["percent"] as? Int == 30)
      #expect(measure("M3", after).isEmpty)
      let withdrawn = try #require((after["withdrawn"] as? [[String: Any]])?.first)
      #expect(withdrawn["code"] as? String == "M3" && withdrawn["percent"] as? Int == 30)
      #expect((after["registerChanges"] as? [Any])?.count == 3)
      #expect((before["registerChanges"] as? [Any])?.isEmpty ?? false)
      #expect(try trial.text("outbox/trial/2024-W03/bulletin.txt").contains("共3条（另撤销、并入1条）"))
      // What was issued before the change is not touched by it.
      #expect(!trial.files(below: "outbox/trial/2024-W02").contains { $0.hasPrefix("correction") })
      for name in trial.files(below: "outbox/trial/2024-W03/receipts") where name.hasSuffix("json")
      {
        let receipt = try trial.text("outbox/trial/2024-W03/receipts/\(name)")
        #expect(!receipt.contains("\"rejected\""), "\(name): \(receipt)")
      }
    }
  }

  @Test func anOldWeekIsStillOwedByItsOldLead() throws {
    try withTemporaryFolder { folder in
      let trial = try driven(folder)
      let old = try Program.run(
        "check", "--unit", "JD01", "--workspace", trial.path, "--as-of", "2024-01-19T15:00",
        "--json", try file(trial, week: "2024-W02", unit: "JD01", measures: ["M2"]))
      #expect(old.output.contains("missing-entry"), "\(old.output)\(old.errors)")
      let new = try Program.run(
        "check", "--unit", "JD01", "--workspace", trial.path, "--as-of", "2024-01-19T15:00",
        "--json", try file(trial, week: "2024-W03", unit: "JD01", measures: ["M2"]))
      #expect(!new.output.contains("missing-entry"), "\(new.output)\(new.errors)")
      let withdrawn = try Program.run(
        "check", "--unit", "JD02", "--workspace", trial.path, "--as-of", "2024-01-19T15:00",
        try file(trial, week: "2024-W03", unit: "JD02", measures: ["M1", "M3"]))
      #expect(withdrawn.output.contains("自 2024-01-17 起已撤销"), "\(withdrawn.output)")
    }
  }

  private func file(
    _ trial: TrialWorkspace, week: String, unit: String, measures: [String]
  ) throws -> String {
    let name = "\(unit)-\(week).json"
    try trial.write(
      TrialWorkspace.report(
        unit: unit, week: week, revision: 3, percent: 75, measures: measures, progress: "另有进展"),
      to: name)
    return "\(trial.path)/\(name)"
  }

  @Test func twoWeeksAreToldApart() throws {
    try withTemporaryFolder { folder in
      let trial = try driven(folder)
      let told = try run(trial, "2024-01-19T12:05", "diff", "2024-W02", "2024-W03")
      #expect(told.status == 0, "\(told.errors)")
      for text in [
        "50% → 70%；牵头单位 示例街道一 → 示例街道二；配合单位", "不再在总数中：原正在推进 30%",
        "+ 2024-01-17 撤销 M3（第2次协调会）", "整改措施  4 → 3 条",
      ] {
        #expect(told.output.contains(text), "\(text): \(told.output)")
      }
      let english = try run(
        trial, "2024-01-19T12:05", "diff", "2024-W02", "2024-W03", "trial", "--lang", "en")
      #expect(english.output.contains("lead 示例街道一 → 示例街道二"), "\(english.output)")
      let json = try json(
        try run(trial, "2024-01-19T12:05", "diff", "2024-W02", "2024-W03", "--json").output)
      let measures = try #require(json["measures"] as? [[String: Any]])
      #expect(measures.map { $0["measure"] as? String } == ["M1", "M2", "M3"])
    }
  }

  @Test func aRowRecordedLateIsACorrectionOfTheWeeksItReaches() throws {
    try withTemporaryFolder { folder in
      let trial = try driven(folder)
      try register(trial) { $0.replacing("建立台账", with: "建立并公开台账") }
      try trial.write(
        Self.head + Self.changes + "G4,2024-01-10,改写,M4,建立台账,建立并公开台账,第1次协调会,补记\n",
        to: "schedules/trial/changes.csv")
      try #require(try run(trial, "2024-01-19T14:00", "run").status == 0)
      let changes = try trial.text("outbox/trial/2024-W02/correction-1/changes.txt")
      #expect(changes.contains("清单变动 G4：无 → 2024-01-10 改写 M4：建立台账 → 建立并公开台账"))
      #expect(measure("M4", try summary(trial, "2024-W02"))["text"] as? String == "建立台账")
      let corrected = try summary(trial, "2024-W02/correction-1")
      #expect(measure("M4", corrected)["text"] as? String == "建立并公开台账")
      let told = try run(trial, "2024-01-19T14:00", "diff", "2024-W02")
      #expect(told.status == 0)
      for text in ["更正1：2 处有变化", "措施由“建立台账” → “建立并公开台账”", "+ 2024-01-10 改写 M4"] {
        #expect(told.output.contains(text), "\(text): \(told.output)")
      }
    }
  }

  /// Only what a row explains goes by in silence, until the next edition is made of the new files.
  @Test func aSilentChangeOfTheRegisterIsToldByTheRun() throws {
    try withTemporaryFolder { folder in
      let trial = try driven(folder)
      try register(trial) { $0.replacing("建立台账", with: "建立并公开台账") }
      let told = try run(trial, "2024-01-19T14:00", "run", "--strict")
      #expect(told.status == 2, "\(told.errors)")
      #expect(
        told.output.contains("M4 的整改措施由“建立台账”变为“建立并公开台账”，changes.csv 没有记"),
        "\(told.output)")
      try trial.write(
        Self.head + Self.changes + "G4,2024-01-24,改写,M4,建立台账,建立并公开台账,第3次协调会,\n",
        to: "schedules/trial/changes.csv")
      let explained = try run(trial, "2024-01-19T15:00", "run", "--strict")
      #expect(explained.status == 0, "\(explained.output)")
      try trial.write(Self.head + Self.changes, to: "schedules/trial/changes.csv")
      try register(trial) { $0.replacing("建立并公开台账", with: "建立台账") }
      #expect(try run(trial, "2024-01-19T16:00", "run", "--strict").status == 0)
    }
  }

  @Test func aChainThatDoesNotHoldEndsTheRunWithItsPlace() throws {
    try withTemporaryFolder { folder in
      let trial = try TrialWorkspace(in: folder)
      try trial.write(Self.head + Self.changes, to: "schedules/trial/changes.csv")
      let result = try run(trial, "2024-01-19T12:05", "run")
      #expect(result.status == 65)
      #expect(
        result.errors.contains("changes.csv:2:") && result.errors.contains("register.csv 第2行现在"))
    }
  }

  @Test func nothingIsComparedBeforeItIsDue() throws {
    try withTemporaryFolder { folder in
      let trial = try TrialWorkspace(in: folder)
      #expect(try run(trial, "2024-01-12T11:00", "diff", "2024-W02").status == 66)
      #expect(try run(trial, "2024-01-12T11:00", "diff").status == 64)
      #expect(try run(trial, "2024-01-12T11:00", "diff", "2024-W02", "a", "b").status == 64)
      #expect(try run(trial, "2024-01-12T11:00", "diff", "2024-W02", "nobody").status == 66)
      let same = try run(trial, "2024-01-12T13:00", "diff", "2024-W02")
      #expect(same.status == 0 && same.output.contains("没有不同"), "\(same.output)\(same.errors)")
    }
  }
}
