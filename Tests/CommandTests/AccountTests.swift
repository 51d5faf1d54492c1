import Foundation
import TestSupport
import Testing

private let mayBeSomebodyElse = geteuid() == 0 && hasProgram("/usr/bin/setpriv")

/// Accounts that may not do what they ask for, and root, which may: the program run as each.
@Suite(.enabled(if: mayBeSomebodyElse, "it takes root to run a program as somebody else"))
struct AccountTests {
  private static let nobody: [String] = ["--reuid=65534", "--regid=65534", "--clear-groups"]

  private func driven(_ folder: URL) throws -> TrialWorkspace {
    let trial = try TrialWorkspace(in: folder)
    try trial.drop(TrialWorkspace.report(), from: "JD01", as: "w02.json")
    #expect(
      try Program.run("run", "--workspace", trial.path, "--as-of", "2024-01-12T12:05").status == 0)
    for name in ["", "schedules", "schedules/trial", "outbox", "inbox"] {
      chmod("\(trial.path)/\(name)", 0o755)
    }
    return trial
  }

  @Test(arguments: [
    ["status"], ["brief"], ["today"], ["trace", "M1"], ["forms"], ["review", "2024-01"],
    ["diff", "2024-W02"],
    ["quarantine"], ["verify"], ["run"], ["run", "--dry-run"],
    ["decide", "退回", "M1", "--reason", "r", "--by", "b"],
    ["backup", "/tmp/zhouhui-no-such-backup"],
  ])
  func whoMayNotEnterTheLedgerIsToldSoAndGivenNoFigure(_ words: [String]) throws {
    try withTemporaryFolder { folder in
      let trial = try driven(folder)
      chmod("\(trial.path)/schedules/trial", 0o777)
      let asked =
        words[0] == "verify" || words[0] == "backup"
        ? words : words + ["--as-of", "2024-01-12T13:00"]
      let result = try asNobody(trial, arguments: asked)
      #expect(result.status == 77, "\(result.status) \(result.output) \(result.errors)")
      #expect(result.output == "")
      #expect(result.errors.contains("ledger") && result.errors.contains("Permission denied"))
      #expect(!FileManager.default.fileExists(atPath: "/tmp/zhouhui-no-such-backup"))
    }
  }

  /// The program as `nobody`, from a copy that everybody may run.
  private func asNobody(_ trial: TrialWorkspace, arguments: [String]) throws -> Program.Result {
    let place = FileManager.default.temporaryDirectory.appendingPathComponent(
      "zhouhui-everybody-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: place) }
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    let program = place.appendingPathComponent("zhouhui")
    try FileManager.default.copyItem(at: Program.executable, to: program)
    for path in [place.path, program.path] { chmod(path, 0o755) }
    return try Program.command(
      "/usr/bin/setpriv", Self.nobody + [program.path] + arguments + ["--workspace", trial.path],
      lang: "zh_CN.UTF-8")
  }

  @Test func aLedgerThatMayOnlyBeReadAnswers() throws {
    try withTemporaryFolder { folder in
      let trial = try driven(folder)
      let expected = try Program.run(
        "brief", "--workspace", trial.path, "--as-of", "2024-01-12T13:00")
      for (name, mode) in [("ledger", 0o555), ("ledger/zhouhui.sqlite", 0o444)] {
        chmod("\(trial.path)/\(name)", mode_t(mode))
      }
      let before = trial.files(below: "ledger")
      let result = try asNobody(trial, arguments: ["brief", "--as-of", "2024-01-12T13:00"])
      #expect(result.status == 0 && result.output == expected.output, "\(result.errors)")
      #expect(trial.files(below: "ledger") == before)
    }
  }

  /// Whether the row gets in hangs on the mode of the file alone; half of it never does.
  @Test(arguments: [(0o644, 77), (0o664, 0)])
  func aRowIsWrittenWholeOrNotAtAll(_ mode: Int, _ status: Int32) throws {
    try withTemporaryFolder { folder in
      let trial = try driven(folder)
      let (folderPath, file) = (
        "\(trial.path)/schedules/trial", "\(trial.path)/schedules/trial/decisions.csv"
      )
      chmod(folderPath, 0o777)
      chown(file, 0, 65534)
      chmod(file, mode_t(mode))
      for name in ["ledger", "ledger/zhouhui.sqlite"] {
        chown("\(trial.path)/\(name)", 65534, 65534)
      }
      chown("\(trial.path)/ledger/run.lock", 65534, 65534)
      let before = try trial.text("schedules/trial/decisions.csv")
      let result = try asNobody(
        trial,
        arguments: [
          "decide", "延期", "M1", "--until", "2024-02-20", "--reason", "材料不齐", "--by", "主任",
          "--as-of", "2024-01-12T13:00",
        ])
      #expect(result.status == status, "\(result.errors)")
      let after = try trial.text("schedules/trial/decisions.csv")
      #expect(status == 0 ? after.hasPrefix(before) && after.contains("材料不齐") : after == before)
      let facts = try FileManager.default.attributesOfItem(atPath: file)
      #expect((facts[.posixPermissions] as? NSNumber)?.intValue == mode)
      #expect((facts[.groupOwnerAccountID] as? NSNumber)?.intValue == 65534)
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: folderPath).filter {
          $0.hasSuffix(".tmp")
        } == [])
    }
  }

  /// One run by hand as root, and the service goes on as if it had been its own.
  @Test func oneRunAsRootLeavesNothingThatTheServiceCannotChange() throws {
    try withTemporaryFolder { folder in
      let trial = try TrialWorkspace(in: folder)
      try trial.drop(TrialWorkspace.report(), from: "JD01", as: "w02.json")
      try FileManager.default.createDirectory(
        atPath: "\(trial.path)/outbox", withIntermediateDirectories: true)
      func give(_ name: String) { lchown("\(trial.path)/\(name)", 65534, 65534) }
      for name in [""]
        + (FileManager.default.enumerator(atPath: trial.path)?.compactMap { $0 as? String } ?? [])
      { give(name) }
      #expect(
        try Program.run("run", "--workspace", trial.path, "--as-of", "2024-01-11T12:05").status == 0
      )
      let strange =
        (FileManager.default.enumerator(atPath: trial.path)?.compactMap { $0 as? String } ?? [])
        .filter {
          (try? FileManager.default.attributesOfItem(atPath: "\(trial.path)/\($0)")[.ownerAccountID]
            as? NSNumber)?.intValue != 65534
        }
      #expect(strange == [])
      let result = try asNobody(trial, arguments: ["run", "--as-of", "2024-01-12T12:05"])
      #expect(result.status == 0 && result.output.contains("2024-W02 正式"), "\(result.errors)")
    }
  }

  /// Nobody has judged it yet: its name may be what is secret about it.
  @Test func whatCannotBeRemovedFromTheInboxIsShownByItsDigest() throws {
    try withTemporaryFolder { folder in
      let trial = try driven(folder)
      let secret = TrialWorkspace.report(week: "2024-W03", progress: "机密★10年的内容")
      try trial.drop(secret, from: "JD01", as: "拆迁名单.json")
      let paths =
        FileManager.default.enumerator(atPath: trial.path)?.compactMap { $0 as? String } ?? []
      for path in paths where !path.hasPrefix("inbox") {
        lchown("\(trial.path)/\(path)", 65534, 65534)
      }
      for path in paths where path.hasPrefix("inbox") { chmod("\(trial.path)/\(path)", 0o755) }
      let result = try asNobody(trial, arguments: ["run", "--as-of", "2024-01-18T12:05"])
      let told = result.output + result.errors
      #expect(result.status == 0 && told.contains("隔离待处理 1"), "\(told)")
      #expect(!told.contains("拆迁") && !told.contains("未收"))
      #expect(
        told.firstMatch(of: /已收 trial\/JD01\/[0-9a-f]{64}：原件已存档，但收件夹里的这一份删不掉/) != nil, "\(told)")
      for name in trial.files(below: "outbox")
      where name.hasSuffix(".html") || name.hasSuffix(".json") {
        #expect(try !trial.text("outbox/\(name)").contains("拆迁"), "\(name)")
      }
    }
  }

  /// The shipped letterhead in place of the office's own would go out unnoticed.
  @Test func templatesThatCannotBeReadStopTheRun() throws {
    try withTemporaryFolder { folder in
      let trial = try driven(folder)
      #expect(try Program.run("templates", "trial", "--workspace", trial.path).status == 0)
      let paths =
        FileManager.default.enumerator(atPath: trial.path)?.compactMap { $0 as? String } ?? []
      for path in paths { lchown("\(trial.path)/\(path)", 65534, 65534) }
      let templates = "\(trial.path)/schedules/trial/templates"
      chown(templates, 0, 0)
      chmod(templates, 0o700)
      let result = try asNobody(trial, arguments: ["run", "--as-of", "2024-01-12T12:10"])
      #expect(
        result.status == 65 && result.errors.contains("schedules/trial/templates"),
        "\(result.errors)")
    }
  }
}
