import Rectification

/// The rows of a CSV file under its headings.
struct CSVTable {
  let rows: [Row]

  /// The headings a file must have and may have.
  struct Layout {
    let required: [String]
    let optional: [String]

    var all: [String] { required + optional }
  }

  /// One row, whose cells are asked for by heading.
  struct Row {
    /// The line it starts on.
    let line: Int
    fileprivate let fields: [CSVField]
    fileprivate let columns: [String: Int]

    /// The cell under a heading; an empty one where an optional column is left out.
    subscript(_ heading: String) -> WrittenText {
      guard let column = columns[heading], column < fields.count else {
        return WrittenText(name: heading, text: "", spot: Spot(line: line, column: 1))
      }
      return WrittenText(name: heading, text: fields[column].text, spot: fields[column].spot)
    }
  }

  /// Nil, and problems, when the headings are not those of the layout.
  init?(
    _ bytes: [UInt8], layout: Layout, marks: SecrecyMarks = .standard, _ log: inout ProblemLog
  ) {
    guard let text = CampaignText.read(bytes, marks: marks, &log) else { return nil }
    var records = CSVScanner.records(of: text, &log)[...]
    records = records.drop(while: \.isBlank)
    guard let head = records.first else {
      log.refuse(
        at: .start, Bilingual(zh: "文件是空的", en: "the file is empty"),
        remedy: Self.headingRemedy(layout))
      return nil
    }
    guard let columns = CSVHeadings.columns(head, layout: layout, &log) else { return nil }
    let width = columns.values.max().map { $0 + 1 } ?? 0
    var rows: [Row] = []
    for record in records.dropFirst() where !record.isBlank {
      guard Self.fits(record, head: head, width: width, &log) else { continue }
      rows.append(Row(line: record.spot.line, fields: record.fields, columns: columns))
    }
    self.rows = rows
  }

  static func headingRemedy(_ layout: Layout) -> Bilingual {
    let list = layout.required.joined(separator: ",")
    return Bilingual(
      zh: "第一行写标题，至少要有：\(list)", en: "the first row holds the headings, at least: \(list)")
  }

  /// Whether a row has a field for every heading, and nothing where there is no heading.
  private static func fits(
    _ record: CSVRecord, head: CSVRecord, width: Int, _ log: inout ProblemLog
  ) -> Bool {
    let named = head.fields.map { !$0.text.isEmpty }
    for (column, field) in record.fields.enumerated() where !field.text.isEmpty {
      guard column < named.count, named[column] else {
        log.refuse(
          at: field.spot,
          Bilingual(
            zh: "“\(WrittenText.quoted(field.text))”所在的列没有标题",
            en: "“\(WrittenText.quoted(field.text))” stands in a column without a heading"),
          remedy: Bilingual(
            zh: "请检查是否多了逗号，含逗号的文字要加引号",
            en: "look for a comma too many; text with commas needs quotes"))
        return false
      }
    }
    guard record.fields.count < width, let last = record.fields.last else { return true }
    log.refuse(
      at: last.spot,
      Bilingual(
        zh: "这一行只有\(record.fields.count)列，标题有\(width)列",
        en: "this row has \(record.fields.count) fields, the headings are \(width)"),
      remedy: Bilingual(
        zh: "请补足逗号，空格也要占一列", en: "add the missing commas; an empty cell is a field too")
    )
    return false
  }
}
