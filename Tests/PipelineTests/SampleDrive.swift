import Foundation
import Intake
import Pipeline
import Rectification
import TestSupport
import Testing

/// The sample campaign in a workspace of its own, delivered moment by moment.
struct SampleDrive {
  static let code = TestSupport.code("jingan-2023")
  /// The checkout, three folders above this file.
  static let checkout = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  static let deliveries = checkout.appendingPathComponent("schedules/jingan-2023/deliveries")

  let folder: URL
  let workspace: Workspace

  /// The whole drive, run once for all tests that only look; nobody changes it.
  static let finished = Result<SampleDrive, any Error> {
    // Of this checkout alone: tests of another one may run at the same time.
    let folder = checkout.appendingPathComponent(".build/finished-drive")
    try? FileManager.default.removeItem(at: folder)
    let drive = try SampleDrive(in: folder)
    try drive.runAll()
    return drive
  }

  /// Lays out the workspace; without deliveries, nothing has been sent yet.
  init(in folder: URL) throws {
    self.folder = folder
    workspace = Workspace(root: folder.path)
    let files = FileManager.default
    try files.copyItem(
      at: Self.checkout.appendingPathComponent("schedules"),
      to: folder.appendingPathComponent("schedules"))
    try files.createDirectory(at: inbox, withIntermediateDirectories: true)
  }

  var inbox: URL { folder.appendingPathComponent("inbox/\(Self.code)") }

  /// The moments at which something was sent, in order: `2024-01-18T1630`.
  static func moments() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: deliveries.path)
      .filter { $0.hasPrefix("20") }.sorted()
  }

  /// Every file of one delivery: unit and file.
  static func files(of moment: String) throws -> [(unit: String, file: URL)] {
    let folder = deliveries.appendingPathComponent(moment)
    return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
      .flatMap { unit -> [(String, URL)] in
        let unitFolder = folder.appendingPathComponent(unit)
        guard !unit.hasPrefix(".") else { return [] }
        return try FileManager.default.contentsOfDirectory(atPath: unitFolder.path).sorted()
          .filter { !$0.hasPrefix(".") }.map { (unit, unitFolder.appendingPathComponent($0)) }
      }
  }

  func drop(_ file: URL, for unit: String) throws {
    let target = inbox.appendingPathComponent(unit)
    try FileManager.default.createDirectory(at: target, withIntermediateDirectories: true)
    let name = target.appendingPathComponent(file.lastPathComponent)
    if FileManager.default.fileExists(atPath: name.path) {
      try FileManager.default.removeItem(at: name)
    }
    try FileManager.default.copyItem(at: file, to: name)
  }

  @discardableResult
  func run(at moment: String) throws -> RunReport {
    let campaign = try CampaignSnapshot(Self.code, in: workspace)
    return try runLocked(
      campaign, in: workspace, asOf: Self.asOf(moment), isDryRun: false, note: "test",
      progress: { _ in })
  }

  /// Delivers and runs through the drive, from after one moment up to another.
  func runAll(after first: String = "", through last: String = "9999") throws {
    for moment in try Self.moments() where moment > first && moment <= last {
      for (unit, file) in try Self.files(of: moment) { try drop(file, for: unit) }
      try run(at: moment)
    }
  }

  func summary(of name: String, at moment: String) throws -> WeekSummary {
    let campaign = try CampaignFolder.load(Self.code, in: folder)
    return try weekSummary(
      campaign, week: week(name), in: workspace, asOf: Self.asOf(moment))
  }

  /// Every file of the outbox and its bytes.
  func outbox() throws -> [String: Data] {
    let root = folder.appendingPathComponent("outbox")
    var found: [String: Data] = [:]
    for path in FileManager.default.enumerator(atPath: root.path)?.compactMap({ $0 as? String })
      ?? []
    {
      let file = root.appendingPathComponent(path)
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder)
      if !isFolder.boolValue { found[path] = try Data(contentsOf: file) }
    }
    return found
  }

  static func asOf(_ moment: String) -> Moment {
    TestSupport.moment("\(moment.prefix(10)) \(moment.dropFirst(11).prefix(2)):\(moment.suffix(2))")
  }
}
