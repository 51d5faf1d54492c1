import Ledger
import Notifying
import Rectification

extension EditionRun {
  /// What the channels are to be told of an edition that is about to be saved; most often nothing.
  func telling(of summary: WeekSummary, _ notices: [Notice]) throws -> [NewNotification] {
    let channels = summary.settings.notifications
    guard !channels.isEmpty, summary.edition.kind != .preview else { return [] }
    let isLatest = try reading.ledger.lastEditions(in: mark.campaign).allSatisfy {
      week, _ in week <= summary.week
    }
    let numbers = Dictionary(
      notices.compactMap { notice in notice.number.map { (notice.matter.identity, $0) } },
      uniquingKeysWith: { first, _ in first })
    return try channels.compactMap { channel in
      let told = try reading.ledger.toldAlerts(by: channel.code, in: mark.campaign)
      return try channel.notification(
        of: summary, isLatest: isLatest, told: told, notices: numbers
      ).map { try sealed($0, for: channel) }
    }
  }

  private func sealed(
    _ notification: EditionNotification, for channel: NotificationChannel
  ) throws -> NewNotification {
    let envelopes: [Envelope]
    switch channel.way {
    case .mail(_, let sender, let recipients, _):
      envelopes = recipients.enumerated().map { ordinal, recipient in
        let key = "\(notification.key).\(ordinal + 1)"
        return Envelope(
          recipient: recipient, key: key,
          content: mailMessage(
            notification, key: key, from: sender, to: recipient, at: mark.asOf,
            in: reading.index.cycle.zone))
      }
    case .webhook:
      envelopes = [
        Envelope(
          recipient: "", key: notification.key,
          content: try webhookBody(notification, key: notification.key))
      ]
    }
    return NewNotification(
      channel: channel.code, told: notification.changes.map(\.alert), envelopes: envelopes,
      madeAt: mark.asOf)
  }
}
