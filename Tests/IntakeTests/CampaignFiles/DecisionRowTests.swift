import Foundation
import Rectification
import TestSupport
import Testing

@testable import Intake

/// The one row that the program adds to a file of the office: nothing else in the file changes.
struct DecisionRowTests {
  private static let heading = "决定编号,作出时间,决定,措施编号,新时限,报送,理由,依据,作出人"
  private static let digest = String(repeating: "0f", count: 32)

  private static func release(
    _ reason: String = "引用的是公开文件的名称", isGranted: Bool = false, by: String = "整改办主任",
    basis: String = ""
  ) -> Release {
    Release(
      code: code("D009"), isGranted: isGranted, decidedAt: moment("2024-01-12 15:00"),
      digestPrefix: digest, reason: reason, basis: basis, decidedBy: by, line: 0)
  }

  /// What a trial campaign's file becomes; read again as the next run would read it.
  private func appended(_ release: Release, to bytes: Data) throws -> (Data, Campaign) {
    try withTemporaryFolder { folder in
      let workspace = try TrialWorkspace(in: folder)
      try workspace.write(bytes, to: "schedules/trial/decisions.csv")
      let campaign = try CampaignFolder.load(code("trial"), in: folder)
      let result = Data(try DecisionRow.appending([], [release], to: Array(bytes), of: campaign))
      try workspace.write(result, to: "schedules/trial/decisions.csv")
      return (result, try CampaignFolder.load(code("trial"), in: folder))
    }
  }

  private static let mark = Data([0xEF, 0xBB, 0xBF])
  private static let old = "D008,2024-01-11 10:00,销号,M1,,,,,整改办主任"
  private static let new = "D009,2024-01-12 15:00,不予放行,,,\(digest),引用的是公开文件的名称,,整改办主任"

  @Test(arguments: ["\n", "\r\n", "\r"], [true, false])
  func keepsLineEndsAndByteOrderMark(_ end: String, _ hasMark: Bool) throws {
    let before = (hasMark ? Self.mark : Data()) + Data((Self.heading + end + Self.old + end).utf8)
    let (after, campaign) = try appended(Self.release(), to: before)
    #expect(after == before + Data((Self.new + end).utf8))
    #expect(campaign.decisions.count == 1 && campaign.releases.map(\.isGranted) == [false])
  }

  @Test func keepsGB18030() throws {
    let before = try #require(gb18030(Self.heading + "\r\n" + Self.old + "\r\n"))
    let (after, campaign) = try appended(Self.release("𠮷字与€，经核实"), to: before)
    let row = Self.new.replacing("引用的是公开文件的名称", with: "𠮷字与€，经核实")
    #expect(after == before + (try #require(gb18030(row + "\r\n"))))
    #expect(campaign.releases.map(\.reason) == ["𠮷字与€，经核实"])
  }

  @Test func endsALastLineThatHasNoEnd() throws {
    let before = Data((Self.heading + "\r\n" + Self.old).utf8)
    let (after, _) = try appended(Self.release(), to: before)
    #expect(after == before + Data("\r\n\(Self.new)\r\n".utf8))
  }

  @Test func followsTheOrderOfTheColumns() throws {
    let before = Data("作出人,理由,,报送,措施编号,决定,作出时间,决定编号\n".utf8)
    let (after, _) = try appended(Self.release(), to: before)
    #expect(
      after == before
        + Data(
          "整改办主任,引用的是公开文件的名称,,\(Self.digest),,不予放行,2024-01-12 15:00,D009\n".utf8))
  }

  @Test(arguments: ["\n", "\r\n"], [true, false])
  func addsAColumnThatTheFileLacksAndChangesNothingElse(_ end: String, _ isGB18030: Bool) throws {
    let rows = [
      "决定编号,作出时间,决定,措施编号,新时限,理由,依据,作出人", "",
      "D007,2024-01-10 10:00,退回,M1,,\"材料不齐\n请补\",,整改办主任", "D008,2024-01-11 10:00,销号,M1,,,,整改办主任",
    ]
    let text = rows.joined(separator: end) + end
    let before = try isGB18030 ? #require(gb18030(text)) : Self.mark + Data(text.utf8)
    let (after, campaign) = try appended(Self.release(), to: before)
    let widened =
      [
        rows[0] + ",报送", "", rows[2] + ",", rows[3] + ",",
        "D009,2024-01-12 15:00,不予放行,,,引用的是公开文件的名称,,整改办主任,\(Self.digest)",
      ]
      .joined(separator: end) + end
    #expect(after == (try isGB18030 ? #require(gb18030(widened)) : Self.mark + Data(widened.utf8)))
    #expect(campaign.releases.count == 1 && campaign.decisions.map(\.reason) == ["材料不齐\n请补", ""])
  }

  @Test(arguments: ["一，二,三", "他说\"可以\"", "第一行\n第二行", "\"", ",,,", "\"\"\n,", "a\tb"])
  func quotesWhatNeedsQuotes(_ reason: String) throws {
    let (_, campaign) = try appended(
      Self.release(reason), to: Data((Self.heading + "\n").utf8))
    #expect(campaign.releases.map(\.reason) == [reason])
  }

  @Test(arguments: [
    ("=1+1", "公式"), ("＝cmd|'/c calc'", "公式"), ("-1", "公式"), ("@SUM(A1)", "公式"),
    ("此件机密★10年", "密级标志"), ("零\u{0}字节", "控制字符"), ("行\r末", "读不回"),
    (String(repeating: "长", count: 40_000), "32767"),
  ])
  func refusesAReasonThatWouldNotReadBack(_ reason: String, _ said: String) throws {
    let error = #expect(throws: CampaignFilesError.self) {
      try appended(Self.release(reason), to: Data((Self.heading + "\n").utf8))
    }
    #expect(error?.text(in: .zh).contains(said) ?? false, "\(error?.text(in: .zh) ?? "")")
    #expect(!(error?.text(in: .zh).contains("机密") ?? true))
  }

  @Test func refusesWhatHasChangedSinceItWasLoaded() throws {
    try withTemporaryFolder { folder in
      let workspace = try TrialWorkspace(in: folder)
      let campaign = try CampaignFolder.load(code("trial"), in: folder)
      let other = Data((Self.heading + "\n" + Self.old + "\n").utf8)
      try workspace.write(other, to: "schedules/trial/decisions.csv")
      #expect(throws: CampaignFilesError.self) {
        try DecisionRow.appending([], [Self.release()], to: Array(other), of: campaign)
      }
    }
  }

  @Test func aReleaseCannotBeTakenBack() throws {
    let row = Self.new.replacing("不予放行", with: "放行").replacing("D009", with: "D008")
    let error = #expect(throws: CampaignFilesError.self) {
      try appended(Self.release(), to: Data((Self.heading + "\n" + row + "\n").utf8))
    }
    #expect(error?.text(in: .zh).contains("第2行已经放行") ?? false)
  }

  @Test(arguments: [
    ("", "D001"), ("D008", "D009"), ("D099", "D100"), ("2024-7", "2024-8"), ("ABC", "ABC1"),
    ("D999999999", "D1000000000"),
  ])
  func numbersOnFromTheLastRow(_ last: String, _ next: String) throws {
    try withTemporaryFolder { folder in
      let workspace = try TrialWorkspace(in: folder)
      let row = last.isEmpty ? "" : Self.old.replacing("D008", with: last) + "\n"
      try workspace.write(Self.heading + "\n" + row, to: "schedules/trial/decisions.csv")
      let campaign = try CampaignFolder.load(code("trial"), in: folder)
      #expect(DecisionRow.nextCode(of: campaign) == code(next))
    }
  }

  private func gb18030(_ text: String) -> Data? {
    text.data(using: String.Encoding(rawValue: 0x8000_0632))
  }
}
