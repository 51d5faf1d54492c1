import Foundation
import Rectification
import TestSupport
import Testing

@testable import Intake

/// `notifications` of campaign.yaml, and every way to write it wrong.
struct NotificationKeysTests {
  private func sample(_ channels: String) -> SampleFiles {
    SampleFiles(
      "demo/campaign.yaml", replacing: "calendar: china",
      with: "notifications: [\(channels)]\ncalendar: china")
  }

  @Test func withoutTheKeyNobodyIsNotified() throws {
    #expect(try SampleFiles().load().settings.notifications.isEmpty)
  }

  @Test func readsAMailboxAndAWebhook() throws {
    let channels = try sample(
      """
      {channel: office, url: "smtps://mail.example.cn:465", from: zhouhui@example.cn,
       to: [bgs@example.cn, zbs.1@a-b.example.cn], basic: mail-login, authority: mail-ca,
       editions: true, from-step: urge, from-level: never},
      {channel: duty, url: "https://oa.example.cn/hooks/1", bearer: hook, units: [BM01]},
      {channel: relay, url: "smtp://relay.example.cn", encryption: none, from: a@b.cn, to: [c@d.cn],
       units: all}
      """
    ).load().settings.notifications
    #expect(channels.map(\.code.text) == ["office", "duty", "relay"])
    #expect(
      channels.map(\.way) == [
        .mail(
          url: "smtps://mail.example.cn:465", from: "zhouhui@example.cn",
          to: ["bgs@example.cn", "zbs.1@a-b.example.cn"], encryption: .required),
        .webhook(url: "https://oa.example.cn/hooks/1"),
        .mail(url: "smtp://relay.example.cn", from: "a@b.cn", to: ["c@d.cn"], encryption: .none),
      ])
    #expect(channels[0].filter == .init(fromStep: .urge, fromLevel: nil))
    #expect(channels[1].filter == .init(units: [code("BM01")]) && channels[2].filter == .init())
    #expect(channels.map(\.hearsOfEditions) == [true, false, false])
    #expect(
      channels[0].access
        == ServerAccess(login: .basic(code("mail-login")), authority: code("mail-ca")))
  }

  @Test func theExampleOfThePageIsOne() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let page = try String(
      contentsOf: root.appendingPathComponent("docs/notifications.md"), encoding: .utf8)
    let start = try #require(page.range(of: "```yaml\n"))
    let end = try #require(page.range(of: "```\n", range: start.upperBound..<page.endIndex))
    let sample = SampleFiles(
      "demo/campaign.yaml", replacing: "calendar: china",
      with: page[start.upperBound..<end.lowerBound] + "calendar: china")
    #expect(
      try sample.load().settings.notifications.map(\.code.text) == ["office", "bm02", "duty"])
  }

  private static let mail = "channel: a, url: \"smtps://m.example\", from: a@b.cn, to: [c@d.cn]"

  @Test(arguments: [
    ("{url: \"https://h.example/\"}", "缺少“notifications[1].channel”"),
    ("{channel: a}", "缺少“notifications[1].url”"),
    ("{channel: a, url: \"ftp://h.example/\"}", "不是邮件服务器或网址"),
    ("{channel: a, url: \"https://\"}", "不是邮件服务器或网址"),
    ("{channel: a, url: \"https://me:canary@h.example/\"}", "带有用户名或密码"),
    ("{channel: a, url: \"https://h.example/{unit}\"}", "不是邮件服务器或网址"),
    ("{channel: a, url: \"http://h.example/\", bearer: t}", "会在网上明文传送"),
    ("{channel: a, url: \"https://h.example/\", to: [a@b.cn]}", "只用于邮件"),
    ("{channel: a, url: \"smtps://m.example\", to: [c@d.cn]}", "缺少“notifications[1].from”"),
    ("{channel: a, url: \"smtps://m.example\", from: a@b.cn}", "缺少“notifications[1].to”"),
    ("{channel: a, url: \"smtps://m.example\", from: a@b.cn, to: []}", "是空的"),
    ("{channel: a, url: \"smtps://m.example\", from: a@b.cn, to: [c@d.cn, c@d.cn]}", "列了两次"),
    ("{channel: a, url: \"smtps://m.example\", from: \"张三 <a@b.cn>\", to: [c@d.cn]}", "不是邮件地址"),
    (
      "{channel: a, url: \"smtps://m.example\", from: a@b.cn, to: [\"c@d.cn\\r\\nBcc: x@y.z\"]}",
      "不是邮件地址"
    ),
    ("{\(mail), encryption: none}", "与 smtps:// 不合"),
    ("{\(mail.replacing("smtps", with: "smtp")), encryption: none, basic: l}", "会把凭据在网上明文传送"),
    ("{\(mail), bearer: t}", "不能用于邮件"),
    ("{\(mail), from-step: shout}", "请写：remind、urge、supervise、interview"),
    ("{\(mail), from-level: pink}", "请写：blue、yellow、orange、red、never"),
    ("{\(mail), editions: ja}", "不是 true 或 false"),
    ("{\(mail), units: [XX01]}", "不在单位名录里"),
    ("{\(mail), unit: BM01}", "没有“notifications[1].unit”这个键"),
    ("{\(mail)}, {\(mail)}", "重复"),
  ])
  func saysWhatIsWrong(_ channels: String, _ message: String) throws {
    let told = try sample(channels).told()
    #expect(told.contains { $0.contains(message) }, "\(told)")
    #expect(!told.joined().contains("canary"))
  }
}
