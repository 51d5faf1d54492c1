import Files
import Foundation
import GRDB
import Ledger
import Pipeline
import Publishing
import Rectification
import TestSupport
import Testing

/// A run writes nothing unless the ledger accounts for what the outbox and the archive hold.
struct AccountedLedgerTests {
  /// What may have become of the ledger while outbox/ stayed, and how the run calls it.
  enum Loss: CaseIterable {
    case fileGone, folderGone, folderEmpty, noBytes, anotherDatabase, noDatabase

    func happens(to drive: SmallDrive) throws {
      let ledger = "ledger/zhouhui.sqlite"
      switch self {
      case .fileGone: try drive.remove(ledger)
      case .folderGone: try drive.remove("ledger")
      case .folderEmpty:
        try drive.remove("ledger")
        try makeFolders(drive.trial.path + "/ledger")
      case .noBytes: try drive.trial.write(Data(), to: ledger)
      case .anotherDatabase:
        try drive.remove(ledger)
        let other = try DatabaseQueue(path: drive.place.ledger)
        try other.write { try $0.execute(sql: "CREATE TABLE t (a); PRAGMA application_id = 7") }
      case .noDatabase: try drive.trial.write("这不是数据库，只是一个文本文件\n", to: ledger)
      }
    }
  }

  @Test(arguments: Loss.allCases)
  func aLedgerThatIsLostIsNeverBegunAnew(_ loss: Loss) throws {
    try withTemporaryFolder { folder in
      let drive = try SmallDrive(in: folder)
      try loss.happens(to: drive)
      let before = try drive.bytes()
      let failure = #expect(throws: (any Error).self) { try drive.run("2024-01-12 12:10") }
      #expect(failure is UnaccountedWorkspace || failure is LedgerFailure, "\(failure as Any)")
      if let failure = failure as? UnaccountedWorkspace {
        #expect(failure.message.zh.contains("outbox/trial/2024-W02/edition.json"))
        #expect(failure.message.zh.contains("zhouhui restore"))
      }
      // The lock is the one file that a refused run may make.
      #expect(try drive.changed(since: before).filter { $0 != "ledger/run.lock" } == [])
      #expect(throws: (any Error).self) {
        try weekSummary(
          campaign(of: drive), week: nil, in: drive.place, asOf: moment("2024-01-12 13:00"))
      }
      #expect(throws: (any Error).self) { try drive.verified() }
    }
  }

  @Test func aFirstRunMakesTheLedgerAndAQuestionBeforeItMakesNothing() throws {
    try withTemporaryFolder { folder in
      let drive = SmallDrive(trial: try TrialWorkspace(in: folder))
      let before = try drive.bytes()
      _ = try weekSummary(
        campaign(of: drive), week: nil, in: drive.place, asOf: moment("2024-01-05 13:00"))
      #expect(try drive.bytes() == before)
      try drive.run("2024-01-05 12:05")
      #expect(try LedgerStore.isThere(drive.place.ledger))
    }
  }

  @Test func anArchiveAloneIsReasonEnough() throws {
    try withTemporaryFolder { folder in
      let drive = try SmallDrive(in: folder)
      try drive.remove("outbox")
      try drive.remove("ledger/zhouhui.sqlite")
      let failure = #expect(throws: UnaccountedWorkspace.self) { try drive.run("2024-01-12 12:10") }
      #expect(failure?.message.zh.contains("ledger/archive/") ?? false)
    }
  }

  @Test func aLedgerOlderThanTheOutboxIsRefusedAndAdoptsItOnceTheOfficeSaysSo() throws {
    try withTemporaryFolder { folder in
      let drive = try SmallDrive(in: folder.appendingPathComponent("a"))
      let old = try drive.copied(to: folder.appendingPathComponent("b"))
      try drive.drop("JD01", "w03.json", week: "2024-W03", percent: 60)
      try drive.drop("JD02", "w03.json", week: "2024-W03", measures: ["M3"])
      try drive.drop("BM01", "w03.json", week: "2024-W03", measures: ["M4"])
      try drive.run("2024-01-19 12:05")
      // Last week's ledger beside this week's outbox and archive.
      for name in ["outbox", "ledger/archive", "ledger/campaign-files"] {
        try old.remove(name)
        try FileManager.default.copyItem(
          at: drive.trial.folder.appendingPathComponent(name),
          to: old.trial.folder.appendingPathComponent(name))
      }
      let before = try old.bytes()
      let failure = #expect(throws: UnaccountedWorkspace.self) { try old.run("2024-01-19 13:05") }
      #expect(
        failure?.message.zh.contains("outbox/trial/2024-W03/edition.json 等 1 期、3 份回执") ?? false,
        "\(failure as Any)")
      let changed = try old.changed(since: before).filter { $0 != "ledger/run.lock" }
      #expect(changed == [])

      let decisions = try old.trial.text("schedules/trial/decisions.csv")
      try old.decision("D1,2024-01-05 09:00,延期,M4,,施工许可未批,主任")
      try old.trial.write(
        decisions.split(separator: "\n").map { line in
          "\(line),\(line.hasPrefix("决定") ? "周" : "")"
        }.joined(separator: "\n") + "\nD9,2024-01-19 13:00,承认已发,,,台账由备份恢复,,主任,2024-W03\n",
        to: "schedules/trial/decisions.csv")
      let report = try runLocked(
        CampaignSnapshot(code("trial"), in: old.place), in: old.place,
        asOf: moment("2024-01-19 13:05"),
        isDryRun: false, note: "test", progress: { _ in })
      #expect(report.adopted.editions.map(\.zh) == ["2024-W03 正式"])
      #expect(report.adopted.submissions == 3 && report.adopted.lost == [])
      #expect(report.editions.isEmpty, "\(report.editions)")
      // What was issued stands byte for byte, and so it goes on.
      #expect(try old.changed(since: drive.bytes(below: "outbox"), below: "outbox") == [])
      let found = try old.verified()
      #expect(found.faults == [] && found.editions == 4, "\(found.faults)")
      #expect(found.remarks.contains { $0.zh.contains("1 期是依决定承认的") })
      try old.run("2024-01-19 14:05")
    }
  }

  @Test func aFileThatIsGoneFromTheArchiveIsAskedForAgain() throws {
    try withTemporaryFolder { folder in
      let drive = try SmallDrive(in: folder.appendingPathComponent("a"))
      let old = try drive.copied(to: folder.appendingPathComponent("b"))
      try drive.drop("JD01", "w03.json", week: "2024-W03", percent: 60)
      try drive.run("2024-01-18 12:05")
      try old.remove("outbox")
      try FileManager.default.copyItem(
        at: drive.trial.folder.appendingPathComponent("outbox"),
        to: old.trial.folder.appendingPathComponent("outbox"))
      let failure = #expect(throws: UnaccountedWorkspace.self) { try old.run("2024-01-18 13:05") }
      #expect(failure?.message.zh.contains("0 期、1 份回执") ?? false)
      try old.decision("D9,2024-01-18 13:00,承认已发,,2024-W03,台账由备份恢复,主任")
      let report = try runLocked(
        CampaignSnapshot(code("trial"), in: old.place), in: old.place,
        asOf: moment("2024-01-18 13:05"),
        isDryRun: false, note: "test", progress: { _ in })
      #expect(report.adopted.lost.count == 1 && report.needsAPerson)
    }
  }

  @Test func anEditionOfAnotherLedgerIsRefused() throws {
    try withTemporaryFolder { folder in
      let drive = try SmallDrive(in: folder)
      let record = try drive.trial.text("outbox/trial/2024-W02/edition.json")
      try drive.trial.write(record, to: "outbox/trial/2024-W03/edition.json")
      try drive.decision("D9,2024-01-12 12:00,承认已发,,2024-W03,恢复,主任")
      #expect(throws: UnaccountedWorkspace.strange(editions: ["trial/2024-W03/edition.json"])) {
        try drive.run("2024-01-12 12:10")
      }
    }
  }

  @Test func aRunOfAnEarlierMomentIsRefusedAndAQuestionOfItIsAnswered() throws {
    try withTemporaryFolder { folder in
      let drive = try SmallDrive(in: folder)
      let before = try drive.bytes()
      let failure = #expect(throws: ClockBehind.self) { try drive.run("2024-01-11 10:00") }
      #expect(failure?.message.zh.contains("早 1天2小时5分") ?? false, "\(failure as Any)")
      let changed = try drive.changed(since: before).filter { $0 != "ledger/run.lock" }
      #expect(changed == [])
      try drive.run("2024-01-12 12:01")
      let then = try weekSummary(
        campaign(of: drive), week: nil, in: drive.place, asOf: moment("2024-01-11 10:00"))
      #expect(then.week == week("2024-W02"))
    }
  }

  /// Each index emptied while its table is whole: what it is asked for is not found.
  @Test func anIndexThatHasLostItsRowsCannotMakeAnIssuedWeekLookNew() throws {
    try withTemporaryFolder { folder in
      let drive = try SmallDrive(in: folder)
      let queue = try DatabaseQueue(path: drive.place.ledger)
      let indexes = try queue.read {
        try Row.fetchAll(
          $0,
          sql:
            "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql NOT LIKE '% WHERE %'")
      }
      var refused = 0
      for index in indexes {
        let (name, sql): (String, String) = (index["name"], index["sql"])
        try queue.writeWithoutTransaction { database in
          try database.execute(
            sql: """
              DROP INDEX \(name); \(sql) WHERE 0; PRAGMA writable_schema = ON;
              UPDATE sqlite_master SET sql = '\(sql)' WHERE name = '\(name)'; PRAGMA writable_schema = RESET
              """)
        }
        let before = try drive.bytes(below: "outbox")
        do {
          try drive.run("2024-01-12 12:10")
        } catch let failure as DamagedLedger {
          refused += 1
          #expect(failure.detail.contains("index"), "\(name): \(failure)")
        }
        #expect(try drive.changed(since: before, below: "outbox") == [], "\(name)")
        try queue.writeWithoutTransaction { try $0.execute(sql: "REINDEX") }
      }
      // An index without a row to hold is not to be told from an emptied one.
      #expect(refused >= 2)
      try drive.run("2024-01-12 12:10")
    }
  }

  @Test func aWeekWhoseRowIsGoneIsNotIssuedAgain() throws {
    try withTemporaryFolder { folder in
      let drive = try SmallDrive(in: folder)
      try drive.change("DELETE FROM edition WHERE week = '2024-W02'")
      let before = try drive.bytes(below: "outbox")
      #expect(throws: DamagedLedger.self) { try drive.run("2024-01-12 12:10") }
      try drive.change(
        "DROP TRIGGER editionRecordRemains; DELETE FROM editionRecord WHERE ordinal = 3")
      #expect(throws: UnaccountedWorkspace.self) { try drive.run("2024-01-12 12:10") }
      #expect(try drive.changed(since: before, below: "outbox") == [])
    }
  }

  private func campaign(of drive: SmallDrive) throws -> Campaign {
    try CampaignSnapshot(code("trial"), in: drive.place).campaign
  }
}
