/// One submission judged twice: as recorded, and under other rules.
package struct Rejudgement: Hashable, Sendable {
  package let before: Receipt
  package let after: Receipt
  /// What only the later judgement finds, in the order of the rules.
  package let added: [Remark]
  /// What only the recorded one found.
  package let gone: [Remark]

  /// A finding without its words: those may quote the report, and change with our wording.
  package struct Remark: Hashable, Comparable, Sendable {
    package let rule: RuleCode
    package let severity: Severity
    /// Nil where one of the verdicts is quarantine: a place may name what the sender wrote.
    package let place: Place?

    package static func < (left: Self, right: Self) -> Bool {
      (left.rule.rawValue, left.severity.rawValue, left.order)
        < (right.rule.rawValue, right.severity.rawValue, right.order)
    }

    private var order: String { place.map { "\($0.line) \($0.column) \($0.pointer)" } ?? "" }
  }

  package init(before: Receipt, after: Receipt) {
    self.before = before
    self.after = after
    let isGuarded = before.verdict == .quarantined || after.verdict == .quarantined
    let (old, new) = (Self.remarks(before, isGuarded), Self.remarks(after, isGuarded))
    added = Self.surplus(of: new, over: old)
    gone = Self.surplus(of: old, over: new)
  }

  package var differs: Bool {
    before.verdict != after.verdict || before.week != after.week || !added.isEmpty || !gone.isEmpty
  }

  /// Whether nothing of what the sender wrote may be shown, not even the name.
  package var isGuarded: Bool {
    before.verdict == .quarantined || after.verdict == .quarantined
  }

  private static func remarks(_ receipt: Receipt, _ isGuarded: Bool) -> [Remark] {
    receipt.findings.map {
      Remark(rule: $0.rule, severity: $0.severity, place: isGuarded ? nil : $0.place)
    }
  }

  /// The same remark made twice is two remarks.
  private static func surplus(of remarks: [Remark], over others: [Remark]) -> [Remark] {
    var left = Dictionary(others.map { ($0, 1) }, uniquingKeysWith: +)
    return remarks.filter { remark in
      guard let count = left[remark], count > 0 else { return true }
      left[remark] = count - 1
      return false
    }.sorted()
  }
}

/// What judging one week again comes to.
package struct Replay: Hashable, Sendable {
  package let campaign: Code
  package let week: Week
  /// How many submissions were judged again.
  package let judged: Int
  /// Those judged otherwise, by arrival.
  package let changed: [Rejudgement]
  /// What the summary of the week would read otherwise.
  package let figures: [EditionFacts.Change]

  package init(
    campaign: Code, week: Week, judged: Int, changed: [Rejudgement], figures: [EditionFacts.Change]
  ) {
    self.campaign = campaign
    self.week = week
    self.judged = judged
    self.changed = changed
    self.figures = figures
  }

  package var differs: Bool { !changed.isEmpty || !figures.isEmpty }
}
