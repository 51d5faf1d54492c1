import Foundation
import Intake
import Pipeline
import Rectification
import TestSupport
import Testing

/// Whatever is dropped in a folder gets a rejection with a reason and a receipt, and the run goes on.
struct HostileFilesTests {
  private static func deep(_ open: String, _ close: String) -> String {
    String(repeating: open, count: 10_000) + String(repeating: close, count: 10_000)
  }

  private static func xml(_ body: String, prolog: String = "") -> String {
    "<?xml version=\"1.0\"?>\(prolog)<weeklyReport xmlns=\"urn:zhouhui:weekly-report:1\">\(body)</weeklyReport>"
  }

  private static let sound = String(decoding: TrialWorkspace.report(), as: UTF8.self)

  static let files: [(name: String, bytes: Data, rule: String)] = [
    ("empty.xml", Data(), "not-a-report"),
    ("blank.json", Data(" \n\t ".utf8), "not-a-report"),
    ("cut.json", Data(sound.utf8.prefix(sound.utf8.count * 2 / 3)), "unreadable"),
    ("cut.xml", Data(xml("<unit>JD01").utf8.dropLast(20)), "unreadable"),
    ("huge.json", Data(repeating: UInt8(ascii: " "), count: 300_000), "too-large"),
    ("latin.json", Data([0x7B, 0x22, 0xFF, 0xFE, 0x80, 0x22, 0x7D]), "wrong-encoding"),
    ("nul.json", Data(sound.replacing("召开专题会", with: "召开\u{0}专题会").utf8), "unreadable"),
    ("nul-escape.json", Data(sound.replacing("召开专题会", with: "召开\\u0000").utf8), "schema"),
    (
      "entity.xml",
      Data(
        xml(
          "<unit>&secret;</unit>",
          prolog: "<!DOCTYPE weeklyReport [<!ENTITY secret SYSTEM \"file:///etc/passwd\">]>"
        ).utf8),
      "unreadable"
    ),
    (
      "bomb.xml",
      Data(
        xml(
          "<unit>&c;</unit>",
          prolog:
            "<!DOCTYPE r [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;\">]>"
        ).utf8), "unreadable"
    ),
    ("deep.xml", Data(xml(deep("<a>", "</a>")).utf8), "unreadable"),
    ("deep.json", Data(deep("[", "]").utf8), "unreadable"),
    (
      "twice.json", Data(sound.replacing("\"unit\"", with: "\"unit\": \"BM01\", \"unit\"").utf8),
      "schema"
    ),
    ("comma.json", Data(sound.replacing("false,", with: "false,,").utf8), "unreadable"),
    ("workbook.xml", Data([0x50, 0x4B, 0x03, 0x04, 0, 0, 0, 0]), "not-a-report"),
    ("other.xml", Data("<html><body>404</body></html>".utf8), "not-a-report"),
    ("other-unit.json", TrialWorkspace.report(unit: "BM01", measures: ["M4"]), "sender-mismatch"),
    ("no-unit.json", TrialWorkspace.report(unit: "XX99"), "unknown-unit"),
    ("no-week.json", TrialWorkspace.report(week: "2023-W53"), "wrong-week"),
    ("next-week.json", TrialWorkspace.report(week: "2024-W03"), "future-week"),
  ]

  @Test func isRejectedWithAReceiptAndHoldsNobodyUp() throws {
    try withTemporaryFolder { folder in
      let trial = try TrialWorkspace(in: folder)
      for file in Self.files { try trial.drop(file.bytes, from: "JD01", as: file.name) }
      let nasty = "<script>alert(1)</script>=SUM(A1)"
      try trial.drop(
        TrialWorkspace.report(unit: "JD02", measures: ["M3"], progress: nasty), from: "JD02",
        as: "good.json")
      let report = try run(in: folder)
      #expect(report.verdicts[.rejected] == Self.files.count)
      #expect(report.verdicts[.accepted] == 1)
      #expect(trial.files(below: "inbox").isEmpty)
      try everyReceiptNamesItsRule(trial)
      let page = try trial.text("outbox/trial/2024-W02/summary.html")
      #expect(page.contains("&lt;script&gt;") && !page.contains("<script>alert"))
      #expect(!page.contains("root:"))
      #expect(try trial.text("outbox/trial/2024-W02/measures.csv").contains("<script>") == true)
    }
  }

  @Test func rejectedBytesAreKeptAndASecondRunAddsNothing() throws {
    try withTemporaryFolder { folder in
      let trial = try TrialWorkspace(in: folder)
      for file in Self.files { try trial.drop(file.bytes, from: "JD01", as: file.name) }
      _ = try run(in: folder)
      let kept = trial.files(below: "ledger/archive").count
      #expect(kept == Set(Self.files.map(\.bytes)).count)
      let before = try trial.files(below: "outbox").map { try trial.text("outbox/\($0)") }
      let again = try run(in: folder)
      #expect(again.verdicts.isEmpty)
      #expect(try trial.files(below: "outbox").map { try trial.text("outbox/\($0)") } == before)
    }
  }

  @Test(arguments: [("2023-12-20 10:00", "2023-W51"), ("2024-05-08 10:00", "2024-W19")])
  func hasAReceiptBeforeTheDriveAndAfterItToo(_ received: String, _ week: String) throws {
    try withTemporaryFolder { folder in
      let trial = try TrialWorkspace(in: folder)
      try trial.drop(TrialWorkspace.report(week: week), from: "JD01", as: "early.json")
      let report = try run(in: folder, at: received)
      #expect(report.verdicts == [.rejected: 1])
      #expect(trial.files(below: "outbox/trial/\(week)/receipts/JD01").count == 2)
    }
  }

  private func run(in folder: URL, at received: String = "2024-01-10 12:00") throws -> RunReport {
    try runLocked(
      CampaignSnapshot(code("trial"), in: Workspace(root: folder.path)),
      in: Workspace(root: folder.path),
      asOf: moment(received), isDryRun: false, note: "test", progress: { _ in })
  }

  private func everyReceiptNamesItsRule(_ trial: TrialWorkspace) throws {
    let folder = "outbox/trial/2024-W02/receipts/JD01"
    let receipts = try trial.files(below: folder).filter { $0.hasSuffix(".json") }
      .map { try trial.text("\(folder)/\($0)") }
    #expect(receipts.count == Self.files.count)
    for file in Self.files {
      let receipt = receipts.first { $0.contains("\"\(file.name)\"") }
      #expect(receipt?.contains("\"\(file.rule)\"") == true, "\(file.name)")
    }
  }
}
