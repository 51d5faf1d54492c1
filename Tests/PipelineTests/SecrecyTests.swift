import Files
import Foundation
import Intake
import Pipeline
import Rectification
import TestSupport
import Testing

/// What bears a secrecy mark leaves a fact, a time and a hash behind, and nothing else.
struct SecrecyTests {
  /// Stands beside every mark, and must turn up nowhere.
  private static let canary = "金丝雀七号线路"
  private static let asOf = moment("2024-01-12 12:05")

  private static func report(_ progress: String) -> String {
    String(decoding: TrialWorkspace.report(progress: progress), as: UTF8.self)
  }

  private static let files: [(name: String, bytes: Data)] = [
    ("plain.json", Data(report("机密★10年 \(canary)").utf8)),
    ("escaped.json", Data(report("\\u673a\\n\\u5bc6 \\u2605 \(canary)").utf8)),
    ("broken.json", Data(report("秘密★ \(canary)").utf8.dropLast(20))),
    ("damaged.json", Data(report("内部资料 \(canary)").utf8) + Data([0xFF, 0xFE])),
    ("unknown-name.json", Data("{\"format\": 1, \"绝密★\(canary)\": 2}".utf8)),
    ("pieces.xml", Data(xml("机<!-- -->密<![CDATA[★]]>\(canary)").utf8)),
    ("comment.xml", Data(xml("<!-- 秘密★1年 \(canary) -->").utf8)),
    ("note.txt", Data("此件为内部 资料 \(canary)".utf8)),
    ("word.json", Data(report("工作秘密 \(canary)").utf8)),
    ("机密★\(canary).json", Data(report("召开专题会").utf8)),
  ]

  private static func xml(_ progress: String) -> String {
    """
    <weeklyReport xmlns="urn:zhouhui:weekly-report:1"><entries><entry>\
    <progress>\(progress)</progress></entry></entries></weeklyReport>
    """
  }

  private func run(_ workspace: TrialWorkspace, at moment: Moment = asOf) throws -> RunReport {
    let place = Workspace(root: workspace.path)
    let campaign = try CampaignSnapshot(code("trial"), in: place)
    return try runLocked(
      campaign, in: place, asOf: moment, isDryRun: false, note: "test", progress: { _ in })
  }

  private func marked(_ folder: URL) throws -> TrialWorkspace {
    let workspace = try TrialWorkspace(in: folder)
    try workspace.write(
      workspace.text("schedules/trial/campaign.yaml") + "secrecy-words: [工作秘密]\n",
      to: "schedules/trial/campaign.yaml")
    return workspace
  }

  @Test func quarantinesEveryFormAndEchoesNothing() throws {
    try withTemporaryFolder { folder in
      let workspace = try marked(folder)
      for (name, bytes) in Self.files { try workspace.drop(bytes, from: "JD01", as: name) }
      let gbk = try #require(gb18030(Self.report("机密★ \(Self.canary)")))
      try workspace.drop(gbk, from: "JD01", as: "gbk.json")
      try workspace.drop(gbk + Data([0xFF]), from: "JD01", as: "gbk-damaged.json")
      try workspace.drop(Data(), from: "JD01", as: ".机密★\(Self.canary).part")
      let report = try run(workspace)
      #expect(report.verdicts == [.quarantined: Self.files.count + 2])
      #expect(!"\(report.passedOver)".contains(Self.canary))
      // What is kept for the office to decide on is nobody else's to read.
      let mode = try FileManager.default.attributesOfItem(
        atPath: workspace.path + "/ledger")[.posixPermissions]
      #expect(mode as? Int == 0o700)
      let written = workspace.files(below: "outbox")
      #expect(
        written.filter { $0.contains("/receipts/") && $0.hasSuffix(".html") }.count
          == Self.files.count + 2)
      for name in written {
        let text = try workspace.text("outbox/\(name)")
        for word in [Self.canary, "机密", "绝密", "工作秘密"] {
          #expect(!text.contains(word) && !name.contains(word), "\(name): \(word)")
        }
      }
      for name in ["zhouhui.sqlite", "zhouhui.sqlite-wal"] {
        let ledger = folder.appendingPathComponent("ledger/\(name)")
        guard let bytes = try? Data(contentsOf: ledger) else { continue }
        #expect(bytes.range(of: Data(Self.canary.utf8)) == nil, "\(name)")
      }
      #expect(try workspace.text("outbox/trial/2024-W02/reporting.csv").contains("隔离"))
    }
  }

  @Test func aDecisionWithAReasonReleasesIt() throws {
    try withTemporaryFolder { folder in
      let workspace = try marked(folder)
      let bytes = Data(Self.report("学习《关于印发内部资料管理办法的通知》").utf8)
      try workspace.drop(bytes, from: "JD01", as: "w02.json")
      #expect(try run(workspace).verdicts == [.quarantined: 1])
      let digest = try Digesting.digest(of: Array(bytes)).hex
      try workspace.write(
        """
        决定编号,作出时间,决定,措施编号,新时限,报送,理由,依据,作出人
        D1,2024-01-12 15:00,放行,,,\(digest.prefix(16)),引用的是公开文件名,,办公室主任
        D2,2024-01-12 15:00,放行,,,\(String(repeating: "e", count: 12)),写错了,,办公室主任

        """, to: "schedules/trial/decisions.csv")
      #expect(try run(workspace, at: moment("2024-01-12 14:59")).released == 0)
      let report = try run(workspace, at: moment("2024-01-12 16:00"))
      #expect(report.released == 1 && report.idleReleases.map(\.code) == [code("D2")])
      #expect(report.editions.map(\.edition.zh).contains { $0.contains("更正") })
      let receipt = try workspace.text(
        "outbox/trial/2024-W02/receipts/JD01/2024-W02-\(digest.prefix(12)).html")
      #expect(receipt.contains("w02.json") && !receipt.contains("隔离"))
      let again = try run(workspace, at: moment("2024-01-12 17:00"))
      #expect(again.released == 0 && again.editions.isEmpty)
    }
  }

  @Test(arguments: [
    ("register.csv", "措施", "机密★措施"), ("units.csv", "示例街道一", "示例街道一秘密★1年"),
    ("campaign.yaml", "示例整改专项", "示例内部资料"), ("campaign.yaml", "title:", "# 绝密★\ntitle:"),
    ("campaign.yaml", "示例整改专项", "\"示例工作\\u79d8\\u5bc6\""),
    ("decisions.csv", "作出人\n", "作出人\nD1,2024-01-10 10:00,退回,M1,,工作秘密,,办公室\n"),
  ])
  func theCampaignsOwnFilesAreGatedToo(_ file: String, _ old: String, _ new: String) throws {
    try withTemporaryFolder { folder in
      let workspace = try marked(folder)
      let name = "schedules/trial/\(file)"
      let text = try workspace.text(name)
      let range = try #require(text.range(of: old))
      try workspace.write(text.replacingCharacters(in: range, with: new), to: name)
      let error = #expect(throws: CampaignFilesError.self) {
        try CampaignFolder.load(code("trial"), in: folder)
      }
      let told = error?.text(in: .zh) ?? ""
      #expect(told.contains("\(file):") && told.contains("密级标志"))
      for word in ["机密", "绝密", "秘密★", "工作秘密", "示例街道一秘密"] {
        #expect(!told.contains(word), "\(told)")
      }
    }
  }

  private func gb18030(_ text: String) -> Data? {
    text.data(using: String.Encoding(rawValue: 0x8000_0632))
  }
}
