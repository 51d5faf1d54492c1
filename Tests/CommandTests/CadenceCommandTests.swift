import Foundation
import TestSupport
import Testing

/// `zhouhui today` and `zhouhui review`, from reports in the inbox to the files.
struct CadenceCommandTests {
  private func run(_ trial: TrialWorkspace, _ asOf: String, _ command: String...) throws
    -> Program.Result
  {
    try Program.run(command + ["--workspace", trial.path, "--as-of", asOf])
  }

  /// W02: JD01 on time, JD02 late, BM01 never; W03: JD01 says the same again.
  private func driven(_ folder: URL) throws -> TrialWorkspace {
    let trial = try TrialWorkspace(in: folder)
    try trial.drop(TrialWorkspace.report(), from: "JD01", as: "w02.json")
    #expect(try run(trial, "2024-01-11T10:00", "run").status == 0)
    try trial.drop(
      TrialWorkspace.report(unit: "JD02", percent: 30, measures: ["M3"], progress: "排查一半"),
      from: "JD02", as: "w02.json")
    #expect(try run(trial, "2024-01-12T10:00", "run").status == 0)
    #expect(try run(trial, "2024-01-12T12:05", "run").status == 0)
    try trial.drop(
      TrialWorkspace.report(week: "2024-W03"), from: "JD01", as: "w03.json")
    #expect(try run(trial, "2024-01-18T10:00", "run").status == 0)
    return trial
  }

  private func stamps(_ trial: TrialWorkspace, _ folder: String) throws -> [String: [String]] {
    var found: [String: [String]] = [:]
    for name in trial.files(below: folder) {
      let path = "\(trial.path)/\(folder)/\(name)"
      let facts = try FileManager.default.attributesOfItem(atPath: path)
      let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
      found[name] = ["\(facts[.modificationDate] ?? "")", bytes.base64EncodedString()]
    }
    return found
  }

  @Test func theDayTellsWhatCameSinceTheWorkingDayBefore() throws {
    try withTemporaryFolder { folder in
      let trial = try driven(folder)
      let told = try run(trial, "2024-01-12T11:00", "today")
      #expect(told.status == 0, "\(told.errors)")
      for text in [
        "与2024年1月11日 11:00相比", "收到报告 1", "示例街道二 2024-W02", "未报 → 迟报",
        "本周还没有有效报告  1家：区建设部门（示例）", "1月15日（下一个工作日）为止到期",
      ] {
        #expect(told.output.contains(text), "\(text): \(told.output)")
      }
      #expect(!told.output.contains("示例街道一 2024-W02"))
      // A Monday looks back to Friday, and --since further.
      let monday = try run(trial, "2024-01-15T11:00", "today")
      #expect(monday.output.contains("与2024年1月12日 11:00相比"), "\(monday.output)")
      let longer = try run(trial, "2024-01-12T11:00", "today", "--since", "2024-01-11")
      #expect(longer.output.contains("收到报告 2"), "\(longer.output)")
    }
  }

  @Test func theMonthCountsTheWeeksThatAreSummedUp() throws {
    try withTemporaryFolder { folder in
      let trial = try driven(folder)
      let early = try run(trial, "2024-01-12T12:10", "review", "2024-01", "--json")
      #expect(early.status == 0, "\(early.errors)")
      let json = try #require(
        try JSONSerialization.jsonObject(with: Data(early.output.utf8)) as? [String: Any])
      #expect(json["weeks"] as? [String] == ["2024-W01", "2024-W02"])
      #expect(json["openWeeks"] as? [String] == ["2024-W03", "2024-W04"])
      let units = try #require(json["units"] as? [[String: Any]])
      let scores = units.map { "\($0["unit"] ?? "") \($0["rank"] ?? "") \($0["score"] ?? "")" }
      #expect(scores == ["JD01 1 50.0", "JD02 2 25.0", "BM01 3 0.0"])
      // W03 repeats W02 word for word.
      #expect(try run(trial, "2024-01-26T12:05", "run").status == 0)
      let whole = try run(trial, "2024-01-26T12:05", "review", "2024-01")
      // Lines break wherever they are full.
      let text = whole.output.replacing("\n", with: "")
      #expect(text.contains("[全月]") && text.contains("有敷衍提示的1份"), "\(whole.output)")
    }
  }

  @Test func theFilesArePublishedOnlyOnRequestAndNeverChangeWithoutReason() throws {
    try withTemporaryFolder { folder in
      let trial = try driven(folder)
      #expect(try run(trial, "2024-01-19T12:05", "review", "2024-01").status == 0)
      #expect(try run(trial, "2024-01-19T12:05", "today").status == 0)
      #expect(trial.files(below: "outbox/trial/review-2024-01").isEmpty)
      #expect(trial.files(below: "outbox/trial/today").isEmpty)
      let published = try run(trial, "2024-01-19T12:05", "review", "2024-01", "--publish")
      #expect(published.status == 0, "\(published.errors)")
      #expect(try run(trial, "2024-01-19T12:05", "today", "--publish").status == 0)
      let names = trial.files(below: "outbox/trial/review-2024-01").filter { !$0.hasPrefix(".") }
      #expect(names == ["review.docx", "review.html", "review.json", "review.xlsx"])
      #expect(try trial.text("outbox/trial/review-2024-01/review.docx").contains("月评"))
      let before = try stamps(trial, "outbox")
      #expect(before["trial/today/today.html"] != nil)
      // An hour later nothing is known that was not.
      #expect(try run(trial, "2024-01-19T13:05", "review", "2024-01", "--publish").status == 0)
      #expect(try run(trial, "2024-01-19T12:05", "today", "--publish").status == 0)
      #expect(try stamps(trial, "outbox") == before)
      #expect(try Program.run(["verify", "--workspace", trial.path]).status == 0)
    }
  }

  private static let refusals: [([String], Int32)] = [
    (["review", "2023-13"], 64), (["review"], 64),
    (["review", "2024-01", "--week", "2024-W02"], 64),
    (["review", "2023-11"], 66), (["review", "2024-02"], 66),
    (["review", "2024-01", "nobody"], 66),
    (["today", "--since", "2024-01-20"], 64), (["today", "--since", "gestern"], 64),
    (["today", "--week", "2024-W02"], 64), (["today", "nobody"], 66),
  ]

  @Test(arguments: refusals)
  func whatCannotBeAnsweredIsSaidWithItsStatus(_ command: [String], _ status: Int32) throws {
    try withTemporaryFolder { folder in
      let trial = try TrialWorkspace(in: folder)
      let result = try Program.run(
        command + ["--workspace", trial.path, "--as-of", "2024-01-12T12:10"])
      #expect(result.status == status && !result.errors.isEmpty, "\(result.output)\(result.errors)")
    }
  }
}
