import Rectification

/// 催办阶梯: what stands on which step, from whom it goes up to, and since how many working days.
extension SummaryPage {
  /// As many codes as a step names; the table below has them all.
  private static let codesNamed = 40

  var ladder: Html {
    let overdue = summary.alerts.filter { $0.identity.kind == .overdue && $0.life != .cleared }
    let grouped = Dictionary(grouping: overdue) { $0.step }
    return """
      <h3 id="ladder">\(say("催办阶梯", "The ladder"))</h3>
      <ol class="ladder">
      \(LadderStep.allCases.map { step($0, grouped[$0] ?? []) })</ol>
      \(levels)
      """
  }

  private func step(_ step: LadderStep, _ alerts: [Alert]) -> Html {
    let days = summary.settings.ladder.thresholds[step].map {
      say("逾期满\($0)个工作日", "\($0) working days overdue")
    }
    let codes: [Html] = alerts.prefix(Self.codesNamed).map { link($0.identity.subject) }
    let rest = alerts.count - Self.codesNamed
    let more: Html = rest > 0 ? " <span>\(say("另有\(rest)条", "\(rest) more"))</span>" : .none
    let held: Html = alerts.isEmpty ? .none : " class=\"held\""
    return """
      <li\(held)><h4>\(say(step.name)) <b>\(alerts.count)</b></h4><p><small>\(days ?? "")\(say("，送", "; goes to "))\(say(step.audience))</small></p><p>\(codes.joined(" "))\(more)</p></li>

      """
  }

  private var levels: Html {
    let standing = summary.alerts.filter { $0.life != .cleared }
    let counts: [Html] = Alert.Level.allCases.reversed().map { level in
      "<span class=\"lamp \(level.rawValue)\">\(say(level.name)) \(standing.count { $0.level == level })</span> "
    }
    return "<p class=\"lamps\">\(say("现有预警：", "Standing: "))\(counts)</p>"
  }
}

extension LadderStep {
  /// Whom the step reaches, from the unit upwards.
  fileprivate var audience: Bilingual {
    switch self {
    case .remind: Bilingual(zh: "牵头单位", en: "the lead unit")
    case .urge: Bilingual(zh: "牵头单位及其分管领导", en: "the unit and its leader")
    case .supervise, .interview: Bilingual(zh: "牵头单位、分管领导、牵头区领导", en: "them and the lead leader")
    }
  }
}
