import Foundation
import TestSupport
import Testing

struct CommandTests {
  private let late = "2024-01-12T12:05"

  @Test func helpIsInChineseAndListsEveryExitStatus() throws {
    let help = try Program.run("--help")
    #expect(help.status == 0)
    for text in ["run", "check", "status", "brief", "收报", "75  另一次运行正在进行"] {
      #expect(help.output.contains(text), "\(text)")
    }
    #expect(try Program.run("run", "--help").output.contains("--as-of"))
  }

  @Test func aWrongCommandLineIs64() throws {
    #expect(try Program.run("run", "--nonsense").status == 64)
    #expect(try Program.run("status", "--week", "2024-W54").status == 64)
    try withTemporaryFolder { folder in
      let trial = try TrialWorkspace(in: folder)
      #expect(
        try Program.run("run", "--workspace", trial.path, "--as-of", "gestern").status == 64)
    }
  }

  @Test func anEmptyWorkspaceIs66AndSaysWhatIsMissing() throws {
    try withTemporaryFolder { folder in
      let result = try Program.run("run", "--workspace", folder.path)
      #expect(result.status == 66)
      #expect(result.errors.contains("campaign.yaml"))
      #expect(
        try Program.run("check", "/nowhere.xml", "--workspace", folder.path).status == 66)
    }
  }

  @Test func wrongCampaignFilesAre65AndAllNamedAtOnce() throws {
    try withTemporaryFolder { folder in
      let trial = try TrialWorkspace(in: folder)
      let register = try trial.text("schedules/trial/register.csv")
      try trial.write(
        register.replacing("2024-02-29", with: "2024-02-30").replacing(",BM01,", with: ",BM09,"),
        to: "schedules/trial/register.csv")
      let result = try Program.run("run", "--workspace", trial.path, "--as-of", late)
      #expect(result.status == 65)
      #expect(result.errors.contains("register.csv:4:"))
      #expect(result.errors.contains("register.csv:5:"))
      #expect(result.errors.contains("BM01"))
    }
  }

  @Test func aRunPublishesAndASecondRunChangesNothing() throws {
    try withTemporaryFolder { folder in
      let trial = try TrialWorkspace(in: folder)
      try trial.drop(TrialWorkspace.report(), from: "JD01", as: "w02.json")
      let first = try Program.run("run", "--workspace", trial.path, "--as-of", late)
      #expect(first.status == 0, "\(first.errors)")
      #expect(first.output.contains("2024-W02 正式"))
      #expect(trial.files(below: "inbox").isEmpty)
      let before = try trial.files(below: "outbox").map { try trial.text("outbox/\($0)") }
      let second = try Program.run("run", "--workspace", trial.path, "--as-of", late)
      #expect(second.status == 0)
      #expect(try trial.files(below: "outbox").map { try trial.text("outbox/\($0)") } == before)
    }
  }

  @Test func aDryRunWritesNothing() throws {
    try withTemporaryFolder { folder in
      let trial = try TrialWorkspace(in: folder)
      try trial.drop(TrialWorkspace.report(), from: "JD01", as: "w02.json")
      let before = trial.files(below: ".")
      let result = try Program.run(
        "run", "--dry-run", "--workspace", trial.path, "--as-of", late)
      #expect(result.status == 0, "\(result.errors)")
      #expect(result.output.contains("演练"))
      #expect(trial.files(below: ".") == before)
    }
  }

  @Test func statusNamesWhoHasNotReported() throws {
    try withTemporaryFolder { folder in
      let trial = try TrialWorkspace(in: folder)
      try trial.drop(TrialWorkspace.report(), from: "JD01", as: "w02.json")
      _ = try Program.run("run", "--workspace", trial.path, "--as-of", "2024-01-10T12:00")
      let status = try Program.run(
        "status", "--workspace", trial.path, "--as-of", "2024-01-10T12:00")
      #expect(status.status == 2)
      #expect(status.output.contains("示例街道二"))
      let english = try Program.run(
        ["brief", "--workspace", trial.path, "--as-of", "2024-01-10T12:00"], lang: "en_US.UTF-8")
      #expect(english.status == 0)
      #expect(english.output.contains("preview"))
      let json = try Program.run(
        "brief", "--json", "--workspace", trial.path, "--as-of", "2024-01-10T12:00")
      #expect(try JSONSerialization.jsonObject(with: Data(json.output.utf8)) is [String: Any])
    }
  }

  @Test func checkNamesEveryMistakeWithItsPlace() throws {
    try withTemporaryFolder { folder in
      let trial = try TrialWorkspace(in: folder)
      let sound = folder.appendingPathComponent("sound.json")
      try TrialWorkspace.report().write(to: sound)
      let good = try Program.run(
        "check", sound.path, "--workspace", trial.path, "--as-of", "2024-01-10T12:00")
      #expect(good.status == 0, "\(good.output)")
      let broken = folder.appendingPathComponent("broken.json")
      try TrialWorkspace.report(percent: 100, measures: ["M1", "M7", "M7"]).write(to: broken)
      let bad = try Program.run(
        "check", broken.path, "--workspace", trial.path, "--as-of", "2024-01-10T12:00")
      #expect(bad.status == 2)
      for rule in ["status-percent", "unknown-measure", "duplicate-entry", "missing-entry"] {
        #expect(bad.output.contains(rule), "\(rule)")
      }
      #expect(bad.output.contains("/entries/1"))
      #expect(!FileManager.default.fileExists(atPath: folder.path + "/ledger"))
    }
  }

  @Test func theSchemasAreTheOnesInTheDocuments() throws {
    for (syntax, file) in [("xsd", "weekly-report.xsd"), ("json", "weekly-report.schema.json")] {
      let published = Program.checkout.appendingPathComponent("docs/formats/\(file)")
      #expect(
        try Program.run("schema", syntax).output == String(contentsOf: published, encoding: .utf8))
    }
  }
}
