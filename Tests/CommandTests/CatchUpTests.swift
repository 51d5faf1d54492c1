import Foundation
import TestSupport
import Testing

/// A machine that was off over some cut-offs makes good what it missed, in one run.
struct CatchUpTests {
  /// The summary cut-offs from 2024-W02 to W08, of which W07 has no working day here and so no cycle.
  private let cutOffs = [
    "2024-01-12T12:05", "2024-01-19T12:05", "2024-01-26T12:05", "2024-02-02T12:05",
    "2024-02-09T12:05", "2024-02-23T12:05",
  ]

  /// Every file of the outbox and its bytes, after a run at each of the moments.
  private func outbox(in folder: URL, runAt moments: [String]) throws -> (
    files: [String: String], last: Program.Result
  ) {
    let trial = try TrialWorkspace(in: folder)
    let calendar = "schedules/calendars/china.csv"
    let closed = (12...16).map { "2024-02-\($0),休,春节\n" }.joined()
    try trial.write(try trial.text(calendar) + closed, to: calendar)
    try trial.drop(TrialWorkspace.report(), from: "JD01", as: "w02.json")
    var last = Program.Result(status: -1, output: "", errors: "")
    for moment in moments {
      last = try Program.run("run", "--workspace", trial.path, "--as-of", moment)
      #expect(last.status == 0, "\(moment): \(last.errors)")
    }
    let names = trial.files(below: "outbox")
    let texts = try names.map { try trial.text("outbox/\($0)") }
    return (Dictionary(uniqueKeysWithValues: zip(names, texts)), last)
  }

  @Test func givesTheBytesOfAWorkspaceThatWasRunEveryWeek() throws {
    try withTemporaryFolder { weekly in
      try withTemporaryFolder { rarely in
        let steady = try outbox(in: weekly, runAt: cutOffs)
        let caughtUp = try outbox(in: rarely, runAt: [cutOffs[0], cutOffs[cutOffs.count - 1]])
        #expect(!steady.files.isEmpty)
        #expect(steady.files == caughtUp.files)
      }
    }
  }

  @Test func issuesTheMissedWeeksInTheirOrder() throws {
    try withTemporaryFolder { folder in
      let run = try outbox(in: folder, runAt: [cutOffs[0], cutOffs[cutOffs.count - 1]]).last
      let issued = run.output.split(separator: "\n").filter { $0.contains(" 正式") }
        .compactMap { $0.firstMatch(of: /\d{4}-W\d\d/).map { String($0.output) } }
      #expect(issued == ["2024-W03", "2024-W04", "2024-W05", "2024-W06", "2024-W08"])
    }
  }
}
