import Rectification

/// `measures.csv`: one measure a row, in the order of the register.
func measuresTable(_ summary: WeekSummary, problems: [Problem]) -> String {
  var table = CSV([
    "方面", "问题编号", "问题", "事项编号", "整改事项", "措施编号", "整改措施", "整改要求", "牵头区领导",
    "牵头单位", "配合单位", "状态", "完成率（%）", "开始日期", "完成时限", "原定时限", "延期次数", "逾期天数",
    "剩余天数", "轮次", "最近进展", "下周计划", "延误原因", "预计完成", "最近报告周", "来源文件", "SHA-256",
    "位置", "收到时间",
  ])
  let aspects = titles(summary.aspects.map { ($0.aspect.code, $0.aspect.title) })
  let items = titles(summary.items.map { ($0.item.code, $0.item.title) })
  let problemTitles = titles(problems.map { ($0.code, $0.title) })
  for row in summary.measures {
    let item = row.state.measure.item
    let heads = [
      aspects[row.aspect] ?? row.aspect.text, row.problem.text, problemTitles[row.problem] ?? "",
      item.text, items[item] ?? "",
    ]
    table.add(heads + measureCells(row, summary) + entryCells(row.state.entry, summary))
  }
  return table.text
}

private func measureCells(_ row: MeasureRow, _ summary: WeekSummary) -> [String] {
  let state = row.state
  let measure = state.measure
  return [
    measure.code.text, measure.text, measure.requirement, measure.leader,
    summary.name(of: measure.leadUnit),
    measure.supportingUnits.map(summary.name).joined(separator: "、"), state.status.name.zh,
    String(state.percent), measure.start.description, state.due.name.zh,
    state.originalDue.name.zh, String(state.slips),
    row.daysOverdue.map(String.init) ?? "", row.daysLeft.map(String.init) ?? "",
    String(state.round),
  ]
}

private func entryCells(_ reported: ReportedEntry?, _ summary: WeekSummary) -> [String] {
  guard let reported else { return Array(repeating: "", count: 9) }
  let (entry, submission) = (reported.entry, reported.submission)
  return [
    entry.progress, entry.plan, entry.delay?.reason ?? "",
    entry.delay?.expectedDate?.description ?? "", reported.week.description, submission.fileName,
    submission.digest.hex, entry.place.text,
    submission.receivedAt.short(in: summary.settings.zone),
  ]
}

private func titles(_ pairs: [(Code, String)]) -> [Code: String] {
  Dictionary(pairs, uniquingKeysWith: { first, _ in first })
}

extension Place {
  /// `12:7 /entries/0`, or `进展!A5`; the pointer alone where a file has no lines.
  var text: String {
    if let sheet, let cell { return "\(sheet.rawValue)!\(cell)" }
    let position = line == 0 ? "" : "\(line):\(column)"
    return [position, pointer].filter { !$0.isEmpty }.joined(separator: " ")
  }
}
