/// 溯源: what one number, measure or unit of a week rests on.
package enum Trace: Hashable, Sendable {
  case figure(Figure, rows: [Row])
  case measure(MeasureTrace)
  case unit(UnitTrace)

  /// What a figure counts, one row each.
  package enum Row: Hashable, Sendable {
    case measure(MeasureRow)
    /// 整改事项, with its measures.
    case item(ItemState, measures: [MeasureRow])
    case unit(UnitWeek)
    /// What one unit last counted of an outcome.
    case part(OutcomeTotal.Part, OutcomeKind)
    case commonProblem(CommonProblem)
  }
}

/// Everything that made a measure what it is in a week, in the order in which it came.
package struct MeasureTrace: Hashable, Sendable {
  package let row: MeasureRow
  package let events: [Event]

  package enum Event: Hashable, Sendable {
    case entry(TracedEntry)
    /// With the remark, where it does not fit what the measure had come to.
    case decision(Decision, DecisionRemark?)
  }
}

/// One entry on the measure, whatever became of its report.
package struct TracedEntry: Hashable, Sendable {
  package let judged: JudgedSubmission
  /// Nil when the report was not accepted.
  package let entry: Entry?
  /// What the check said of it: on the measure, and when it was refused, on the whole report.
  package let findings: [Finding]
  package let role: Role

  package init(judged: JudgedSubmission, entry: Entry?, findings: [Finding], role: Role) {
    self.judged = judged
    self.entry = entry
    self.findings = findings
    self.role = role
  }

  package enum Role: String, CaseIterable, Sendable {
    /// The lead unit's, which is the state of the measure.
    case state
    /// A supporting unit's.
    case contribution
    /// A later revision of the same week counts instead.
    case superseded
    /// Refused or in quarantine: it changed nothing.
    case refused

    package var name: Bilingual {
      switch self {
      case .state: Bilingual(zh: "牵头单位，计入", en: "lead, counts")
      case .contribution: Bilingual(zh: "配合单位", en: "supporting")
      case .superseded: Bilingual(zh: "已被后来的修订代替", en: "superseded by a later revision")
      case .refused: Bilingual(zh: "没有计入", en: "does not count")
      }
    }
  }
}

/// What a unit has sent for a week.
package struct UnitTrace: Hashable, Sendable {
  package let unit: Unit
  package let state: UnitWeek
  /// By arrival.
  package let submissions: [JudgedSubmission]
  package let findings: [Digest: [Finding]]

  package init(
    unit: Unit, state: UnitWeek, submissions: [JudgedSubmission], findings: [Digest: [Finding]]
  ) {
    self.unit = unit
    self.state = state
    self.submissions = submissions
    self.findings = findings
  }
}

extension MeasureTrace {
  /// Entries and decisions in the order in which they came; what came at once, decisions first.
  package init(
    row: MeasureRow, entries: [TracedEntry], decisions: [Decision], remarks: [DecisionRemark]
  ) {
    let remarked = Dictionary(
      remarks.map { ($0.decision.code, $0) }, uniquingKeysWith: { first, _ in first })
    let events =
      decisions.map { ($0.decidedAt, 0, Event.decision($0, remarked[$0.code])) }
      + entries.map { ($0.judged.submission.receivedAt, 1, Event.entry($0)) }
    self.row = row
    self.events = events.enumerated()
      .sorted { ($0.element.0, $0.element.1, $0.offset) < ($1.element.0, $1.element.1, $1.offset) }
      .map(\.element.2)
  }
}

extension WeekSummary {
  /// The rows that a figure counts; nil when there is no such figure.
  package func trace(_ id: Figure.ID) -> Trace? {
    guard let figure = figure(id) else { return nil }
    if let outcome = outcomes.first(where: { id.text == "outcomes.\($0.kind.code)" }) {
      return .figure(figure, rows: outcome.parts.map { .part($0, outcome.kind) })
    }
    let measures = keyed(self.measures, by: \.code)
    let items = keyed(self.items, by: \.item.code)
    let units = keyed(reporting, by: \.unit)
    let problems = keyed(commonProblems, by: \.code)
    return .figure(
      figure,
      rows: figure.members.compactMap { code in
        measures[code].map(Trace.Row.measure)
          ?? items[code].map { item in
            .item(item, measures: self.measures.filter { $0.state.measure.item == code })
          } ?? problems[code].map(Trace.Row.commonProblem) ?? units[code].map(Trace.Row.unit)
      })
  }
}
