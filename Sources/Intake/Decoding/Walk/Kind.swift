import Rectification

extension DocumentNode {
  /// What the node is and holds, as a finding names it.
  var kind: Bilingual {
    switch content {
    case .object: Bilingual(zh: "对象 {…}", en: "an object {…}")
    case .array: Bilingual(zh: "列表 […]", en: "a list […]")
    case .string(let text):
      Bilingual(zh: "文本\(Quotation.of(text))", en: "the text \(Quotation.of(text))")
    case .number(let digits):
      Bilingual(zh: "数字\(Quotation.of(digits))", en: "the number \(Quotation.of(digits))")
    case .boolean(let value): Bilingual(zh: " \(value)", en: "\(value)")
    case .null: Bilingual(zh: " null（不允许）", en: "null, which is not allowed")
    case .element(let element): element.kind
    case .absent: Bilingual(zh: "空格", en: "nothing")
    }
  }
}

extension DocumentNode.Element {
  fileprivate var kind: Bilingual {
    if let first = children.first {
      let shown = Quotation.of(first.name)
      return Bilingual(zh: "子元素\(shown)等", en: "the element \(shown)")
    }
    let shown = Quotation.of(String(decoding: text.prefix(400), as: UTF8.self))
    return Bilingual(zh: "文字\(shown)", en: "the text \(shown)")
  }
}

extension FieldType {
  /// The kind of value this type is written as.
  var kind: Bilingual {
    switch self {
    case .object: Bilingual(zh: "对象", en: "an object")
    case .list(let item, _):
      Bilingual(zh: "由 \(item.name) 组成的列表", en: "a list of \(item.name)")
    case .integer: Bilingual(zh: "整数", en: "a whole number")
    case .boolean:
      Bilingual(zh: "不加引号的 true 或 false", en: "true or false without quotes")
    default: Bilingual(zh: "文本", en: "text")
    }
  }
}
