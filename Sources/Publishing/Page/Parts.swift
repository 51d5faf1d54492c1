import Rectification

/// What the sections share: headings, links to rows, marks of state and the source of a row.
extension SummaryPage {
  /// A section with its anchor.
  ///
  /// Anchors of rows have the kind of the row before them: `measure-M017`, `unit-JD01`.
  func section(_ anchor: Html, _ title: Html, _ body: Html) -> Html {
    """
    <section id="\(anchor)" class="\(anchor)" aria-labelledby="\(anchor)-title">
    <h2 id="\(anchor)-title">\(title)</h2>
    \(body)
    </section>
    """
  }

  /// The heads of a table's columns, each with its class.
  func heads(_ columns: [(style: Html, name: String)]) -> Html {
    columns.map {
      "<th scope=\"col\"\($0.style == .none ? .none : " class=\"\($0.style)\"")>\($0.name)</th>"
    }
    .joined()
  }

  /// A list that repeats the register ends here; more of it nobody reads in a meeting.
  static let rowsListed = 300

  func unlisted(_ count: Int) -> Html {
    guard count > Self.rowsListed else { return .none }
    let rest = count - Self.rowsListed
    return
      "<p>\(say("另有\(rest)条未列出，", "\(rest) more; see ")) <a href=\"#register\">\(say("见措施明细", "the register"))</a></p>"
  }

  /// Whether the page is too long for a browser to lay it all out at once, and for a person to read.
  var isLong: Bool { summary.measures.count > 600 }

  /// The height a part will take, for a page so long that a browser lays out only what is looked at.
  ///
  /// On a shorter one everything is laid out, so that a picture of the whole page is whole.
  func estimate(_ height: Int) -> Html {
    isLong ? "style=\"content-visibility:auto;contain-intrinsic-size:auto \(height)px\"" : .none
  }

  func nothing(_ text: String) -> Html { "<p class=\"nothing\">\(text)</p>" }

  func link(_ measure: Code) -> Html {
    "<a class=\"code\" href=\"#measure-\(measure)\">\(measure)</a>"
  }

  /// What a figure counts: measures, items or units, whichever the code is.
  func memberLink(_ member: Code, of figure: Figure.ID) -> Html {
    if figure.text.hasPrefix("items.") {
      let title = items[member]?.item.title ?? ""
      return "<a class=\"code\" href=\"#item-\(member)\" title=\"\(title)\">\(member)</a>"
    }
    if figure.text.hasPrefix("measures.") { return link(member) }
    let prefix = "outcomes."
    guard figure.text.hasPrefix(prefix) else {
      return "<a href=\"#unit-\(member)\">\(name(of: member))</a>"
    }
    let kind = String(figure.text.dropFirst(prefix.count))
    return "<a href=\"#outcome-\(member)-\(kind)\">\(name(of: member))</a>"
  }

  /// The text of a measure, cut for a line of a list; whole in the register.
  func brief(_ measure: Code, _ width: Int = 60) -> String {
    let withdrawn = summary.withdrawn.first { $0.state.measure.code == measure }
    return shortened(
      visible((rows[measure]?.state ?? withdrawn?.state)?.measure.text ?? ""), to: width)
  }

  /// The state of a measure in words, never by colour alone.
  func mark(_ row: MeasureRow) -> Html {
    let status = row.state.status
    if let late = row.daysOverdue {
      return "<span class=\"mark late\">\(say("逾期\(late)天", "\(late) days late"))</span>"
    }
    return "<span class=\"mark \(Html.css(status))\">\(say(status.name))</span>"
  }

  func percentBar(_ percent: Int, planned: Int? = nil, isLate: Bool = false) -> Html {
    let want: Html =
      planned.map { "<i class=\"want\" style=\"left:\(min(max($0, 0), 100))%\"></i>" } ?? .none
    let late: Html = isLate ? " late" : .none
    return """
      <span class="bar\(late)"><b style="width:\(min(max(percent, 0), 100))%"></b>\(want)</span>
      """
  }

  func deadline(_ state: MeasureState) -> Html {
    guard let deadline = state.deadline else { return "\(say(state.due.name))" }
    let immediate: Html =
      state.measure.deadline.kind == .immediate
      ? "<small>\(say("立行立改", "at once"))</small>" : .none
    guard state.slips > 0, let first = state.originalDeadline else {
      return "\(deadline)\(immediate)"
    }
    let slips = say("原\(first)，延期\(state.slips)次", "was \(first), \(state.slips) extensions")
    return "\(deadline)<small>\(slips)</small>\(immediate)"
  }
}

extension Html {
  /// The class of a status, which is its name in the formats.
  static func css(_ status: MeasureStatus) -> Html { "\(status.rawValue)" }
}
