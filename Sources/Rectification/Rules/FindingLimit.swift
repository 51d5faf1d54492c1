/// The guard against floods of findings.
///
/// A file can hold a hundred thousand faults; a receipt nobody can read helps nobody, and writing it is
/// an attack. Past the limit findings are only counted, rule by rule, and the count is shown.
package enum FindingLimit {
  package static let count = 1000

  /// The findings to list, in the order of the file, the gravest first to stay where not all can.
  ///
  /// `unlisted` are those that were only counted already.
  package static func listed(
    _ findings: [Finding], besides unlisted: [RuleCode: Int] = [:]
  ) -> [Finding] {
    guard findings.count > count || !unlisted.isEmpty else { return findings }
    let gravest = findings.enumerated().sorted {
      ($1.element.severity, $0.offset) < ($0.element.severity, $1.offset)
    }
    let kept = gravest.prefix(count).sorted { $0.offset < $1.offset }.map(\.element)
    let rest = gravest.dropFirst(count).reduce(into: unlisted) { counts, one in
      counts[one.element.rule, default: 0] += 1
    }
    return rest.isEmpty ? kept : kept + [more(rest)]
  }

  private static func more(_ unlisted: [RuleCode: Int]) -> Finding {
    let counts = unlisted.map { (rule: $0.key.rawValue, count: $0.value) }
      .sorted { $0.rule < $1.rule }.map { "\($0.rule) \($0.count)" }
    let total = unlisted.values.reduce(0, +)
    return Finding(
      .moreFindings, at: .start,
      Bilingual(
        zh: "问题太多，只列出 \(count) 条，另有 \(total) 条（\(counts.joined(separator: "、"))）",
        en:
          "too many findings: \(count) are listed, \(total) are not (\(counts.joined(separator: ", ")))"
      ),
      remedy: Bilingual(
        zh: "请先改正已列出的问题，再报一次看其余", en: "mend those listed and send it again to see the rest"))
  }
}
