import Rectification

/// Every alert with its life, the cleared ones last.
extension SummaryPage {
  var alertTable: Html {
    let count = summary.alerts.count { $0.life != .cleared }
    guard !summary.alerts.isEmpty else {
      return section("alerts", "\(say("预警催办", "Alerts"))", nothing(say("没有预警。", "No alerts.")))
    }
    return section(
      "alerts", "\(say("预警催办（\(count)条）", "Alerts (\(count))"))",
      """
      \(ladder)
      <table><thead><tr><th scope="col">\(say("灯", "Level"))</th><th scope="col">\(say("类别", "Kind"))</th><th scope="col">\(say("对象", "Subject"))</th><th scope="col" class="wide">\(say("情况", "Facts"))</th><th scope="col">\(say("阶段", "Step"))</th><th scope="col">\(say("变化", "Life"))</th><th scope="col">\(say("始于", "Since"))</th><th scope="col" class="reason">\(say("发送对象", "Goes to"))</th></tr></thead><tbody>
      \(summary.alerts.prefix(Self.rowsListed).map(alertRow))</tbody></table>\(unlisted(summary.alerts.count))
      """)
  }

  private func alertRow(_ alert: Alert) -> Html {
    let subject = alert.identity.subject
    let about: Html =
      alert.identity.kind.isAboutUnit
      ? "<a href=\"#unit-\(subject)\">\(name(of: subject))</a>" : link(subject)
    let cleared: Html = alert.life == .cleared ? " class=\"cleared\"" : .none
    return """
      <tr\(cleared)><td><span class="lamp \(alert.level.rawValue)">\(say(alert.level.name))</span></td><td class="date">\(say(alert.identity.kind.name))</td><td>\(about)</td><td>\(say(alert.message))</td><td>\(alert.step.map { say($0.name) } ?? "—")</td><td>\(say(alert.life.name))</td><td class="date">\(alert.since)</td><td>\(say.list(alert.recipients))</td></tr>

      """
  }
}
