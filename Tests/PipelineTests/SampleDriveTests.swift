import Foundation
import Intake
import Pipeline
import Publishing
import Rectification
import TestSupport
import Testing

/// The sample campaign through its last weeks.
struct SampleDriveTests {
  /// Every week, with the moment of the run right after its summary cut-off.
  private static func issues() throws -> [(String, String)] {
    let cycle = Cycle(try CampaignFolder.load(SampleDrive.code, in: SampleDrive.checkout))
    return try cycle.weeks(from: SampleDrive.firstOfFinished, through: week("2024-W04")).compactMap
    { week in
      try cycle.cutOffs(of: week).map { cutOffs in
        ("\(week)", "\(cutOffs.summary.date(in: cycle.zone))T1205")
      }
    }
  }

  @Test func endsOnTheFiguresOfTheNotice() throws {
    let drive = try SampleDrive.finished.get()
    let summary = try drive.summary(of: "2024-W04", at: "2024-01-26T1205")
    let expected = [
      "items.total": "30", "items.completed": "27", "items.in-progress": "3",
      "measures.total": "108", "measures.completed": "104", "outcomes.cases-filed": "8",
      "outcomes.disciplined": "9", "outcomes.admonished": "8", "outcomes.organisational": "14",
      "outcomes.money-returned": "410.36", "outcomes.rules-made": "15",
      "outcomes.rules-revised": "4",
    ]
    for (id, value) in expected {
      #expect(summary.figure(Figure.ID(id))?.value.number == value, "\(id)")
    }
    #expect(summary.aspects.count == 4)
    #expect(Set(summary.measures.map(\.problem)).count == 13)
    #expect(summary.steps.count == 13)
    let before = try drive.summary(of: "2024-W03", at: "2024-01-19T1205")
    #expect(
      Set(before.reporting.map(\.state)).isSuperset(of: [
        .onTime, .zero, .late, .rejected, .quarantined, .missing, .exempt,
      ]))
  }

  /// `Tests/Recount` counts the raw deliveries again, in another language and another way.
  @Test(.enabled(if: Recount.isPossible, Recount.absence))
  func agreesWithTheSecondCountOnEveryValueOfEveryEdition() throws {
    let drive = try SampleDrive.finished.get()
    let said = try Recount.of(drive, since: SampleDrive.firstOfFinished.monday)
    #expect(said.status == 0, "\(said.output)")
    #expect(said.output.contains("6 weeks, "))
  }

  @Test func setsLastWeeksFiguresBesideThisWeeks() throws {
    let drive = try SampleDrive.finished.get()
    var last: WeekSummary?
    for (week, _) in try Self.issues() {
      let summary = try drive.summary(of: week, at: "2024-01-26T1205")
      for figure in summary.figures {
        #expect(figure.previous == last?.figure(figure.id)?.value, "\(week) \(figure.id)")
      }
      last = summary
    }
  }

  @Test func publishesEveryWeekAndTheCorrectionOfALateReport() throws {
    try withTemporaryFolder { folder in
      let drive = try SampleDrive(in: folder, from: week("2023-W51"))
      try drive.runAll(through: "2023-12-29T1205")
      let issue = try drive.outbox().filter {
        $0.key.contains("2023-W52/") && !$0.key.contains("receipts/")
      }
      try drive.runAll(after: "2023-12-29T1205", through: "2024-01-03T1130")
      let outbox = try drive.outbox()
      for (name, bytes) in issue { #expect(outbox[name] == bytes, "\(name) was issued") }
      let changes = try #require(outbox["jingan-2023/2023-W52/correction-1/changes.txt"])
      #expect(String(decoding: changes, as: UTF8.self).contains("区属国企九（示例）：未报 → 迟报"))
      for name in ["summary.html", "summary.json", "measures.csv", "reporting.csv", "bulletin.txt"]
      {
        #expect(outbox["jingan-2023/2023-W52/\(name)"] != nil, "\(name)")
      }
    }
  }

  @Test func changesNoByteWhenNothingIsNew() throws {
    try withTemporaryFolder { folder in
      let drive = try SampleDrive(in: folder, from: week("2023-W51"))
      try drive.runAll(through: "2023-12-22T1205")
      let before = try drive.outbox()
      let report = try drive.run(at: "2023-12-22T1205")
      #expect(report.editions.isEmpty)
      #expect(try drive.outbox() == before)
      #expect(!before.isEmpty && before.values.allSatisfy { !$0.isEmpty })
    }
  }

  /// Every file by itself, the last first, against all of a delivery at once.
  @Test func givesTheSamePagesHoweverADeliveryIsSplit() throws {
    try withTemporaryFolder { folder in
      let whole = try SampleDrive(
        in: folder.appendingPathComponent("whole"), from: week("2023-W51"))
      try whole.runAll(through: "2023-12-22T1205")
      let split = try SampleDrive(
        in: folder.appendingPathComponent("split"), from: week("2023-W51"))
      for moment in try SampleDrive.moments()
      where moment > "2023-12-18" && moment <= "2023-12-22T1205" {
        for (number, (unit, file)) in try SampleDrive.files(of: moment).reversed().enumerated() {
          try split.drop(file, for: unit)
          if number % 7 == 0 { try split.run(at: moment) }
        }
        try split.run(at: moment)
      }
      #expect(try split.outbox() == whole.outbox())
    }
  }

  @Test func writesAReceiptForEverySubmission() throws {
    try withTemporaryFolder { folder in
      let drive = try SampleDrive(in: folder, from: week("2023-W51"))
      try drive.runAll(through: "2023-12-22T1205")
      let names = try SampleDrive.moments()
        .filter { $0 > "2023-12-18" && $0 <= "2023-12-22T1205" }
        .flatMap { try SampleDrive.files(of: $0) }
      let different = Set(try names.map { try "\($0.unit) \(Data(contentsOf: $0.file).hashValue)" })
      let pages = try drive.outbox().keys.filter {
        $0.contains("/receipts/") && $0.hasSuffix(".html")
      }
      #expect(pages.count == different.count)
    }
  }
}
