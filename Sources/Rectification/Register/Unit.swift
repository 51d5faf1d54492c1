/// 单位: a reporting body.
package struct Unit: Hashable, Sendable {
  package let code: Code
  package internal(set) var name: String
  package internal(set) var aliases: [Alias]
  package let parent: Code?
  package let creditCode: CreditCode?
  /// 分管领导, by post, the first step up the ladder; may be empty.
  package let leader: String
  /// The days on which the unit owes reports.
  package internal(set) var active: DateInterval
  /// 公钥; nil for a unit whose folder is proof enough.
  package let signingKey: SigningKey?

  package init(
    code: Code, name: String, aliases: [Alias], parent: Code?, creditCode: CreditCode?,
    leader: String, active: DateInterval, signingKey: SigningKey? = nil
  ) {
    self.code = code
    self.name = name
    self.aliases = aliases
    self.parent = parent
    self.creditCode = creditCode
    self.leader = leader
    self.active = active
    self.signingKey = signingKey
  }

  /// Another name of the unit, and the days on which it held.
  package struct Alias: Hashable, Sendable {
    package let name: String
    package let valid: DateInterval

    package init(name: String, valid: DateInterval) {
      self.name = name
      self.valid = valid
    }
  }
}

/// A run of days, both ends included; an end that is nil is open.
package struct DateInterval: Hashable, Sendable {
  package let first: CivilDate?
  package let last: CivilDate?

  package static let always = DateInterval(first: nil, last: nil)

  package init(first: CivilDate?, last: CivilDate?) {
    self.first = first
    self.last = last
  }

  package func contains(_ date: CivilDate) -> Bool {
    (first.map { $0 <= date } ?? true) && (last.map { date <= $0 } ?? true)
  }
}
