import Rectification

/// 方面、问题、整改事项: the three levels that the rows of the register repeat.
///
/// The same code must carry the same title and stand under the same parent on every row.
struct RegisterLevels {
  private var aspects = Level(name: "方面编号")
  private var problems = Level(name: "问题编号")
  private var items = Level(name: "事项编号")

  private struct Level {
    let name: String
    var order: [Code] = []
    var first: [Code: Seen] = [:]
  }

  private struct Seen {
    let title: String
    let parent: Code?
    let line: Int
  }

  mutating func read(_ row: CSVTable.Row, _ log: inout ProblemLog) {
    let aspect = Self.note(row, title: "方面", under: nil, in: &aspects, &log)
    let problem = Self.note(row, title: "问题", under: aspect, in: &problems, &log)
    Self.note(row, title: "整改事项", under: problem, in: &items, &log)
  }

  func register(_ measures: [Measure]) -> Register {
    Register(
      aspects: aspects.order.compactMap { code in
        aspects.first[code].map { Aspect(code: code, title: $0.title) }
      },
      problems: problems.order.compactMap { code in
        problems.first[code].map {
          Problem(code: code, aspect: $0.parent ?? code, title: $0.title)
        }
      },
      items: items.order.compactMap { code in
        items.first[code].map { Item(code: code, problem: $0.parent ?? code, title: $0.title) }
      },
      measures: measures)
  }

  @discardableResult
  private static func note(
    _ row: CSVTable.Row, title heading: String, under parent: Code?, in level: inout Level,
    _ log: inout ProblemLog
  ) -> Code? {
    let title = row[heading].required(&log)
    guard let code = row[level.name].code(&log) else { return nil }
    guard let seen = level.first[code] else {
      level.order.append(code)
      level.first[code] = Seen(title: title ?? "", parent: parent, line: row.line)
      return code
    }
    if let title, !seen.title.isEmpty, title != seen.title {
      refuseTitle(row[heading], code: code, seen: seen, &log)
    }
    if let parent, let first = seen.parent, parent != first {
      refuseParent(row[level.name], parent: parent, seen: first, line: seen.line, &log)
    }
    return code
  }

  private static func refuseTitle(
    _ cell: WrittenText, code: Code, seen: Seen, _ log: inout ProblemLog
  ) {
    let first = WrittenText.quoted(seen.title)
    log.refuse(
      at: cell.spot,
      Bilingual(
        zh: "\(code)的“\(cell.name)”这里是“\(cell.quoted)”，第\(seen.line)行是“\(first)”",
        en: "“\(cell.name)” of \(code) is “\(cell.quoted)” here and “\(first)” on line \(seen.line)"
      ),
      remedy: Bilingual(
        zh: "同一编号的名称要一字不差，请改成一样或改正编号",
        en: "one code has one title: make them the same or correct the code"
      ))
  }

  private static func refuseParent(
    _ cell: WrittenText, parent: Code, seen: Code, line: Int, _ log: inout ProblemLog
  ) {
    log.refuse(
      at: cell.spot,
      Bilingual(
        zh: "“\(cell.name)”\(cell.text)这里属于\(parent)，第\(line)行属于\(seen)",
        en: "“\(cell.name)” \(cell.text) is under \(parent) here and under \(seen) on line \(line)"),
      remedy: Bilingual(zh: "请改正其中一个编号", en: "correct one of the codes"))
  }
}
