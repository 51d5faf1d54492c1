import Rectification

/// The leader's three questions: what moved, what is late and whose it is, what needs deciding.
extension SummaryPage {
  private static let longest = 8
  private static let mostCodes = 24

  var briefing: Html {
    """
    <section id="briefing" class="briefing">
    \(column(say("本周动态", "What moved"), moved, more: "register", none: say("本周没有变化。", "Nothing moved.")))
    \(column(say("逾期事项与责任单位", "What is late, and whose"), late, more: "late", none: say("没有逾期措施。", "Nothing is late."), isLate: true))
    \(column(say("提请会议决定", "To decide"), toDecide, count: summary.agenda.items.count, more: "agenda", none: say("没有需要协调的事项。", "Nothing to decide.")))
    </section>
    """
  }

  /// A line may stand for many; `count` is then more than there are lines.
  private func column(
    _ title: String, _ lines: [Html], count: Int? = nil, more: Html, none: String,
    isLate: Bool = false
  ) -> Html {
    let rest = lines.count - Self.longest
    let last: Html =
      rest > 0
      ? "<p class=\"more\"><a href=\"#\(more)\">\(say("另有\(rest)项，见后", "\(rest) more below"))</a></p>"
      : .none
    let list: Html =
      lines.isEmpty
      ? nothing(none)
      : "<ul>\(lines.prefix(Self.longest).map { "<li>\($0)</li>\n" })</ul>\(last)"
    let number: Html =
      lines.isEmpty ? .none : " <span class=\"count\">\(count ?? lines.count)</span>"
    return
      "<div class=\"column\(isLate && !lines.isEmpty ? " late" : "")\"><h2>\(title)\(number)</h2>\(list)</div>"
  }

  private var moved: [Html] {
    weightiestMovements.map { movement in
      "\(link(movement.measure)) <strong>\(wording(movement.kind, say, name: name))</strong> <span class=\"text\">\(brief(movement.measure, 46))</span>"
    }
  }

  private var late: [Html] {
    overdueRows.map { row in
      let step = alerts[.init(kind: .overdue, subject: row.code)]?.step
      let chased: Html = step.map { " <span class=\"step\">\(say($0.name))</span>" } ?? .none
      return """
        \(link(row.code)) \(mark(row))\(chased) <strong>\(name(of: row.state.measure.leadUnit))</strong> <span class="text">\(brief(row.code, 46))</span>
        """
    }
  }

  /// Matters of form stand first, a line each kind, so that none is cut off with the rest.
  private var toDecide: [Html] {
    let routine: [Html] = routinePoints.map { kind, codes in
      let shown = Array(codes.prefix(Self.mostCodes)).map(link).joined(" ")
      let more = codes.count > Self.mostCodes ? say("等", " …") : ""
      return "<strong>\(say(kind.name)) \(codes.count)</strong> \(shown)\(more)"
    }
    return routine.isEmpty || weightyPoints.count + routine.count <= Self.longest
      ? weightyPoints.map(decisionLine) + routine
      : routine + weightyPoints.map(decisionLine)
  }

  var weightyPoints: [AgendaItem] { summary.agenda.items.filter { !$0.kind.isRoutine } }

  /// Close-out requests, second looks: the measures of each kind that the meeting takes together.
  var routinePoints: [(kind: AgendaItem.Kind, measures: [Code])] {
    AgendaItem.Kind.allCases.filter(\.isRoutine).map { kind in
      (kind, summary.agenda.items.filter { $0.kind == kind }.compactMap(\.measure))
    }.filter { !$0.1.isEmpty }
  }

  private func decisionLine(_ point: AgendaItem) -> Html {
    let measure: Html = point.measure.map { "\(link($0)) " } ?? .none
    return """
      \(measure)<strong>\(say(point.kind.name))</strong> \(name(of: point.unit))<br> <span class="text">\(shortened(visible(say(point.facts)), to: 76))</span>
      """
  }

  var weightiestMovements: [Movement] { summary.weightiestMovements }
  var overdueRows: [MeasureRow] { summary.measuresOverdue }
}

extension AgendaItem.Kind {
  /// One answer fits most of them; the meeting takes them from a list.
  var isRoutine: Bool { self == .closeOut || self == .secondLook }
}

extension WeekSummary {
  /// Completions, other changes of status, deadlines, and last mere percentages.
  var weightiestMovements: [Movement] {
    (0...3).flatMap { weight in movements.filter { $0.kind.weight == weight } }
  }

  /// Longest overdue first.
  var measuresOverdue: [MeasureRow] {
    measures.filter { $0.daysOverdue != nil }
      .sorted { ($1.daysOverdue ?? 0, $0.code) < ($0.daysOverdue ?? 0, $1.code) }
  }
}

extension Movement.Kind {
  fileprivate var weight: Int {
    switch self {
    case .status(_, let now): now.isDone ? 0 : 1
    case .deadline, .added, .withdrawn, .lead: 2
    case .percent, .reworded: 3
    }
  }
}

/// `正在推进→已完成`, `60%→80%`, `时限 2024-01-10→2024-02-10`.
func wording(_ kind: Movement.Kind, _ say: Wording, name: (Code) -> String) -> String {
  return switch kind {
  case .status(let from, let to): "\(say(from.name))→\(say(to.name))"
  case .percent(let from, let to): "\(from)%→\(to)%"
  case .added(let status): say("增列，", "added, ") + say(status.name)
  case .withdrawn(let status): say("撤销或并入，原", "withdrawn or merged, was ") + say(status.name)
  case .lead(let from, let to): say("牵头单位 ", "lead ") + "\(name(from))→\(name(to))"
  case .reworded: say("措施改写", "reworded")
  case .deadline(let from, let to):
    say("时限 ", "due ") + "\(say(from.name))→\(say(to.name))"
  }
}
