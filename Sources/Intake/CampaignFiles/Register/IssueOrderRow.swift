import Rectification

/// 照发 and 承认已发: rows of decisions.csv on the editions of a week.
enum IssueOrderRow {
  static let words = [IssueOrder.word, Adoption.word]

  static func isOrder(_ row: CSVTable.Row) -> Bool { row["决定"].text == IssueOrder.word }

  static func isAdoption(_ row: CSVTable.Row) -> Bool { row["决定"].text == Adoption.word }

  static func adoption(
    _ row: CSVTable.Row, in zone: ZoneOffset, _ log: inout ProblemLog
  ) -> Adoption? {
    read(row, in: zone, &log).map { order in
      Adoption(
        code: order.code, decidedAt: order.decidedAt, week: order.week, reason: order.reason,
        decidedBy: order.decidedBy, line: order.line)
    }
  }

  static func read(
    _ row: CSVTable.Row, in zone: ZoneOffset, _ log: inout ProblemLog
  ) -> IssueOrder? {
    let code = row["决定编号"].code(&log)
    let decidedAt = row["作出时间"].moment(in: zone, &log)
    let week = week(row["周"], &log)
    let reason = row["理由"].required(&log)
    let decidedBy = row["作出人"].required(&log)
    for heading in ["措施编号", "新时限", "报送"] where !row[heading].isEmpty {
      log.refuse(
        at: row[heading].spot,
        Bilingual(
          zh: "“\(row["决定"].text)”不能有“\(heading)”", en: "“\(row["决定"].text)” has no “\(heading)”"),
        remedy: Bilingual(zh: "请清空这一格", en: "empty it"))
    }
    guard let code, let decidedAt, let week, let reason, let decidedBy else { return nil }
    return IssueOrder(
      code: code, decidedAt: decidedAt, week: week, reason: reason, basis: row["依据"].text,
      decidedBy: decidedBy, line: row.line)
  }

  private static func week(_ cell: WrittenText, _ log: inout ProblemLog) -> Week? {
    guard let text = cell.required(&log) else { return nil }
    if let week = Week(text.halfWidth) { return week }
    log.refuse(
      at: cell.spot,
      Bilingual(zh: "“\(cell.quoted)”不是周", en: "“\(cell.quoted)” is no week"),
      remedy: Bilingual(zh: "请写成 2024-W03", en: "write it as 2024-W03"))
    return nil
  }
}
