/// Who was heard of in one week: all that the guard against a broken intake looks at.
package struct Turnout: Hashable, Codable, Sendable {
  package let week: Week
  /// Units of which a report was accepted.
  package let reported: Set<Code>
  /// Units of which anything came, whatever became of it.
  package let heard: Set<Code>
  package let exempt: Set<Code>

  package init(week: Week, reported: Set<Code>, heard: Set<Code>, exempt: Set<Code>) {
    self.week = week
    self.reported = reported
    self.heard = heard
    self.exempt = exempt
  }
}

/// So many units that reported last have sent nothing that the fault may be on our side.
package struct GoneUnits: Hashable, Codable, Sendable {
  package let week: Week
  /// The week compared with: the last one before it that was not held back itself.
  package let comparedWith: Week
  /// Units that reported then, owe a report now and have sent nothing.
  package let gone: Set<Code>
  /// How many reported then and owe a report now.
  package let expected: Int
  /// The configured percentage that `gone` is above.
  package let limit: Int
  /// What lets the week be issued all the same; nil while nothing does.
  package let order: IssueOrder?

  /// Fewer are a matter of those units, not of the intake, however few there are in all.
  package static let fewest = 3

  package var isHeld: Bool { order == nil }
}

extension GoneUnits {
  /// What holds a week back, held against the last week before it that was not held back itself; nil when
  /// nothing does.
  ///
  /// A week that is held back is nothing to compare the next with: else a broken intake would hold one
  /// week, and be taken for normal from the second on. `order` is what lets this week be issued.
  package init?(_ now: Turnout, comparedWith base: Turnout, limit: Int, order: IssueOrder?) {
    let expected = base.reported.subtracting(now.exempt)
    let gone = expected.subtracting(now.heard)
    guard gone.count >= Self.fewest, gone.count * 100 > limit * expected.count else { return nil }
    self.init(
      week: now.week, comparedWith: base.week, gone: gone, expected: expected.count, limit: limit,
      order: order)
  }

  /// Why there is no issue and what to do about it, or by whose word there is one.
  package var message: Bilingual {
    let facts = Bilingual(
      zh: "\(comparedWith) 报送的 \(expected) 家单位中，\(gone.count) 家 \(week) 没有任何报送",
      en: "of \(expected) units that reported for \(comparedWith), \(gone.count) have sent nothing "
        + "for \(week)")
    if let order {
      return Bilingual(
        zh: "\(facts.zh)；依决定 \(order.code) 照发（\(order.decidedBy)：\(order.reason)）。",
        en: "\(facts.en); issued by decision \(order.code) (\(order.decidedBy): \(order.reason)).")
    }
    return Bilingual(
      zh: "\(facts.zh)，超过 \(limit)%（guards.units-gone），疑为收报不正常，只出预览，不出正式期次。"
        + "请先查收件夹和报送地址；确实没有报的，在 decisions.csv 添一行“\(IssueOrder.word)”，“周”填 \(week)，写明理由，下次运行即出正式期次。",
      en:
        "\(facts.en), more than \(limit) % (guards.units-gone): the intake may be broken, so this "
        + "is a preview and no issue. Look at the inbox and the sources; if they really have not "
        + "reported, add a row \(IssueOrder.word) with the week \(week) and a reason to "
        + "decisions.csv, and the next run issues it.")
  }
}
