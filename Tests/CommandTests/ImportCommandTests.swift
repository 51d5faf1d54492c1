import Foundation
import TestSupport
import Testing

/// `zhouhui import`: the office's own ledger, and what it is told of it.
struct ImportCommandTests {
  private static var ledger: [UInt8] {
    var file = WorkbookFile()
    file.add(
      "整改台账",
      rows: [
        ["区委巡视整改台账"], ["序号", "方面", "反馈问题", "整改事项", "整改措施", "牵头单位", "配合单位", "整改时限"],
        ["1", "方面一", "问题一", "事项一", "修订管理制度", "示例街道一", "JD02", "2024年1月10日前"],
        ["2", "", "", "", "每月巡查", "JD01", "", "长期坚持"],
        ["3", "", "", "事项二", "排查存量", "街道二", "", "年底前"], ["合计", "", "", "2", "3"],
      ])
    return file.bytes
  }

  private func withLedger(_ body: (TrialWorkspace, String) throws -> Void) throws {
    try withTemporaryFolder { folder in
      let trial = try TrialWorkspace(in: folder)
      try trial.write(Data(Self.ledger), to: "ledger.xlsx")
      try body(trial, trial.path + "/ledger.xlsx")
    }
  }

  private func take(
    _ file: String, _ trial: TrialWorkspace, _ more: String...
  ) throws -> Program.Result {
    try Program.run(
      ["import", file, "--workspace", trial.path, "--start", "2023-12-01"] + more)
  }

  @Test func tellsWhatItReadAndWhatItCouldNot() throws {
    try withLedger { trial, file in
      let before = trial.files(below: ".")
      let result = try take(file, trial)
      #expect(result.status == 2 && result.errors == "")
      try expectGolden(result.output, named: "import.txt")
      #expect(trial.files(below: ".") == before)
      let english = try Program.run(
        "import", file, "--workspace", trial.path, "--start", "2023-12-01", "--lang", "en")
      try expectGolden(english.output, named: "import-en.txt")
    }
  }

  @Test func whatIsMendedIsARegisterThatLoads() throws {
    try withLedger { trial, file in
      let register = trial.path + "/schedules/trial/register.csv"
      let kept = try take(file, trial, "--output", register)
      #expect(kept.status == 73 && kept.errors.contains("没有覆盖"))
      #expect(try take(file, trial, "--output", register, "--force").status == 2)
      // What could not be read is refused where it stands, and nothing has been made of it.
      let refused = try Program.run("status", "--workspace", trial.path)
      #expect(
        refused.status == 65 && refused.errors.contains("年底前") && refused.errors.contains("街道二"))
      let mended = try trial.text("schedules/trial/register.csv")
        .replacing("年底前", with: "2023-12-31").replacing("街道二", with: "JD02")
        .replacing("示例JD02", with: "JD02")
      try trial.write(mended, to: "mended.csv")
      let second = try take(trial.path + "/mended.csv", trial, "--output", register, "--force")
      #expect(second.status == 0, "\(second.output)")
      let status = try Program.run(
        "status", "--workspace", trial.path, "--as-of", "2024-01-10T12:00")
      #expect(status.status == 2 && status.output.contains("JD01"), "\(status.errors)")
      #expect(try take(trial.path + "/mended.csv", trial, "--output", register).status == 0)
    }
  }

  @Test func aFileWithoutALedgerIs65AndNoneIs66() throws {
    try withLedger { trial, _ in
      try trial.write("甲,乙\n1,2\n", to: "other.csv")
      let result = try take(trial.path + "/other.csv", trial, "--output", trial.path + "/r.csv")
      #expect(result.status == 65 && result.output.contains("没有找到台账的标题行"))
      #expect(!trial.files(below: ".").contains("r.csv"))
      #expect(try take(trial.path + "/nowhere.xlsx", trial).status == 66)
      #expect(try take(trial.path + "/other.csv", trial, "--campaign", "none").status == 66)
    }
  }

  @Test func isReadByMachines() throws {
    try withLedger { trial, file in
      let result = try take(file, trial, "--json")
      let whole =
        try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any]
      #expect(whole?["measures"] as? Int == 3)
      let cells = (whole?["remarks"] as? [[String: Any]] ?? [])
        .filter { $0["isProblem"] as? Bool == true }.map { $0["cell"] as? String }
      #expect(cells == ["H5", "F5"])
    }
  }
}
