import Rectification

/// Which column stands under which heading.
enum CSVHeadings {
  /// Nil when a required heading is missing: then no row can be read.
  static func columns(
    _ head: CSVRecord, layout: CSVTable.Layout, _ log: inout ProblemLog
  ) -> [String: Int]? {
    guard !isWronglySeparated(head, &log) else { return nil }
    var columns: [String: Int] = [:]
    let free = layout.all.filter { name in !head.fields.contains { $0.text == name } }
    for (column, field) in head.fields.enumerated() where !field.text.isEmpty {
      if !layout.all.contains(field.text) {
        refuseUnknown(field, among: free.isEmpty ? layout.all : free, &log)
      } else if columns[field.text] != nil {
        log.refuse(
          at: field.spot,
          Bilingual(zh: "标题“\(field.text)”重复", en: "the heading “\(field.text)” is there twice"),
          remedy: Bilingual(zh: "请只保留一列", en: "keep one of the columns"))
      } else {
        columns[field.text] = column
      }
    }
    let missing = layout.required.filter { columns[$0] == nil }
    for name in missing {
      log.refuse(
        at: head.spot, Bilingual(zh: "缺少标题“\(name)”", en: "the heading “\(name)” is missing"),
        remedy: Bilingual(zh: "请在第一行补上这一列", en: "add that column to the first row"))
    }
    return missing.isEmpty ? columns : nil
  }

  private static func refuseUnknown(
    _ field: CSVField, among names: [String], _ log: inout ProblemLog
  ) {
    log.refuse(
      at: field.spot,
      Bilingual(
        zh: "没有“\(WrittenText.quoted(field.text))”这个标题",
        en: "there is no heading “\(WrittenText.quoted(field.text))”"),
      remedy: log.didYouMean(
        field.text, among: names,
        otherwise: Bilingual(
          zh: "请删去这一列；可用的标题：\(names.joined(separator: "、"))",
          en: "remove the column; the headings are: \(names.joined(separator: ", "))")))
  }

  /// Tabs or semicolons in place of commas, which would give a complaint for every heading.
  private static func isWronglySeparated(_ head: CSVRecord, _ log: inout ProblemLog) -> Bool {
    guard head.fields.count == 1, let text = head.fields.first?.text,
      text.contains(where: { "\t;；，".contains($0) })
    else { return false }
    log.refuse(
      at: head.spot, Bilingual(zh: "各列不是用半角逗号隔开的", en: "the columns are not separated by commas"),
      remedy: Bilingual(
        zh: "请另存为“CSV（逗号分隔）”", en: "save it as “CSV (comma delimited)”"))
    return true
  }
}
