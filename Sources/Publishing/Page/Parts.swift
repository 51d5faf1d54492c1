import Rectification

/// What the sections share: headings, links to rows, marks of state and the source of a row.
extension SummaryPage {
  /// A section with its anchor.
  ///
  /// The underscore keeps our anchors apart from those of measures, whose codes have none.
  func section(_ anchor: Html, _ title: Html, _ body: Html) -> Html {
    """
    <section id="_\(anchor)" class="\(anchor)">
    <h2>\(title)</h2>
    \(body)
    </section>
    """
  }

  func nothing(_ text: String) -> Html { "<p class=\"nothing\">\(text)</p>" }

  func link(_ measure: Code) -> Html { "<a class=\"code\" href=\"#\(measure)\">\(measure)</a>" }

  /// What a figure counts: measures, items or units, whichever the code is.
  func memberLink(_ member: Code, of figure: Figure.ID) -> Html {
    if figure.text.hasPrefix("items.") {
      let title = items[member]?.item.title ?? ""
      return "<a class=\"code\" href=\"#_item_\(member)\" title=\"\(title)\">\(member)</a>"
    }
    if figure.text.hasPrefix("measures.") { return link(member) }
    let prefix = "outcomes."
    guard figure.text.hasPrefix(prefix) else {
      return "<a href=\"#_unit_\(member)\">\(name(of: member))</a>"
    }
    let kind = String(figure.text.dropFirst(prefix.count))
    return "<a href=\"#_outcome_\(member)_\(kind)\">\(name(of: member))</a>"
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
    guard let deadline = state.deadline else { return "\(say("长期坚持", "standing"))" }
    let immediate: Html =
      state.measure.deadline.kind == .immediate
      ? "<br><small>\(say("立行立改", "at once"))</small>" : .none
    guard state.slips > 0, let first = state.originalDeadline else {
      return "\(deadline)\(immediate)"
    }
    let slips = say("原\(first)，延期\(state.slips)次", "was \(first), \(state.slips) extensions")
    return "\(deadline)<br><small>\(slips)</small>\(immediate)"
  }

  /// Where a row comes from: the file, its digest, the place in it, and when it was received.
  func source(_ submission: Submission, _ place: Place) -> Html {
    """
    <span class="source"><span title="\(say("收到于", "received")) \(say.moment(submission.receivedAt, in: zone))">\(submission.fileName)</span>
    <code title="SHA-256 \(submission.digest.hex)">\(String(submission.digest.hex.prefix(12)))</code>
    <code>\(place.text)</code></span>
    """
  }
}

extension Html {
  /// The class of a status, which is its name in the formats.
  static func css(_ status: MeasureStatus) -> Html { "\(status.rawValue)" }
}
