import Rectification

/// 放行 or 不予放行: one row of decisions.csv on a submission in quarantine.
enum ReleaseRow {
  static let granted = "放行"
  static let words = [granted, "不予放行"]
  /// Fewer digits of a SHA-256 might one day mean two submissions.
  private static let fewestDigits = 12

  static func isRelease(_ row: CSVTable.Row) -> Bool { words.contains(row["决定"].text) }

  static func read(
    _ row: CSVTable.Row, in zone: ZoneOffset, _ log: inout ProblemLog
  ) -> Release? {
    let word = row["决定"].text
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
      code: code, isGranted: word == granted, decidedAt: decidedAt, digestPrefix: digest,
      reason: reason, basis: row["依据"].text, decidedBy: decidedBy, line: row.line)
  }

  /// What has been released is judged and counted, perhaps published; it cannot be taken back.
  static func refuseAfterRelease(_ releases: [Release], _ log: inout ProblemLog) {
    for refusal in releases where !refusal.isGranted {
      let earlier = releases.first {
        $0.isGranted && ($0.decidedAt, $0.line) < (refusal.decidedAt, refusal.line)
          && ($0.digestPrefix.hasPrefix(refusal.digestPrefix)
            || refusal.digestPrefix.hasPrefix($0.digestPrefix))
      }
      guard let earlier else { continue }
      log.refuse(
        at: Spot(line: refusal.line, column: 1),
        Bilingual(
          zh: "第\(earlier.line)行已经放行，不能再“不予放行”",
          en: "line \(earlier.line) has released it; it cannot be refused any more"),
        remedy: Bilingual(
          zh: "请删去这一行；放行后发现问题的，请该单位重报或退回措施",
          en: "remove this row; have the unit report again, or return the measure"))
    }
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
