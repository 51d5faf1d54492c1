import Rectification

/// 放行: one row of decisions.csv that releases a submission from quarantine.
enum ReleaseRow {
  static let word = "放行"
  /// Fewer digits of a SHA-256 might one day mean two submissions.
  private static let fewestDigits = 12

  static func isRelease(_ row: CSVTable.Row) -> Bool { row["决定"].text == word }

  static func read(
    _ row: CSVTable.Row, in zone: ZoneOffset, _ log: inout ProblemLog
  ) -> Release? {
    let code = row["决定编号"].code(&log)
    let decidedAt = row["作出时间"].moment(in: zone, &log)
    let digest = digestPrefix(row["报送"], &log)
    let reason = row["理由"].required(&log)
    let decidedBy = row["作出人"].required(&log)
    for heading in ["措施编号", "新时限"] where !row[heading].isEmpty {
      log.refuse(
        at: row[heading].spot,
        Bilingual(zh: "“\(word)”不能有“\(heading)”", en: "“\(word)” has no “\(heading)”"),
        remedy: Bilingual(zh: "请清空这一格", en: "empty it"))
    }
    guard let code, let decidedAt, let digest, let reason, let decidedBy else { return nil }
    return Release(
      code: code, decidedAt: decidedAt, digestPrefix: digest, reason: reason,
      basis: row["依据"].text, decidedBy: decidedBy, line: row.line)
  }

  private static func digestPrefix(_ cell: WrittenText, _ log: inout ProblemLog) -> String? {
    guard let text = cell.required(&log) else { return nil }
    let digits = text.halfWidth.lowercased()
    if (fewestDigits...64).contains(digits.utf8.count),
      digits.allSatisfy({ $0.isASCII && $0.isHexDigit })
    {
      return digits
    }
    log.refuse(
      at: cell.spot,
      Bilingual(
        zh: "“\(cell.quoted)”不是报送的 SHA-256",
        en: "“\(cell.quoted)” is not the SHA-256 of a submission"),
      remedy: Bilingual(
        zh: "请照回执填写 SHA-256，至少前 \(fewestDigits) 位",
        en: "copy the SHA-256 of the receipt, its first \(fewestDigits) digits at least"))
    return nil
  }
}
