/// 催办单、督办通知单: what a unit is sent when an overdue measure reaches a step from 催办 on.
///
/// One matter a notice, and one notice a step: the next run, and the next week at the same step, send
/// none again.
package struct Notice: Hashable, Sendable {
  package let matter: Matter
  /// What it was sent for, as it stood in the week it was sent.
  package let alert: Alert
  /// 编号; nil in a preview, which sends nothing.
  package let number: Number?

  /// What tells one notice from another.
  package struct Matter: Hashable, Sendable {
    package let identity: Alert.Identity
    /// The day the alert was raised, so that a second lapse is a second matter.
    package let since: CivilDate
    package let step: LadderStep

    package init(identity: Alert.Identity, since: CivilDate, step: LadderStep) {
      self.identity = identity
      self.since = since
      self.step = step
    }

    /// Nil for an alert that no notice is sent for: nothing is overdue, or 提醒 will do.
    package init?(_ alert: Alert) {
      guard alert.identity.kind == .overdue, alert.life != .cleared, let step = alert.step,
        step >= .urge
      else { return nil }
      self.init(identity: alert.identity, since: alert.since, step: step)
    }
  }

  /// 〔2024〕3号: one sequence a year.
  package struct Number: Hashable, Comparable, Sendable {
    package let year: Int
    package let ordinal: Int

    package init(year: Int, ordinal: Int) {
      self.year = year
      self.ordinal = ordinal
    }

    package static func < (left: Self, right: Self) -> Bool {
      (left.year, left.ordinal) < (right.year, right.ordinal)
    }
  }

  package init(matter: Matter, alert: Alert, number: Number?) {
    self.matter = matter
    self.alert = alert
    self.number = number
  }
}
