import Rectification

/// Why a text is not what the type of its field says.
enum ScalarFault: Error {
  case notOfType
  case blank
  case tooLong(Int)
  case control(Unicode.Scalar)
  case outOfRange
  case noSuchWeek
  case noSuchDate
  case notDecimal

  var rule: RuleCode {
    switch self {
    case .noSuchWeek: .wrongWeek
    case .noSuchDate: .badDate
    case .notDecimal: .badAmount
    default: .schema
    }
  }

  func message(_ field: Field, _ text: String) -> Bilingual {
    let (label, shown) = (field.label, Quotation.of(text))
    switch self {
    case .blank:
      return Bilingual(zh: "\(label.zh)没有内容", en: "\(label.en) is blank")
    case .tooLong(let count):
      return Bilingual(
        zh: "\(label.zh)过长，共 \(count) 字：\(shown)",
        en: "\(label.en) is too long, \(count) characters: \(shown)")
    case .control(let scalar):
      let name = Quotation.of(String(Character(scalar)))
      return Bilingual(
        zh: "\(label.zh)含有控制字符\(name)：\(shown)",
        en: "\(label.en) holds the control character \(name): \(shown)")
    case .outOfRange:
      return Bilingual(
        zh: "\(label.zh)超出范围：\(shown)", en: "\(label.en) is out of range: \(shown)")
    case .noSuchWeek:
      return Bilingual(
        zh: "\(label.zh)\(shown)不存在，该年没有这一周", en: "\(label.en): the year has no week \(shown)")
    case .noSuchDate:
      return Bilingual(
        zh: "\(label.zh)\(shown)是不存在的日期或时间",
        en: "\(label.en): there is no such day or time as \(shown)")
    case .notOfType, .notDecimal:
      return Bilingual(
        zh: "\(label.zh)填写不合要求：\(shown)", en: "\(label.en) is not written as it should be: \(shown)"
      )
    }
  }
}
