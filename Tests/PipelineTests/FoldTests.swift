import Foundation
import GRDB
import Intake
import Ledger
import Pipeline
import Publishing
import Rectification
import TestSupport
import Testing

/// Whoever ran what and when: a view of a week is made of what was received and decided.
struct FoldTests {
  private struct Drive {
    let trial: TrialWorkspace
    let place: Workspace

    init(in folder: URL, named name: String = "trial") throws {
      trial = try TrialWorkspace(in: folder.appendingPathComponent(name))
      place = Workspace(root: trial.path)
    }

    @discardableResult
    func run(at text: String) throws -> RunReport {
      try runLocked(
        CampaignSnapshot(code("trial"), in: place), in: place, asOf: moment(text), isDryRun: false,
        note: "test", progress: { _ in })
    }

    func view(_ name: String, at text: String) throws -> WeekSummary {
      try weekSummary(
        CampaignSnapshot(code("trial"), in: place).campaign, week: week(name), in: place,
        asOf: moment(text))
    }

    /// A page of words for each week, and the machine's file: every figure there is.
    func views(at text: String) throws -> [String] {
      try ["2024-W01", "2024-W02", "2024-W03", "2024-W04", "2024-W05"].map {
        let summary = try view($0, at: text)
        return brief(summary) + summaryJSON(summary)
      }
    }

    func editions() -> [String] {
      trial.files(below: "outbox/trial").filter { $0.hasSuffix("edition.json") }
    }

    func drop(_ unit: String, _ name: String, _ percent: Int, _ measures: [String]) throws {
      try trial.drop(
        TrialWorkspace.report(
          unit: unit, week: name, percent: percent, measures: measures,
          progress: "\(name)推进至\(percent)%"), from: unit, as: "\(unit)-\(name).json")
    }
  }

  /// What the units sent, in which week's inbox it lay from when on.
  private static let sent: [(moment: String, unit: String, week: String, percent: Int)] = [
    ("2024-01-03 10:00", "JD01", "2024-W01", 20), ("2024-01-04 10:00", "BM01", "2024-W01", 30),
    ("2024-01-11 10:00", "JD01", "2024-W02", 40), ("2024-01-18 10:00", "JD01", "2024-W03", 50),
    ("2024-01-18 11:00", "JD02", "2024-W03", 10), ("2024-01-25 10:00", "JD01", "2024-W04", 60),
  ]

  private static let measures = ["JD01": ["M1", "M2"], "JD02": ["M3"], "BM01": ["M4"]]

  /// The runs of every Friday, and of those deliveries before it that are given.
  private func drive(_ folder: URL, _ name: String, skipping missed: Set<String>) throws -> Drive {
    let drive = try Drive(in: folder, named: name)
    let fridays = ["2024-01-05", "2024-01-12", "2024-01-19", "2024-01-26", "2024-02-02"].map {
      "\($0) 12:05"
    }
    for moment in (Self.sent.map(\.moment) + fridays).sorted() {
      for one in Self.sent where one.moment == moment {
        try drive.drop(one.unit, one.week, one.percent, Self.measures[one.unit] ?? [])
      }
      // What arrived is taken in at once: who reported when is no matter of the editions.
      if !missed.contains(moment) { try drive.run(at: moment) }
    }
    return drive
  }

  /// M1 is overdue from 10 January on and climbs the ladder week by week.
  @Test(arguments: [
    ["2024-01-19 12:05"], ["2024-01-26 12:05"], ["2024-01-19 12:05", "2024-01-26 12:05"],
    ["2024-01-12 12:05", "2024-01-19 12:05", "2024-01-26 12:05", "2024-02-02 12:05"],
  ])
  func aWeekThatNobodyRanWipesNothing(_ missed: Set<String>) throws {
    try withTemporaryFolder { folder in
      let whole = try drive(folder, "whole", skipping: [])
      let gaps = try drive(folder, "gaps", skipping: missed)
      for asOf in ["2024-01-20 09:00", "2024-01-29 09:00", "2024-02-02 13:00"] {
        #expect(try gaps.views(at: asOf) == whole.views(at: asOf), "\(asOf)")
      }
      let ladder = try whole.view("2024-W05", at: "2024-02-02 13:00").alerts.first {
        $0.identity.subject == code("M1") && $0.identity.kind == .overdue
      }
      #expect(ladder?.step == .interview && ladder?.since == day("2024-01-12"))
      // The run that makes up for it issues what the others have issued.
      try gaps.run(at: "2024-02-02 13:00")
      #expect(gaps.editions() == whole.editions())
    }
  }

  @Test func deletingEveryCheckpointChangesNoByte() throws {
    try withTemporaryFolder { folder in
      let kept = try drive(folder, "kept", skipping: [])
      let without = try drive(folder, "without", skipping: [])
      for number in [kept, without] {
        let queue = try DatabaseQueue(path: number.place.ledger)
        let count = try queue.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM checkpoint") }
        #expect(count == 1)
      }
      try DatabaseQueue(path: without.place.ledger).write {
        try $0.execute(sql: "DELETE FROM checkpoint; DELETE FROM weekDigest")
      }
      for drive in [kept, without] {
        try drive.drop("JD02", "2024-W05", 30, ["M3"])
        try drive.run(at: "2024-02-02 14:00")
      }
      let names = kept.trial.files(below: "outbox/trial")
      #expect(names == without.trial.files(below: "outbox/trial") && !names.isEmpty)
      for name in names {
        let path = "outbox/trial/\(name)"
        #expect(
          try Data(contentsOf: kept.trial.folder.appendingPathComponent(path))
            == Data(contentsOf: without.trial.folder.appendingPathComponent(path)), "\(name)")
      }
      #expect(try kept.views(at: "2024-02-02 14:00") == without.views(at: "2024-02-02 14:00"))
    }
  }

  /// The fourth week is kept when it is over; asked about a moment before that, it is still open.
  @Test func aKeptStateOfAClosedWeekIsNoneOfTheOpenOne() throws {
    try withTemporaryFolder { folder in
      let drive = try drive(folder, "kept", skipping: [])
      let before = try drive.view("2024-W05", at: "2024-01-25 12:00")
      try DatabaseQueue(path: drive.place.ledger).write {
        #expect(try Int.fetchOne($0, sql: "SELECT count(*) FROM checkpoint") == 1)
        try $0.execute(sql: "DELETE FROM checkpoint")
      }
      #expect(try drive.view("2024-W05", at: "2024-01-25 12:00") == before)
    }
  }

  /// A kept state that is not of these inputs is not used, and one that cannot be read neither.
  @Test(arguments: ["UPDATE checkpoint SET inputs = ?", "UPDATE checkpoint SET state = ?"])
  func aKeptStateThatDoesNotFitIsNotUsed(_ sql: String) throws {
    try withTemporaryFolder { folder in
      let whole = try drive(folder, "whole", skipping: [])
      let spoilt = try drive(folder, "spoilt", skipping: [])
      try DatabaseQueue(path: spoilt.place.ledger).write {
        $0.add(function: Sealing.function)
        let value: any DatabaseValueConvertible =
          sql.contains("inputs") ? String(repeating: "0", count: 64) : Data("{}".utf8)
        try $0.execute(sql: sql, arguments: [value])
      }
      #expect(try spoilt.views(at: "2024-02-02 13:00") == whole.views(at: "2024-02-02 13:00"))
    }
  }

  /// JD02 has been silent since the first week; then its report for W03 comes, after W04 was issued.
  @Test func aLateReportCorrectsEveryWeekThatReadsOtherwiseAndNoOther() throws {
    try withTemporaryFolder { folder in
      let drive = try Drive(in: folder)
      for (name, friday) in [
        ("2024-W01", "2024-01-05"), ("2024-W02", "2024-01-12"), ("2024-W03", "2024-01-19"),
        ("2024-W04", "2024-01-26"),
      ] {
        try drive.drop("JD01", name, 50, ["M1", "M2"])
        try drive.drop("BM01", name, 50, ["M4"])
        try drive.run(at: "\(friday) 12:05")
      }
      #expect(try drive.trial.text("outbox/trial/2024-W04/summary.html").contains("连续4周"))
      try drive.drop("JD02", "2024-W03", 10, ["M3"])
      let corrected = try drive.run(at: "2024-01-29 10:00").editions.filter {
        $0.edition.zh.contains("更正")
      }
      #expect(corrected.map(\.week) == [week("2024-W03"), week("2024-W04")])
      let told = try drive.trial.text("outbox/trial/2024-W04/correction-1/changes.txt")
      #expect(told.contains("示例街道二连续未报周数：4 → 1"), "\(told)")
      // Another late report that says the same of W03 again changes none of them.
      let before = drive.editions()
      try drive.run(at: "2024-01-29 11:00")
      #expect(drive.editions() == before)
    }
  }

  /// Of a campaign under way the first run issues no past week, and says with which it begins.
  @Test(arguments: [
    (nil, "2024-W03", ["2024-W03"]), ("2024-W02", "2024-W02", ["2024-W02", "2024-W03"]),
    ("2024-W01", "2024-W01", ["2024-W01", "2024-W02", "2024-W03"]),
  ])
  func theWeeksBeforeTheFirstRunAreNotIssued(
    _ firstIssue: String?, _ taken: String, _ issued: [String]
  ) throws {
    try withTemporaryFolder { folder in
      let drive = try Drive(in: folder)
      let settings = try drive.trial.text("schedules/trial/campaign.yaml")
      try drive.trial.write(
        settings.replacing(
          "first-issue: 2024-W01", with: firstIssue.map { "first-issue: \($0)" } ?? "# none"),
        to: "schedules/trial/campaign.yaml")
      let first = try drive.run(at: "2024-01-19 12:05")
      #expect(first.takenUp == week(taken))
      #expect(first.editions.map(\.week.description) == issued)
      let summary = try drive.view("2024-W03", at: "2024-01-19 12:05")
      let silent = taken == "2024-W01" ? 3 : taken == "2024-W02" ? 2 : 1
      #expect(summary.reporting.map(\.silentWeeks) == [silent, silent, silent])
      #expect((summary.previousWeek == nil) == (taken == "2024-W03"))
      // It stays so, whatever the second run finds; and a report of before counts for what it says.
      try drive.drop("JD01", "2024-W01", 70, ["M1", "M2"])
      let second = try drive.run(at: "2024-01-22 10:00")
      #expect(second.takenUp == nil)
      let editions = drive.editions().map { $0.prefix(8) }
      #expect(Set(editions).min() == taken.prefix(8))
      #expect(
        drive.trial.files(below: "outbox/trial/2024-W01/receipts").count == 2,
        "every submission has a receipt")
      let after = try drive.view("2024-W03", at: "2024-01-22 10:00")
      #expect(after.measures.first?.state.percent == 70)
    }
  }
}
