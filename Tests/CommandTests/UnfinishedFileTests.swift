import Foundation
import TestSupport
import Testing

/// Files that their senders have not finished when somebody asks, or when the run comes.
struct UnfinishedFileTests {
  private let moment = "2024-01-11T10:00"

  @Test func statusNamesWhatTheLastRunLeftAsNotComplete() throws {
    try withTemporaryFolder { folder in
      let trial = try TrialWorkspace(in: folder)
      try trial.drop(Data("{".utf8), from: "BM01", as: "open.json")
      let sender = try FileHandle(
        forWritingTo: folder.appendingPathComponent("inbox/trial/BM01/open.json"))
      let run = try Program.run("run", "--workspace", trial.path, "--as-of", moment)
      try sender.close()
      #expect(run.status == 0)
      let status = try Program.run("status", "--workspace", trial.path, "--as-of", moment)
      #expect(status.output.contains("open.json"), "\(status.output)")
      #expect(trial.files(below: "inbox") == ["trial/BM01/open.json"])
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
