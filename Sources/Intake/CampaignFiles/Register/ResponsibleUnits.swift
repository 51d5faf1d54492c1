import Rectification

/// 牵头单位 and 配合单位 of one row.
enum ResponsibleUnits {
  /// Without a directory (units.csv could not be read) nothing is looked up and nothing refused.
  static func read(
    _ row: CSVTable.Row, units: UnitDirectory?, on date: CivilDate?, _ log: inout ProblemLog
  ) -> (lead: Code?, supporting: [Code]) {
    let leads = parts(row["牵头单位"])
    let lead = row["牵头单位"].required(&log).flatMap { _ in
      single(leads, row["牵头单位"], units: units, on: date, &log)
    }
    var supporting: [Code] = []
    for name in parts(row["配合单位"]) {
      guard let code = code(name, row["配合单位"], units: units, on: date, &log) else { continue }
      if code == lead {
        refuse(row["配合单位"], "“\(name)”已是牵头单位", "“\(name)” is the lead unit already", &log)
      } else if supporting.contains(code) {
        refuse(row["配合单位"], "“\(name)”列了两次", "“\(name)” is listed twice", &log)
      } else {
        supporting.append(code)
      }
    }
    return (lead, supporting)
  }

  /// One unit or more, of a cell that knows no lead: 责任单位.
  static func list(
    _ cell: WrittenText, units: UnitDirectory?, on date: CivilDate?, _ log: inout ProblemLog
  ) -> [Code] {
    var found: [Code] = []
    for name in parts(cell) {
      guard let code = code(name, cell, units: units, on: date, &log) else { continue }
      if found.contains(code) {
        refuse(cell, "“\(name)”列了两次", "“\(name)” is listed twice", &log)
      } else {
        found.append(code)
      }
    }
    return found
  }

  /// 、 is among the separators, and line breaks, which spreadsheets make with Alt-Enter.
  private static func parts(_ cell: WrittenText) -> [String] {
    cell.text.split(whereSeparator: { "；;、\n".contains($0) })
      .map(\.trimmed).filter { !$0.isEmpty }
  }

  private static func single(
    _ names: [String], _ cell: WrittenText, units: UnitDirectory?, on date: CivilDate?,
    _ log: inout ProblemLog
  ) -> Code? {
    guard names.count == 1 else {
      log.refuse(
        at: cell.spot,
        Bilingual(zh: "“牵头单位”写了\(names.count)个", en: "“牵头单位” names \(names.count) units"),
        remedy: Bilingual(
          zh: "牵头单位只能有一个，其余写进“配合单位”", en: "name exactly one; the others belong in “配合单位”"))
      return nil
    }
    return code(names[0], cell, units: units, on: date, &log)
  }

  private static func code(
    _ name: String, _ cell: WrittenText, units: UnitDirectory?, on date: CivilDate?,
    _ log: inout ProblemLog
  ) -> Code? {
    guard let units else { return nil }
    let quoted = WrittenText.quoted(name)
    switch units.find(name, on: date) {
    case .unit(let code): return code
    case .ambiguous(let codes):
      let list = codes.map(\.text).joined(separator: "、")
      log.refuse(
        at: cell.spot,
        Bilingual(zh: "“\(quoted)”可以指\(list)", en: "“\(quoted)” may mean \(list)"),
        remedy: Bilingual(zh: "请写单位代码", en: "write the unit's code"))
    case .unknown:
      log.refuse(
        at: cell.spot,
        Bilingual(
          zh: "“\(cell.name)”“\(quoted)”不在单位名录里",
          en: "“\(cell.name)” “\(quoted)” is not in units.csv"),
        remedy: log.didYouMean(
          name, among: units.names,
          otherwise: Bilingual(
            zh: "请改正，或先在 units.csv 里登记这个单位", en: "correct it, or enter the unit in units.csv first")
        ))
    }
    return nil
  }

  private static func refuse(
    _ cell: WrittenText, _ zh: String, _ en: String, _ log: inout ProblemLog
  ) {
    log.refuse(
      at: cell.spot, Bilingual(zh: zh, en: en),
      remedy: Bilingual(zh: "请从“\(cell.name)”里删去", en: "remove it from “\(cell.name)”"))
  }
}
