/// What reads otherwise in one summary than in another: of two weeks, or of one week known better.
///
/// Everything is in the order of the later summary, and what only the earlier one has comes last.
package struct WeekDifference: Hashable, Sendable {
  package let from: Side
  package let to: Side
  package let figures: [FigureChange]
  package let measures: [MeasureChange]
  package let units: [UnitChange]
  /// 变动记录 that count in the later summary and not yet in the earlier one.
  package let registerChanges: [RegisterChange]
  /// Those that counted and do not any more: rows taken back.
  package let registerChangesGone: [RegisterChange]
  package let alerts: [AlertChange]

  /// Which state of which week one side is.
  package struct Side: Hashable, Sendable {
    package let week: Week
    package let referenceDate: CivilDate
    package let latestInput: Moment?

    init(_ summary: WeekSummary) {
      week = summary.week
      referenceDate = summary.edition.referenceDate
      latestInput = summary.edition.latestInput
    }
  }

  package struct FigureChange: Hashable, Sendable {
    package let id: Figure.ID
    package let name: Bilingual
    /// Nil where the summary has no such figure.
    package let from: Figure.Value?
    package let to: Figure.Value?
  }

  package struct MeasureChange: Hashable, Sendable {
    package let measure: Code
    /// As the later summary has it, or the earlier where it is out of the later.
    package let text: String
    package let fields: [Field]
  }

  package enum Field: Hashable, Sendable {
    /// Counted in the later summary alone; what it has come to.
    case added(MeasureStatus, percent: Int)
    /// Counted in the earlier summary alone; what it had come to.
    case gone(MeasureStatus, percent: Int)
    case status(from: MeasureStatus, to: MeasureStatus)
    case percent(from: Int, to: Int)
    case deadline(from: Due, to: Due)
    case lead(from: Code, to: Code)
    case supporters(from: [Code], to: [Code])
    case leader(from: String, to: String)
    case text(from: String, to: String)
  }

  package struct UnitChange: Hashable, Sendable {
    package let unit: Code
    package let from: UnitWeek.State?
    package let to: UnitWeek.State?
  }

  package struct AlertChange: Hashable, Sendable {
    package let kind: Kind
    /// As the later summary has it, or the earlier where it is over.
    package let alert: Alert
    /// What it was before, where it was.
    package let before: Alert?

    package enum Kind: String, CaseIterable, Sendable {
      case raised, changed, cleared

      package var name: Bilingual {
        switch self {
        case .raised: Bilingual(zh: "新增", en: "raised")
        case .changed: Bilingual(zh: "变级", en: "changed")
        case .cleared: Bilingual(zh: "解除", en: "cleared")
        }
      }
    }
  }

  package var isEmpty: Bool {
    figures.isEmpty && measures.isEmpty && units.isEmpty && registerChanges.isEmpty
      && registerChangesGone.isEmpty && alerts.isEmpty
  }

  package init(from: WeekSummary, to: WeekSummary) {
    self.from = Side(from)
    self.to = Side(to)
    figures = figureChanges(from, to)
    measures = measureChanges(from.measures.map(\.state), to.measures.map(\.state))
    units = unitChanges(from.reporting, to.reporting)
    registerChanges = to.changes.filter { !from.changes.contains($0) }
    registerChangesGone = from.changes.filter { !to.changes.contains($0) }
    alerts = alertChanges(from.alerts, to.alerts)
  }
}

/// Pairs of two lists by key: those of the later one in its order, then those it has lost.
private func paired<Value, Key: Hashable>(
  _ before: [Value], _ after: [Value], by key: (Value) -> Key
) -> [(Value?, Value?)] {
  let (old, new) = (keyed(before, by: key), keyed(after, by: key))
  return after.map { (old[key($0)], $0) }
    + before.filter { new[key($0)] == nil }.map { ($0, nil) }
}

private func figureChanges(_ from: WeekSummary, _ to: WeekSummary)
  -> [WeekDifference.FigureChange]
{
  paired(from.figures, to.figures, by: \.id).compactMap { before, after in
    guard let named = after ?? before, before?.value != after?.value else { return nil }
    return .init(id: named.id, name: named.name, from: before?.value, to: after?.value)
  }
}

private func unitChanges(_ from: [UnitWeek], _ to: [UnitWeek]) -> [WeekDifference.UnitChange] {
  paired(from, to, by: \.unit).compactMap { before, after in
    guard let unit = (after ?? before)?.unit, before?.state != after?.state else { return nil }
    return .init(unit: unit, from: before?.state, to: after?.state)
  }
}

private func measureChanges(
  _ from: [MeasureState], _ to: [MeasureState]
) -> [WeekDifference.MeasureChange] {
  paired(from, to, by: \.measure.code).compactMap { before, after in
    guard let measure = (after ?? before)?.measure else { return nil }
    let fields: [WeekDifference.Field] =
      switch (before, after) {
      case (nil, let after?): [.added(after.status, percent: after.percent)]
      case (let before?, nil): [.gone(before.status, percent: before.percent)]
      case (let before?, let after?): fields(before, after)
      case (nil, nil): []
      }
    return fields.isEmpty
      ? nil : .init(measure: measure.code, text: measure.text, fields: fields)
  }
}

private func fields(_ before: MeasureState, _ after: MeasureState) -> [WeekDifference.Field] {
  let (old, new) = (before.measure, after.measure)
  var found: [WeekDifference.Field] = []
  if before.status != after.status {
    found.append(.status(from: before.status, to: after.status))
  }
  if before.percent != after.percent {
    found.append(.percent(from: before.percent, to: after.percent))
  }
  if before.due != after.due {
    found.append(.deadline(from: before.due, to: after.due))
  }
  if old.leadUnit != new.leadUnit { found.append(.lead(from: old.leadUnit, to: new.leadUnit)) }
  if old.supportingUnits != new.supportingUnits {
    found.append(.supporters(from: old.supportingUnits, to: new.supportingUnits))
  }
  if old.leader != new.leader { found.append(.leader(from: old.leader, to: new.leader)) }
  if old.text != new.text { found.append(.text(from: old.text, to: new.text)) }
  return found
}

/// Standing alerts alone: one that was cleared in between and raised again is the same to both sides.
private func alertChanges(_ from: [Alert], _ to: [Alert]) -> [WeekDifference.AlertChange] {
  let standing = { (alerts: [Alert]) in alerts.filter { $0.life != .cleared } }
  return paired(standing(from), standing(to), by: \.identity).compactMap { before, after in
    switch (before, after) {
    case (nil, let after?): .init(kind: .raised, alert: after, before: nil)
    case (let before?, nil): .init(kind: .cleared, alert: before, before: before)
    case (let before?, let after?) where before.level != after.level || before.step != after.step:
      .init(kind: .changed, alert: after, before: before)
    default: nil
    }
  }
}
