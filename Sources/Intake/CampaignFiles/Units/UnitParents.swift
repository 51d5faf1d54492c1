import Rectification

/// 上级单位: every parent is a unit, and no unit is above itself.
enum UnitParents {
  static func check(_ table: CSVTable, _ directory: UnitDirectory, _ log: inout ProblemLog) {
    for row in table.rows where !row["上级单位"].isEmpty {
      checkExists(row["上级单位"], directory, &log)
    }
    let cells = Dictionary(
      table.rows.map { ($0["单位代码"].text, $0["上级单位"]) }, uniquingKeysWith: { first, _ in first })
    for cycle in cycles(directory) {
      guard let first = cycle.first, let cell = cells[first.text] else { continue }
      let chain = (cycle + [first]).map(\.text).joined(separator: " → ")
      log.refuse(
        at: cell.spot,
        Bilingual(zh: "上级单位绕成了圈：\(chain)", en: "the parent units go round in a circle: \(chain)"),
        remedy: Bilingual(zh: "请把其中一个单位的上级改正或留空", en: "correct or empty one of the parents"))
    }
  }

  private static func checkExists(
    _ cell: WrittenText, _ directory: UnitDirectory, _ log: inout ProblemLog
  ) {
    if let code = Code(cell.text), directory.line(of: code) != nil { return }
    var otherwise = Bilingual(
      zh: "请写名录里的单位代码，或留空", en: "write the code of a unit of this file, or leave it empty")
    if case .unit(let code) = directory.find(cell.text, on: nil) {
      otherwise = Bilingual(zh: "请写单位代码 \(code)", en: "write the unit's code, \(code)")
    }
    log.refuse(
      at: cell.spot,
      Bilingual(
        zh: "上级单位“\(cell.quoted)”不是名录里的单位代码",
        en: "the parent “\(cell.quoted)” is not the code of a unit here"),
      remedy: log.didYouMean(
        cell.text, among: directory.codes.map(\.text), otherwise: otherwise))
  }

  /// Each circle once, from its first unit in the order of the file.
  private static func cycles(_ directory: UnitDirectory) -> [[Code]] {
    let parents = Dictionary(
      directory.units.map { ($0.code, $0.parent) }, uniquingKeysWith: { first, _ in first })
    var done: Set<Code> = []
    var cycles: [[Code]] = []
    for unit in directory.units {
      var path: [Code] = []
      var onPath: [Code: Int] = [:]
      var next: Code? = unit.code
      while let code = next, !done.contains(code), parents[code] != nil {
        if let start = onPath[code] {
          cycles.append(Array(path[start...]))
          break
        }
        onPath[code] = path.count
        path.append(code)
        next = parents[code] ?? nil
      }
      done.formUnion(path)
    }
    return cycles
  }
}
