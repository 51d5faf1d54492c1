import Foundation
import TestSupport
import Testing

/// Files that their senders have not finished when somebody asks, or when the run comes.
struct UnfinishedFileTests {
  private let moment = "2024-01-11T10:00"

  @Test func statusNamesWhatIsNotCompleteAndTakesNothing() throws {
    try withTemporaryFolder { folder in
      let trial = try TrialWorkspace(in: folder)
      try trial.drop(TrialWorkspace.report(), from: "JD01", as: "whole.json")
      try trial.drop(Data("{".utf8), from: "JD02", as: "on-its-way.json.part")
      try trial.drop(Data("{".utf8), from: "BM01", as: "open.json")
      let before = trial.files(below: "inbox")
      let sender = try FileHandle(
        forWritingTo: folder.appendingPathComponent("inbox/trial/BM01/open.json"))
      let status = try Program.run(
        "status", "--workspace", trial.path, "--as-of", moment, "--lang", "en")
      try sender.close()
      #expect(status.output.contains("not complete trial/JD02/on-its-way.json.part"))
      #expect(status.output.contains("not complete trial/BM01/open.json"))
      #expect(!status.output.contains("whole.json"))
      #expect(trial.files(below: "inbox") == before)
    }
  }

  @Test func aRunNamesTheFileThatItsSenderHasOpen() throws {
    try withTemporaryFolder { folder in
      let trial = try TrialWorkspace(in: folder)
      try trial.drop(Data("{".utf8), from: "BM01", as: "open.json")
      let sender = try FileHandle(
        forWritingTo: folder.appendingPathComponent("inbox/trial/BM01/open.json"))
      let run = try Program.run("run", "--workspace", trial.path, "--as-of", moment)
      try sender.close()
      #expect(run.status == 0)
      #expect(run.output.contains("trial/BM01/open.json"))
      #expect(run.output.contains("还在写入"))
    }
  }
}
