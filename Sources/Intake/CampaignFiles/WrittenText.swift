import Rectification

/// One value as it stands in a file: a cell of a CSV file or a scalar of campaign.yaml.
struct WrittenText {
  /// The column's heading, or the path of the key: `完成时限`, `cycle.report.time`.
  let name: String
  /// Without spaces around it.
  let text: String
  let spot: Spot

  var isEmpty: Bool { text.isEmpty }

  /// The value as messages quote it: one line, at most 40 characters.
  var quoted: String { Self.quoted(text) }

  static func quoted(_ text: some StringProtocol) -> String {
    let line = text.unicodeScalars.prefix(41).map { $0 == "\n" || $0 == "\r" ? " " : $0 }
    let isCut = line.count > 40
    return String(String.UnicodeScalarView(line.prefix(40))) + (isCut ? "…" : "")
  }

  /// The text; nil, and a problem, when there is none.
  func required(_ log: inout ProblemLog) -> String? {
    guard isEmpty else { return text }
    log.refuse(
      at: spot, Bilingual(zh: "“\(name)”没有填写", en: "“\(name)” is empty"),
      remedy: Bilingual(
        zh: "请填写；合并过的单元格要先取消合并，每一行都填满",
        en: "fill it in; undo merged cells and fill every row"))
    return nil
  }

  func code(_ log: inout ProblemLog) -> Code? {
    guard let text = required(&log) else { return nil }
    if let code = Code(text.halfWidth) { return code }
    let general = Bilingual(
      zh: "代码只用半角字母、数字和连字符，以字母或数字开头，不超过32个字符",
      en: "use ASCII letters, digits and hyphens, a letter or digit first, 32 at most")
    let halved = Code(text.halfWidth.filter { $0 != " " })
    log.refuse(
      at: spot,
      Bilingual(zh: "“\(name)”“\(quoted)”不是代码", en: "“\(name)” “\(quoted)” is not a code"),
      remedy: halved.map {
        Bilingual(zh: "请改成半角：\($0)", en: "write it in half-width: \($0)")
      } ?? general)
    return nil
  }

  /// The day written here, which must be given.
  ///
  /// `near` is the day from which a suggestion takes the year or month that the text leaves out.
  func date(near: CivilDate?, _ log: inout ProblemLog) -> CivilDate? {
    guard let text = required(&log) else { return nil }
    switch DateReading(text, near: near) {
    case .day(let date):
      guard let near, date.isFar(from: near) else { return date }
      log.refuse(
        at: spot,
        Bilingual(
          zh: "“\(name)”\(date) 离 \(near) 十年以上",
          en: "“\(name)” \(date) is more than ten years from \(near)"),
        remedy: Bilingual(zh: "请核对年份", en: "look at the year"))
    case .noSuchDay(let suggestion):
      log.refuse(
        at: spot,
        Bilingual(
          zh: "“\(name)”“\(quoted)”这一天不存在", en: "“\(name)” “\(quoted)” is a day that does not exist"
        ),
        remedy: Self.dateRemedy(suggestion))
    case .unclear(let suggestion):
      log.refuse(
        at: spot,
        Bilingual(
          zh: "“\(name)”“\(quoted)”不是确切的日期", en: "“\(name)” “\(quoted)” is not an exact date"),
        remedy: Self.dateRemedy(suggestion))
    }
    return nil
  }

  /// The day written here; nil, without a problem, when nothing is.
  func optionalDate(near: CivilDate?, _ log: inout ProblemLog) -> CivilDate? {
    isEmpty ? nil : date(near: near, &log)
  }

  static func dateRemedy(_ suggestion: CivilDate?) -> Bilingual {
    guard let suggestion else {
      return Bilingual(zh: "请写成 2024-01-20 这样的日期", en: "write a date such as 2024-01-20")
    }
    return Bilingual(
      zh: "请写确切日期，例如 \(suggestion)", en: "write the exact date, for instance \(suggestion)")
  }
}
