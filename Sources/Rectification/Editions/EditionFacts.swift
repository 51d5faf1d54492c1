/// What an edition states, boiled down to what a correction must own up to: each figure, each
/// measure's status, percent and deadline, each change of the register, each unit's reporting state.
package struct EditionFacts: Hashable, Sendable {
  /// By a stable name: `measures.completed`, `measure.M017`, `unit.JD01`.
  package let values: [String: String]

  package init(values: [String: String]) {
    self.values = values
  }

  package init(_ summary: WeekSummary) {
    var values: [String: String] = [:]
    for figure in summary.figures { values[figure.id.text] = figure.value.number }
    for row in summary.measures {
      let deadline = row.state.deadline?.description ?? "—"
      values["measure.\(row.code)"] =
        "\(row.state.status.rawValue) \(row.state.percent)% \(deadline)"
    }
    for change in summary.changes { values["change.\(change.code)"] = change.inWords }
    for unit in summary.reporting { values["unit.\(unit.unit)"] = unit.state.rawValue }
    self.values = values
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
