import Foundation
import TestSupport
import Testing

/// The guards, seen from outside: what a run refuses to go on with, and how it says so.
struct GuardCommandTests {
  private static let units = [
    ("JD01", ["M1", "M2"]), ("JD02", ["M1", "M3"]), ("BM01", ["M4"]),
  ]

  /// All three units have reported for 2024-W01, which is issued.
  private func begun(_ folder: URL, settings: String = "") throws -> TrialWorkspace {
    let trial = try TrialWorkspace(in: folder, sources: settings)
    for (unit, measures) in Self.units {
      try trial.drop(
        TrialWorkspace.report(unit: unit, week: "2024-W01", measures: measures), from: unit,
        as: "w01.json")
    }
    let run = try run(trial, at: "2024-01-05T12:05")
    try #require(run.status == 0 && run.output.contains("2024-W01 正式"), "\(run.output)")
    return trial
  }

  private func run(
    _ trial: TrialWorkspace, at moment: String, _ more: String...
  ) throws -> Program.Result {
    try Program.run(["run", "--workspace", trial.path, "--as-of", moment] + more)
  }

  private func pages(_ trial: TrialWorkspace) throws -> [String: String] {
    Dictionary(
      uniqueKeysWithValues: try trial.files(below: "outbox").map {
        ($0, try trial.text("outbox/\($0)"))
      })
  }

  @Test func aWeekThatTooManyUnitsAreGoneFromIsOnlyPreviewed() throws {
    try withTemporaryFolder { folder in
      let trial = try begun(folder)
      let held = try run(trial, at: "2024-01-12T12:05")
      #expect(held.status == 0)
      #expect(held.output.contains("2024-W02 预览") && !held.output.contains("2024-W02 正式"))
      #expect(held.output.contains("2024-W02 未出正式期次"))
      #expect(held.errors.contains("3 家 2024-W02 没有任何报送"))
      #expect(try run(trial, at: "2024-01-12T12:05", "--strict").status == 2)
      for name in ["summary.html", "summary.json"] {
        #expect(try trial.text("outbox/trial/2024-W02/\(name)").contains("照发"), "\(name)")
      }
      let status = try Program.run(
        "status", "--workspace", trial.path, "--as-of", "2024-01-12T12:05")
      #expect(status.status == 2 && status.output.contains("只出预览"))
      // Before the cut-off nobody is late, and nothing is said.
      let early = try Program.run(
        "status", "--workspace", trial.path, "--as-of", "2024-01-11T12:05")
      #expect(!early.output.contains("只出预览"))
    }
  }

  @Test func itIsIssuedOnceTheReportsAreThere() throws {
    try withTemporaryFolder { folder in
      let trial = try begun(folder)
      _ = try run(trial, at: "2024-01-12T12:05")
      try trial.drop(TrialWorkspace.report(), from: "JD01", as: "w02.json")
      let late = try run(trial, at: "2024-01-12T14:00")
      #expect(late.output.contains("2024-W02 正式"), "\(late.output)")
      #expect(late.errors.isEmpty)
    }
  }

  @Test func theOfficeHasItIssuedByARecordedDecision() throws {
    try withTemporaryFolder { folder in
      let trial = try begun(folder)
      _ = try run(trial, at: "2024-01-12T12:05")
      try trial.write(
        "决定编号,作出时间,决定,措施编号,新时限,报送,周,理由,依据,作出人\n"
          + "D1,2024-01-12 13:00,照发,,,,2024-W02,当周集中培训,,办公室主任\n",
        to: "schedules/trial/decisions.csv")
      #expect(try run(trial, at: "2024-01-12T12:30").output.contains("2024-W02 预览"))
      let issued = try run(trial, at: "2024-01-12T14:00")
      #expect(issued.output.contains("2024-W02 正式"), "\(issued.output)\(issued.errors)")
      #expect(issued.errors.isEmpty)
      let page = try trial.text("outbox/trial/2024-W02/summary.html")
      #expect(page.contains("依决定 D1 照发") && page.contains("当周集中培训"))
      let before = try pages(trial)
      _ = try run(trial, at: "2024-01-12T14:00")
      #expect(try pages(trial) == before)
    }
  }

  @Test func aFloodIsSetAsideNamedAndWorkedOffWithoutLoss() throws {
    try withTemporaryFolder { folder in
      let trial = try TrialWorkspace(in: folder, sources: "guards: {files-per-hour: 5}\n")
      for number in 0..<12 {
        try trial.drop(Data("no report \(number)".utf8), from: "JD01", as: "\(number).txt")
      }
      try trial.drop(
        TrialWorkspace.report(unit: "BM01", measures: ["M4"]), from: "BM01", as: "w02.json")
      let first = try run(trial, at: "2024-01-10T09:00")
      #expect(first.output.contains("12 件") && first.output.contains("7 件"), "\(first.output)")
      #expect(trial.files(below: "inbox").count == 7)
      #expect(try run(trial, at: "2024-01-10T09:00", "--strict").status == 2)
      let status = try Program.run(
        "status", "--workspace", trial.path, "--as-of", "2024-01-10T09:30")
      #expect(status.output.contains("示例街道一") && status.output.contains("7 件"))
      let page = try trial.text("outbox/trial/2024-W02/summary.html")
      #expect(page.contains("报送过多") && page.contains("7 件"))
      let before = try pages(trial)
      _ = try run(trial, at: "2024-01-10T09:00")
      #expect(try pages(trial) == before)
      _ = try run(trial, at: "2024-01-10T10:00")
      _ = try run(trial, at: "2024-01-10T11:00")
      #expect(trial.files(below: "inbox").isEmpty)
      #expect(trial.files(below: "ledger/archive").count == 13)
      let after = try Program.run(
        "status", "--workspace", trial.path, "--as-of", "2024-01-10T11:00")
      #expect(!after.output.contains("暂缓"))
    }
  }

  @Test func aGrowingFileIsNamedUntilItIsTaken() throws {
    try withTemporaryFolder { folder in
      let trial = try TrialWorkspace(in: folder)
      try trial.drop(TrialWorkspace.report(), from: "JD01", as: "w02.json")
      let file = folder.appendingPathComponent("inbox/trial/JD01/w02.json")
      let writer = try #require(FileHandle(forWritingAtPath: file.path))
      let first = try run(trial, at: "2024-01-10T09:00")
      #expect(first.status == 0 && first.output.contains("w02.json：还在写入"), "\(first.output)")
      _ = try run(trial, at: "2024-01-10T10:00")
      let status = try Program.run(
        "status", "--workspace", trial.path, "--as-of", "2024-01-10T10:30")
      #expect(status.output.contains("w02.json"), "\(status.output)")
      #expect(status.output.contains("2024-01-10 09:00 起"))
      let page = try trial.text("outbox/trial/2024-W02/summary.html")
      #expect(page.contains("收件夹中暂未收取的") && page.contains("trial/JD01/w02.json"))
      try writer.close()
      _ = try run(trial, at: "2024-01-10T11:00")
      let after = try Program.run(
        "status", "--workspace", trial.path, "--as-of", "2024-01-10T11:00")
      #expect(!after.output.contains("w02.json") && after.output.contains("已报 1 家"))
    }
  }
}
