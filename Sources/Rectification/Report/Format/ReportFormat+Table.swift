extension ReportFormat {
  /// The field table of the format page, in Markdown: one row a field, nested names by path.
  package static func fieldTable(in language: Language) -> String {
    let head =
      language == .zh
      ? ["| 字段 | 中文 | 必填 | 填什么 | 说明 |", "|---|---|---|---|---|"]
      : ["| field | meaning | required | what to write | note |", "|---|---|---|---|---|"]
    return (head + rows(fields, path: "", language)).joined(separator: "\n")
  }

  private static func rows(_ fields: [Field], path: String, _ language: Language) -> [String] {
    fields.flatMap { field -> [String] in
      let name = path + field.name
      let required =
        language == .zh ? (field.isRequired ? "是" : "否") : (field.isRequired ? "yes" : "no")
      let cells = [
        "`\(name)`", field.title[language], required, field.type.summary[language],
        field.note[language],
      ]
      return ["| \(cells.joined(separator: " | ")) |"]
        + rows(field.type.nested, path: name + field.type.step, language)
    }
  }
}

extension FieldType {
  /// The fields of an object, or of the objects in a list.
  fileprivate var nested: [Field] {
    switch self {
    case .object(let fields): fields
    case .list(let item, _): item.type.nested
    default: []
    }
  }

  fileprivate var step: String {
    if case .list(let item, _) = self { return ".\(item.name)." }
    return "."
  }
}
