import Rectification

/// 议定事项, resolutions.csv: what meetings have settled, and further down how it ended.
///
/// Append-only: a row without 议定事项 says that the one of its number is done.
struct ResolutionsFile {
  static let layout = CSVTable.Layout(
    required: ["议定编号", "会议日期", "议定事项", "责任单位", "完成时限"],
    optional: ["措施编号", "办结日期", "办结情况"])

  let units: UnitDirectory?
  let measures: [Code: Measure]?

  func read(_ table: CSVTable, _ log: inout ProblemLog) -> [Resolution] {
    var resolutions: [Code: Resolution] = [:]
    var order: [Code] = []
    for row in table.rows {
      guard let code = row["议定编号"].code(&log) else { continue }
      if row["议定事项"].isEmpty {
        resolutions[code] = ended(row, resolutions[code], &log) ?? resolutions[code]
      } else if let known = resolutions[code] {
        refuse(
          row, "议定编号", "“\(code)”重复，第\(known.line)行已有", "is on line \(known.line) already", &log)
      } else if let resolution = resolution(row, code, &log) {
        resolutions[code] = resolution
        order.append(code)
      }
    }
    return order.compactMap { resolutions[$0] }
  }

  private func resolution(
    _ row: CSVTable.Row, _ code: Code, _ log: inout ProblemLog
  ) -> Resolution? {
    let meeting = row["会议日期"].date(near: nil, &log)
    let due = row["完成时限"].date(near: meeting, &log)
    let responsible = responsible(row["责任单位"], on: meeting, &log)
    let measure = measure(row["措施编号"], &log)
    let outcome = row["办结日期"].isEmpty ? nil : outcome(row, after: meeting, &log)
    // Without a directory nobody is looked up, and the campaign is not loaded anyway.
    guard let meeting, let due, !responsible.isEmpty || units == nil else { return nil }
    if due < meeting {
      refuse(row, "完成时限", "早于会议日期\(meeting)", "is before the meeting, \(meeting)", &log)
    }
    return Resolution(
      code: code, meeting: meeting, text: row["议定事项"].text, units: responsible, due: due,
      measure: measure, outcome: outcome, line: row.line)
  }

  private func ended(
    _ row: CSVTable.Row, _ open: Resolution?, _ log: inout ProblemLog
  ) -> Resolution? {
    for heading in ["会议日期", "责任单位", "完成时限", "措施编号"] where !row[heading].isEmpty {
      refuse(row, heading, "：办结的一行不用再写", "is not repeated where it is done", &log)
    }
    guard let open else {
      refuse(row, "议定编号", "前面没有这一项", "is not above this row", &log)
      return nil
    }
    guard open.outcome == nil else {
      refuse(row, "议定编号", "已经办结", "is done already", &log)
      return nil
    }
    return outcome(row, after: open.meeting, &log).map { outcome in
      Resolution(
        code: open.code, meeting: open.meeting, text: open.text, units: open.units, due: open.due,
        measure: open.measure, outcome: outcome, line: open.line)
    }
  }

  private func outcome(
    _ row: CSVTable.Row, after meeting: CivilDate?, _ log: inout ProblemLog
  ) -> Resolution.Outcome? {
    guard let day = row["办结日期"].date(near: meeting, &log) else { return nil }
    if let meeting, day < meeting {
      refuse(row, "办结日期", "早于会议日期\(meeting)", "is before the meeting, \(meeting)", &log)
    }
    guard let text = row["办结情况"].required(&log) else { return nil }
    return Resolution.Outcome(doneOn: day, text: text, line: row.line)
  }

  private func responsible(
    _ cell: WrittenText, on meeting: CivilDate?, _ log: inout ProblemLog
  ) -> [Code] {
    guard cell.required(&log) != nil else { return [] }
    return ResponsibleUnits.list(cell, units: units, on: meeting, &log)
  }

  private func measure(_ cell: WrittenText, _ log: inout ProblemLog) -> Code? {
    guard !cell.isEmpty, let code = cell.code(&log) else { return nil }
    guard let measures, measures[code] == nil else { return code }
    log.refuse(
      at: cell.spot,
      Bilingual(zh: "三张清单里没有措施“\(code)”", en: "the register has no measure “\(code)”"),
      remedy: log.didYouMean(
        code.text, among: measures.keys.map(\.text).sorted(),
        otherwise: Bilingual(
          zh: "请填写 register.csv 里的措施编号", en: "write the code of a measure of register.csv")))
    return nil
  }

  private func refuse(
    _ row: CSVTable.Row, _ heading: String, _ zh: String, _ en: String, _ log: inout ProblemLog
  ) {
    log.refuse(
      at: row[heading].spot,
      Bilingual(
        zh: "“\(heading)”\(row[heading].quoted)\(zh)",
        en: "“\(heading)” \(row[heading].quoted) \(en)"),
      remedy: Bilingual(zh: "请改正这一格", en: "correct this cell"))
  }
}
