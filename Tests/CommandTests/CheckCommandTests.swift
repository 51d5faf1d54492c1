import Foundation
import TestSupport
import Testing

/// `zhouhui check`, as a unit uses it that has the program and schedules/ and nothing else.
struct CheckCommandTests {
  private let asOf = "2024-01-10T12:00"

  @Test func judgesEveryFileAndCountsThem() throws {
    try withTrial { trial, files in
      let result = try check(files, in: trial)
      #expect(result.status == 2)
      #expect(result.output.contains("[1/3] 会被接收　"))
      #expect(result.output.contains("[2/3] 会被退回　"))
      #expect(result.output.hasSuffix("\n共 3 份：会被接收 1 份、会被退回 2 份\n"))
      #expect(result.errors.contains("没有台账"))
      #expect(try check([files[0]], in: trial).status == 0)
      #expect(trial.files(below: "ledger").isEmpty)
    }
  }

  @Test func worksWithTheProgramAndSchedulesAlone() throws {
    try withTrial { trial, files in
      try FileManager.default.removeItem(at: trial.folder.appendingPathComponent("inbox"))
      let before = trial.files(below: ".")
      #expect(try check([files[0]], in: trial).status == 0)
      #expect(trial.files(below: ".") == before)
    }
  }

  @Test func aFileThatIsNotThereIs66AndTheOthersAreJudged() throws {
    try withTrial { trial, files in
      let result = try check(["/nowhere.xml", files[1]], in: trial)
      #expect(result.status == 66)
      #expect(result.errors.contains("/nowhere.xml"))
      #expect(result.output.contains("[2/2] 会被退回"))
      #expect(result.output.contains("读不到 1 份"))
    }
  }

  @Test func readsStandardInput() throws {
    try withTrial { trial, files in
      let script = "exec \"$0\" check - --workspace \"$1\" --as-of \(asOf) < \"$2\""
      let result = try Program.command(
        "/bin/sh", ["-c", script, Program.executable.path, trial.path, files[1]])
      #expect(result.status == 2, "\(result.errors)")
      #expect(result.output.contains("status-percent") && result.output.contains("stdin"))
      #expect(try check(["-", "-"], in: trial).status == 64)
    }
  }

  @Test func theFoldersAboveAFileAreNotPrinted() throws {
    try withTrial { trial, files in
      let output = try check([files[0]], in: trial).output
      #expect(output.contains("0.json") && !output.contains(trial.path))
    }
  }

  @Test func ofAFileWithASecrecyMarkNothingIsPrinted() throws {
    try withTrial { trial, _ in
      try trial.write(TrialWorkspace.report(progress: "机密★ 第七号"), to: "reports/第七号.json")
      for json in [[], ["--json"]] {
        let result = try check(["\(trial.path)/reports/第七号.json"] + json, in: trial)
        #expect(result.status == 2)
        #expect(result.output.contains("secrecy-mark"))
        #expect(!(result.output + result.errors).contains("第七号"))
      }
    }
  }

  @Test func groupsByMeasureAndPointsToTheRules() throws {
    try withTrial { trial, files in
      let lines = try check([files[1]], in: trial).output.split(separator: "\n").map(String.init)
      let headings = lines.filter { $0.hasPrefix("措施 ") || $0 == "整份报告" }
      #expect(headings == ["措施 M2", "措施 M1", "措施 M7"])
      let rules = try #require(lines.firstIndex { $0.hasPrefix("规则说明：zhouhui rules ") })
      #expect(lines[rules...].joined().contains("unknown-measure"))
    }
  }

  @Test(.enabled(if: hasJSONSchema, "install python3-jsonschema"))
  func printsOneDocumentAFileThatMeetsTheSchema() throws {
    try withTrial { trial, files in
      let result = try check(files + ["--json"], in: trial)
      #expect(result.status == 2)
      let verdicts = try judged(result.output)
      #expect(verdicts == ["accepted true", "rejected true", "rejected true"])
    }
  }

  @Test(.enabled(if: hasJSONSchema, "install python3-jsonschema"))
  func theReceiptsOfARunMeetTheSchema() throws {
    try withTrial { trial, files in
      try trial.drop(TrialWorkspace.report(), from: "JD01", as: "sound.json")
      try trial.drop(
        TrialWorkspace.report(unit: "JD02", week: "2024-W01"), from: "JD02", as: "b.json")
      try trial.drop(Data("本周无进展".utf8), from: "JD02", as: "c.json")
      try trial.drop(
        TrialWorkspace.report(unit: "BM01", measures: ["M4"]), from: "BM01", as: "d.json")
      try trial.drop(
        TrialWorkspace.report(unit: "BM01", measures: ["M4"], progress: "见内部资料第二页"), from: "BM01",
        as: "e.json")
      let result = try Program.run(
        "run", "--workspace", trial.path, "--as-of", "2024-01-12T12:05")
      #expect(result.status == 0, "\(result.errors)")
      let receipts = trial.files(below: "outbox").filter {
        $0.contains("/receipts/") && $0.hasSuffix(".json")
      }
      let verdicts = try judged(receipts.map { try trial.text("outbox/\($0)") }.joined())
      #expect(verdicts.count == 5)
      #expect(
        Set(verdicts) == [
          "accepted-with-warnings false", "rejected false", "quarantined false",
        ])
    }
  }

  /// `verdict trial` of every document, one after the other, when all meet the published schema.
  private func judged(_ documents: String) throws -> [String] {
    try withTemporaryFolder { folder in
      let file = folder.appendingPathComponent("receipts")
      try Data(documents.utf8).write(to: file)
      let schema = Program.checkout.appendingPathComponent("docs/formats/receipt.schema.json")
      let result = try Program.command(
        "/usr/bin/env", ["python3", "-c", Self.judge, schema.path, file.path], lang: "C.UTF-8")
      #expect(result.status == 0, "\(result.errors)")
      return result.output.split(separator: "\n").map(String.init)
    }
  }

  private static let judge = """
    import json, sys
    from jsonschema import Draft202012Validator
    schema = json.load(open(sys.argv[1], encoding="utf-8"))
    text = open(sys.argv[2], encoding="utf-8").read()
    while text.strip():
        document, end = json.JSONDecoder().raw_decode(text.lstrip())
        text = text.lstrip()[end:]
        Draft202012Validator(schema).validate(document)
        print(document["verdict"], str(document["trial"]).lower())
    """

  private static let hasJSONSchema =
    (try? Program.command("/usr/bin/env", ["python3", "-c", "import jsonschema"]))?.status == 0

  /// A sound report, one with mistakes, and one that cannot be read.
  private func withTrial(_ body: (TrialWorkspace, [String]) throws -> Void) throws {
    try withTemporaryFolder { folder in
      let trial = try TrialWorkspace(in: folder)
      let reports = [
        TrialWorkspace.report(), TrialWorkspace.report(percent: 100, measures: ["M1", "M7", "M7"]),
        Data("本周无进展".utf8),
      ]
      let files = try reports.enumerated().map { number, data in
        try trial.write(data, to: "reports/\(number).json")
        return "\(trial.path)/reports/\(number).json"
      }
      try body(trial, files)
    }
  }

  private func check(_ arguments: [String], in trial: TrialWorkspace) throws -> Program.Result {
    try Program.run(["check"] + arguments + ["--workspace", trial.path, "--as-of", asOf])
  }
}
