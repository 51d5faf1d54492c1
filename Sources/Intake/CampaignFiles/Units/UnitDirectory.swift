import Rectification

/// The units of a campaign, to be found by code, name or alias.
struct UnitDirectory {
  /// In the order of the file.
  private(set) var units: [Unit] = []
  private var lines: [Code: Int] = [:]
  private var holders: [String: [Holder]] = [:]

  enum Match: Equatable {
    case unit(Code)
    case ambiguous([Code])
    case unknown
  }

  private struct Holder {
    let unit: Code
    let valid: DateInterval
    let line: Int
  }

  var codes: [Code] { units.map(\.code) }

  /// Everything a unit can be called by, codes first, for suggestions.
  var names: [String] { codes.map(\.text) + holders.keys.filter { Code($0) == nil }.sorted() }

  func name(of code: Code) -> String? { units.first { $0.code == code }?.name }

  func line(of code: Code) -> Int? { lines[code] }

  mutating func add(_ unit: Unit, row: CSVTable.Row, _ log: inout ProblemLog) {
    units.append(unit)
    lines[unit.code] = row.line
    hold(unit.code.text, for: unit, .always, at: row["单位代码"], line: row.line, &log)
    if !unit.name.isEmpty {
      hold(unit.name, for: unit, .always, at: row["单位名称"], line: row.line, &log)
    }
    for alias in unit.aliases {
      hold(alias.name, for: unit, alias.valid, at: row["别名"], line: row.line, &log)
    }
  }

  /// The unit a text names on a day.
  ///
  /// The day matters only where a name has passed from one unit to another.
  func find(_ text: String, on date: CivilDate?) -> Match {
    guard let holders = holders[text] else { return .unknown }
    let everybody = distinct(holders)
    if everybody.count == 1 { return .unit(everybody[0]) }
    let then = distinct(holders.filter { holder in date.map(holder.valid.contains) ?? false })
    return then.count == 1 ? .unit(then[0]) : .ambiguous(everybody)
  }

  private func distinct(_ holders: [Holder]) -> [Code] {
    holders.map(\.unit).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  private mutating func hold(
    _ name: String, for unit: Unit, _ valid: DateInterval, at cell: WrittenText, line: Int,
    _ log: inout ProblemLog
  ) {
    let rivals = holders[name, default: []]
    if let rival = rivals.first(where: { $0.unit != unit.code && $0.valid.overlaps(valid) }) {
      log.refuse(
        at: cell.spot,
        Bilingual(
          zh: "“\(name)”同时指第\(rival.line)行的\(rival.unit)和\(unit.code)",
          en: "“\(name)” means both \(rival.unit) of line \(rival.line) and \(unit.code)"),
        remedy: Bilingual(
          zh: "请改名、删去别名，或用 @起~止 写明各自的日期",
          en: "rename, remove the alias, or date each as @first~last"))
    }
    holders[name, default: []].append(Holder(unit: unit.code, valid: valid, line: line))
  }
}

extension DateInterval {
  fileprivate func overlaps(_ other: DateInterval) -> Bool {
    func starts(_ first: CivilDate?, by last: CivilDate?) -> Bool {
      guard let first, let last else { return true }
      return first <= last
    }
    return starts(first, by: other.last) && starts(other.first, by: last)
  }
}
