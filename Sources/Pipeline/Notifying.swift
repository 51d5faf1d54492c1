import GuardedConnections
import Ledger
import Notifying
import Rectification

/// Sends what is due to the channels, at the end of a run; a failure is kept, and fails nothing.
///
/// A message is sent first and remembered as sent afterwards, so that a run cut off between the two sends
/// it twice and never not at all; its key is the same both times.
struct NotificationRun {
  let settings: CampaignSettings
  let ledger: LedgerStore
  let credentials: CredentialStore
  let asOf: Moment

  /// Failures in a row after which a channel is left in peace for this run.
  private static let failuresInARow = 2
  /// Messages of one channel in one run.
  private static let mostOfAChannel = 100

  func sendDue() throws -> Notified {
    var notified = Notified()
    let unsent = try unsentNotifications(settings, ledger)
    for channel in settings.notifications {
      let due = unsent.filter {
        $0.channel == channel.code && $0.nextAt <= asOf
          && !RetryPlan.isGivenUp(madeAt: $0.madeAt, now: asOf)
      }
      guard !due.isEmpty else { continue }
      do {
        notified += try send(due, by: channel, try credentials.secrets(for: channel.access))
      } catch let problem as CredentialProblem {
        // A run by hand may lack what the service has: its attempts are not put off by that.
        for one in due {
          try ledger.recordObstacle(to: one.id, problem.message)
          notified.failed.append(.init(one, problem.message))
        }
      }
    }
    return notified
  }

  private func send(
    _ due: [UnsentNotification], by channel: NotificationChannel, _ secrets: AccessSecrets
  ) throws -> Notified {
    var notified = Notified()
    let delivery = Delivery(networks: settings.networks)
    var failures = 0
    for one in due.prefix(Self.mostOfAChannel) where failures < Self.failuresInARow {
      let (envelope, way) = (one.envelope, channel.way)
      if let failure = try delivery.deliver(
        envelope.content, key: envelope.key, to: envelope.recipient, by: way, secrets)
      {
        failures += 1
        try ledger.recordFailure(
          of: one.id, failure.message, nextAt: RetryPlan.next(after: one.attempts + 1, at: asOf))
        notified.failed.append(.init(one, failure.message))
      } else {
        failures = 0
        try ledger.recordDelivery(of: one.id, at: asOf)
        notified.taken += 1
      }
    }
    return notified
  }
}

/// What became of the notifications that were due.
package struct Notified: Hashable, Sendable {
  /// Messages that the channels have taken.
  package internal(set) var taken = 0
  package internal(set) var failed: [FailedNotification] = []

  static func += (left: inout Self, right: Self) {
    left.taken += right.taken
    left.failed += right.failed
  }
}

/// What the office's channels still have to be told: nothing for those that it has taken out of
/// campaign.yaml since, whether channels or recipients.
func unsentNotifications(
  _ settings: CampaignSettings, _ ledger: LedgerStore
) throws -> [UnsentNotification] {
  guard !settings.notifications.isEmpty else { return [] }
  let recipients = Dictionary(
    settings.notifications.map { ($0.code, Set($0.recipients)) },
    uniquingKeysWith: { first, _ in first })
  return try ledger.unsentNotifications(in: settings.code).filter {
    recipients[$0.channel]?.contains($0.envelope.recipient) ?? false
  }
}

/// A notification that did not get through, for somebody who wants to know why.
package struct FailedNotification: Hashable, Sendable {
  package let channel: Code
  package let key: String
  package let reason: Bilingual

  init(_ one: UnsentNotification, _ reason: Bilingual) {
    (channel, key) = (one.channel, one.envelope.key)
    self.reason = reason
  }
}
