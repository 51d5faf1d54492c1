import Rectification

/// 来源与依据: behind each measure the reports, decisions and rules that made its state so.
extension SummaryPage {
  /// As many steps of the way here as a row tells.
  private static let pointsTold = 5

  func evidence(_ row: MeasureRow) -> Html {
    let state = row.state
    let lines =
      [reported(state)] + state.contributions.map(contributed)
      + [decided(state.decision, standing: true)]
      + state.remarks.map { doubted($0) } + [registered(state), way(state), judged(row)]
    let file = state.entry.map {
      "\($0.week) \(visible($0.submission.fileName))"
    }
    return """
      <details><summary>\(file ?? say("来源", "Source"))</summary><ul>\(lines.filter { $0 != .none }.map { "<li>\($0)</li>" })</ul></details>
      """
  }

  private func reported(_ state: MeasureState) -> Html {
    guard let reported = state.entry else { return .none }
    return """
      \(say("报告：", "Report: "))<a href="#file-\(fileNumbers[reported.submission] ?? 0)">\(reported.entry.place.text)</a>
      """
  }

  private func contributed(_ support: ReportedEntry) -> Html {
    let entry = support.entry
    return """
      \(say("配合单位", "Supporting "))\(name(of: support.unit)) \(support.week.description) \(say(MeasureStatus(entry.status).name)) \(entry.percent)%\(say("：", ": "))\(source(support.submission, entry.place))
      """
  }

  private func decided(_ decision: Decision?, standing: Bool) -> Html {
    guard let decision else { return .none }
    let day = decision.decidedAt.date(in: zone)
    let basis = decision.basis.isEmpty ? "" : say("，", ", ") + decision.basis
    return """
      \(say("审核决定", "Decision ")) \(decision.code)\(say("：", ": "))\(name(of: decision.action))\(say("（", " ("))\(day), \(decision.decidedBy)\(basis), decisions.csv \(say("第\(decision.line)行", "row \(decision.line)"))\(say("）", ")"))
      """
  }

  private func doubted(_ remark: DecisionRemark) -> Html {
    "\(decided(remark.decision, standing: false)) <strong>\(say(remark.kind.name))</strong>"
  }

  private func registered(_ state: MeasureState) -> Html {
    let line = state.measure.line
    let extended =
      state.slips > 0 ? say("，延期\(state.slips)次", ", \(state.slips) extensions") : ""
    return "\(say("清单第\(line)行", "Register row \(line)"))\(extended)"
  }

  /// `2023-W40 20%→W44 60%→W47 已完成`.
  private func way(_ state: MeasureState) -> Html {
    guard state.history.count > 1 else { return .none }
    var year: Int?
    let told = state.history.suffix(Self.pointsTold).map { point in
      let now = point.status == .inProgress ? "\(point.percent)%" : say(point.status.short)
      let week = point.week.description
      defer { year = point.week.year }
      return "\(point.week.year == year ? week.suffix(3) : week[...]) \(now)"
    }
    let before = state.history.count > Self.pointsTold ? "…→" : ""
    return "\(say("过程：", "Way here: "))\(before)\(told.joined(separator: "→"))"
  }

  /// By which rules the row counts as what it counts as, but for that which holds wherever no other does.
  private func judged(_ row: MeasureRow) -> Html {
    let rules = PageRule.allCases.filter { holds($0, of: row) }
    guard !rules.isEmpty else { return .none }
    let links: [Html] = rules.map { "<a href=\"#rule-\($0.rawValue)\">\(say($0.name))</a>" }
    return "\(say("判定：", "Rules: "))\(links.joined("\(say("、", ", "))"))"
  }

  private func holds(_ rule: PageRule, of row: MeasureRow) -> Bool {
    let state = row.state
    return switch rule {
    case .reported: false
    case .decided: state.decision != nil
    case .stale: state.staleSince != nil
    case .overdue: row.daysOverdue != nil
    case .dueSoon: alerts[.init(kind: .dueSoon, subject: row.code)] != nil
    case .pace: alerts[.init(kind: .behindPace, subject: row.code)] != nil
    case .orphaned: alerts[.init(kind: .orphaned, subject: row.code)] != nil
    case .forecast: forecastLate.contains(row.code)
    case .conflict: row.hasConflict
    }
  }

  private func name(of action: Decision.Action) -> String {
    switch action {
    case .close: say("销号", "closed")
    case .return: say("退回", "returned")
    case .extend(let date): say("延期至\(date)", "extended to \(date)")
    case .reopen(let date):
      say("重开", "reopened") + (date.map { say("，限\($0)", ", due \($0)") } ?? "")
    case .secondLook: say("回头看", "second look")
    }
  }
}

extension MeasureStatus {
  /// In a word, where there is no room for more: `已完成`.
  var short: Bilingual {
    self == .completed ? Bilingual(zh: "已完成", en: "completed") : name
  }
}
