import Rectification

extension EditionNotification {
  /// More than these many alerts are counted and not listed.
  static let listed = 200

  /// The lines of a message: counts, then an alert a line, by codes alone.
  var lines: [String] {
    var lines = [subject]
    if !counts.isEmpty {
      lines += [""] + counts.map { "\($0.name.zh)：\($0.value)" }
    }
    if !changes.isEmpty {
      lines += ["", "预警变化 \(changes.count) 条（措施或单位 | 责任单位 | 类型 | 灯色 | 阶梯 | 变化 | 文号）"]
      lines += changes.prefix(Self.listed).map(\.line)
      let rest = changes.count - Self.listed
      if rest > 0 { lines.append("另有 \(rest) 条，见本期周汇总") }
    }
    return lines + ["", "只含代码和数量，内容见本期周汇总。编号 \(key)"]
  }
}

extension EditionNotification.Change {
  /// `M017 | BM20 | 逾期 | 红 | 督办 | 升级 | 〔2024〕3号`.
  fileprivate var line: String {
    [
      alert.identity.subject.text, unit?.text ?? "—", alert.identity.kind.name.zh,
      alert.level.name.zh, alert.step?.name.zh ?? "—", kind.name.zh,
      notice.map { "〔\($0.year)〕\($0.ordinal)号" } ?? "—",
    ].joined(separator: " | ")
  }
}
