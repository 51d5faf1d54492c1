import Rectification

/// 面上共性问题, common-problems.csv: what the drive checks itself for, and what came of it.
///
/// A problem that is clear has a row for each of its preventive measures.
struct CommonProblemsFile {
  static let layout = CSVTable.Layout(
    required: ["共性问题编号", "共性问题", "自查结论"], optional: ["整改事项", "预防措施", "责任单位", "说明"])

  private static let words = ["不涉及", "已有具体体现", "自查未发现"]

  let units: UnitDirectory?
  /// Nil when the register could not be read; then no item is looked up.
  let items: Set<Code>?

  func read(_ table: CSVTable, _ log: inout ProblemLog) -> [CommonProblem] {
    var problems: [CommonProblem] = []
    for row in table.rows {
      guard let code = row["共性问题编号"].code(&log), let title = row["共性问题"].required(&log),
        let word = row["自查结论"].required(&log)
      else { continue }
      let finding = finding(row, word, &log)
      guard let known = problems.firstIndex(where: { $0.code == code }) else {
        if let finding {
          problems.append(
            CommonProblem(code: code, title: title, finding: finding, line: row.line))
        }
        continue
      }
      let first = problems[known]
      if case .clear(let earlier) = first.finding, case .clear(let more)? = finding,
        first.title == title
      {
        problems[known] = CommonProblem(
          code: code, title: title, finding: .clear(earlier + more), line: first.line)
      } else {
        refuse(
          row, "共性问题编号", "与第\(first.line)行不一致：只有“自查未发现”可以有几行，每行一条预防措施",
          "does not go with line \(first.line): only 自查未发现 has several rows, one a measure", &log)
      }
    }
    return problems
  }

  private func finding(
    _ row: CSVTable.Row, _ word: String, _ log: inout ProblemLog
  ) -> CommonProblem.Finding? {
    let only = ["不涉及": "说明", "已有具体体现": "整改事项", "自查未发现": "预防措施"][word]
    for heading in ["整改事项", "预防措施"] where heading != only && !row[heading].isEmpty {
      refuse(row, heading, "：“\(word)”没有这一项", "is not for “\(word)”", &log)
    }
    switch word {
    case "不涉及": return row["说明"].required(&log).map(CommonProblem.Finding.notApplicable)
    case "已有具体体现":
      let items = items(row["整改事项"], &log)
      return items.isEmpty ? nil : .covered(items)
    case "自查未发现":
      let units =
        row["责任单位"].required(&log) == nil
        ? [] : ResponsibleUnits.list(row["责任单位"], units: self.units, on: nil, &log)
      guard let text = row["预防措施"].required(&log), let unit = units.first else { return nil }
      return .clear([.init(text: text, unit: unit, line: row.line)])
    default:
      refuse(
        row, "自查结论", "不在可选之列：\(Self.words.joined(separator: "、"))",
        "is none of \(Self.words.joined(separator: ", "))", &log)
      return nil
    }
  }

  private func items(_ cell: WrittenText, _ log: inout ProblemLog) -> [Code] {
    guard let text = cell.required(&log) else { return [] }
    return text.split(whereSeparator: { "；;、\n".contains($0) }).compactMap { part in
      guard let code = Code(String(part).trimmed), items?.contains(code) ?? true else {
        log.refuse(
          at: cell.spot,
          Bilingual(
            zh: "三张清单里没有整改事项“\(WrittenText.quoted(String(part)))”",
            en: "the register has no item “\(WrittenText.quoted(String(part)))”"),
          remedy: Bilingual(
            zh: "请填写 register.csv 里的事项编号", en: "write codes of items of register.csv"))
        return nil
      }
      return code
    }
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
