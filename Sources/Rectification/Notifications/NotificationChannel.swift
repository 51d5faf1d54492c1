/// Where the office has itself notified: a mailbox or two, or a program that takes a webhook.
package struct NotificationChannel: Hashable, Sendable {
  package let code: Code
  package let way: Way
  package let access: ServerAccess
  /// Which alerts it hears of.
  package let filter: AlertFilter
  /// Whether it hears of every issue and correction as well, with the counts of the week.
  package let hearsOfEditions: Bool

  package enum Way: Hashable, Sendable {
    /// RFC 5321: one message to each recipient.
    case mail(url: String, from: String, to: [String], encryption: Encryption)
    /// One POST with a JSON object.
    case webhook(url: String)
  }

  /// How a connection to an `smtp://` server is made private; `smtps://` always is.
  package enum Encryption: String, CaseIterable, Sendable {
    /// STARTTLS, or nothing is sent.
    case required
    case none
  }

  /// An alert passes that is as bad as one of the two, and about one of the units.
  package struct AlertFilter: Hashable, Sendable {
    /// From this step of the ladder on.
    package var fromStep: LadderStep
    /// From this level on, for alerts that are on no step; nil when those are not heard of.
    package var fromLevel: Alert.Level?
    /// Nil for all units.
    package var units: Set<Code>?

    package init(
      fromStep: LadderStep = .remind, fromLevel: Alert.Level? = .orange, units: Set<Code>? = nil
    ) {
      self.fromStep = fromStep
      self.fromLevel = fromLevel
      self.units = units
    }
  }

  package init(
    code: Code, way: Way, access: ServerAccess = ServerAccess(),
    filter: AlertFilter = AlertFilter(), hearsOfEditions: Bool = false
  ) {
    self.code = code
    self.way = way
    self.access = access
    self.filter = filter
    self.hearsOfEditions = hearsOfEditions
  }

  /// The addresses that get a message each; a webhook is one without an address.
  package var recipients: [String] {
    switch way {
    case .mail(_, _, let to, _): to
    case .webhook: [""]
    }
  }
}
