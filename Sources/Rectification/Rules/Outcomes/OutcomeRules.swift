/// An outcome of a kind that the campaign does not count.
@Sendable func unknownOutcome(_ context: CheckContext) -> [Finding] {
  context.report.outcomes.compactMap { outcome in
    guard context.index.outcomeKinds[outcome.kind] == nil else { return nil }
    let near = suggestion(
      nearest(to: outcome.kind.text, among: context.settings.outcomeKinds.map(\.code.text)))
    return Finding(
      .unknownOutcome, at: outcome.place,
      Bilingual(
        zh: "成效种类“\(outcome.kind)”不在本专项的种类中" + near.zh,
        en: "outcome kind \(outcome.kind) is not one of the campaign's" + near.en),
      remedy: Bilingual(
        zh: "可用的种类：" + context.settings.outcomeKinds.map(\.code.text).joined(separator: "、"),
        en: "the kinds are "
          + context.settings.outcomeKinds.map(\.code.text).joined(separator: ", ")))
  }
}

/// A count where a sum is due, or a sum where a count is; or one kind given twice.
@Sendable func outcomeMeasure(_ context: CheckContext) -> [Finding] {
  var seen: Set<Code> = []
  return context.report.outcomes.compactMap { outcome in
    guard let kind = context.index.outcomeKinds[outcome.kind] else { return nil }
    let isDouble = !seen.insert(outcome.kind).inserted
    let wantsMoney = if case .money = kind.measure { true } else { false }
    let hasMoney = if case .amount = outcome.value { true } else { false }
    guard isDouble || wantsMoney != hasMoney else { return nil }
    return Finding(
      .badAmount, at: outcome.place,
      isDouble
        ? Bilingual(zh: "成效“\(kind.name)”报了两次", en: "outcome \(kind.code) is given twice")
        : Bilingual(
          zh: "成效“\(kind.name)”应报\(wantsMoney ? "金额" : "件数")",
          en: "outcome \(kind.code) takes \(wantsMoney ? "an amount" : "a count")"),
      remedy: Bilingual(
        zh: wantsMoney ? "填 amount 和 amountUnit，每种一条" : "填 count，每种一条",
        en: wantsMoney ? "give amount and amountUnit, once" : "give count, once"))
  }
}

/// An outcome below zero.
@Sendable func negativeOutcome(_ context: CheckContext) -> [Finding] {
  context.report.outcomes.compactMap { outcome in
    guard outcome.value.isNegative else { return nil }
    return Finding(
      .negativeOutcome, at: outcome.place,
      Bilingual(
        zh: "成效“\(outcome.kind)”是负数：\(outcome.value.written)",
        en: "outcome \(outcome.kind) is below zero: \(outcome.value.written)"),
      remedy: Bilingual(zh: "成效按累计数填报，不小于 0", en: "outcomes are running totals, 0 or more"))
  }
}

/// A running total is less than the unit last reported.
@Sendable func totalFell(_ context: CheckContext) -> [Finding] {
  context.report.outcomes.compactMap { outcome in
    guard let (report, earlier) = context.history.lastOutcome(of: outcome.kind),
      outcome.value.isLess(than: earlier.value)
    else { return nil }
    return Finding(
      .totalFell, at: outcome.place,
      Bilingual(
        zh:
          "成效“\(outcome.kind)”的累计数由 \(earlier.value.written) 降为 \(outcome.value.written)；对照 \(context.cite(report).zh)",
        en:
          "the running total of \(outcome.kind) fell from \(earlier.value.written) to \(outcome.value.written); compare \(context.cite(report).en)"
      ),
      remedy: Bilingual(
        zh: "核对累计数；更正以前错报的，无需改报", en: "check the total; nothing to mend when it corrects one"))
  }
}

extension Outcome.Value {
  fileprivate var written: String {
    switch self {
    case .count(let count): "\(count)"
    case .amount(let amount): amount.text(in: .tenThousandYuan) + MoneyUnit.tenThousandYuan.rawValue
    }
  }

  fileprivate var isNegative: Bool {
    switch self {
    case .count(let count): count < 0
    case .amount(let amount): amount < .zero
    }
  }

  fileprivate func isLess(than other: Self) -> Bool {
    switch (self, other) {
    case (.count(let now), .count(let before)): now < before
    case (.amount(let now), .amount(let before)): now < before
    default: false
    }
  }
}
