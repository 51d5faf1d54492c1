import Rectification

/// Codes for what the ledger has no codes of: A1, P01, I01, M001, in the order of the rows.
struct RegisterNumbering {
  private let head: ImportHead

  init(_ head: ImportHead) {
    self.head = head
  }

  func number(_ rows: [ImportedRow]) -> (rows: [ImportedRow], remarks: [Bilingual]) {
    var rows = rows
    var remarks: [Bilingual] = []
    for level in Self.levels where head.columns[level.code] == nil {
      var codes: [[String]: Int] = [:]
      let keys = rows.map { row in level.path.map { row[$0] } }
      for key in keys where codes[key] == nil { codes[key] = codes.count + 1 }
      let width = max(level.width, String(codes.count).utf8.count)
      for index in rows.indices {
        // What has no title has no code either; both are missing in the cell of the title.
        let isTitled = keys[index].last != ""
        let code = codes[keys[index]].map { Self.code(level.letter, $0, width) }
        rows[index].set(
          level.code, isTitled ? code ?? "" : "",
          from: rows[index].source(of: level.path.last ?? ""))
      }
      remarks.append(Self.remark(level.code, level.letter, codes.count, width))
    }
    guard head.columns["措施编号"] == nil else { return (rows, remarks) }
    let width = max(3, String(rows.count).utf8.count)
    for index in rows.indices {
      rows[index].set(
        "措施编号", Self.code("M", index + 1, width), from: rows[index].source(of: "整改措施"))
    }
    return (rows, remarks + [Self.remark("措施编号", "M", rows.count, width)])
  }

  private typealias Level = (code: String, letter: String, width: Int, path: [String])

  /// The same title under another parent is another problem.
  private static let levels: [Level] = [
    ("方面编号", "A", 1, ["方面"]), ("问题编号", "P", 2, ["方面", "问题"]),
    ("事项编号", "I", 2, ["方面", "问题", "整改事项"]),
  ]

  private static func code(_ letter: String, _ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return letter + String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }

  private static func remark(
    _ heading: String, _ letter: String, _ count: Int, _ width: Int
  ) -> Bilingual {
    let (first, last) = (code(letter, 1, width), code(letter, count, width))
    return Bilingual(
      zh: "没有“\(heading)”列，按行序编为 \(first) 至 \(last)",
      en: "there is no “\(heading)”; it is numbered \(first) to \(last) by the order of the rows")
  }
}
