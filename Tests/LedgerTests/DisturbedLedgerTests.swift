import Files
import Foundation
import GRDB
import Ledger
import Rectification
import TestSupport
import Testing

/// What a run finds that was cut off, and what it hears when the disk refuses.
struct DisturbedLedgerTests {
  private let trial = code("trial")

  private func numbers(_ ledger: LedgerStore) throws -> [Int64] {
    try ledger.pending(in: trial, limit: 10).map(\.id).sorted()
  }

  private func fetched(at moment: String) -> Submission {
    let inbox = sampleSubmission(at: moment)
    return Submission(
      campaign: inbox.campaign, sender: inbox.sender, channel: .http, fileName: inbox.fileName,
      digest: inbox.digest, size: inbox.size, receivedAt: inbox.receivedAt)
  }

  @Test func anArrivalMetAgainUsesUpNoNumber() throws {
    let ledger = try LedgerStore()
    try ledger.record([sampleSubmission(digest: "1")])
    try ledger.record([sampleSubmission(digest: "1")])
    try ledger.record([sampleSubmission(digest: "2")])
    #expect(try numbers(ledger) == [1, 2])
  }

  @Test func whatWasFetchedButNotJudgedIsOneArrivalWhenItIsFetchedAgain() throws {
    let ledger = try LedgerStore()
    try ledger.record([fetched(at: "2024-01-11 09:00")])
    try ledger.record([fetched(at: "2024-01-11 09:30")])
    #expect(
      try ledger.pending(in: trial, limit: 10).map(\.1) == [fetched(at: "2024-01-11 09:00")])
  }

  @Test func aLedgerThatIsNoDatabaseIsNamedWithItsRemedy() throws {
    try withTemporaryFolder { folder in
      let file = folder.appendingPathComponent("z.sqlite")
      try Data(repeating: 0x41, count: 8_192).write(to: file)
      let failure = try #require(throws: LedgerFailure.self) {
        try LedgerStore(path: file.path)
      }
      #expect(failure.kind == .damaged)
      #expect(failure.message.en.contains(file.path))
      #expect(failure.message.zh.contains("备份"))
    }
  }

  @Test func aLedgerThatCannotBeOpenedSaysWhy() throws {
    try withTemporaryFolder { folder in
      let path = folder.appendingPathComponent("z.sqlite").path
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
      let failure = try #require(throws: FileFailure.self) { try LedgerStore(path: path) }
      #expect(failure.trouble == .notOfTheKind)
      #expect(failure.message.en.hasPrefix(path))
    }
  }
}
