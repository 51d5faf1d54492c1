extension FieldType {
  /// What to write, as the remedies of findings say it.
  package var instruction: Bilingual {
    let meaning = meaning
    return Bilingual(
      zh: meaning.zh.filter { $0 != "`" }, en: meaning.en.filter { $0 != "`" })
  }

  /// What to write, as the field table says it in Markdown.
  package var summary: Bilingual {
    let meaning = meaning
    guard takesFullWidth else { return meaning }
    return Bilingual(zh: meaning.zh + "；全角亦可", en: meaning.en + "; full-width forms will do")
  }

  private var meaning: Bilingual {
    switch self {
    case .constant(let text):
      Bilingual(zh: "固定文本 `\(text)`", en: "the fixed text `\(text)`")
    case .text(let length): Self.text(length)
    case .code:
      Bilingual(
        zh: "代码：字母、数字、连字符，最多 32 个，不以连字符开头",
        en: "a code: letters, digits and hyphens, at most 32, not starting with a hyphen")
    case .choice(let choices):
      Bilingual(
        zh: "下列之一：" + choices.map { Self.choice($0, \.zh, "（", "）") }.joined(separator: "、"),
        en: "one of " + choices.map { Self.choice($0, \.en, " (", ")") }.joined(separator: ", "))
    case .integer(let range):
      Bilingual(
        zh: "整数，\(range.lowerBound) 至 \(range.upperBound)",
        en: "a whole number from \(range.lowerBound) to \(range.upperBound)")
    case .unitName:
      Bilingual(
        zh: "单位代码、全称或别名，最多 \(Self.unitNameLength.upperBound) 字",
        en: "the code, the full name or an alias of a unit, at most "
          + "\(Self.unitNameLength.upperBound) characters")
    case .object: Bilingual(zh: "对象", en: "an object")
    case .list(let item, let count): Self.list(item, count)
    default: plainSummary
    }
  }

  private var plainSummary: Bilingual {
    switch self {
    case .decimal:
      Bilingual(
        zh: "十进制数文本，如 `410.36`（JSON 中加引号）", en: "decimal text such as `410.36` (quoted in JSON)")
    case .date: Bilingual(zh: "日期，如 `2024-01-20`", en: "a date such as `2024-01-20`")
    case .moment:
      Bilingual(
        zh: "带时区的时间，如 `2024-01-18T16:20:00+08:00`",
        en: "a time with its offset, such as `2024-01-18T16:20:00+08:00`")
    case .week: Bilingual(zh: "ISO 周，如 `2024-W03`", en: "an ISO week such as `2024-W03`")
    case .boolean: Bilingual(zh: "`true` 或 `false`", en: "`true` or `false`")
    case .sha256:
      Bilingual(
        zh: "SHA-256 校验值，64 位十六进制", en: "a SHA-256 digest, 64 hexadecimal digits")
    case .link(let max):
      Bilingual(
        zh: "http 或 https 网址，最多 \(max) 字符",
        en: "an http or https address of at most \(max) characters")
    default: Bilingual(zh: "", en: "")
    }
  }

  private static func text(_ length: ClosedRange<Int>) -> Bilingual {
    guard length.lowerBound > 0 else {
      return Bilingual(
        zh: "文本，最多 \(length.upperBound) 字", en: "text of at most \(length.upperBound) characters")
    }
    return Bilingual(
      zh: "文本，\(length.lowerBound) 至 \(length.upperBound) 字，不能只有空白",
      en: "text of \(length.lowerBound) to \(length.upperBound) characters, not only blanks")
  }

  private static func choice(
    _ choice: Choice, _ language: KeyPath<Bilingual, String>, _ open: String, _ close: String
  ) -> String {
    let title = choice.title[keyPath: language]
    return title == choice.value ? "`\(choice.value)`" : "`\(choice.value)`\(open)\(title)\(close)"
  }

  private static func list(_ item: Field, _ count: ClosedRange<Int>) -> Bilingual {
    let least = count.lowerBound
    return Bilingual(
      zh: "列表，每项为 `\(item.name)`，\(least > 0 ? "\(least) 至" : "最多") \(count.upperBound) 项",
      en: "a list of `\(item.name)`, \(least > 0 ? "\(least) to" : "at most") \(count.upperBound)")
  }
}
