import Foundation
import Rectification

/// A notification as a JSON object, for programs; the keys are stable.
package func webhookBody(_ notification: EditionNotification, key: String) throws -> [UInt8] {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  return Array(try encoder.encode(Written(notification, key: key)))
}

private struct Written: Encodable {
  let format = "zhouhui-notification"
  let version = 1
  let id, subject, campaign, week, edition: String
  let counts: [String: Int]
  let alerts: [Alert]
  /// Alerts beyond those listed.
  let more: Int

  struct Alert: Encodable {
    let change, kind, subject, level, since: String
    let unit, step, notice: String?
  }

  init(_ notification: EditionNotification, key: String) {
    id = key
    subject = notification.subject
    campaign = notification.campaign.text
    week = notification.week.description
    edition = notification.editionCode
    counts = Dictionary(
      notification.counts.map { ($0.figure.text, $0.value) },
      uniquingKeysWith: { first, _ in first }
    )
    alerts = notification.changes.prefix(EditionNotification.listed).map { change in
      Alert(
        change: change.kind.rawValue, kind: change.alert.identity.kind.rawValue,
        subject: change.alert.identity.subject.text, level: change.alert.level.rawValue,
        since: change.alert.since.description, unit: change.unit?.text,
        step: change.alert.step.map { "\($0)" },
        notice: change.notice.map { "\($0.year)-\($0.ordinal)" })
    }
    more = max(0, notification.changes.count - EditionNotification.listed)
  }
}
