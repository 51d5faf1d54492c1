import Files
import Foundation
import GRDB
import Intake
import Ledger
import Pipeline
import Rectification
import TestSupport
import Testing

/// `zhouhui verify`: whatever somebody changed afterwards is found and named.
struct VerifyTests {
  @Test func everythingHoldsAsItWasPublished() throws {
    try withTemporaryFolder { folder in
      let drive = try SmallDrive(in: folder)
      let before = drive.trial.files(below: "")
      let found = try drive.verified()
      #expect(found.faults == [] && found.remarks == [])
      #expect(found.editions == 3 && found.submissions == 6 && found.files > 30)
      #expect(drive.trial.files(below: "") == before)
    }
  }

  @Test(arguments: ["a#b", "a?b", "a%41b", "a b", "静安 2023", "a'b"])
  func aFolderOfAnyNameIsVerifiedAndLeftAsItWas(_ name: String) throws {
    try withTemporaryFolder { folder in
      let drive = try SmallDrive(in: folder.appendingPathComponent(name))
      let before = try drive.bytes()
      let found = try drive.verified()
      #expect(found.faults == [] && found.editions == 3)
      #expect(try drive.changed(since: before) == [])
      try drive.spoil("outbox/trial/2024-W01/summary.html")
      #expect(try drive.verified().faults.count == 1)
    }
  }

  @Test func rowsThatContradictOneAnotherAreOneSentenceWithoutSQL() throws {
    try withTemporaryFolder { folder in
      let drive = try SmallDrive(in: folder)
      try drive.change("UPDATE submission SET digest = 'x' || substr(digest, 2) WHERE id = 1")
      let told = try drive.verified().faults.map { "\($0.place) \($0.message.zh) \($0.message.en)" }
      #expect(told.contains { $0.contains("submission") })
      #expect(
        !told.contains {
          $0.contains("SELECT") || $0.contains("executing") || $0.contains("/tmp/zhouhui-verify")
        })
      let failure = #expect(throws: DamagedLedger.self) { try drive.run("2024-01-12 12:10") }
      #expect(
        failure.map {
          $0.message.zh.contains("submission") && $0.message.zh.contains("zhouhui restore")
        } ?? false)
    }
  }

  @Test func theChainIsOneOfPlainSHA256() throws {
    try withTemporaryFolder { folder in
      let drive = try SmallDrive(in: folder)
      let outbox = drive.trial.folder.appendingPathComponent("outbox/trial")
      var previous: String?
      // The correction was made after the issue of its week and before that of the next.
      for edition in ["2024-W01", "2024-W01/correction-1", "2024-W02"] {
        let file = outbox.appendingPathComponent("\(edition)/edition.json")
        let record = try #require(
          JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any])
        #expect(record["previous"] as? String == previous)
        previous = try Digesting.digest(of: Array(Data(contentsOf: file))).hex
      }
      #expect(try drive.verified().head?.hex == previous)
      let changes = try drive.trial.text("outbox/trial/2024-W01/correction-1/changes.txt")
      for reason in ["原因：", "区建设部门（示例）2024年第1周", "新记入的决定 D1"] {
        #expect(changes.contains(reason), "\(changes)")
      }
    }
  }

  @Test(arguments: [
    ("ledger/archive", "altered-archive"), ("ledger/campaign-files", "altered-archive"),
    ("outbox/trial/2024-W01/receipts", "altered-page"),
  ])
  func aChangedFileIsNamed(_ folderName: String, _ kind: String) throws {
    try withTemporaryFolder { folder in
      let drive = try SmallDrive(in: folder)
      for name in drive.trial.files(below: folderName) {
        let path = "\(folderName)/\(name)"
        let whole = try Data(contentsOf: drive.trial.folder.appendingPathComponent(path))
        try drive.spoil(path)
        let faults = try drive.verified().faults
        #expect(
          faults.contains { $0.kind.rawValue == kind && $0.place.hasPrefix(path) },
          "\(path): \(faults.map(\.place))")
        try drive.trial.write(whole, to: path)
      }
      #expect(try drive.verified().faults == [])
    }
  }

  @Test func everyPublishedFileIsGuardedAndTheFirstByteNamed() throws {
    try withTemporaryFolder { folder in
      let drive = try SmallDrive(in: folder)
      let root = "outbox/trial"
      for name in drive.trial.files(below: root)
      where !name.contains("/receipts/") && !name.hasSuffix(".edition") {
        let path = "\(root)/\(name)"
        let whole = try Data(contentsOf: drive.trial.folder.appendingPathComponent(path))
        try drive.spoil(path)
        let fault = try #require(drive.verified().faults.first { $0.place == path }, "\(path)")
        #expect(fault.kind == .alteredPage)
        #expect(fault.message.en.contains("from byte \(whole.count / 2 + 1) "), "\(fault)")
        try FileManager.default.removeItem(at: drive.trial.folder.appendingPathComponent(path))
        let kinds = try drive.verified().faults.map(\.kind)
        #expect(kinds == [.missingPage])
        try drive.trial.write(whole, to: path)
      }
      #expect(try drive.verified().faults == [])
    }
  }

  @Test(arguments: [
    ("UPDATE judgement SET verdict = 'rejected' WHERE submission = 1", "judgement submission 1"),
    ("UPDATE finding SET zh = zh || '。'", "finding submission"),
    ("DELETE FROM finding", "finding submission"),
    ("UPDATE entry SET percent = 99 WHERE submission = 1", "entry submission 1, ordinal 0"),
    ("UPDATE entry SET progress = '已整改' WHERE ordinal = 1", "entry submission 1, ordinal 1"),
    ("UPDATE report SET submittedBy = '他人' WHERE submission = 2", "report submission 2"),
    (
      "UPDATE edition SET figures = '{}' WHERE kind = 'correction'",
      "edition campaign trial, week 2024-W01"
    ),
    (
      "DROP TRIGGER editionRecordStays; UPDATE editionRecord SET json = '{}' WHERE ordinal = 2",
      "editionRecord 2"
    ),
    (
      "DROP TRIGGER editionRecordRemains; DELETE FROM editionRecord WHERE ordinal = 1",
      "editionRecord 2"
    ),
    ("UPDATE submission SET receivedAt = receivedAt - 60 WHERE id = 2", "2024-W01"),
    ("UPDATE submission SET fileName = 'other.json' WHERE id = 1", "2024-W01/receipts/JD01"),
    ("UPDATE submission SET sender = 'JD02' WHERE id = 1", "judgement submission 1"),
    ("UPDATE run SET asOf = asOf - 86400 * 3 WHERE id = 1", "2024-W01"),
  ])
  func aChangedRowIsNamed(_ sql: String, _ place: String) throws {
    try withTemporaryFolder { folder in
      let drive = try SmallDrive(in: folder)
      try drive.change(sql)
      let faults = try drive.verified().faults
      #expect(faults.contains { $0.place.contains(place) }, "\(faults)")
    }
  }

  @Test func anEditionRecordCannotBeChangedByAccident() throws {
    try withTemporaryFolder { folder in
      let drive = try SmallDrive(in: folder)
      #expect(throws: DatabaseError.self) { try drive.change("DELETE FROM editionRecord") }
      #expect(throws: DatabaseError.self) {
        try drive.change("UPDATE editionRecord SET ordinal = 9 WHERE ordinal = 1")
      }
    }
  }

  @Test func aDecisionThatIsGoneIsNamedAndOneThatIsAddedIsNot() throws {
    try withTemporaryFolder { folder in
      let drive = try SmallDrive(in: folder)
      try drive.decide("D2,2024-01-15 09:00,延期,M3,2024-03-20,方案调整,,主任")
      #expect(try drive.verified().faults == [])
      let text = try drive.trial.text("schedules/trial/decisions.csv")
      try drive.trial.write(
        text.replacing("D1,2024-01-05 09:00", with: "D1,2024-01-04 09:00"),
        to: "schedules/trial/decisions.csv")
      #expect(try drive.verified().faults.map(\.kind) == [.alteredDecision])
      let register = try drive.trial.text("schedules/trial/register.csv")
      try drive.trial.write(register + "\n", to: "schedules/trial/register.csv")
      #expect(
        try drive.verified().remarks.map(\.en)
          == [
            "schedules/trial/register.csv has changed since the last run and counts from the next"
          ])
    }
  }

  /// The campaign's files are free to change: what was issued is computed from what they were.
  @Test func anIssueIsComputedFromTheFilesOfItsTime() throws {
    try withTemporaryFolder { folder in
      let drive = try SmallDrive(in: folder)
      let register = try drive.trial.text("schedules/trial/register.csv")
      try drive.trial.write(
        register.replacing("修订管理制度", with: "修订并公布管理制度"), to: "schedules/trial/register.csv")
      try drive.trial.write(
        "变动编号,生效日期,变动,对象,变动前,变动后,依据,理由\n"
          + "G1,2024-01-15,改写,M1,修订管理制度,修订并公布管理制度,第2次协调会,\n",
        to: "schedules/trial/changes.csv")
      try drive.drop("JD01", "w03.json", week: "2024-W03")
      try drive.run("2024-01-19 12:05")
      let found = try drive.verified()
      #expect(found.faults == [] && found.editions == 4)
      #expect(try drive.trial.text("outbox/trial/2024-W03/measures.csv").contains("修订并公布"))
      #expect(try !drive.trial.text("outbox/trial/2024-W02/measures.csv").contains("修订并公布"))
    }
  }
}
