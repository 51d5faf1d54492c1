import Foundation
import TestSupport
import Testing

/// `zhouhui quarantine`: facts alone, and decisions that stand in decisions.csv.
struct QuarantineCommandTests {
  private static let canary = "金丝雀九号线路"
  private static let heading = "决定编号,作出时间,决定,措施编号,新时限,报送,理由,依据,作出人\r\n"
  private static let at = ["--as-of", "2024-01-12T14:00"]

  /// A trial with two submissions in quarantine.
  private func withHeld(_ body: (TrialWorkspace, [String]) throws -> Void) throws {
    try withTemporaryFolder { folder in
      let trial = try TrialWorkspace(in: folder)
      try trial.write(Self.heading, to: "schedules/trial/decisions.csv")
      for (unit, name) in [("JD01", "机密★\(Self.canary).json"), ("JD02", "w02.json")] {
        try trial.drop(
          TrialWorkspace.report(unit: unit, progress: "学习内部资料 \(Self.canary)"), from: unit,
          as: name)
      }
      let run = try Program.run("run", "--workspace", trial.path, "--as-of", "2024-01-12T12:05")
      #expect(run.status == 0, "\(run.errors)")
      let list = try Program.run(
        ["quarantine", "list", "--json", "--workspace", trial.path] + Self.at)
      let rows = try JSONSerialization.jsonObject(with: Data(list.output.utf8))
      let digests = (rows as? [[String: Any]])?.compactMap { $0["sha256"] as? String }
      try body(trial, try #require(digests))
    }
  }

  private func quarantine(_ trial: TrialWorkspace, _ arguments: String...) throws
    -> Program.Result
  {
    try Program.run(["quarantine"] + arguments + ["--workspace", trial.path] + Self.at)
  }

  @Test func listsAndShowsTheFactAlone() throws {
    try withHeld { trial, digests in
      #expect(digests.count == 2)
      let list = try quarantine(trial, "list")
      #expect(list.status == 2)
      #expect(list.output.contains("隔离 2 份") && list.output.contains("待决定"))
      let show = try quarantine(trial, "show", String(digests[0].prefix(8)))
      #expect(show.status == 0)
      #expect(show.output.contains(digests[0]) && show.output.contains("示例街道"))
      let json = try quarantine(trial, "show", "--json", digests[1])
      for result in [list, show, json] {
        for word in [Self.canary, "机密", "内部资料", "w02.json"] {
          #expect(!(result.output + result.errors).contains(word), "\(word)")
        }
      }
    }
  }

  @Test func aReleaseIsWrittenDownAndTheNextRunJudgesIt() throws {
    try withHeld { trial, digests in
      let released = try quarantine(
        trial, "release", digests[1], "--reason", "引用的是公开文件名，\"已核\"", "--by", "办公室主任",
        "--basis", "保密员核实")
      #expect(released.status == 0, "\(released.errors)")
      #expect(
        try trial.text("schedules/trial/decisions.csv") == Self.heading
          + "D001,2024-01-12 14:00,放行,,,\(digests[1]),\"引用的是公开文件名，\"\"已核\"\"\",保密员核实,办公室主任\r\n"
      )
      #expect(try quarantine(trial, "list").output.contains("放行，待运行"))
      let run = try Program.run("run", "--workspace", trial.path, "--as-of", "2024-01-12T14:00")
      #expect(run.output.contains("放行 1 份"), "\(run.output)\(run.errors)")
      #expect(!(try quarantine(trial, "list").output.contains(digests[1].prefix(12))))
      #expect(try quarantine(trial, "list", "--all").output.contains("已放行"))
      let again = try quarantine(trial, "release", digests[1], "--reason", "x", "--by", "y")
      #expect(again.status == 66 && again.errors.contains("D001 放行"))
      let late = try quarantine(trial, "refuse", digests[1], "--reason", "x", "--by", "y")
      #expect(late.status == 66)
    }
  }

  @Test func aRefusalKeepsItInQuarantineAsDecided() throws {
    try withHeld { trial, digests in
      for digest in digests {
        let refused = try quarantine(
          trial, "refuse", digest, "--reason", "确有不宜上报的内容", "--by", "办公室主任")
        #expect(refused.status == 0, "\(refused.errors)")
      }
      let list = try quarantine(trial, "list")
      #expect(list.status == 0 && list.output.contains("不予放行"))
      #expect(try quarantine(trial, "show", digests[0]).output.contains("确有不宜上报的内容"))
      #expect(
        try quarantine(trial, "refuse", digests[0], "--reason", "x", "--by", "y").status == 66)
      let run = try Program.run("run", "--workspace", trial.path, "--as-of", "2024-01-12T15:00")
      #expect(run.status == 0 && !run.output.contains("放行"), "\(run.output)")
      // The office may think better of a refusal.
      #expect(
        try quarantine(trial, "release", digests[0], "--reason", "复核不涉密", "--by", "主任").status
          == 0)
      let next = try Program.run("run", "--workspace", trial.path, "--as-of", "2024-01-12T15:00")
      #expect(next.output.contains("放行 1 份"), "\(next.output)")
    }
  }

  @Test func withoutAReasonOrASubmissionNothingIsWritten() throws {
    try withHeld { trial, digests in
      for arguments in [
        ["release", digests[0], "--by", "主任"], ["release", digests[0], "--reason", "理由"],
        ["refuse", digests[0], "--reason", " ", "--by", "主任"],
        ["release", "xyz", "--reason", "理由", "--by", "主任"],
        ["release", "0f", "--reason", "理由", "--by", "主任"],
      ] {
        let result = try Program.run(
          ["quarantine"] + arguments + ["--workspace", trial.path] + Self.at)
        #expect(result.status == 64, "\(arguments): \(result.errors)")
      }
      let unknown = try quarantine(
        trial, "release", String(repeating: "0", count: 64), "--reason", "理由", "--by", "主任")
      #expect(unknown.status == 66)
      #expect(try trial.text("schedules/trial/decisions.csv") == Self.heading)
    }
  }

  @Test func waitsWhileTheFileIsOpenElsewhere() throws {
    try withHeld { trial, digests in
      try trial.write("x", to: "schedules/trial/.~lock.decisions.csv#")
      let busy = try quarantine(trial, "release", digests[0], "--reason", "理由", "--by", "主任")
      #expect(busy.status == 75 && busy.errors.contains(".~lock.decisions.csv#"))
      #expect(try trial.text("schedules/trial/decisions.csv") == Self.heading)
    }
  }

  @Test func keepsTheModeOfTheFile() throws {
    try withHeld { trial, digests in
      let path = trial.path + "/schedules/trial/decisions.csv"
      try FileManager.default.setAttributes([.posixPermissions: 0o660], ofItemAtPath: path)
      #expect(
        try quarantine(trial, "release", digests[0], "--reason", "理由", "--by", "主任").status == 0)
      let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
      #expect(mode as? Int == 0o660)
      #expect(trial.files(below: "schedules/trial").count == 4)
    }
  }
}
