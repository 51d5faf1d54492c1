import Rectification

/// The findings of rule `schema`, in words.
extension FieldWalk {
  /// Adds a finding; its texts are only made while there is room for it.
  mutating func refuse(
    _ rule: RuleCode, at offset: Int, _ path: Path, _ message: @autoclosure () -> Bilingual,
    remedy: @autoclosure () -> Bilingual
  ) {
    findings.add(rule) { [map] in
      let place = map.place(at: offset, pointer: path.text)
      return Finding(rule, at: place, message(), remedy: remedy())
    }
  }

  mutating func refuseUnknown(
    _ member: DocumentNode.Member, among fields: [Field], _ path: Path
  ) {
    // Quoted within the call: in a flood most are only counted.
    refuse(
      .schema, at: member.nameOffset, path,
      Bilingual(
        zh: "没有名为\(Quotation.of(member.name))的项目",
        en: "there is no field \(Quotation.of(member.name)) here"),
      remedy: Self.suggestion(for: member.name, among: fields))
  }

  /// `<z:weeklyReport xmlns:z="…"><format>`: the children are in no namespace.
  mutating func refuseUnprefixed(_ first: DocumentNode.Member, _ path: Path) {
    let name = String(first.name.dropFirst(2))
    refuse(
      .schema, at: first.nameOffset, path.member(name),
      Bilingual(
        zh: "子元素 \(name) 等没有写命名空间：上一级元素用了前缀，它们却没有前缀",
        en:
          "\(name) and the elements beside it are in no namespace: the element above has a prefix, and they have none"
      ),
      remedy: Bilingual(
        zh: "请在根元素上写 xmlns=\"\(ReportFormat.namespace)\"，各级都不用前缀；或各级都写同一前缀",
        en:
          "write xmlns=\"\(ReportFormat.namespace)\" on the root and no prefixes, or the same prefix on every element"
      ))
  }

  private static func suggestion(for name: String, among fields: [Field]) -> Bilingual {
    if let near = NearestName.field(for: name, among: fields) {
      return Bilingual(
        zh: "是否应为 \(near.label.zh)？请改名或删除", en: "did you mean \(near.label.en)? rename or delete it"
      )
    }
    let names = fields.map(\.name)
    return Bilingual(
      zh: "请删除；此处可用：\(names.joined(separator: "、"))",
      en: "delete it; known here: \(names.joined(separator: ", "))")
  }

  mutating func refuseDouble(_ member: DocumentNode.Member, _ field: Field, _ path: Path) {
    refuse(
      .schema, at: member.nameOffset, path,
      Bilingual(zh: "\(field.label.zh)重复出现", en: "\(field.label.en) stands here twice"),
      remedy: Bilingual(zh: "请只保留一个", en: "keep one of them"))
  }

  mutating func refuseMissing(_ field: Field, in node: DocumentNode, _ path: Path) {
    let words = Self.missing(field)
    refuse(.schema, at: node.offset, path, words.message, remedy: words.remedy)
  }

  static func missing(_ field: Field) -> (message: Bilingual, remedy: Bilingual) {
    (
      Bilingual(zh: "缺少必填项 \(field.label.zh)", en: "\(field.label.en) is missing"),
      Bilingual(
        zh: "请在此处补上 \(field.name)：\(field.type.instruction.zh)",
        en: "add \(field.name) here: \(field.type.instruction.en)")
    )
  }

  mutating func refuseCount(_ count: Int, _ field: Field, at node: DocumentNode, _ path: Path) {
    refuse(
      .schema, at: node.offset, path,
      Bilingual(
        zh: "\(field.label.zh)有 \(count) 项，数目不合要求", en: "\(field.label.en) has \(count) items"),
      remedy: Bilingual(
        zh: "应为\(field.type.instruction.zh)", en: "it is \(field.type.instruction.en)"))
  }

  mutating func refuseStrayText(
    _ text: [UInt8], in field: Field, at node: DocumentNode, _ path: Path
  ) {
    refuse(
      .schema, at: node.offset, path,
      Bilingual(
        zh: "\(field.label.zh)的子元素之间夹有文字：\(Self.shown(text))",
        en: "\(field.label.en) has text between its elements: \(Self.shown(text))"),
      remedy: Bilingual(zh: "请删除这些文字", en: "delete that text"))
  }

  private static func shown(_ text: [UInt8]) -> String {
    let visible = text.drop(while: \.isXMLBlank).prefix(Quotation.limit * 4 + 4)
    return Quotation.of(String(decoding: visible, as: UTF8.self))
  }

  /// Where editors note the schema of a document; validators permit the two on any element.
  private static let schemaHints: Set<String> = [
    "{http://www.w3.org/2001/XMLSchema-instance}schemaLocation",
    "{http://www.w3.org/2001/XMLSchema-instance}noNamespaceSchemaLocation",
  ]

  mutating func refuseAttributes(of node: DocumentNode, _ path: Path) {
    guard case .element(let element) = node.content else { return }
    for attribute in element.attributes where !Self.schemaHints.contains(attribute) {
      let name = attribute.split(separator: "}").last.map(String.init) ?? attribute
      refuse(
        .schema, at: node.offset, path,
        Bilingual(
          zh: "不允许有属性\(Quotation.of(name))",
          en: "the attribute \(Quotation.of(name)) is not allowed"),
        remedy: Bilingual(
          zh: "请删除该属性；各项写作子元素", en: "delete it; fields are written as elements"))
    }
  }

  mutating func refuseKind(_ node: DocumentNode, _ field: Field, _ path: Path) {
    let found = node.kind
    refuse(
      .schema, at: node.offset, path,
      Bilingual(
        zh: "\(field.label.zh)应为\(field.type.kind.zh)，此处是\(found.zh)",
        en: "\(field.label.en) is \(field.type.kind.en), and here stands \(found.en)"),
      remedy: Self.remedy(for: field, ""))
  }

  static func remedy(for field: Field, _ text: String) -> Bilingual {
    if case .choice(let choices) = field.type,
      let meant = choices.first(where: { $0.title.zh == text || $0.title.en == text })
    {
      return Bilingual(zh: "请写作 \(meant.value)", en: "write \(meant.value)")
    }
    return Bilingual(
      zh: "应填：\(field.type.instruction.zh)", en: "what to write: \(field.type.instruction.en)")
  }
}
