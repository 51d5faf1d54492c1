import Rectification

/// `agenda`: the order of the meeting's points, and how many of a kind are taken up.
enum AgendaKeys {
  private static let kinds = AgendaItem.Kind.allCases.map(\.rawValue)

  static func read(_ root: YAMLSection, _ log: inout ProblemLog) -> AgendaRules {
    var rules = AgendaRules()
    guard root.has("agenda"),
      let section = root.section("agenda", keys: ["order", "quotas"], &log)
    else { return rules }
    let named = order(section, &log)
    // What is not named comes after what is, as it would otherwise.
    rules.order = named + rules.order.filter { !named.contains($0) }
    guard section.has("quotas"), let quotas = section.section("quotas", keys: kinds, &log) else {
      return rules
    }
    for kind in AgendaItem.Kind.allCases {
      rules.quotas[kind] = quotas.optionalText(kind.rawValue, &log)?.integer(in: 0...999, &log)
    }
    return rules
  }

  private static func order(
    _ section: YAMLSection, _ log: inout ProblemLog
  ) -> [AgendaItem.Kind] {
    var order: [AgendaItem.Kind] = []
    for (path, node) in section.list("order", &log) ?? [] {
      guard let text = YAMLSection.scalar(node, name: path, &log) else { continue }
      guard let kind = AgendaItem.Kind(rawValue: text.text), !order.contains(kind) else {
        text.refuse(
          "不是议题的种类，或写了两次", "is no kind of point, or is there twice",
          Bilingual(
            zh: "请写：\(kinds.joined(separator: "、"))，各一次",
            en: "write each of these once: \(kinds.joined(separator: ", "))"), &log)
        continue
      }
      order.append(kind)
    }
    return order
  }
}
