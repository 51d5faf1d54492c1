import Foundation
import TestSupport
import Testing

/// `zhouhui decide` and `zhouhui resolve`: what the office settles, as rows of its own files.
struct DecideCommandTests {
  private static let at = ["--as-of", "2024-01-12T15:30:40"]

  private func withTrial(_ body: (TrialWorkspace) throws -> Void) throws {
    try withTemporaryFolder { folder in
      let trial = try TrialWorkspace(in: folder)
      try trial.drop(
        TrialWorkspace.report(percent: 60, measures: ["M1", "M2"]), from: "JD01", as: "w02.json")
      let run = try Program.run("run", "--workspace", trial.path, "--as-of", "2024-01-12T12:05")
      #expect(run.status == 0, "\(run.errors)")
      try body(trial)
    }
  }

  private func run(_ trial: TrialWorkspace, _ arguments: String...) throws -> Program.Result {
    try Program.run(arguments + ["--workspace", trial.path] + Self.at)
  }

  private func decisions(_ trial: TrialWorkspace) throws -> [Substring] {
    try trial.text("schedules/trial/decisions.csv").split(separator: "\n").dropFirst().map { $0 }
  }

  @Test func writesDecisionsThatTheNextRunCounts() throws {
    try withTrial { trial in
      let extended = try run(
        trial, "decide", "延期", "M1", "M4", "--until", "2024-02-20", "--reason", "规划在批", "--by",
        "整改办主任", "--basis", "第二次协调会")
      #expect(extended.status == 0, "\(extended.errors)")
      #expect(
        try decisions(trial) == [
          "D001,2024-01-12 15:30,延期,M1,2024-02-20,规划在批,第二次协调会,整改办主任",
          "D002,2024-01-12 15:30,延期,M4,2024-02-20,规划在批,第二次协调会,整改办主任",
        ])
      let closed = try run(
        trial, "decide", "close", "M3", "--by", "整改办主任", "--reason", "现场核验")
      #expect(closed.status == 0, "\(closed.errors)")
      let later = try Program.run(
        "run", "--workspace", trial.path, "--as-of", "2024-01-19T12:05")
      #expect(later.status == 0, "\(later.errors)")
      let page = try trial.text("outbox/trial/2024-W03/measures.csv")
      #expect(page.contains("2024-02-20") && page.contains("已销号"))
    }
  }

  @Test(arguments: [
    (["退回", "M1", "--reason", "材料不全"], "没有报完成，无可退回"),
    (["重开", "M1", "--reason", "反弹"], "没有销号，不能重开或回头看"),
    (["销号", "M1"], "牵头单位尚未报完成就销号；确须销号的，请用 --reason 写明理由"),
    (["销号", "M9", "--reason", "甲"], "三张清单里没有措施 M9"),
    (["延期", "M1", "--reason", "甲", "--until", "2204-03-15"], "2204-03-15 离作出决定（或开会）之日十年以上"),
  ])
  func writesNothingThatDoesNotFit(_ arguments: [String], _ told: String) throws {
    try withTrial { trial in
      let result = try Program.run(
        ["decide"] + arguments + ["--by", "办公室", "--workspace", trial.path] + Self.at)
      #expect(result.status == 66 && result.errors.contains(told), "\(result.errors)")
      #expect(try decisions(trial).isEmpty)
    }
  }

  @Test func allOfThemOrNone() throws {
    try withTrial { trial in
      let result = try run(
        trial, "decide", "延期", "M1", "M9", "--until", "2024-02-20", "--reason", "甲", "--by", "乙")
      #expect(result.status == 66)
      #expect(try decisions(trial).isEmpty)
      // Not later than the register's own: what the file's reader refuses is refused here.
      let earlier = try run(
        trial, "decide", "延期", "M4", "--until", "2024-01-15", "--reason", "甲", "--by", "乙")
      #expect(earlier.status == 65 && earlier.errors.contains("延期只能往后延"), "\(earlier.errors)")
      #expect(try decisions(trial).isEmpty)
    }
  }

  @Test(arguments: [
    ["延期", "M1", "--reason", "甲"], ["退回", "M1"], ["销号"], ["销号", "M1", "M1"],
    ["销号", "M1", "--until", "2024-02-01"], ["核销", "M1"],
  ])
  func asksForWhatIsOwed(_ arguments: [String]) throws {
    let result = try Program.run(["decide"] + arguments + ["--by", "办公室"])
    #expect(result.status == 64)
  }

  @Test func aResolutionHeadsTheNextAgendaUntilItIsDone() throws {
    try withTrial { trial in
      let added = try run(
        trial, "resolve", "add", "--text", "开放数据接口", "--unit", "BM01", "--unit", "JD01", "--due",
        "2024-01-18")
      #expect(added.status == 0 && added.output.hasPrefix("Y001"), "\(added.errors)")
      let stranger = try run(
        trial, "resolve", "add", "--text", "x", "--unit", "BM77", "--due", "2024-01-18")
      #expect(stranger.status == 66 && stranger.errors.contains("单位名录里没有 BM77"))
      let far = try run(
        trial, "resolve", "add", "--text", "x", "--unit", "BM01", "--due", "2204-01-18")
      #expect(far.status == 66 && far.errors.contains("十年以上"))
      func facts(_ moment: String) throws -> String? {
        let result = try Program.run(
          "brief", "--json", "--workspace", trial.path, "--as-of", moment)
        let json = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
        let agenda = (json as? [String: Any])?["agenda"] as? [[String: Any]]
        return agenda?.first.map { point in
          "\(point["kind"] ?? "") \((point["facts"] as? [String: Any])?["zh"] ?? "")"
        }
      }
      #expect(try facts("2024-01-12T15:30")?.hasPrefix("resolution") != true)
      let next = try facts("2024-01-19T12:05")
      #expect(next == "resolution 2024年1月12日议定Y001：开放数据接口；时限2024年1月18日，已超1天")
      let done = try run(
        trial, "resolve", "done", "Y001", "--text", "接口已开放", "--on", "2024-01-17")
      #expect(done.status == 0, "\(done.errors)")
      #expect(try facts("2024-01-19T12:05")?.contains("2024年1月17日已办结：接口已开放") == true)
      #expect(try facts("2024-01-26T12:05")?.hasPrefix("resolution") != true)
      #expect(try run(trial, "resolve", "done", "Y001", "--text", "再办").status == 66)
      let file = trial.folder.appendingPathComponent("schedules/trial/resolutions.csv")
      let text =
        "议定编号,会议日期,议定事项,责任单位,完成时限,措施编号,办结日期,办结情况\r\n"
        + "Y001,2024-01-12,开放数据接口,BM01、JD01,2024-01-18,,,\r\n"
        + "Y001,,,,,,2024-01-17,接口已开放\r\n"
      #expect(Array(try Data(contentsOf: file)) == [0xEF, 0xBB, 0xBF] + Array(text.utf8))
    }
  }
}
