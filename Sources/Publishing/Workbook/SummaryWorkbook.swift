import Rectification

/// `summary.xlsx`: the week for people who work in Excel or WPS, one sheet a question.
///
/// Its sheets are extensions in files of their own, in the order of the tabs.
struct SummaryWorkbook {
  let summary: WeekSummary
  let problems: [Code: Problem]
  let items: [Code: Item]
  let aspects: [Code: Aspect]
  let rows: [Code: MeasureRow]

  init(_ summary: WeekSummary, problems: [Problem]) {
    self.summary = summary
    self.problems = firstOfEach(problems.map { ($0.code, $0) })
    items = firstOfEach(summary.items.map { ($0.item.code, $0.item) })
    aspects = firstOfEach(summary.aspects.map { ($0.aspect.code, $0.aspect) })
    rows = firstOfEach(summary.measures.map { ($0.code, $0) })
  }

  /// The bytes, the same for the same values.
  func bytes() throws(XlsxError) -> [UInt8] {
    let settings = summary.settings
    return try XlsxBook.bytes(
      title: "\(visible(settings.title)) \(summary.week.chinese)",
      author: visible(settings.office), created: summary.edition.cutOffs.summary, fill)
  }

  private func fill(_ book: XlsxBook) throws(XlsxError) {
    try writeOverview(to: book)
    for (name, table) in [
      ("三张清单台账", registerSheet), ("报送情况", reportingSheet), ("逾期与预警", alertSheet),
      ("协调事项", agendaSheet), ("成效", outcomeSheet),
    ] {
      try table.write(to: book.sheet(name), note: note)
    }
  }

  var zone: ZoneOffset { summary.settings.zone }

  /// Under every heading: which week, which edition, as of when, whose.
  var note: String {
    let edition = summary.edition
    return "\(visible(summary.settings.title))　\(summary.week.chinese)　\(edition.name.zh)　"
      + "数据截至\(edition.referenceDate.chinese)　\(visible(summary.settings.office))"
  }

  func names(of units: [Code]) -> String {
    units.map(summary.name).joined(separator: "、")
  }
}

/// The first of each key wins, as everywhere.
func firstOfEach<Key: Hashable, Value>(_ pairs: [(Key, Value)]) -> [Key: Value] {
  Dictionary(pairs, uniquingKeysWith: { first, _ in first })
}
