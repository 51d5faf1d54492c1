/// What an edition states of its own week, boiled down to what a correction must own up to.
///
/// Each figure, measure, unit, outcome, alert, movement, point of the agenda and change of the register. What a page
/// says of earlier weeks beside it is theirs to correct; where a value comes from is not among the facts, for
/// the same word in another file is no news.
package struct EditionFacts: Hashable, Sendable {
  /// By a stable name: `measures.completed`, `measure.M017`, `unit.JD01`, `alert.overdue:M017`.
  ///
  /// What is usual has no entry of its own: no completion, no silent weeks.
  package let values: [String: String]

  package init(values: [String: String]) {
    self.values = values
  }

  package init(_ summary: WeekSummary) {
    var values: [String: String] = [:]
    for figure in summary.figures { values[figure.id.text] = figure.value.number }
    for row in summary.measures { values.merge(Self.facts(row.state)) { first, _ in first } }
    for unit in summary.reporting {
      values["unit.\(unit.unit)"] = unit.state.rawValue
      values["silent.\(unit.unit)"] = Self.unlessNone(unit.silentWeeks)
      values["late.\(unit.unit)"] = Self.unlessNone(unit.lateWeeks)
    }
    for change in summary.changes { values["change.\(change.code)"] = change.inWords }
    for total in summary.outcomes {
      for part in total.parts {
        values["outcome.\(total.kind.code).\(part.unit)"] = Self.text(part.value)
      }
    }
    for alert in summary.alerts where alert.life != .cleared && alert.identity.kind != .flood {
      values["alert.\(alert.identity)"] =
        "\(alert.level.rawValue) \(alert.step?.rawValue ?? 0) \(alert.since)"
    }
    for (name, moved) in Self.movements(summary) { values["moved.\(name)"] = moved }
    for (name, points) in Self.agenda(summary) { values["agenda.\(name)"] = "\(points)" }
    self.values = values
  }

  private static func facts(_ state: MeasureState) -> [String: String] {
    let code = state.measure.code
    var found = ["measure.\(code)": "\(state.status.rawValue) \(state.percent)% \(state.due.fact)"]
    found["completed.\(code)"] = state.completedOn?.description
    found["stale.\(code)"] = state.staleSince?.description
    found["unchanged.\(code)"] = unlessNone(state.unchangedWeeks)
    return found
  }

  private static func unlessNone(_ count: Int) -> String? { count == 0 ? nil : String(count) }

  private static func text(_ value: Outcome.Value) -> String {
    switch value {
    case .count(let count): String(count)
    case .amount(let amount): amount.text(in: .yuan)
    }
  }

  /// By measure, everything that moved of it.
  private static func movements(_ summary: WeekSummary) -> [String: String] {
    Dictionary(grouping: summary.movements, by: \.measure.text).mapValues { moved in
      moved.map(\.kind.fact).joined(separator: " ")
    }
  }

  /// How often a point stands on the agenda, taken or listed, by kind and what it is about.
  private static func agenda(_ summary: WeekSummary) -> [String: Int] {
    let points = (summary.agenda.items + summary.agenda.listed).map {
      "\($0.kind.rawValue).\($0.measure ?? $0.unit)"
    }
    return Dictionary(points.map { ($0, 1) }, uniquingKeysWith: +)
  }

  /// What changed from `earlier`, by name.
  package func changes(from earlier: EditionFacts) -> [Change] {
    Set(values.keys).union(earlier.values.keys).sorted().compactMap { name in
      let (before, after) = (earlier.values[name], values[name])
      return before == after ? nil : Change(name: name, before: before, after: after)
    }
  }

  /// One thing that reads otherwise than in the edition before; nil where it was not or is no more.
  package struct Change: Hashable, Sendable {
    package let name: String
    package let before: String?
    package let after: String?
  }
}

extension Movement.Kind {
  fileprivate var fact: String {
    switch self {
    case .status(let from, let to): "\(from.rawValue)→\(to.rawValue)"
    case .percent(let from, let to): "\(from)%→\(to)%"
    case .deadline(let from, let to): "\(from.fact)→\(to.fact)"
    case .added(let status): "+\(status.rawValue)"
    case .withdrawn(let status): "-\(status.rawValue)"
    case .lead(let from, let to): "\(from)→\(to)"
    case .reworded: "reworded"
    }
  }
}

extension Due {
  fileprivate var fact: String {
    switch self {
    case .day(let date): date.description
    case .standing: "—"
    case .pending: "pending"
    }
  }
}
