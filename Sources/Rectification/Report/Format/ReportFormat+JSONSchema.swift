extension ReportFormat {
  /// The published JSON Schema (draft 2020-12) of the JSON form.
  package static var jsonSchema: String {
    let shared: [FieldType] = [.code, .decimal, .date, .moment, .week, .boolean, .sha256]
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
    case .integer(let range):
      [
        .init("type", .text("integer")), .init("minimum", .number("\(range.lowerBound)")),
        .init("maximum", .number("\(range.upperBound)")),
      ]
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

  private static func stringKeywords(_ type: FieldType) -> [PlainValue.Member] {
    var members: [PlainValue.Member] = [.init("type", .text("string"))]
    switch type {
    case .text(let length):
      members.append(.init("maxLength", .number("\(length.upperBound)")))
      if length.lowerBound > 0 {
        members.append(.init("pattern", .text("[^ \\t\\n\\r\\u00a0\\u3000]")))
      }
      let controls = "[\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f\\ufffe\\uffff]"
      members.append(.init("not", .object([.init("pattern", .text(controls))])))
    case .link(let max): members.append(.init("maxLength", .number("\(max)")))
    default: break
    }
    if let pattern = type.pattern {
      members.append(.init("pattern", .text("^(?:\(pattern))$")))
    }
    return members
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
