import Foundation
import TestSupport
import Testing

/// `zhouhui doctor` finds each thing that is wrong, says how to mend it, and changes nothing.
struct DoctorCommandTests {
  private func examine(
    _ trial: TrialWorkspace, at moment: String = "2024-02-01T12:00", _ more: String...
  ) throws -> Program.Result {
    try Program.run(["doctor", "--workspace", trial.path, "--as-of", moment] + more)
  }

  private func with(sources: String = "", _ body: (TrialWorkspace) throws -> Void) throws {
    try withTemporaryFolder { folder in
      let trial = try TrialWorkspace(in: folder, sources: sources)
      let run = try Program.run("run", "--workspace", trial.path, "--as-of", "2024-01-12T12:05")
      try #require(run.status == 0, "\(run.errors)")
      try body(trial)
    }
  }

  private func setMode(_ mode: Int, _ name: String, _ trial: TrialWorkspace) throws {
    try FileManager.default.setAttributes(
      [.posixPermissions: mode], ofItemAtPath: trial.path + "/" + name)
  }

  @Test func aTidyWorkspaceIsWell() throws {
    try with { trial in
      let before = trial.files(below: ".")
      let result = try examine(trial)
      #expect(result.status == 0, "\(result.output)")
      #expect(result.output.contains("权限：正常") && result.output.contains("时钟：正常"))
      let english = try examine(trial, at: "2024-02-01T12:00", "--lang", "en")
      #expect(english.output.contains("permissions") && english.output.contains("well"))
      #expect(trial.files(below: ".") == before)
    }
  }

  @Test(arguments: [
    (0o777, "inbox/trial/JD01", "谁都可以冒名"), (0o707, "inbox/trial", "谁都可以冒名"),
    (0o666, "schedules/trial/units.csv", "谁都可以冒名"),
    (0o666, "schedules/trial/decisions.csv", "谁都可以冒名"), (0o755, "ledger", "别的账户也能进"),
    (0o710, "ledger", "chmod 700"),
  ])
  func aDoorThatStandsOpenIsNamed(_ mode: Int, _ name: String, _ said: String) throws {
    try with { trial in
      try setMode(mode, name, trial)
      let result = try examine(trial)
      #expect(result.status == 2)
      #expect(result.output.contains("  \(name): ") && result.output.contains(said))
    }
  }

  @Test func aLinkInPlaceOfAFolderIsNamed() throws {
    try with { trial in
      let path = trial.path + "/inbox/trial/JD02"
      try FileManager.default.removeItem(atPath: path)
      try FileManager.default.createSymbolicLink(
        atPath: path, withDestinationPath: trial.path + "/inbox/trial/JD01")
      let result = try examine(trial)
      #expect(result.status == 2 && result.output.contains("inbox/trial/JD02: 不是文件夹"))
    }
  }

  @Test func aMissingInboxIsNamed() throws {
    try with { trial in
      try FileManager.default.removeItem(atPath: trial.path + "/inbox")
      let result = try examine(trial)
      #expect(result.status == 2 && result.output.contains("inbox: 没有这个文件夹"))
    }
  }

  @Test func aClockThatHasGoneBackIsNamed() throws {
    try with { trial in
      try trial.drop(TrialWorkspace.report(), from: "JD01", as: "r.json")
      _ = try Program.run("run", "--workspace", trial.path, "--as-of", "2024-01-12T13:00")
      let result = try examine(trial, at: "2024-01-12T12:59")
      #expect(result.status == 2 && result.output.contains("2024-01-12 13:00"))
      #expect(try examine(trial, at: "2024-01-12T13:00").status == 0)
    }
  }

  @Test func everyMistakeInTheCampaignFilesIsNamed() throws {
    try with { trial in
      let register = try trial.text("schedules/trial/register.csv")
      try trial.write(
        register.replacing("2024-02-29", with: "2024-02-30").replacing(",BM01,", with: ",BM09,"),
        to: "schedules/trial/register.csv")
      let result = try examine(trial)
      #expect(result.status == 2)
      #expect(
        result.output.contains("register.csv:4:") && result.output.contains("register.csv:5:"))
      try withTemporaryFolder { empty in
        let none = try Program.run("doctor", "--workspace", empty.path)
        #expect(none.status == 2 && none.output.contains("campaign.yaml"))
      }
    }
  }

  @Test func aSourceThatTakesNoConnectionIsNamed() throws {
    let port = try LoopbackSocket.freePort()
    let sources = """
      sources:
        - {source: web, url: "http://127.0.0.1:\(port)/{week}/{unit}.xml", units: [BM01]}

      """
    try withTemporaryFolder { folder in
      let trial = try TrialWorkspace(in: folder, sources: sources)
      let result = try examine(trial, at: "2024-02-01T12:00", "--json")
      #expect(result.status == 2)
      let rows =
        try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [[String: Any]]
      let ill = rows?.filter { $0["isWell"] as? Bool == false }
      #expect(ill?.map { $0["check"] as? String } == ["source"])
      #expect(ill?.first?["subject"] as? String == "web 127.0.0.1:\(port)")
      if Nginx.isInstalled {
        try Nginx.with(folder: folder.appendingPathComponent("nginx")) { server in
          try trial.write(
            trial.text("schedules/trial/campaign.yaml").replacing(
              ":\(port)/", with: ":\(server.port)/"),
            to: "schedules/trial/campaign.yaml")
          #expect(try examine(trial).status == 0)
        }
      }
    }
  }
}
