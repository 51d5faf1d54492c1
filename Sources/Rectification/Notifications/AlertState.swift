/// How far an alert has come, as far as somebody has been notified of it.
package struct AlertState: Hashable, Sendable {
  package let identity: Alert.Identity
  /// The day it was raised: a second lapse is a second matter.
  package let since: CivilDate
  package let level: Alert.Level
  /// Nil while nothing is overdue.
  package let step: LadderStep?
  package let isOver: Bool

  package init(
    identity: Alert.Identity, since: CivilDate, level: Alert.Level, step: LadderStep?, isOver: Bool
  ) {
    self.identity = identity
    self.since = since
    self.level = level
    self.step = step
    self.isOver = isOver
  }

  package init(_ alert: Alert) {
    self.init(
      identity: alert.identity, since: alert.since, level: alert.level, step: alert.step,
      isOver: alert.life == .cleared)
  }

  /// What tells one matter from another, whatever has become of it.
  package struct Matter: Hashable, Comparable, Sendable {
    package let identity: Alert.Identity
    package let since: CivilDate

    package static func < (left: Self, right: Self) -> Bool {
      (left.identity, left.since) < (right.identity, right.since)
    }
  }

  package var matter: Matter { Matter(identity: identity, since: since) }

  package var over: AlertState {
    AlertState(identity: identity, since: since, level: level, step: step, isOver: true)
  }

  /// Whether it stands higher, on the ladder or by its level.
  func isWorse(than last: AlertState) -> Bool {
    (step?.rawValue ?? 0) > (last.step?.rawValue ?? 0) || level > last.level
  }
}
