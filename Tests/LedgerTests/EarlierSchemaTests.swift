import Foundation
import GRDB
import Ledger
import Rectification
import TestSupport
import Testing

/// Ledgers of every earlier schema, as `sqlite3 .dump` wrote them: nothing in them is lost on the way to today's.
struct EarlierSchemaTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Schemas")
  private static let numbers = 1...11
  private let trial = code("trial")

  /// The ledger of one schema as a file.
  private func ledger(_ number: Int, in folder: URL) throws -> String {
    let name = "\(number < 10 ? "0" : "")\(number).sql"
    let sql = try String(contentsOf: Self.folder.appendingPathComponent(name), encoding: .utf8)
    let path = folder.appendingPathComponent("zhouhui.sqlite").path
    let queue = try DatabaseQueue(path: path)
    try queue.writeWithoutTransaction { try $0.execute(sql: sql) }
    try queue.close()
    return path
  }

  /// The rows of every table, but what the way here makes of them.
  private func counts(_ path: String) throws -> [String: Int] {
    try DatabaseQueue(path: path).read { database in
      let tables = try String.fetchAll(
        database,
        sql:
          "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name <> 'grdb_migrations'"
      )
      return Dictionary(
        uniqueKeysWithValues: try tables.map {
          ($0, try Int.fetchOne(database, sql: "SELECT count(*) FROM \"\($0)\"") ?? -1)
        })
    }
  }

  @Test(arguments: numbers) func nothingIsLostOnTheWay(_ number: Int) throws {
    try withTemporaryFolder { folder in
      let path = try ledger(number, in: folder)
      let before = try counts(path)
      let store = try LedgerStore(path: path)
      let after = try counts(path)
      for (table, count) in before where table != "alert" {
        // A preview has no row any more.
        #expect(after[table] == (table == "edition" ? count - 1 : count), "\(table)")
      }
      #expect(try store.faults() == [])
      #expect(try store.identity().count == 32)
      let judged = try store.allJudged(in: trial, knownAt: moment("2024-01-11 18:00"))
      #expect(judged.map(\.id) == [1, 2, 3])
      #expect(judged[0].submission.fileName == "周报告.xml")
      if number >= 2 { #expect(after["report"] == 1 && after["entry"] == 1) }
      if number >= 3 {
        let editions = try store.issuedEditions(of: week("2024-W02"), in: trial)
        #expect(editions.map(\.kind) == [.issue, .correction(1)])
        // By its record, where there is one; else by its row.
        #expect(editions[0].inputs.hex.first == (number >= 8 ? "8" : "2"))
        #expect(try store.lastEditions(in: trial)[week("2024-W02")]?.inputs.hex.first == "3")
        #expect(try store.firstIssue(of: trial) == week("2024-W02"))
      }
      if number >= 7 {
        let matter = Notice.Matter(
          identity: Alert.Identity(kind: .overdue, subject: code("M1")), since: day("2024-01-11"),
          step: .urge)
        #expect(
          try store.numberNotices([matter], of: week("2024-W02"), year: 2024, in: trial)[matter]
            == Notice.Number(year: 2024, ordinal: 1))
      }
      if number >= 8 { #expect(try store.editionChain(of: trial).map(\.isAdopted) == [false]) }
    }
  }

  @Test(arguments: numbers) func aQuestionIsAnsweredWithoutBringingItToAnotherSchema(_ number: Int)
    throws
  {
    try withTemporaryFolder { folder in
      let path = try ledger(number, in: folder)
      let before = try Data(contentsOf: URL(fileURLWithPath: path))
      let store = try #require(try LedgerStore.reading(path))
      #expect(try store.allJudged(in: trial, knownAt: moment("2024-01-11 18:00")).count == 3)
      #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["zhouhui.sqlite"])
    }
  }

  @Test func aLedgerOfAProgramToComeIsLeftAlone() throws {
    try withTemporaryFolder { folder in
      let path = folder.appendingPathComponent("zhouhui.sqlite").path
      _ = try LedgerStore(path: path)
      try DatabaseQueue(path: path).write {
        try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('99 to come')")
      }
      let before = try Data(contentsOf: URL(fileURLWithPath: path))
      for attempt in [{ _ = try LedgerStore(path: path) }, { _ = try LedgerStore.reading(path) }] {
        let failure = #expect(throws: LedgerFailure.self) { try attempt() }
        #expect(failure?.kind == .newer)
      }
      #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
    }
  }
}
