import Rectification

/// 三张清单, register.csv: one measure a row.
enum RegisterFile {
  static let layout = CSVTable.Layout(
    required: [
      "措施编号", "方面编号", "方面", "问题编号", "问题", "事项编号", "整改事项", "整改措施", "牵头单位", "开始日期", "完成时限",
    ],
    optional: ["整改要求", "牵头区领导", "配合单位", "长期坚持"])

  /// Every measure whose code can be read; the other files are checked against them.
  static func read(
    _ table: CSVTable, units: UnitDirectory?, _ log: inout ProblemLog
  ) -> Register {
    var levels = RegisterLevels()
    var measures: [Measure] = []
    var lines: [Code: Int] = [:]
    // Years that are written wrong stand out against the others.
    let first = table.rows.lazy.compactMap { row -> CivilDate? in
      if case .day(let date) = DateReading(row["开始日期"].text, near: nil) { date } else { nil }
    }.first
    for row in table.rows {
      levels.read(row, &log)
      guard let measure = measure(row, near: first, units: units, &log) else { continue }
      if let line = lines[measure.code] {
        refuseDouble(row["措施编号"], firstLine: line, &log)
      } else {
        lines[measure.code] = row.line
        measures.append(measure)
      }
    }
    if table.rows.isEmpty {
      log.refuse(
        at: .start, Bilingual(zh: "清单里没有整改措施", en: "there are no measures"),
        remedy: Bilingual(zh: "请每条整改措施写一行", en: "write a row for each measure"))
    }
    return levels.register(measures)
  }

  private static func measure(
    _ row: CSVTable.Row, near first: CivilDate?, units: UnitDirectory?, _ log: inout ProblemLog
  ) -> Measure? {
    let code = row["措施编号"].code(&log)
    let item = Code(row["事项编号"].text)
    let text = row["整改措施"].required(&log) ?? ""
    let start = row["开始日期"].date(near: first, &log)
    let deadline = DeadlineCells.read(row, start: start, &log)
    let responsible = ResponsibleUnits.read(row, units: units, on: start, &log)
    guard let code else { return nil }
    // What could not be read is filled with anything: the campaign is refused in any case, and the
    // measure is only there for other files to be checked against.
    return Measure(
      code: code, item: item ?? code, text: text, requirement: row["整改要求"].text,
      leader: row["牵头区领导"].text, leadUnit: responsible.lead ?? code,
      supportingUnits: responsible.supporting, start: start ?? CivilDate(dayNumber: 0),
      deadline: start == nil ? Deadline(.standing) : deadline ?? Deadline(.standing), line: row.line
    )
  }

  private static func refuseDouble(_ cell: WrittenText, firstLine: Int, _ log: inout ProblemLog) {
    log.refuse(
      at: cell.spot,
      Bilingual(
        zh: "措施编号“\(cell.text)”重复，第\(firstLine)行已有",
        en: "the measure code “\(cell.text)” is already on line \(firstLine)"),
      remedy: Bilingual(zh: "请删去一行或另编编号", en: "remove one row or give it another code"))
  }
}
