/// A form as a unit sends it back: the sheets and headings of the real one, rows as a test has them.
package struct FormFile {
  package var version = "zhouhui-weekly-form/1"
  package var basics: [String: String] = [
    "整改专项": "jingan-2023", "报送单位": "BM01", "报告周": "2024-W03", "修订号": "1",
    "报送时间": "2024-01-18 16:20", "填报人（岗位）": "办公室联络员", "零报告": "否",
  ]
  package var entries: [[String: String]] = []
  package var evidence: [[String: String]] = []
  package var requests: [[String: String]] = []
  package var outcomes: [[String: String]] = []
  package var missingSheet: String?
  /// Headings that have been written anew.
  package var renamed: [String: String] = [:]

  package init() {}

  private static let labels = ["整改专项", "报送单位", "报告周", "修订号", "报送时间", "填报人（岗位）", "零报告"]
  private static let entryHeads = [
    "措施编号", "责任", "整改措施", "完成时限", "上次状态", "上次进度（%）", "上次进展", "本周状态", "本周进度（%）", "本周进展",
    "下周计划", "滞后原因", "预计完成日期", "申请延期至", "延期理由", "销号说明",
  ]
  private static let evidenceHeads = ["措施编号", "材料名称", "材料校验值（SHA-256）", "材料网址"]
  private static let requestHeads = ["事项", "请求", "需参加单位"]
  private static let outcomeHeads = ["成效种类", "名称", "计量单位", "上次累计", "数量", "金额", "金额单位"]

  package var workbook: WorkbookFile {
    var file = WorkbookFile()
    let sheets: [(String, [[String]])] = [
      ("填报说明", [["请逐项填写"]]),
      ("基本情况", [["周报告填报表"]] + Self.labels.map { [$0, basics[$0] ?? ""] }),
      ("进展", table(Self.entryHeads, entries)), ("佐证材料", table(Self.evidenceHeads, evidence)),
      ("需协调事项", table(Self.requestHeads, requests)),
      ("成效", table(Self.outcomeHeads, outcomes)), ("zhouhui", [[version], ["+08:00"]]),
    ]
    for (name, rows) in sheets where name != missingSheet { file.add(name, rows: rows) }
    file.hidden = ["zhouhui"]
    return file
  }

  /// A title, the headings in row 2, and the rows from row 3 on; a key of no heading is a column more.
  private func table(_ heads: [String], _ rows: [[String: String]]) -> [[String]] {
    let extra = Set(rows.flatMap(\.keys)).subtracting(heads).sorted()
    let all = heads + extra
    return [["标题"], all.map { renamed[$0] ?? $0 }] + rows.map { row in all.map { row[$0] ?? "" } }
  }
}
