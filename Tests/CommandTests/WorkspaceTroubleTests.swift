import Foundation
import TestSupport
import Testing

/// What lies about, what is broken beside what is whole, and what is printed to nobody.
struct WorkspaceTroubleTests {
  private static let litter = [
    "~$周报告.xlsx", "Thumbs.db", "DESKTOP.INI", ".DS_Store", ".~lock.周报告.ods#", "._周报告.xml",
  ]

  @Test func litterIsIgnoredWithOneCountAndNeitherTakenNorWaitedFor() throws {
    try withTemporaryFolder { folder in
      let trial = try TrialWorkspace(in: folder)
      for name in Self.litter { try trial.drop(Data("x".utf8), from: "JD01", as: name) }
      try trial.drop(TrialWorkspace.report(), from: "JD01", as: "w02.json")
      for moment in ["2024-01-11T10:00", "2024-01-11T11:00"] {
        let result = try run(trial, moment, "run", "--strict")
        #expect(
          result.status == 0 && result.output.contains("6 个系统或办公软件留下的杂物，已忽略"),
          "\(result.output)\(result.errors)")
        #expect(result.output.contains(moment.hasSuffix("10:00") ? "收到 1 份：" : "收到 0 份："))
      }
      #expect(trial.files(below: "inbox/trial/JD01") == Self.litter.sorted())
      let status = try run(trial, "2024-01-11T12:00", "status")
      #expect(!status.output.contains("未传完") && status.errors.contains("6 个"))
      #expect(try run(trial, "2024-01-11T12:00", "run", "--json").output.contains("\"litter\" : 6"))
    }
  }

  @Test func whatBelongsToNobodyIsListedByRunStatusAndDoctorAlike() throws {
    try withTemporaryFolder { folder in
      let trial = try TrialWorkspace(in: folder)
      #expect(try run(trial, "2024-01-05T12:05", "run").status == 0)
      let strange = [
        "schedules/静安2023", "schedules/trial-2", "inbox/静安", "inbox/trail", "inbox/trial/JD99",
        "inbox/trial/周报告.xml",
      ]
      for path in strange.prefix(5) { try trial.write("x", to: "\(path)/units.csv") }
      try trial.write("x", to: strange[5])
      for words in [["run"], ["status"], ["doctor"]] {
        let result = try run(trial, "2024-01-05T12:10", words[0])
        for path in strange {
          #expect(
            (result.output + result.errors).contains(
              path.replacing("inbox/trial/", with: "trial/")), "\(words) \(path)")
        }
      }
      #expect(try run(trial, "2024-01-05T12:10", "run", "--strict").status == 2)
    }
  }

  @Test func theTroubleOfOneCampaignStopsNoOther() throws {
    try withTemporaryFolder { folder in
      let trial = try TrialWorkspace(in: folder)
      for code in ["aaa", "zzz"] {
        for name in ["campaign.yaml", "units.csv", "register.csv", "decisions.csv"] {
          let text = try trial.text("schedules/trial/\(name)").replacing(
            "campaign: trial", with: "campaign: \(code)")
          try trial.write(text, to: "schedules/\(code)/\(name)")
        }
      }
      try trial.write("不是台账\n", to: "schedules/aaa/register.csv")
      for words in [["run"], ["status"], ["brief"], ["today"], ["review", "2024-01"]] {
        let result = try Program.run(
          words + ["--workspace", trial.path, "--as-of", "2024-01-12T12:05"])
        #expect(result.status == 65, "\(words) \(result.errors)")
        #expect(result.errors.contains("aaa") && result.errors.contains("register.csv"))
        #expect(!result.output.isEmpty)
      }
      #expect(trial.files(below: "outbox/trial/2024-W02").contains("edition.json"))
      #expect(trial.files(below: "outbox/zzz/2024-W02").contains("edition.json"))
      #expect(trial.files(below: "outbox/aaa").isEmpty)
    }
  }

  @Test func theCountOfWhatCameInAddsUp() throws {
    struct Told: Decodable {
      let collected, fetched, known, leftOver: Int
      let verdicts: [String: Int]
    }
    try withTemporaryFolder { folder in
      let trial = try TrialWorkspace(in: folder)
      func told(_ moment: String) throws -> Told {
        try JSONDecoder().decode(
          Told.self, from: Data(run(trial, moment, "run", "--json").output.utf8))
      }
      try trial.drop(TrialWorkspace.report(), from: "JD01", as: "a.json")
      let first = try told("2024-01-11T10:00")
      #expect(first.collected == 1 && first.known == 0 && first.verdicts.values.reduce(0, +) == 1)
      try trial.drop(TrialWorkspace.report(), from: "JD01", as: "again.json")
      try trial.drop(TrialWorkspace.report(measures: ["M9"]), from: "JD01", as: "wrong.json")
      try trial.drop(
        TrialWorkspace.report(unit: "JD02", measures: ["M3"]), from: "JD02", as: "b.json")
      let second = try told("2024-01-11T11:00")
      #expect(second.collected == 3 && second.known == 1 && second.leftOver == 0)
      #expect(
        second.verdicts.values.reduce(0, +) + second.known == second.collected + second.fetched)
      try trial.drop(TrialWorkspace.report(), from: "JD01", as: "again.json")
      let text = try run(trial, "2024-01-11T12:00", "run").output
      #expect(text.contains("收到 1 份：收过的 1"), "\(text)")
    }
  }

  @Test(arguments: [">&-", "2>&-", ">&- 2>&-", "<&- >&- 2>&-", "| true", "| head -c 1"])
  func theWorkEndsAsItWouldHaveWhoeverListens(_ listening: String) throws {
    try withTemporaryFolder { folder in
      let trial = try TrialWorkspace(in: folder)
      try trial.drop(TrialWorkspace.report(), from: "JD01", as: "a.json")
      for (words, status) in [
        ("run --as-of 2024-01-12T12:05", 0), ("status --as-of 2024-01-12T12:10", 2), ("verify", 0),
      ] {
        let line =
          "set -o pipefail; '\(Program.executable.path)' \(words) --workspace '\(trial.path)' \(listening)"
        let result = try Program.command("/bin/bash", ["-c", line])
        #expect(result.status == Int32(status), "\(words) \(listening): \(result.errors)")
      }
      #expect(try Program.run(["verify", "--workspace", trial.path]).status == 0)
    }
  }

  private static let commands: [[String]] = [
    ["run"], ["status"], ["brief"], ["today"], ["review", "2024-01"], ["verify"], ["doctor"],
    ["replay", "2024-W02"],
    ["diff", "2024-W02"], ["trace", "M1"], ["forms"], ["check", "x"], ["quarantine", "list"],
    ["rules"],
    ["backup", "x"], ["init"], ["restore", "x"], ["templates", "trial"], ["import", "x"],
    ["schema", "xsd"],
  ]

  @Test(arguments: commands) func everyOptionThatTheHelpListsIsTaken(_ words: [String]) throws {
    try withTemporaryFolder { folder in
      let trial = try TrialWorkspace(in: folder)
      let names = words.prefix {
        !$0.contains("2024") && !["M1", "x", "trial", "xsd"].contains($0)
      }
      let help = try Program.run(Array(names) + ["--help"]).output
      let options = help.matches(of: /(?m)^  (?:-\w, )?(--[a-z-]+)(?: <([^>]+)>)?/).map {
        ($0.1, $0.2)
      }
      #expect(options.count >= 1)
      let values = [
        "dir": trial.path, "week": "2024-W02", "moment": "2024-01-12T12:05", "lang": "en",
        "date": "2024-01-01", "since": "2024-01-11", "campaign": "trial", "unit": "JD01",
      ]
      for (option, value) in options
      where !["--version", "--help", "--markdown", "--force"].contains(option) {
        let given = value.map { [String(option), values[String($0)] ?? "x"] } ?? [String(option)]
        let place =
          option == "--workspace" || words[0] == "schema" ? [] : ["--workspace", trial.path]
        // Without it the forms would lie where the tests are run.
        let output =
          words[0] == "forms" && option != "--output" ? ["--output", "\(trial.path)/forms"] : []
        let result = try Program.run(words + given + place + output)
        #expect(
          result.status != 64 || result.errors.contains("请指明") || option == "--publish",
          "\(words) \(given): \(result.errors)")
      }
      #expect(!["run", "verify", "today", "doctor"].contains(words[0]) || !help.contains("--week"))
    }
  }

  @Test func aWorkspaceIsMadeOnceAndNeverOverWhatIsThere() throws {
    try withTemporaryFolder { folder in
      let place = folder.appendingPathComponent("new").path
      let words = ["init", "--workspace", place]
      try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
      #expect(try Program.run(words).output.contains("已建立工作区和台账"))
      #expect(FileManager.default.fileExists(atPath: place + "/schedules/calendars"))
      #expect(try Program.run(words).output.contains("什么也没有改"))
      try FileManager.default.removeItem(atPath: place + "/ledger/zhouhui.sqlite")
      try FileManager.default.createDirectory(
        atPath: place + "/outbox/trial/2024-W01", withIntermediateDirectories: true)
      try Data("{}".utf8).write(
        to: URL(fileURLWithPath: place + "/outbox/trial/2024-W01/edition.json"))
      let refused = try Program.run(words)
      #expect(refused.status == 74 && refused.errors.contains("outbox/trial/2024-W01/edition.json"))
    }
  }

  @Test func aHeldLockIsToldAsAHeldLock() throws {
    try withTemporaryFolder { folder in
      let trial = try TrialWorkspace(in: folder)
      #expect(try run(trial, "2024-01-05T12:05", "run").status == 0)
      let holder = Process()
      holder.executableURL = URL(fileURLWithPath: "/usr/bin/flock")
      holder.arguments = ["\(trial.path)/ledger/run.lock", "sleep", "60"]
      try holder.run()
      defer { holder.terminate() }
      var told = ""
      for _ in 0..<100 where !told.contains("另一次运行正在进行") {
        told = try run(trial, "2024-01-05T12:10", "doctor").output
      }
      #expect(told.contains("ledger/run.lock: 另一次运行正在进行"), "\(told)")
      #expect(try run(trial, "2024-01-05T12:10", "run").status == 75)
      // Questions wait for nobody.
      #expect(try run(trial, "2024-01-05T12:10", "brief").status == 0)
    }
  }

  @Test func theDoctorNamesWhatTheWorkspaceHasLost() throws {
    try withTemporaryFolder { folder in
      let trial = try TrialWorkspace(in: folder)
      try trial.drop(TrialWorkspace.report(), from: "JD01", as: "a.json")
      #expect(try run(trial, "2024-01-12T12:05", "run").status == 0)
      let file = try #require(trial.files(below: "ledger/archive").first)
      try FileManager.default.removeItem(atPath: "\(trial.path)/ledger/archive/\(file)")
      try FileManager.default.removeItem(atPath: "\(trial.path)/outbox/trial/2024-W02/summary.html")
      let told = try run(trial, "2024-01-12T12:10", "doctor").output
      #expect(
        told.contains("原件缺 1 份") && told.contains("已出期次缺 1 个文件：outbox/trial/2024-W02/summary.html"),
        "\(told)")
      #expect(!told.contains("chown -R root"))
    }
  }

  private func run(_ trial: TrialWorkspace, _ moment: String, _ words: String...) throws
    -> Program.Result
  {
    try Program.run(words + ["--workspace", trial.path, "--as-of", moment])
  }
}
