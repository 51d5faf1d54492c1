import Foundation
import Intake
import Ledger
import Pipeline
import Rectification
import TestSupport
import Testing

/// What a unit is told of one file: all of it, by the names it uses, and as its campaign weighs it.
struct CheckFileTests {
  private static let asOf = moment("2024-01-10 12:00")

  private func check(
    _ workspace: TrialWorkspace, _ text: String, as name: String = "w02.json",
    from sender: Code? = nil
  ) throws -> Receipt {
    try checkFile(
      Array(text.utf8), named: name, sender: sender,
      of: CampaignFolder.load(code("trial"), in: workspace.folder),
      in: Workspace(root: workspace.path), asOf: Self.asOf)
  }

  private func report(unit: String = "JD01", _ measures: [String] = ["M1", "M2"]) -> String {
    String(decoding: TrialWorkspace.report(unit: unit, measures: measures), as: UTF8.self)
  }

  private func shown(_ receipt: Receipt) -> [String] {
    receipt.findings.map { finding in
      let measure = finding.measure.map { " \($0)" } ?? ""
      return "\(finding.rule.rawValue) \(finding.place.pointer)\(measure)"
    }
  }

  @Test func tellsMistakesOfFormAndOfSubstanceAtOnce() throws {
    try withTemporaryFolder { folder in
      let workspace = try TrialWorkspace(in: folder)
      let text = report(["M1", "M9"])
        .replacing(
          "\"measure\": \"M1\", \"status\": \"in-progress\"",
          with: "\"measure\": \"M1\", \"status\": \"已完成\""
        )
        .replacing("\"revision\": 1", with: "\"revision\": \"first\"")
      let receipt = try check(workspace, text)
      #expect(receipt.verdict == .rejected && receipt.revision == nil)
      #expect(
        shown(receipt) == [
          "schema /revision", "missing-entry /entries M2", "schema /entries/0/status M1",
          "unknown-measure /entries/1/measure M9",
        ])
    }
  }

  @Test func saysNothingIsMissingWhereAnEntryCannotBeTold() throws {
    try withTemporaryFolder { folder in
      let text = report(["M1", "M2"]).replacing("\"measure\": \"M2\"", with: "\"measure\": 2")
      let receipt = try check(TrialWorkspace(in: folder), text)
      #expect(shown(receipt) == ["schema /entries/1/measure"])
    }
  }

  @Test(arguments: [
    ("示例街道一", Verdict.accepted, []), ("一街道", .accepted, []), ("ＪＤ０１", .accepted, []),
    ("老一街道", .rejected, ["unknown-unit /unit"]), ("一街", .rejected, ["unknown-unit /unit"]),
    ("示例街道二", .rejected, ["sender-mismatch /unit"]),
  ])
  func knowsAUnitByEveryNameThatHolds(
    _ name: String, _ verdict: Verdict, _ findings: [String]
  ) throws {
    try withTemporaryFolder { folder in
      let workspace = try aliased(folder)
      let receipt = try check(workspace, report(unit: name), from: code("JD01"))
      #expect(receipt.verdict == verdict && shown(receipt) == findings)
      if name == "老一街道" {
        #expect(receipt.findings.first?.message.zh == "“老一街道”只在至 2023-12-31是JD01的名称")
      }
      if name == "一街" {
        #expect(receipt.findings.first?.message.zh.contains("示例街道一（JD01）") == true)
      }
    }
  }

  @Test func keepsTheUnitsWantedByTheirCodes() throws {
    try withTemporaryFolder { folder in
      let workspace = try aliased(folder)
      let wanted = """
        "coordinationRequests": [{"subject": "管线", "request": "请协调",
          "unitsWanted": ["区建设部门（示例）", "JD02"]}], "entries": [
        """
      let text = report(unit: "一街道").replacing("\"entries\": [", with: wanted)
      try workspace.drop(Data(text.utf8), from: "JD01", as: "w02.json")
      let place = Workspace(root: workspace.path)
      let snapshot = try CampaignSnapshot(code("trial"), in: place)
      _ = try runLocked(
        snapshot, in: place, asOf: Self.asOf, isDryRun: false, note: "test", progress: { _ in })
      let summary = try weekSummary(
        snapshot.campaign, week: week("2024-W02"), in: place, asOf: Self.asOf)
      let item = try #require(summary.agenda.items.first { $0.kind == .coordination })
      #expect(item.unitsWanted == [code("BM01"), code("JD02")])
    }
  }

  @Test func weighsFindingsAsTheCampaignHasThem() throws {
    try withTemporaryFolder { folder in
      let workspace = try TrialWorkspace(in: folder)
      let settings = try workspace.text("schedules/trial/campaign.yaml")
      try workspace.write(
        settings + "rules: {missing-entry: warning}\n", to: "schedules/trial/campaign.yaml")
      let milder = try check(workspace, report(["M1"]))
      #expect(
        milder.verdict == .acceptedWithWarnings && shown(milder) == ["missing-entry /entries M2"])
      try workspace.write(
        settings + "rules: {missing-entry: off}\n", to: "schedules/trial/campaign.yaml")
      #expect(try check(workspace, report(["M1"])).verdict == .accepted)
    }
  }

  @Test func findsWhatAnotherUnitHasSentBefore() throws {
    try withTemporaryFolder { folder in
      let workspace = try TrialWorkspace(in: folder)
      let progress = "本周召开专题会议，研究部署整改工作，进一步压实责任。"
      try workspace.drop(
        TrialWorkspace.report(unit: "JD02", measures: ["M3"], progress: progress), from: "JD02",
        as: "a.json")
      let place = Workspace(root: workspace.path)
      _ = try runLocked(
        CampaignSnapshot(code("trial"), in: place), in: place, asOf: moment("2024-01-09 12:00"),
        isDryRun: false, note: "test", progress: { _ in })
      let text = String(
        decoding: TrialWorkspace.report(measures: ["M1", "M2"], progress: progress), as: UTF8.self)
      let receipt = try check(workspace, text)
      #expect(receipt.findings.map(\.rule) == [.sameText, .sameText])
      let message = try #require(receipt.findings.first?.message.zh)
      #expect(message.contains("示例街道二（JD02）2024-W02 的报送（2024年1月9日 12:00收到"), "\(message)")
    }
  }

  private func aliased(_ folder: URL) throws -> TrialWorkspace {
    let workspace = try TrialWorkspace(in: folder)
    let units = try workspace.text("schedules/trial/units.csv")
    try workspace.write(
      units.replacing("示例街道一,,", with: "示例街道一,一街道；老一街道@~2023-12-31,"),
      to: "schedules/trial/units.csv")
    return workspace
  }
}
