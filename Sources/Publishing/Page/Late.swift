import Rectification

/// What is overdue, and what soon will be.
extension SummaryPage {
  var lateLists: Html {
    let soon = summary.measures.filter { ($0.daysLeft ?? .max) <= widest }
      .sorted { ($0.daysLeft ?? 0, $0.code) < ($1.daysLeft ?? 0, $1.code) }
    let none = nothing(say("没有逾期措施。", "Nothing is overdue."))
    let noneSoon = nothing(say("\(widest)天内没有到期措施。", "Nothing falls due within \(widest) days."))
    return section(
      "late", "\(say("逾期与临期", "Overdue and due soon"))",
      """
      <h3>\(say("逾期（\(overdueRows.count)条）", "Overdue (\(overdueRows.count))"))</h3>
      \(overdueRows.isEmpty ? none : table(overdueRows, .overdue))
      <h3>\(say("\(widest)天内到期（\(soon.count)条）", "Due within \(widest) days (\(soon.count))"))</h3>
      \(soon.isEmpty ? noneSoon : table(soon, .dueSoon))
      """)
  }

  private var widest: Int { summary.settings.thresholds.dueSoonDays.max() ?? 0 }

  private func table(_ rows: [MeasureRow], _ kind: Alert.Kind) -> Html {
    let step = kind == .overdue ? say("催办阶段", "Step") : say("预警", "Alert")
    return """
      <table><thead><tr><th scope="col">\(say("编号", "Code"))</th><th scope="col" class="wide">\(say("整改措施", "Measure"))</th><th scope="col">\(say("牵头单位", "Lead unit"))</th><th scope="col">\(say("牵头区领导", "Leader"))</th><th scope="col">\(say("时限", "Deadline"))</th><th scope="col">\(kind == .overdue ? say("逾期", "Late") : say("剩余", "Left"))</th><th scope="col" class="n">\(say("完成率", "Done"))</th><th scope="col">\(step)</th><th scope="col" class="reason">\(say("原因与预计完成", "Reason, expected date"))</th></tr></thead><tbody>
      \(rows.prefix(Self.rowsListed).map { line($0, kind) })</tbody></table>\(unlisted(rows.count))
      """
  }

  private func line(_ row: MeasureRow, _ kind: Alert.Kind) -> Html {
    let state = row.state
    let alert = alerts[.init(kind: kind, subject: row.code)]
    let step = alert?.step.map { say($0.name) } ?? alert.map { say($0.level.name) } ?? "—"
    let left: Html =
      row.daysLeft.map { "<strong>\($0)</strong> \(say("天", "days"))" } ?? mark(row)
    return """
      <tr><td>\(link(row.code))</td><td>\(brief(row.code, 72))</td><td>\(name(of: state.measure.leadUnit))</td><td>\(state.measure.leader)</td><td class="date">\(deadline(state))</td><td class="date">\(left)</td><td class="n">\(state.percent)%</td><td class="date">\(step)</td><td>\(reason(state, isLate: kind == .overdue))</td></tr>

      """
  }

  private func reason(_ state: MeasureState, isLate: Bool) -> Html {
    guard let delay = state.entry?.entry.delay else {
      return "\(isLate ? say("未说明", "not given") : "—")"
    }
    let expected: Html = delay.expectedDate.map { "<br>\(say("预计", "expected")) \($0)" } ?? .none
    return "\(delay.reason)\(expected)"
  }
}
