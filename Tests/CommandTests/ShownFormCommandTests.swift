import Foundation
import TestSupport
import Testing

/// Forms that are filled in with cells of a number format of their own.
extension FormCommandTests {
  @Test(
    .enabled(
      if: hasProgram("/usr/bin/soffice") && hasModule("openpyxl") && hasModule("uno"),
      "LibreOffice, openpyxl or uno is missing"),
    arguments: ["openpyxl", "libreoffice"])
  func aCellOfTheWorkbookIsWhatItShows(program: String) throws {
    try withForms { trial, folder in
      let result = "\(trial.path)/filled.xlsx"
      var cells = Self.sound
      cells["进展"]?["I3"] = ["value": 0.7, "format": "0%"]
      cells["进展"]?["M3"] = ["value": [2024, 1, 9, 17, 30], "format": "yyyy\"年\"m\"月\"d\"日\""]
      cells["成效"]?["F4"] = ["value": 4_103_600, "format": "0\\.0000\"万元\""]
      try fill(program, cells, "\(folder)/JD01-2024-W02.xlsx", result, trial)
      try trial.drop(
        try Data(contentsOf: URL(fileURLWithPath: result)), from: "JD01", as: "周报.xlsx")
      let run = try Program.run("run", "--workspace", trial.path, "--as-of", asOf, "--json")
      #expect(run.status == 0 && run.output.contains("\"accepted\" : 1"), "\(run.output)")
      let bulletin = try trial.text("outbox/trial/2024-W02/bulletin.txt")
      #expect(bulletin.contains("410.36万元"), "\(bulletin)")
    }
  }

  @Test(
    .enabled(
      if: hasProgram("/usr/bin/soffice") && hasModule("openpyxl") && hasModule("uno"),
      "LibreOffice, openpyxl or uno is missing"),
    arguments: ["openpyxl", "libreoffice"])
  func aDayThatTheSpreadsheetMadeUpIsToldByItsCell(program: String) throws {
    try withForms { trial, folder in
      let result = "\(trial.path)/filled.xlsx"
      var cells = Self.sound
      cells["进展"]?["J3"] = ["value": [2024, 10, 12], "format": "m\"月\"d\"日\""]
      cells["进展"]?["M3"] = ["value": [2024, 2, 1], "format": "yyyy\"年\"m\"月\""]
      try fill(program, cells, "\(folder)/JD01-2024-W02.xlsx", result, trial)
      let check = try Program.run("check", result, "--workspace", trial.path, "--as-of", asOf)
      #expect(check.status == 2)
      for words in ["工作表“进展” J3", "“10月12日”", "工作表“进展” M3", "“2024年2月”"] {
        #expect(check.output.contains(words), "\(words): \(check.output)")
      }
    }
  }
}
