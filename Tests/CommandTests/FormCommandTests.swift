import Foundation
import TestSupport
import Testing

/// `zhouhui forms`, and what becomes of a form that has been filled in.
struct FormCommandTests {
  @Test func writesAPageAndAWorkbookForEveryUnit() throws {
    try withForms { trial, folder in
      let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
      #expect(
        names == [
          "BM01-2024-W02.html", "BM01-2024-W02.xlsx", "JD01-2024-W02.html", "JD01-2024-W02.xlsx",
          "JD02-2024-W02.html", "JD02-2024-W02.xlsx",
        ])
      let page = try String(contentsOfFile: "\(folder)/JD01-2024-W02.html", encoding: .utf8)
      #expect(page.contains("script-src 'sha256-"))
      for reaching in ["src=", "href=", "url(", "fetch(", "XMLHttpRequest", "@import"] {
        #expect(!page.contains(reaching))
      }
      #expect(page.contains("上周开了专题会"))
    }
  }

  @Test func theSameFormsAreTheSameBytesAndOthersStay() throws {
    try withForms { trial, folder in
      let again = try forms(trial, folder)
      #expect(again.status == 0 && again.output == "")
      let file = "\(folder)/JD01-2024-W02.xlsx"
      try Data("filled in".utf8).write(to: URL(fileURLWithPath: file))
      let kept = try forms(trial, folder)
      #expect(kept.status == 2 && kept.errors.contains("没有覆盖"))
      #expect(FileManager.default.contents(atPath: file) == Data("filled in".utf8))
      let told = try forms(trial, folder, "--json")
      let paths = try JSONDecoder().decode([String: [String]].self, from: Data(told.output.utf8))
      #expect(told.status == 2 && paths == ["written": [], "kept": [file]])
      let forced = try forms(trial, folder, "--force")
      #expect(forced.status == 0 && forced.output == file + "\n")
    }
  }

  @Test func theRevisionCountsOn() throws {
    try withForms { trial, _ in
      try trial.drop(TrialWorkspace.report(), from: "JD01", as: "r.json")
      #expect(try Program.run("run", "--workspace", trial.path, "--as-of", asOf).status == 0)
      let folder = trial.path + "/later"
      #expect(try forms(trial, folder, "--unit", "JD01").status == 0)
      let page = try String(contentsOfFile: "\(folder)/JD01-2024-W02.html", encoding: .utf8)
      #expect(page.contains("\"revision\": 2"))
    }
  }

  @Test func aUnitThatIsNotThereIs66() throws {
    try withForms { trial, folder in
      let result = try forms(trial, folder, "--unit", "XX99")
      #expect(result.status == 66 && result.errors.contains("XX99"))
    }
  }

  @Test(
    .enabled(
      if: hasProgram("/usr/bin/soffice") && hasModule("openpyxl") && hasModule("uno"),
      "LibreOffice, openpyxl or uno is missing"),
    arguments: ["openpyxl", "libreoffice"])
  func theWorkbookIsFilledInAndAccepted(program: String) throws {
    try withForms { trial, folder in
      let result = "\(trial.path)/filled.xlsx"
      try fill(program, Self.sound, "\(folder)/JD01-2024-W02.xlsx", result, trial)
      let check = try Program.run(
        "check", result, "--workspace", trial.path, "--as-of", asOf)
      #expect(check.status == 0, "\(check.output)")
      try trial.drop(
        try Data(contentsOf: URL(fileURLWithPath: result)), from: "JD01", as: "周报.xlsx")
      let run = try Program.run(
        "run", "--workspace", trial.path, "--as-of", asOf, "--json")
      #expect(run.status == 0 && run.output.contains("\"accepted\" : 1"), "\(run.output)")
      let summary = try trial.text("outbox/trial/2024-W02/measures.csv")
      #expect(summary.contains("招标已完成") && summary.contains("进展!A3"))
    }
  }

  @Test(
    .enabled(
      if: hasProgram("/usr/bin/soffice") && hasModule("openpyxl") && hasModule("uno"),
      "LibreOffice, openpyxl or uno is missing"),
    arguments: ["openpyxl", "libreoffice"])
  func mistakesInTheWorkbookAreToldByCell(program: String) throws {
    try withForms { trial, folder in
      let result = "\(trial.path)/filled.xlsx"
      var cells = Self.sound
      cells["进展"]?["I3"] = 20
      cells["进展"]?["H4"] = "快完成了"
      cells["佐证材料"] = ["A3": "M9", "B3": "通知"]
      try fill(program, cells, "\(folder)/JD01-2024-W02.xlsx", result, trial)
      let check = try Program.run(
        "check", result, "--workspace", trial.path, "--as-of", asOf)
      #expect(check.status == 2)
      for place in ["工作表“进展” I3", "工作表“进展” H4", "工作表“佐证材料” A3"] {
        #expect(check.output.contains(place), "\(check.output)")
      }
    }
  }

  @Test(.enabled(if: hasProgram("/usr/bin/chromium"), "Chromium is not installed"))
  func thePageIsFilledInSavedAndAccepted() throws {
    try withForms { trial, folder in
      let evidence = "\(trial.path)/通知.pdf"
      try Data("evidence".utf8).write(to: URL(fileURLWithPath: evidence))
      let told = try fillPage(
        "\(folder)/JD01-2024-W02.html",
        [
          ["fill": Self.page(percent: "100", status: "completed", progress: "招标已完成")],
          ["choose": ["#measure-M1 input[type=file]", evidence]],
          ["tell": "before"], ["click": "#save"], ["download": "JD01-2024-W02.json"],
          ["reload": true],
          ["ask": "document.getElementById('revision').textContent", "as": "revision"],
          ["ask": "document.querySelector('[data-path=\"/submittedBy\"]').value", "as": "draft"],
        ], trial)
      #expect(told["before"] as? [[String]] == [])
      #expect(told["problems"] as? [String] == [])
      #expect(told["revision"] as? String == "本次是第 2 版" && told["draft"] as? String == "联络员")
      let saved = "\(trial.path)/JD01-2024-W02.json"
      let text = try String(contentsOfFile: saved, encoding: .utf8)
      #expect(text.contains("\"sha256\": \"\(Self.evidenceDigest)\""))
      let check = try Program.run("check", saved, "--workspace", trial.path, "--as-of", asOf)
      #expect(check.status == 0, "\(check.output)")
      try trial.drop(
        try Data(contentsOf: URL(fileURLWithPath: saved)), from: "JD01", as: "JD01-2024-W02.json")
      let run = try Program.run("run", "--workspace", trial.path, "--as-of", asOf, "--json")
      #expect(run.output.contains("\"accepted\" : 1"), "\(run.output)")
    }
  }

  @Test(.enabled(if: hasProgram("/usr/bin/chromium"), "Chromium is not installed"))
  func thePageSaysWhatTheCheckSays() throws {
    try withForms { trial, folder in
      let told = try fillPage(
        "\(folder)/JD01-2024-W02.html",
        [
          ["fill": Self.page(percent: "20", status: "in-progress", progress: "上周开了专题会")],
          [
            "fill": [
              "/entries/M2/status": "completed", "/entries/M2/percent": "80",
              "/entries/M1/extensionRequest/newDeadline": "2024-01-05",
              "/entries/M1/extensionRequest/reason": "等设备",
            ]
          ],
          ["tell": "faults"], ["click": "#save"],
          ["ask": "document.activeElement.dataset.path", "as": "focus"],
        ], trial)
      #expect(told["focus"] as? String == "/entries/M1/extensionRequest/newDeadline")
      let page = Set((told["faults"] as? [[String]] ?? []).map { "\($0[1]) \($0[2])" })
      try trial.write(Self.sameFaults, to: "same.json")
      let check = try Program.run(
        "check", "\(trial.path)/same.json", "--workspace", trial.path, "--as-of",
        "2024-01-11T12:00",
        "--json")
      #expect(Set(try findings(check.output)) == page)
      #expect(
        Set(page.map { $0.split(separator: " ")[0] }) == [
          "percent-fell", "stale-text", "status-percent", "completed-without-evidence", "bad-date",
          "delay-without-reason",
        ])
    }
  }

  @Test(.enabled(if: hasProgram("/usr/bin/chromium"), "Chromium is not installed"))
  func thePageKeepsAndSavesNothingThatBearsASecrecyMark() throws {
    try withForms { trial, folder in
      let told = try fillPage(
        "\(folder)/JD01-2024-W02.html",
        [
          ["fill": Self.page(percent: "70", status: "in-progress", progress: "招标已完成")],
          ["fill": ["/entries/M1/progress": "会议纪要 机 密\u{200B}☆ 不外传"]],
          ["tell": "faults"], ["click": "#save"],
          ["ask": "JSON.stringify(localStorage)", "as": "kept"],
          ["ask": "document.activeElement.dataset.path", "as": "focus"],
        ], trial)
      let faults = told["faults"] as? [[String]] ?? []
      let errors = faults.filter { $0[2].hasPrefix("错误") }
      #expect(errors.map { $0[0] + " " + $0[1] } == ["/entries/M1/progress secrecy-mark"])
      let kept = told["kept"] as? String ?? ""
      #expect(kept.contains("招标已完成") && !kept.contains("会议纪要"))
      #expect(told["focus"] as? String == "/entries/M1/progress")
      #expect(!trial.files(below: ".").contains("JD01-2024-W02.json"))
    }
  }

  @Test(.enabled(if: hasProgram("/usr/bin/chromium"), "Chromium is not installed"))
  func thePageIsUsedByKeyboardAlone() throws {
    try withForms { trial, folder in
      let told = try fillPage(
        "\(folder)/JD01-2024-W02.html",
        [
          ["press": ["Tab"]], ["type": "联络员"], ["press": ["Tab", " "]],
          ["ask": "document.querySelectorAll('fieldset').length", "as": "measures"],
          ["ask": "document.getElementById('zero').checked", "as": "zero"],
          [
            "ask":
              "[...document.querySelectorAll('input,select,textarea')].every((one) => one.labels.length > 0)",
            "as": "labels",
          ],
        ], trial)
      #expect(told["zero"] as? Bool == true && told["measures"] as? Int == 0)
      #expect(told["labels"] as? Bool == true)
    }
  }
}

/// What the tests are made of.
extension FormCommandTests {
  var asOf: String { "2024-01-10T12:00" }

  /// The trial with a report of the week before, and the forms of 2024-W02 in a folder.
  func withForms(_ body: (TrialWorkspace, String) throws -> Void) throws {
    try withTemporaryFolder { folder in
      let trial = try TrialWorkspace(in: folder)
      try trial.drop(
        TrialWorkspace.report(week: "2024-W01", percent: 60, progress: "上周开了专题会"), from: "JD01",
        as: "w01.json")
      #expect(
        try Program.run("run", "--workspace", trial.path, "--as-of", "2024-01-04T12:00").status == 0
      )
      let output = trial.path + "/forms"
      let result = try forms(trial, output)
      #expect(result.status == 0, "\(result.errors)")
      try body(trial, output)
    }
  }

  func forms(
    _ trial: TrialWorkspace, _ folder: String, _ more: String...
  ) throws -> Program.Result {
    try Program.run(
      ["forms", "trial", "--workspace", trial.path, "--as-of", asOf, "--output", folder] + more)
  }

  func fill(
    _ program: String, _ cells: [String: [String: Any]], _ form: String, _ result: String,
    _ trial: TrialWorkspace
  ) throws {
    try trial.write(try JSONSerialization.data(withJSONObject: cells), to: "cells.json")
    let script = Program.checkout.appendingPathComponent("Tests/Forms/fill-workbook").path
    let done = try Program.command(
      "/usr/bin/python3", [script, program, form, "\(trial.path)/cells.json", result],
      lang: "C.UTF-8")
    #expect(done.status == 0, "\(done.errors)")
  }

  private func fillPage(
    _ page: String, _ steps: [[String: Any]], _ trial: TrialWorkspace
  ) throws -> [String: Any] {
    try trial.write(try JSONSerialization.data(withJSONObject: steps), to: "steps.json")
    let script = Program.checkout.appendingPathComponent("Tests/Forms/fill-page").path
    let done = try Program.command(
      "/usr/bin/python3", [script, page, "\(trial.path)/steps.json", trial.path], lang: "C.UTF-8")
    #expect(done.status == 0, "\(done.errors)")
    return try JSONSerialization.jsonObject(with: Data(done.output.utf8)) as? [String: Any] ?? [:]
  }

  /// As the page writes them: the rule, and its words.
  private func findings(_ receipt: String) throws -> [String] {
    let whole = try JSONSerialization.jsonObject(with: Data(receipt.utf8)) as? [String: Any]
    let found = whole?["findings"] as? [[String: Any]] ?? []
    let names = ["error": "错误", "warning": "警示", "note": "提示"]
    return found.map { one in
      let words = ["message", "remedy"].map { (one[$0] as? [String: String])?["zh"] ?? "" }
      let severity = names[one["severity"] as? String ?? ""] ?? ""
      return "\(one["rule"] ?? "") \(severity)：\(words[0])。改法：\(words[1])"
    }
  }
}
