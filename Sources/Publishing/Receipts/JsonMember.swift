import Rectification

/// One member of a published JSON object: its value, its schema and its line in the documents.
struct JsonMember<Subject>: Sendable {
  let name: String
  /// What a reader of the schema and of docs/formats/outputs.md is told.
  let about: Bilingual
  /// The keywords of JSON Schema that its value meets.
  let schema: Json
  let value: @Sendable (Subject) -> Json

  init(
    _ name: String, _ about: Bilingual, _ schema: Json, value: @escaping @Sendable (Subject) -> Json
  ) {
    self.name = name
    self.about = about
    self.schema = schema
    self.value = value
  }
}

extension Array {
  /// The object that the members make of one subject.
  func object<Subject>(of subject: Subject) -> Json where Element == JsonMember<Subject> {
    .object(
      Dictionary(
        map { ($0.name, $0.value(subject)) }, uniquingKeysWith: { first, _ in first }))
  }

  /// The keywords of JSON Schema for that object.
  ///
  /// Every member is required. More may come under the same version, so none is forbidden.
  func objectSchema<Subject>() -> [String: Json] where Element == JsonMember<Subject> {
    let properties = map { member in (member.name, member.described) }
    return [
      "type": "object", "required": .list(map { .text($0.name) }),
      "properties": .object(Dictionary(properties, uniquingKeysWith: { first, _ in first })),
    ]
  }

  /// A table in Markdown, one row a member.
  func table<Subject>(prefix: String = "") -> [String] where Element == JsonMember<Subject> {
    map { "| `\(prefix)\($0.name)` | \($0.about.zh) | \($0.about.en) |" }
  }
}

extension JsonMember {
  fileprivate var described: Json {
    guard case .object(var keywords) = schema else { return schema }
    keywords["title"] = .text(about.zh)
    keywords["description"] = .text(about.en)
    return .object(keywords)
  }
}

extension Json: ExpressibleByArrayLiteral {
  init(arrayLiteral values: Json...) { self = .list(values) }
}
