import Rectification

/// What summary.docx and agenda.docx are made of.
struct WeekPaper {
  let summary: WeekSummary
  let rows: [Code: MeasureRow]
  /// The worst standing alert of each kind and subject.
  let alerts: [Alert.Identity: Alert]

  init(_ summary: WeekSummary) {
    self.summary = summary
    rows = firstOfEach(summary.measures.map { ($0.code, $0) })
    alerts = firstOfEach(
      summary.alerts.filter { $0.life != .cleared }.map { ($0.identity, $0) })
  }

  var zone: ZoneOffset { summary.settings.zone }
  var day: CivilDate { summary.edition.referenceDate }

  func count(_ id: Figure.ID) -> String { summary.figure(id)?.value.number ?? "0" }

  func names(of units: [Code]) -> String {
    units.isEmpty ? "—" : units.map(summary.name).joined(separator: "、")
  }

  func text(of measure: Code) -> String {
    let withdrawn = summary.withdrawn.first { $0.state.measure.code == measure }
    return (rows[measure]?.state ?? withdrawn?.state)?.measure.text ?? ""
  }

  var overdue: [MeasureRow] { summary.measuresOverdue }

  /// Reports of other units are in other sentences; what only looks near is no progress.
  var changedFigures: [Figure] {
    summary.figures.filter { figure in
      let id = figure.id.text
      return (id.hasPrefix("measures.") || id.hasPrefix("outcomes.") || id.hasPrefix("items."))
        && figure.id != "measures.due-soon" && figure.id != "measures.stale"
        && figure.change.map { $0 != "0" } ?? false
    }
  }

  /// The states that some unit is in.
  func groups(_ states: [UnitWeek.State]) -> [ReportingGroup] {
    states.compactMap { state in
      let units = summary.reporting.filter { $0.state == state }.map(\.unit)
      return units.isEmpty ? nil : ReportingGroup(state: state, units: units, paper: self)
    }
  }

  /// Days ahead that count as near.
  var horizon: Int { summary.settings.thresholds.dueSoonDays.max() ?? 0 }

  var dueSoon: [MeasureRow] {
    summary.measures.filter { ($0.daysLeft ?? .max) <= horizon }
      .sorted { ($0.daysLeft ?? 0, $0.code) < ($1.daysLeft ?? 0, $1.code) }
  }

  /// What needs a talk of its own; matters of form have lists.
  var points: [NumberedPoint] { numbered { !$0.isRoutine } }
  var closeOuts: [NumberedPoint] { numbered { $0 == .closeOut } }
  var secondLooks: [NumberedPoint] { numbered { $0 == .secondLook } }

  private func numbered(_ isChosen: (AgendaItem.Kind) -> Bool) -> [NumberedPoint] {
    summary.agenda.items.filter { isChosen($0.kind) }.enumerated()
      .map { NumberedPoint(number: $0 + 1, point: $1, paper: self) }
  }

  /// Units the meeting needs: those with a point of their own, and those wanted.
  var participants: [Code] {
    var seen: Set<Code> = []
    return summary.agenda.items.flatMap { [$0.unit] + $0.unitsWanted }
      .filter { seen.insert($0).inserted }
  }

  /// Status, then deadlines; mere percentages are too many for a page.
  var movements: [Movement] {
    summary.weightiestMovements.filter {
      if case .percent = $0.kind { false } else { true }
    }
  }
}

/// A point of the agenda with its place in it.
struct NumberedPoint {
  let number: Int
  let point: AgendaItem
  let paper: WeekPaper

  var state: MeasureState? { point.measure.flatMap { paper.rows[$0]?.state } }
}
