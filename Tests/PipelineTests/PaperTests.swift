import Foundation
import Intake
import Pipeline
import Publishing
import Rectification
import TestSupport
import Testing

/// The papers of the sample, and the templates of its office.
struct PaperTests {
  private func bytes(_ path: String, of drive: SampleDrive) throws -> [UInt8] {
    let file = drive.folder.appendingPathComponent("outbox/jingan-2023/\(path)")
    return try Array(Data(contentsOf: file))
  }

  @Test func everyWeekHasItsPapers() throws {
    let drive = try SampleDrive.finished.get()
    for week in ["2023-W51", "2023-W52", "2024-W01", "2024-W02", "2024-W03"] {
      for name in ["summary.xlsx", "summary.docx", "agenda.docx"] {
        // What every ZIP begins with.
        #expect(try bytes("\(week)/\(name)", of: drive).starts(with: Array("PK".utf8)))
      }
      #expect(try bytes("\(week)/deadlines.ics", of: drive).count > 100)
    }
  }

  @Test func aNoticeIsSentInTheWeekOfItsStepAndInTheCorrectionOfThatWeek() throws {
    let drive = try SampleDrive.finished.get()
    let sent = [
      "2023-W52": ["BM05", "BM20", "BM23"], "2023-W52/correction-1": ["BM05", "BM20", "BM23"],
      "2024-W01": ["BM25"], "2024-W02": ["BM20"], "2024-W04": ["BM15", "BM20"],
    ]
    for (week, units) in sent {
      let folder = drive.folder.appendingPathComponent("outbox/jingan-2023/\(week)/alerts").path
      let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
      #expect(names == units.map { "\($0).docx" }, "\(week)")
    }
    for week in ["2023-W51", "2024-W03"] {
      let folder = drive.folder.appendingPathComponent("outbox/jingan-2023/\(week)/alerts").path
      #expect(!FileManager.default.fileExists(atPath: folder), "no new step in \(week)")
    }
  }

  @Test func theOfficesOwnTemplateTakesThePlaceOfTheShippedOne() throws {
    try withTemporaryFolder { folder in
      let trial = try TrialWorkspace(in: folder)
      let place = Workspace(root: trial.path)
      let written = try layOutTemplates(of: code("trial"), in: place)
      #expect(written.count == 4)
      let agenda = try #require(WordTemplates.shipped("agenda.docx"))
      try trial.write(Data(agenda), to: "schedules/trial/templates/summary.docx")
      // A copy that is there already is the office's.
      #expect(try layOutTemplates(of: code("trial"), in: place).isEmpty)
      try runTrial(trial)
      let week = "outbox/trial/2024-W02"
      let names = ["agenda.docx", "summary.docx"]
      let files = try names.map {
        try Data(contentsOf: folder.appendingPathComponent("\(week)/\($0)"))
      }
      #expect(files[0] == files[1])
    }
  }

  @Test func aWrongTemplateStopsTheRunBeforeAnythingIsCollected() throws {
    try withTemporaryFolder { folder in
      let trial = try TrialWorkspace(in: folder)
      try trial.drop(TrialWorkspace.report(), from: "JD01", as: "a.json")
      try trial.write("no document", to: "schedules/trial/templates/agenda.docx")
      try trial.write("x", to: "schedules/trial/templates/sumary.docx")
      try trial.write("x", to: "schedules/trial/templates/~$agenda.docx")
      let error = #expect(throws: CampaignFilesError.self) { try runTrial(trial) }
      let folder = "schedules/trial/templates"
      #expect(
        error?.problems.map(\.file) == ["\(folder)/agenda.docx", "\(folder)/sumary.docx"])
      #expect(trial.files(below: "inbox") == ["trial/JD01/a.json"])
    }
  }

  @discardableResult
  private func runTrial(_ trial: TrialWorkspace) throws -> RunReport {
    let campaign = try CampaignSnapshot(code("trial"), in: Workspace(root: trial.path))
    return try runLocked(
      campaign, in: Workspace(root: trial.path), asOf: moment("2024-01-12 12:30"),
      isDryRun: false, note: "test", progress: { _ in })
  }
}
