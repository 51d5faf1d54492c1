/// 勾稽: whether the figures of a summary add up, before anybody is shown them.
///
/// Parts sum to wholes, subsets do not exceed, and last week with its changes gives this week. Each sum is
/// taken another way than the figure was, so that a mistake in either shows.
package func crossFooting(_ summary: WeekSummary) -> [CrossFootingFault] {
  CrossFooting(summary).faults
}

/// Two numbers that should be one, or a part larger than its whole.
package struct CrossFootingFault: Hashable, Sendable {
  /// The figure, by its stable name: `measures.completed`.
  package let figure: String
  package let message: Bilingual

  package init(figure: String, message: Bilingual) {
    self.figure = figure
    self.message = message
  }
}

private struct CrossFooting {
  private let summary: WeekSummary
  private(set) var faults: [CrossFootingFault] = []

  init(_ summary: WeekSummary) {
    self.summary = summary
    checkMembers()
    checkWholes()
    checkAspects()
    checkUnits()
    checkOutcomes()
    checkWeeks()
  }

  private func count(_ id: String) -> Int {
    guard case .count(let count, _)? = summary.figure(Figure.ID(id))?.value else { return 0 }
    return count
  }

  /// A figure is the number of the rows behind it, each once.
  private mutating func checkMembers() {
    // Outcomes count what units add up, and 预防措施 stand under the problem they are for.
    for figure in summary.figures
    where !figure.id.text.hasPrefix("outcomes.") && figure.id != "common.preventive" {
      guard case .count(let count, _) = figure.value else { continue }
      expect(figure.id.text, count, equals: Set(figure.members).count, "列出的行", "the rows listed")
    }
  }

  private mutating func checkWholes() {
    let wholes = [
      ("items.total", ["items.completed", "items.in-progress", "items.not-started"]),
      ("measures.total", ["measures.completed", "measures.in-progress", "measures.not-started"]),
      ("common.total", ["common.not-applicable", "common.covered", "common.clear"]),
      ("reports.received", ["reports.on-time", "reports.zero", "reports.late"]),
      (
        "reports.expected",
        ["reports.received"]
          + UnitWeek.State.allCases.filter { !$0.hasReport && $0 != .exempt }
          .map { "reports.\($0.rawValue)" }
      ),
    ]
    for (whole, parts) in wholes {
      expect(
        whole, count(whole), equals: parts.reduce(0) { $0 + count($1) }, "各分项之和",
        "the sum of its parts")
    }
    for (part, whole) in [
      ("measures.closed", "measures.completed"), ("measures.overdue", "measures.total"),
      ("measures.due-soon", "measures.total"), ("measures.stale", "measures.total"),
    ] where count(part) > count(whole) {
      fault(part, count(part), "多于 \(whole)", "is more than \(whole)", count(whole))
    }
  }

  private mutating func checkAspects() {
    func sum(_ value: (AspectProgress) -> Int) -> Int {
      summary.aspects.reduce(0) { $0 + value($1) }
    }
    let sums = [
      ("measures.total", sum(\.measures.total)), ("measures.completed", sum(\.measures.done)),
      ("measures.closed", sum(\.measures.closed)), ("measures.overdue", sum(\.measures.overdue)),
      ("measures.in-progress", sum(\.measures.inProgress)),
      ("measures.not-started", sum(\.measures.notStarted)), ("items.total", sum(\.items)),
      ("items.completed", sum(\.itemsDone)),
    ]
    for (id, sum) in sums { expect(id, count(id), equals: sum, "各方面之和", "the sum of the aspects") }
  }

  private mutating func checkUnits() {
    let measures = summary.units.map(\.measures)
    for (id, value) in [
      ("measures.total", \StatusCounts.total), ("measures.completed", \.done),
      ("measures.closed", \.closed), ("measures.overdue", \.overdue),
    ] {
      expect(
        id, count(id), equals: measures.reduce(0) { $0 + $1[keyPath: value] }, "各单位之和",
        "the sum of the units")
    }
  }

  /// Amounts in fen, so that nothing is lost by rounding.
  private mutating func checkOutcomes() {
    for outcome in summary.outcomes {
      let id = "outcomes.\(outcome.kind.code)"
      var (number, amount) = (0, Amount.zero)
      for part in outcome.parts {
        switch part.value {
        case .count(let value): number += value
        case .amount(let value): amount = amount + value
        }
      }
      switch summary.figure(Figure.ID(id))?.value {
      case .count(let total, _)?: expect(id, total, equals: number, "各单位之和", "the sum of the units")
      case .money(let total, let unit)? where total != amount:
        faults.append(
          CrossFootingFault(
            figure: id,
            message: Bilingual(
              zh: "\(id) 是 \(total.text(in: unit))，各单位之和是 \(amount.text(in: unit))",
              en: "\(id) is \(total.text(in: unit)), the sum of the units \(amount.text(in: unit))")
          ))
      default: break
      }
    }
  }

  /// 上周 + 变化 = 本周: what moved in and out of a status is the difference.
  private mutating func checkWeeks() {
    checkRegister()
    for (id, isIn) in [
      ("measures.total", { _ in true }),
      ("measures.completed", { $0 == .completed || $0 == .closed }),
      ("measures.closed", { $0 == .closed }), ("measures.in-progress", { $0 == .inProgress }),
      ("measures.not-started", { $0 == .notStarted }),
    ] as [(String, (MeasureStatus) -> Bool)] {
      guard let figure = summary.figure(Figure.ID(id)), case .count(let now, _) = figure.value,
        case .count(let before, _)? = figure.previous
      else { continue }
      let moved = summary.movements.reduce(0) { sum, movement in
        switch movement.kind {
        case .status(let from, let to): sum + (isIn(to) ? 1 : 0) - (isIn(from) ? 1 : 0)
        case .added(let to): sum + (isIn(to) ? 1 : 0)
        case .withdrawn(let from): sum - (isIn(from) ? 1 : 0)
        case .percent, .deadline, .lead, .reworded: sum
        }
      }
      expect(id, now, equals: before + moved, "上周加变化", "last week with its changes")
    }
  }

  /// 总数 - 增列 + 撤出 is what the drive began with, in every week.
  private mutating func checkRegister() {
    func began(_ value: (Figure) -> Figure.Value?) -> Int? {
      let counts = ["measures.total", "measures.added", "measures.withdrawn"].map { id -> Int? in
        guard case .count(let count, _)? = summary.figure(Figure.ID(id)).flatMap(value) else {
          return nil
        }
        return count
      }
      guard let total = counts[0], let added = counts[1], let withdrawn = counts[2] else {
        return nil
      }
      return total - added + withdrawn
    }
    guard let now = began({ $0.value }), let before = began({ $0.previous }), now != before else {
      return
    }
    fault(
      "measures.total", now, "减增列、加撤出后不等于上周的",
      "less what was added, with what was withdrawn, is not last week's",
      before)
  }

  private mutating func expect(
    _ id: String, _ value: Int, equals other: Int, _ zh: String, _ en: String
  ) {
    if value != other { fault(id, value, "不等于\(zh)", "is not \(en)", other) }
  }

  private mutating func fault(
    _ id: String, _ value: Int, _ zh: String, _ en: String, _ other: Int
  ) {
    faults.append(
      CrossFootingFault(
        figure: id,
        message: Bilingual(
          zh: "\(id) 是 \(value)，\(zh) \(other)", en: "\(id) is \(value), \(en), \(other)")))
  }
}
