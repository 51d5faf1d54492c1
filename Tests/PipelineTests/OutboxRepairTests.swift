import Files
import Foundation
import Pipeline
import Rectification
import TestSupport
import Testing

/// What was published and is gone comes back to the byte; what somebody changed is left and named.
struct OutboxRepairTests {
  @Test func everyPublishedFileThatIsGoneIsMadeAgain() throws {
    try withTemporaryFolder { folder in
      let drive = try SmallDrive(in: folder)
      let before = try drive.bytes(below: "outbox")
      for name in before.keys.sorted() {
        try drive.remove("outbox/\(name)")
        let report = try run(drive)
        #expect(try drive.bytes(below: "outbox") == before, "\(name)")
        #expect(name.contains("/receipts/") || report.repair.remade == [name], "\(report.repair)")
      }
      try drive.remove("outbox")
      let report = try run(drive)
      #expect(try drive.bytes(below: "outbox") == before)
      #expect(!report.needsAPerson && report.repair.lost == [])
    }
  }

  @Test func aFileThatSomebodyChangedIsNamedAndLeft() throws {
    try withTemporaryFolder { folder in
      let drive = try SmallDrive(in: folder)
      for name in ["trial/2024-W01/edition.json", "trial/2024-W02/summary.docx"] {
        try drive.spoil("outbox/\(name)")
        let before = try drive.bytes(below: "outbox")
        let report = try run(drive)
        #expect(report.repair.altered.contains(name) && report.needsAPerson)
        #expect(try drive.bytes(below: "outbox") == before)
      }
    }
  }

  @Test func aRunThatIsCutOffBetweenLedgerAndOutboxIsMadeGood() throws {
    try withTemporaryFolder { folder in
      let drive = try SmallDrive(in: folder)
      let before = try drive.bytes(below: "outbox")
      // The issue is in the ledger, and its folder is still the preview's.
      for name in before.keys where name.hasPrefix("trial/2024-W02/") && !name.contains("receipts")
      {
        try drive.remove("outbox/\(name)")
      }
      try drive.trial.write("<p>预览</p>", to: "outbox/trial/2024-W02/summary.html")
      try drive.trial.write("summary.html\n", to: "outbox/trial/2024-W02/.edition")
      let report = try run(drive)
      #expect(report.repair.remade.contains("trial/2024-W02/edition.json"))
      #expect(try drive.bytes(below: "outbox") == before)
    }
  }

  private func run(_ drive: SmallDrive) throws -> RunReport {
    try runLocked(
      CampaignSnapshot(code("trial"), in: drive.place), in: drive.place,
      asOf: moment("2024-01-12 12:10"),
      isDryRun: false, note: "test", progress: { _ in })
  }
}
