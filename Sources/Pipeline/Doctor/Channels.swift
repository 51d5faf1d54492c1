import Foundation
import Ledger
import Rectification

/// Whether the channels can be reached, and what has not got through to them; nothing is sent.
func notifications(
  of campaigns: [Campaign], in workspace: Workspace, now: Moment
) -> [Diagnosis] {
  campaigns.flatMap { campaign in
    campaign.settings.notifications.compactMap(server)
      + stuck(campaign.settings, in: workspace, now: now)
  }
}

private func server(of channel: NotificationChannel) -> Diagnosis? {
  let url =
    switch channel.way {
    case .mail(let url, _, _, _): url
    case .webhook(let url): url
    }
  guard let parts = URLComponents(string: url), let host = parts.host else { return nil }
  let usual = ["smtp": 25, "smtps": 465, "http": 80]
  let port = parts.port ?? usual[parts.scheme ?? ""] ?? 443
  return reach(host, port: port, as: "\(channel.code) \(host):\(port)", .notification)
}

private func stuck(
  _ settings: CampaignSettings, in workspace: Workspace, now: Moment
) -> [Diagnosis] {
  let unsent: [UnsentNotification]
  do {
    unsent = try unsentNotifications(settings, readLedger(of: workspace))
  } catch {
    // The clock's check reports the ledger that cannot be opened.
    return []
  }
  return unsent.filter { $0.failure != Bilingual(zh: "", en: "") }.map { one in
    let isOver = RetryPlan.isGivenUp(madeAt: one.madeAt, now: now)
    let key = one.envelope.key
    return .ill(
      .notification, key,
      Bilingual(
        zh: "试过 \(one.attempts) 次，没有送达\(isOver ? "，不再重试" : "")：\(one.failure.zh)",
        en: "not delivered in \(one.attempts) attempts\(isOver ? ", given up" : ""): "
          + one.failure.en),
      remedy: Bilingual(
        zh: "请查 campaign.yaml 的 notifications、凭据和服务器；改好后下次运行自动补发（7 天内）",
        en:
          "see notifications in campaign.yaml, the credential and the server; the next run sends it again, for seven days"
      ))
  }
}
