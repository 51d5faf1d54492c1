import Files
import Foundation
import Ledger
import Pipeline
import Rectification
import TestSupport
import Testing

/// A backup is whole or not there, and what comes back from it is what was backed up.
struct BackupTests {
  @Test func everythingComesBackInAnEmptyFolderAndTheOutboxWithTheNextRun() throws {
    try withTemporaryFolder { folder in
      let drive = try SmallDrive(in: folder.appendingPathComponent("a"))
      let backup = folder.appendingPathComponent("backup").path
      let made = try backUp(drive.place, to: backup)
      #expect(made.files > 10 && made.bytes > 10_000)
      let other = folder.appendingPathComponent("b")
      let again = SmallDrive(trial: drive.trial.moved(to: other))
      try makeFolders(other.path + "/inbox")
      #expect(try restore(again.place, from: backup).identity == made.identity)
      try again.run("2024-01-12 12:10")
      let changed = try again.changed(since: drive.bytes(below: "outbox"), below: "outbox")
      #expect(changed == [])
      let faults = try again.verified().faults
      #expect(faults == [])
    }
  }

  @Test func theListIsOneThatSha256sumChecks() throws {
    try withTemporaryFolder { folder in
      let drive = try SmallDrive(in: folder.appendingPathComponent("a"))
      let backup = folder.appendingPathComponent("backup")
      try _ = backUp(drive.place, to: backup.path)
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/usr/bin/sha256sum")
      process.arguments = ["--check", "--strict", "--quiet", "SHA256SUMS"]
      process.currentDirectoryURL = backup
      try process.run()
      process.waitUntilExit()
      #expect(process.terminationStatus == 0)
    }
  }

  @Test func damageIsMendedAndWhatIsNewerStays() throws {
    try withTemporaryFolder { folder in
      let drive = try SmallDrive(in: folder.appendingPathComponent("a"))
      let backup = folder.appendingPathComponent("backup").path
      try _ = backUp(drive.place, to: backup)
      let before = try drive.bytes(below: "ledger/archive")
      let names = drive.trial.files(below: "ledger/archive")
      try drive.spoil("ledger/archive/\(names[0])")
      try drive.remove("ledger/archive/\(names[1])")
      try drive.trial.write(Data(repeating: 7, count: 9_000), to: "ledger/zhouhui.sqlite")
      try drive.decide("D2,2024-01-12 15:00,延期,M3,2024-03-20,方案调整,,主任")
      let done = try restore(drive.place, from: backup)
      #expect(done.restored.count == 2 && done.kept == ["schedules/trial/decisions.csv"])
      #expect(done.replaced?.hasSuffix("zhouhui.sqlite.before-1") ?? false)
      #expect(try drive.changed(since: before, below: "ledger/archive") == [])
      #expect(try drive.verified().faults == [])
    }
  }

  @Test func nothingIsReplacedByABackupThatIsNotWhole() throws {
    try withTemporaryFolder { folder in
      let drive = try SmallDrive(in: folder.appendingPathComponent("a"))
      let backup = folder.appendingPathComponent("backup")
      try _ = backUp(drive.place, to: backup.path)
      let list = backup.appendingPathComponent("SHA256SUMS")
      let lines = try String(contentsOf: list, encoding: .utf8)
      let before = try drive.bytes()
      let altered = (lines.hasPrefix("0") ? "1" : "0") + lines.dropFirst()
      for (broken, kind) in [
        ("", "incomplete"),
        (lines.replacing("  ledger/archive", with: "  ../archive"), "unreadableList(line: 1)"),
        (altered, "altered"),
      ] {
        try Data(broken.utf8).write(to: list)
        let fault = #expect(throws: BackupFault.self) {
          try restore(drive.place, from: backup.path)
        }
        #expect(fault.map { "\($0.kind)" } == kind)
      }
      try FileManager.default.removeItem(at: list)
      #expect(throws: BackupFault(place: backup.path, kind: .incomplete)) {
        try restore(drive.place, from: backup.path)
      }
      try Data(lines.utf8).write(to: list)
      let path = "ledger/zhouhui.sqlite"
      try Data(repeating: 7, count: 9_000).write(to: backup.appendingPathComponent(path))
      #expect(throws: BackupFault(place: "\(backup.path)/\(path)", kind: .altered)) {
        try restore(drive.place, from: backup.path)
      }
      #expect(try drive.changed(since: before) == [])
    }
  }

  @Test func theBackupOfAnotherLedgerIsRefused() throws {
    try withTemporaryFolder { folder in
      let one = try SmallDrive(in: folder.appendingPathComponent("a"))
      let other = try SmallDrive(in: folder.appendingPathComponent("b"))
      let backup = folder.appendingPathComponent("backup").path
      try _ = backUp(one.place, to: backup)
      let before = try other.bytes()
      let fault = #expect(throws: BackupFault.self) { try restore(other.place, from: backup) }
      #expect(fault.map { "\($0.kind)".hasPrefix("ofAnother") } ?? false)
      #expect(try other.changed(since: before) == [])
    }
  }

  @Test func aFolderThatHoldsSomethingIsNoPlaceForABackup() throws {
    try withTemporaryFolder { folder in
      let drive = try SmallDrive(in: folder.appendingPathComponent("a"))
      #expect(throws: BackupFault(place: drive.trial.path, kind: .notEmpty)) {
        try backUp(drive.place, to: drive.trial.path)
      }
      let empty = SmallDrive(trial: try TrialWorkspace(in: folder.appendingPathComponent("b")))
      #expect(throws: BackupFault.self) { try backUp(empty.place, to: folder.path + "/none") }
      #expect(try names(in: folder.path + "/none") == nil)
      try drive.spoil("ledger/archive/\(drive.trial.files(below: "ledger/archive")[0])")
      #expect(throws: ArchiveFault.self) { try backUp(drive.place, to: folder.path + "/none") }
      #expect(try names(in: folder.path + "/none") == nil)
    }
  }
}
