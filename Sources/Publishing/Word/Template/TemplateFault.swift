import Rectification

/// What is wrong with a template.
package enum TemplateFault: Error, Hashable {
  case notADocument
  case tooLarge
  /// 密级标志; nothing is said of where or what.
  case secrecyMark
  /// Braces that are never closed, with what follows them.
  case open(String)
  /// A name that means nothing here, and the names near it.
  case unknown(String, near: [String])
  /// A list where a value belongs, or a value where a list does.
  case wrongKind(String, isList: Bool)
  /// `{{#x}}` without `{{/x}}`, or the other way round.
  case unpaired(String)
  /// One that begins inside another and ends outside.
  case crossed(String)

  package var message: Bilingual {
    switch self {
    case .notADocument:
      Bilingual(zh: "不是 Word 文档（.docx）", en: "this is no Word document (.docx)")
    case .tooLarge:
      Bilingual(zh: "模板解开后超过 16 MiB", en: "the template unpacks to more than 16 MiB")
    case .secrecyMark:
      Bilingual(zh: "模板带有密级标志或内部标识，不用", en: "the template bears a secrecy mark and is not used")
    case .open(let text):
      Bilingual(
        zh: "占位符没有写完：\(text)", en: "a placeholder is not closed: \(text)")
    case .unknown(let name, _):
      Bilingual(zh: "没有这个占位符：\(name)", en: "there is no placeholder \(name)")
    case .wrongKind(let name, let isList):
      isList
        ? Bilingual(
          zh: "\(name) 是一个清单，要写成一对", en: "\(name) is a list and is written as a pair")
        : Bilingual(zh: "\(name) 是一个值，不能重复", en: "\(name) is one value and cannot be repeated")
    case .unpaired(let name):
      Bilingual(zh: "\(name) 没有配对", en: "\(name) has no counterpart")
    case .crossed(let name):
      Bilingual(zh: "\(name) 和另一对交错", en: "\(name) crosses another pair")
    }
  }

  package var remedy: Bilingual {
    switch self {
    case .notADocument, .tooLarge:
      Bilingual(
        zh: "请在 WPS 或 Word 里另存为 .docx；删去这个文件则用自带的模板",
        en: "save it as .docx in WPS or Word; without the file the shipped template is used")
    case .secrecyMark:
      Bilingual(
        zh: "本系统不得处理国家秘密和内部资料：请按保密规定移走",
        en: "this system may not hold secrets: take the template away")
    case .open: Bilingual(zh: "请补上 }}", en: "add the }}")
    case .unknown(_, let near) where !near.isEmpty:
      Bilingual(
        zh: "是不是 \(near.joined(separator: "、"))？全部占位符见 docs/templates.md",
        en: "did you mean \(near.joined(separator: ", "))? All of them are in docs/templates.md")
    case .unknown:
      Bilingual(
        zh: "请删去或改正；全部占位符见 docs/templates.md",
        en: "remove or correct it; all of them are in docs/templates.md")
    case .wrongKind, .unpaired, .crossed:
      Bilingual(
        zh: "清单写成 {{#名称}}…{{/名称}}，一对放在同一表格行、同一段，或各占一段；见 docs/templates.md",
        en: """
          a list is written {{#name}}…{{/name}}, both in one table row, in one paragraph, or each in \
          a paragraph of its own; see docs/templates.md
          """)
    }
  }
}
