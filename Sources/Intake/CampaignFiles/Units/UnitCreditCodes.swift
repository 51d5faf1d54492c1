import Rectification

/// 统一社会信用代码 of units.csv.
enum UnitCreditCodes {
  /// Nil where none is given, and where it is none, with a problem.
  static func read(_ cell: WrittenText, _ log: inout ProblemLog) -> CreditCode? {
    guard !cell.isEmpty else { return nil }
    do {
      return try CreditCode(cell.text.halfWidth)
    } catch {
      let (message, remedy) = words(for: error)
      log.refuse(
        at: cell.spot,
        Bilingual(
          zh: "“\(cell.name)”“\(cell.quoted)”\(message.zh)",
          en: "“\(cell.name)” “\(cell.quoted)” \(message.en)"), remedy: remedy)
      return nil
    }
  }

  /// A credit code names one unit.
  static func refuseDoubles(_ table: CSVTable, _ log: inout ProblemLog) {
    var lines: [String: Int] = [:]
    for row in table.rows {
      let cell = row["统一社会信用代码"]
      guard !cell.isEmpty else { continue }
      let code = cell.text.halfWidth
      if let line = lines[code] {
        log.refuse(
          at: cell.spot,
          Bilingual(
            zh: "“\(cell.name)”“\(cell.quoted)”第\(line)行已有",
            en: "“\(cell.name)” “\(cell.quoted)” is already on line \(line)"),
          remedy: Bilingual(
            zh: "一个代码只属于一个单位，请核对", en: "a code belongs to one unit; check both"))
      }
      lines[code] = lines[code] ?? row.line
    }
  }

  private static func words(for fault: CreditCode.Fault) -> (Bilingual, remedy: Bilingual) {
    let check = Bilingual(
      zh: "请对照证书逐位核对（GB 32100-2015）", en: "compare it with the certificate (GB 32100-2015)")
    switch fault {
    case .length(let count):
      // A spreadsheet leaves `1.13307E+17` of 18 digits.
      return (
        Bilingual(zh: "是\(count)位，应为18位", en: "has \(count) characters, not 18"),
        Bilingual(
          zh: "请把该列设为“文本”格式，重新输入完整的代码",
          en: "format the column as text and type the whole code again")
      )
    case .character(let position):
      return (
        Bilingual(
          zh: "第\(position)位的字符不可用", en: "has a character at \(position) that may not stand there"),
        Bilingual(
          zh: "只用数字和大写字母（无 I、O、S、V、Z），第3至8位是数字",
          en: "digits and capitals without I, O, S, V, Z; digits from the 3rd to the 8th")
      )
    case .organisationCheck(let expected):
      return (
        Bilingual(
          zh: "第17位（主体标识码的校验码）不符，按前八位应为\(expected)",
          en: "fails the check of the organisation code: the 17th would be \(expected)"), check
      )
    case .check(let expected):
      return (
        Bilingual(
          zh: "第18位（校验码）不符，按前17位应为\(expected)",
          en: "fails its check: the 18th would be \(expected)"), check
      )
    }
  }
}
