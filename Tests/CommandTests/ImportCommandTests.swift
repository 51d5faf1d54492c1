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
      #expect(
        status.status == 2 && status.output.contains("示例街道一"), "\(status.output)\(status.errors)")
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
        .filter { $0["kind"] as? String == "problem" }.map { $0["cell"] as? String }
      #expect(cells == ["H5", "F5"])
    }
  }
}

/// The sample's register, made into the ledger that an office keeps in WPS, comes back as it was.
struct OfficeLedgerTests {
  @Test(
    .enabled(
      if: hasProgram("/usr/bin/soffice") && hasModule("openpyxl"),
      "openpyxl or LibreOffice is missing"),
    arguments: ["openpyxl.xlsx", "libreoffice.xlsx", "libreoffice.csv"])
  func theLedgerOfTheSampleIsItsRegister(name: String) throws {
    try withTemporaryFolder { folder in
      let sample = Program.checkout.appendingPathComponent("schedules/jingan-2023")
      let units = sample.appendingPathComponent("units.csv")
      let register = sample.appendingPathComponent("register.csv")
      let campaign = folder.appendingPathComponent("schedules/sample")
      try FileManager.default.createDirectory(at: campaign, withIntermediateDirectories: true)
      try FileManager.default.copyItem(at: units, to: campaign.appendingPathComponent("units.csv"))
      let ledger = folder.appendingPathComponent(name).path
      let script = Program.checkout.appendingPathComponent("Tests/Forms/office-ledger").path
      let made = try Program.command(
        "/usr/bin/python3", [script, register.path, units.path, ledger], lang: "C.UTF-8")
      #expect(made.status == 0, "\(made.errors)")
      let output = campaign.appendingPathComponent("register.csv")
      let result = try Program.run(
        "import", ledger, "--workspace", folder.path, "--output", output.path)
      // Its codes were made up, and the remarks left out.
      #expect(result.status == 2, "\(result.output)\(result.errors)")
      #expect(result.output.contains("读出整改措施 108 条，问题 0 处，程序补上或略去的 5 处"))
      let expected = try rows(of: register, units: names(in: units))
      #expect(try rows(of: output, units: [:]) == expected && expected.count == 109)
    }
  }

  /// Fields by row, with the lead unit by its code; no field of the sample has a comma in it.
  ///
  /// 长期坚持 as a deadline needs no 是 beside it.
  private func rows(of file: URL, units: [String: String]) throws -> [[String]] {
    try lines(of: file).map { line in
      let fields = line.map { units[$0] ?? $0 }
      return fields.suffix(2) == ["长期坚持", "是"] ? fields.dropLast() + [""] : fields
    }
  }

  private func names(in units: URL) throws -> [String: String] {
    Dictionary(uniqueKeysWithValues: try lines(of: units).dropFirst().map { ($0[1], $0[0]) })
  }

  private func lines(of file: URL) throws -> [[String]] {
    let text = String(decoding: try Data(contentsOf: file).dropFirst(3), as: UTF8.self)
    return text.split(whereSeparator: \.isNewline)
      .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
  }
}
