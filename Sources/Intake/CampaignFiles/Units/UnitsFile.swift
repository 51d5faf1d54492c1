import Rectification

/// 单位名录, units.csv.
enum UnitsFile {
  static let layout = CSVTable.Layout(
    required: ["单位代码", "单位名称"],
    optional: ["别名", "上级单位", "统一社会信用代码", "分管领导", "启用日期", "停用日期", UnitSigningKeys.heading])

  /// Every unit whose code can be read, so that other files are not blamed for a mistake in this one.
  static func read(_ table: CSVTable, _ log: inout ProblemLog) -> UnitDirectory {
    var directory = UnitDirectory()
    for row in table.rows {
      guard let unit = unit(row, &log) else { continue }
      if let line = directory.line(of: unit.code) {
        refuseDouble(row["单位代码"], firstLine: line, &log)
      } else {
        directory.add(unit, row: row, &log)
      }
    }
    if table.rows.isEmpty {
      log.refuse(
        at: .start, Bilingual(zh: "名录里没有单位", en: "there are no units"),
        remedy: Bilingual(zh: "请每个单位写一行", en: "write a row for each unit"))
    }
    UnitParents.check(table, directory, &log)
    UnitCreditCodes.refuseDoubles(table, &log)
    UnitSigningKeys.refuseDoubles(table, &log)
    return directory
  }

  private static func unit(_ row: CSVTable.Row, _ log: inout ProblemLog) -> Unit? {
    let code = row["单位代码"].code(&log)
    let name = row["单位名称"].required(&log)
    let active = interval(row, &log)
    let aliases = UnitAliases.read(row["别名"], &log)
    let creditCode = UnitCreditCodes.read(row["统一社会信用代码"], &log)
    let signingKey = UnitSigningKeys.read(row[UnitSigningKeys.heading], &log)
    guard let code else { return nil }
    return Unit(
      code: code, name: name ?? "", aliases: aliases, parent: Code(row["上级单位"].text),
      creditCode: creditCode, leader: row["分管领导"].text, active: active,
      signingKey: signingKey)
  }

  private static func interval(_ row: CSVTable.Row, _ log: inout ProblemLog) -> DateInterval {
    let first = row["启用日期"].optionalDate(near: nil, &log)
    let last = row["停用日期"].optionalDate(near: first, &log)
    if let first, let last, last < first {
      log.refuse(
        at: row["停用日期"].spot,
        Bilingual(
          zh: "“停用日期”\(last)早于“启用日期”\(first)", en: "“停用日期” \(last) is before “启用日期” \(first)"),
        remedy: Bilingual(zh: "请改正其中一个", en: "correct one of them"))
    }
    return DateInterval(first: first, last: last)
  }

  private static func refuseDouble(_ cell: WrittenText, firstLine: Int, _ log: inout ProblemLog) {
    log.refuse(
      at: cell.spot,
      Bilingual(
        zh: "单位代码“\(cell.text)”重复，第\(firstLine)行已有",
        en: "the unit code “\(cell.text)” is already on line \(firstLine)"),
      remedy: Bilingual(zh: "请删去一行或另编代码", en: "remove one row or give it another code"))
  }
}
