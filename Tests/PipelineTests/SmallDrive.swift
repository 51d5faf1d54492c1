import Foundation
import GRDB
import Intake
import Ledger
import Pipeline
import Rectification
import TestSupport
import Testing

/// A campaign with two issued weeks, a correction, a rejected, a quarantined and a released report.
struct SmallDrive {
  let trial: TrialWorkspace
  var place: Workspace { Workspace(root: trial.path) }

  init(in folder: URL) throws {
    trial = try TrialWorkspace(in: folder, sources: "secrecy-words: [工作秘密]\n")
    try drop("JD01", "w01.json", week: "2024-W01", percent: 20)
    try drop("JD02", "w01.json", week: "2024-W01", measures: ["M3"])
    try drop("BM01", "w01.json", week: "2024-W01", measures: ["M4"], progress: "学习工作秘密管理办法")
    try run("2024-01-05 12:05")
    try drop("BM01", "late.json", week: "2024-W01", revision: 2, measures: ["M4"])
    try drop("JD01", "w02.json", percent: 10)
    try drop("JD02", "w02.json", measures: ["M3", "M9"])
    try decide("D1,2024-01-05 09:00,延期,M4,2024-02-20,施工许可未批,,主任")
    try run("2024-01-11 12:05")
    try run("2024-01-12 12:05")
  }

  func drop(
    _ unit: String, _ name: String, week: String = "2024-W02", revision: Int = 1,
    percent: Int = 50, measures: [String] = ["M1", "M2"], progress: String = "召开专题会"
  ) throws {
    try trial.drop(
      TrialWorkspace.report(
        unit: unit, week: week, revision: revision, percent: percent, measures: measures,
        progress: progress), from: unit, as: name)
  }

  func decide(_ row: String) throws {
    let name = "schedules/trial/decisions.csv"
    try trial.write(try trial.text(name) + row + "\n", to: name)
  }

  func run(_ moment: String) throws {
    _ = try runLocked(
      CampaignSnapshot(code("trial"), in: place), in: place, asOf: TestSupport.moment(moment),
      isDryRun: false, note: "test", progress: { _ in })
  }

  func verified() throws -> Verification { try verify(code("trial"), in: place) }

  func decision(_ row: String, columns: String = "决定编号,作出时间,决定,措施编号,周,理由,作出人") throws {
    try trial.write("\(columns)\n\(row)\n", to: "schedules/trial/decisions.csv")
  }

  func remove(_ name: String) throws {
    try FileManager.default.removeItem(at: trial.folder.appendingPathComponent(name))
  }

  /// Puts a copy of the workspace elsewhere.
  func copied(to folder: URL) throws -> SmallDrive {
    try FileManager.default.copyItem(at: trial.folder, to: folder)
    return SmallDrive(trial: trial.moved(to: folder))
  }

  init(trial: TrialWorkspace) {
    self.trial = trial
  }

  /// Changes one byte in the middle of a file.
  func spoil(_ name: String) throws {
    let file = trial.folder.appendingPathComponent(name)
    var bytes = try Data(contentsOf: file)
    bytes[bytes.count / 2] ^= 1
    try bytes.write(to: file)
  }

  /// Changes the ledger as somebody would who gets past the triggers that seal its rows.
  func change(_ sql: String) throws {
    let queue = try DatabaseQueue(path: place.ledger)
    try queue.writeWithoutTransaction { database in
      let triggers = try Row.fetchAll(
        database,
        sql: """
          SELECT name, sql FROM sqlite_master
          WHERE type = 'trigger' AND (name LIKE '%Entered' OR name LIKE '%Altered')
          """)
      for trigger in triggers {
        try database.execute(sql: "DROP TRIGGER \"\(trigger["name"] as String)\"")
      }
      let before = try Int.fetchOne(database, sql: "SELECT total_changes()") ?? 0
      try database.execute(sql: sql)
      #expect(try Int.fetchOne(database, sql: "SELECT total_changes()") ?? 0 > before)
      for trigger in triggers { try database.execute(sql: trigger["sql"]) }
    }
  }

  /// The files below the folder that are others than they were, or gone, or new.
  func changed(since before: [String: Data], below name: String = "") throws -> [String] {
    let now = try bytes(below: name)
    return Set(now.keys).union(before.keys).filter { now[$0] != before[$0] }.sorted()
  }

  /// Every file of the workspace and its bytes.
  func bytes(below name: String = "") throws -> [String: Data] {
    try Dictionary(
      uniqueKeysWithValues: trial.files(below: name).map {
        ($0, try Data(contentsOf: trial.folder.appendingPathComponent("\(name)/\($0)")))
      })
  }
}
