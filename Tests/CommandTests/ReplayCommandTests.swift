import Foundation
import TestSupport
import Testing

/// `zhouhui replay`: the same archive under other rules, and nothing recorded is touched.
struct ReplayCommandTests {
  private static let late = "2024-01-12T12:05"
  private static let strict = "rules: {delay-without-reason: error}\n"

  /// One report of JD01 for 2024-W02, collected under the settings as they stand.
  private func collected(
    _ folder: URL, settings: String = "", progress: String = "召开专题会", name: String = "w02.json"
  ) throws -> TrialWorkspace {
    let trial = try TrialWorkspace(in: folder, sources: settings)
    try trial.drop(TrialWorkspace.report(progress: progress), from: "JD01", as: name)
    let run = try Program.run("run", "--workspace", trial.path, "--as-of", Self.late)
    try #require(run.status == 0, "\(run.errors)")
    return trial
  }

  private func replay(_ trial: TrialWorkspace, _ more: String...) throws -> Program.Result {
    try Program.run(
      ["replay", "2024-W02", "--workspace", trial.path, "--as-of", Self.late] + more)
  }

  /// Everything that people read, and what the ledger has recorded.
  private func recorded(_ trial: TrialWorkspace) throws -> [String] {
    let status = try Program.run(
      "status", "--json", "--week", "2024-W02", "--workspace", trial.path, "--as-of", Self.late)
    return try trial.files(below: "outbox").map { try trial.text("outbox/\($0)") } + [status.output]
  }

  private func settings(_ trial: TrialWorkspace, _ change: (String) -> String) throws {
    let name = "schedules/trial/campaign.yaml"
    try trial.write(change(try trial.text(name)), to: name)
  }

  @Test func unchangedRulesJudgeAsTheyDid() throws {
    try withTemporaryFolder { folder in
      let trial = try collected(folder)
      let result = try replay(trial)
      #expect(result.status == 0, "\(result.output)\(result.errors)")
      #expect(result.output.contains("1 份") && result.output.contains("都不变"))
    }
  }

  @Test func aTightenedRuleShowsWhatWouldBeRejectedAndTouchesNothing() throws {
    try withTemporaryFolder { folder in
      let trial = try collected(folder)
      let before = try recorded(trial)
      try settings(trial) { $0 + Self.strict }
      let result = try replay(trial)
      #expect(result.status == 2, "\(result.errors)")
      for text in [
        "w02.json", "已接收（有警示） → 退回重报", "+ delay-without-reason [错误]",
        "- delay-without-reason [警示]", "unit.JD01  late → rejected",
      ] {
        #expect(result.output.contains(text), "\(text): \(result.output)")
      }
      try settings(trial) { $0.replacing(Self.strict, with: "") }
      #expect(try recorded(trial) == before)
    }
  }

  @Test func aRelaxedRuleShowsWhatWouldBeAcceptedAndTheFiguresThatChange() throws {
    try withTemporaryFolder { folder in
      let trial = try collected(folder, settings: Self.strict)
      try settings(trial) { $0.replacing(Self.strict, with: "") }
      let result = try replay(trial, "--json")
      #expect(result.status == 2, "\(result.errors)")
      let json = try #require(
        try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
      let changed = try #require(json["changed"] as? [[String: Any]])
      #expect(changed.count == 1 && json["judged"] as? Int == 1)
      #expect(changed.first?["verdictBefore"] as? String == "rejected")
      #expect(changed.first?["verdictAfter"] as? String == "accepted-with-warnings")
      let figures = try #require(json["figures"] as? [[String: Any]])
      let measure = figures.first { $0["name"] as? String == "measure.M1" }
      #expect(measure?["before"] as? String == "not-started 0% 2024-01-10")
      #expect(measure?["after"] as? String == "in-progress 50% 2024-01-10")
    }
  }

  @Test func whatWouldNowBeQuarantinedIsNotEchoed() throws {
    try withTemporaryFolder { folder in
      let trial = try collected(
        folder, settings: "rules: {delay-without-reason: error}\n", progress: "工作秘密 金丝雀",
        name: "canary.json")
      try settings(trial) { $0 + "secrecy-words: [工作秘密]\n" }
      for result in [try replay(trial), try replay(trial, "--json")] {
        #expect(result.status == 2, "\(result.errors)")
        #expect(result.output.contains("quarantine") || result.output.contains("隔离待处理"))
        for word in ["金丝雀", "工作秘密", "canary", "/entries"] {
          #expect(!result.output.contains(word), "\(word)")
        }
      }
    }
  }

  @Test func aReleasedReportIsReleasedInTheReplayToo() throws {
    try withTemporaryFolder { folder in
      let trial = try TrialWorkspace(in: folder, sources: "secrecy-words: [工作秘密]\n")
      try trial.drop(
        TrialWorkspace.report(progress: "学习工作秘密管理办法"), from: "JD01", as: "w02.json")
      func run() throws -> Program.Result {
        try Program.run("run", "--json", "--workspace", trial.path, "--as-of", Self.late)
      }
      #expect(try run().output.contains("\"quarantined\" : 1"))
      let archived = try #require(trial.files(below: "ledger/archive").first)
      let digest = try #require(archived.split(separator: "/").last)
      try trial.write(
        "决定编号,作出时间,决定,措施编号,新时限,报送,理由,依据,作出人\n"
          + "D1,2024-01-12 12:00,放行,,,\(digest),公开文件名,,主任\n",
        to: "schedules/trial/decisions.csv")
      #expect(try run().output.contains("\"released\" : 1"))
      let result = try replay(trial)
      #expect(result.status == 0, "\(result.output)\(result.errors)")
    }
  }

  @Test func aWeekIsAsked() throws {
    try withTemporaryFolder { folder in
      let trial = try TrialWorkspace(in: folder)
      #expect(try Program.run("replay", "--workspace", trial.path).status == 64)
      #expect(try Program.run("replay", "2024-W54", "--workspace", trial.path).status == 64)
      #expect(
        try Program.run("replay", "2024-W02", "nobody", "--workspace", trial.path).status == 66)
    }
  }
}
