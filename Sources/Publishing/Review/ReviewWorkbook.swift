import Rectification

/// `review.xlsx`: the month for people who work in Excel or WPS.
struct ReviewWorkbook {
  private let review: MonthlyReview
  private let words: ReviewWords

  init(_ review: MonthlyReview) {
    self.review = review
    words = ReviewWords(review, say: Wording(language: .zh))
  }

  /// The bytes, the same for the same values.
  func bytes() throws(XlsxError) -> [UInt8] {
    let settings = review.settings
    return try XlsxBook.bytes(
      title: "\(visible(settings.title)) \(review.month.chinese)月评",
      author: visible(settings.office), created: review.closedAt, fill)
  }

  private func fill(_ book: XlsxBook) throws(XlsxError) {
    try rankingSheet.write(to: book.sheet("排名"), note: note)
    try weekSheet.write(to: book.sheet("各周"), note: note)
    try flagSheet.write(to: book.sheet("敷衍提示"), note: note)
    try ruleSheet.write(to: book.sheet("规则"), note: note)
  }

  private var note: String {
    "\(visible(review.settings.title))　\(review.month.chinese)　\(words.standing)　\(words.span)　"
      + visible(review.settings.office)
  }

  private var rankingSheet: SheetTable {
    var table = SheetTable(
      title: "\(review.month.chinese)月评",
      columns: [
        .init("名次", 6), .init("单位代码", 9), .init("单位", 24), .init("得分", 7), .init("应报周数", 6),
        .init("按时", 6), .init("其中零报告", 7), .init("迟报", 6), .init("退回未重报", 7),
        .init("隔离", 6), .init("未报", 6), .init("抓取失败", 6), .init("按时率", 10, isShare: true),
        .init("报全率", 10, isShare: true), .init("更正份数", 6), .init("退回份数", 6),
        .init("有敷衍提示的报告", 9), .init("新增预警", 6), .init("解除预警", 6), .init("期末仍有预警", 7),
        .init("解除平均工作日", 8),
      ], frozenColumns: 3)
    table.rows = review.units.map(cells)
    table.alarmedRows = Set(review.units.indices.filter { review.units[$0].count(.missing) > 0 })
    return table
  }

  private func cells(_ unit: UnitReview) -> [Cell] {
    let head: [Cell] = [
      Cell(unit.rank), .text(unit.unit.text), .text(words.name(unit)), cell(unit.score),
      .count(unit.owed), .count(unit.punctual),
    ]
    let states: [UnitWeek.State] = [.zero, .late, .rejected, .quarantined, .missing, .fetchFailed]
    return head + states.map { .count(unit.count($0)) } + [
      unit.punctuality.map { .percent($0) } ?? .blank,
      unit.completeness.map { .percent($0) } ?? .blank, .count(unit.corrections),
      .count(unit.rejected), .count(unit.flaggedReports), .count(unit.alerts.raised),
      .count(unit.alerts.cleared), .count(unit.alerts.standing), cell(unit.alerts.meanWorkdays),
    ]
  }

  private func cell(_ value: Tenths?) -> Cell { value.map { .tenths($0) } ?? .blank }

  private var weekSheet: SheetTable {
    var table = SheetTable(
      title: "各周报送",
      columns: [.init("单位代码", 9), .init("单位", 24)]
        + review.weeks.map { .init($0.description, 13) },
      frozenColumns: 2)
    table.rows = review.units.map { unit in
      let weeks = firstOfEach(unit.weeks.map { ($0.week, $0) })
      return [.text(unit.unit.text), .text(words.name(unit))]
        + review.weeks.map { week in weeks[week].map { .text(words.state($0)) } ?? .blank }
    }
    return table
  }

  private var ruleSheet: SheetTable {
    var table = SheetTable(title: "规则", columns: [.init("项目", 14), .init("内容", 90)])
    table.rows = [
      [.text("排名"), .text(MonthlyReview.rule.zh)],
      [.text("没有计入的"), .text(MonthlyReview.ruleNotes.zh)],
      [.text("周的归属"), .text(MonthlyReview.weekRule.zh + "。")],
      [.text("预警"), .text("单位自己的和它牵头措施的；用时从发出之日到确认解除的汇总日，按工作日。")],
    ]
    if review.isProvisional { table.rows.append([.text("未完"), .text(words.provision)]) }
    return table
  }

  private var flagSheet: SheetTable {
    let rules = RuleCode.perfunctory
    var table = SheetTable(
      title: "敷衍提示（各措施条数）",
      columns: [.init("单位代码", 9), .init("单位", 24), .init("有提示的报告", 9)]
        + rules.map { .init($0.entry.title.zh, 14) },
      frozenColumns: 2)
    table.rows = words.flagged.map { unit in
      [.text(unit.unit.text), .text(words.name(unit)), .count(unit.flaggedReports)]
        + rules.map { .count(unit.flags($0)) }
    }
    return table
  }
}
