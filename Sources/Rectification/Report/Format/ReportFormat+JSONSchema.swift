extension ReportFormat {
  /// The published JSON Schema (draft 2020-12) of the JSON form.
  package static var jsonSchema: String {
    let shared: [FieldType] = [
      .code, .unitName, .decimal, .date, .moment, .week, .boolean, .sha256,
    ]
    let definitions = shared.compactMap { type in
      xsdNamedType(of: type).map { PlainValue.Member($0, .object(keywords(type))) }
    }
    let schema: [PlainValue.Member] =
      [
        .init("$schema", .text("https://json-schema.org/draft/2020-12/schema")),
        .init("$id", .text(namespace)),
        .init("title", .text("周报告 \(identifier)")),
        .init("$comment", .text("由字段模型生成，请勿手改。Made from the field model; do not edit.")),
      ] + keywords(.object(fields)) + [.init("$defs", .object(definitions))]
    return PlainValue.object(schema).json(indented: true) + "\n"
  }

  private static func schema(of field: Field) -> PlainValue {
    let type =
      xsdNamedType(of: field.type)
      .map { [PlainValue.Member("$ref", .text("#/$defs/\($0)"))] } ?? keywords(field.type)
    return .object(
      [
        .init("title", .text(field.title.zh)),
        .init("description", .text(field.documentation.en)),
      ] + type)
  }

  private static func keywords(_ type: FieldType) -> [PlainValue.Member] {
    switch type {
    case .constant(let text): [.init("const", .text(text))]
    case .choice(let choices):
      [.init("enum", .list(item: "", choices.map { .text($0.value) }))]
    case .integer(let range): integerKeywords(range, type)
    case .boolean: [.init("type", .text("boolean"))]
    case .object(let fields): objectKeywords(fields)
    case .list(let item, let count):
      [
        .init("type", .text("array")), .init("minItems", .number("\(count.lowerBound)")),
        .init("maxItems", .number("\(count.upperBound)")), .init("items", schema(of: item)),
      ]
    default: stringKeywords(type)
    }
  }

  /// A number within the range, or a string of such digits: a JSON number has no full-width ones.
  private static func integerKeywords(
    _ range: ClosedRange<Int>, _ type: FieldType
  ) -> [PlainValue.Member] {
    let blanks = "[ \\t\\n\\r]*"
    return [
      .init("type", .list(item: "", [.text("integer"), .text("string")])),
      .init("minimum", .number("\(range.lowerBound)")),
      .init("maximum", .number("\(range.upperBound)")),
      .init("pattern", .text("^\(blanks)(?:\(type.writtenPattern ?? ""))\(blanks)$")),
    ]
  }

  private static func stringKeywords(_ type: FieldType) -> [PlainValue.Member] {
    let string = PlainValue.Member("type", .text("string"))
    switch type {
    case .text(let length): return [string] + textKeywords(length)
    case .unitName: return [string] + textKeywords(FieldType.unitNameLength)
    case .link(let max):
      return [string, .init("maxLength", .number("\(max)"))] + patternKeywords(type)
    default: return [string] + patternKeywords(type)
    }
  }

  private static func textKeywords(_ length: ClosedRange<Int>) -> [PlainValue.Member] {
    let controls = "[\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f\\ufffe\\uffff]"
    let filled = PlainValue.Member("pattern", .text("[^ \\t\\n\\r\\u00a0\\u3000]"))
    return [.init("maxLength", .number("\(length.upperBound)"))]
      + (length.lowerBound > 0 ? [filled] : [])
      + [.init("not", .object([.init("pattern", .text(controls))]))]
  }

  private static func patternKeywords(_ type: FieldType) -> [PlainValue.Member] {
    guard let pattern = type.writtenPattern else { return [] }
    return [
      .init("pattern", .text("^(?:\(pattern))$")),
      // To ECMA-262 `$` is the end alone; to Python and Perl a line end may still follow.
      .init("not", .object([.init("pattern", .text("\\n"))])),
    ]
  }

  private static func objectKeywords(_ fields: [Field]) -> [PlainValue.Member] {
    [
      .init("type", .text("object")), .init("additionalProperties", .boolean(false)),
      .init(
        "required",
        .list(item: "", fields.filter(\.isRequired).map { .text($0.name) })),
      .init(
        "properties", .object(fields.map { PlainValue.Member($0.name, schema(of: $0)) })),
    ]
  }
}

extension Field {
  /// The title, and the note where there is one.
  var documentation: Bilingual {
    note.zh.isEmpty
      ? title : Bilingual(zh: "\(title.zh)。\(note.zh)", en: "\(title.en); \(note.en)")
  }
}
