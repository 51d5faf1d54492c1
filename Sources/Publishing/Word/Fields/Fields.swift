import Rectification

/// The placeholders of one subject: their names, what they mean, and how each is made of it.
///
/// One table serves the check of a template, the filling of it and the page of documentation.
struct Fields<Subject> {
  private(set) var table = FieldTable()
  private var values: [(name: String, of: (Subject) -> String)] = []
  private var lists: [(name: String, of: (Subject) -> [DocumentValues])] = []

  mutating func add(_ name: String, _ zh: String, _ en: String, of: @escaping (Subject) -> String) {
    table.values.append((name, Bilingual(zh: zh, en: en)))
    values.append((name, of))
  }

  mutating func add<Row>(
    _ name: String, _ zh: String, _ en: String, rows fields: Fields<Row>,
    of: @escaping (Subject) -> [Row]
  ) {
    var inner = fields.table
    inner.values.append((Self.mark, Bilingual(zh: "；，最后一行为 。", en: "；, and 。 after the last row")))
    table.lists.append((name, Bilingual(zh: zh, en: en), inner))
    lists.append((name, { subject in Self.punctuated(of(subject).map(fields.values(of:))) }))
  }

  private static var mark: String { "标点" }

  /// Every row knows the mark that goes behind it, so that a list can be one sentence.
  private static func punctuated(_ rows: [DocumentValues]) -> [DocumentValues] {
    rows.enumerated().map { number, row in
      var row = row
      row.values[mark] = number == rows.count - 1 ? "。" : "；"
      return row
    }
  }

  func values(of subject: Subject) -> DocumentValues {
    DocumentValues(
      values: firstOfEach(values.map { ($0.name, $0.of(subject)) }),
      lists: firstOfEach(lists.map { ($0.name, $0.of(subject)) }))
  }
}
