import Rectification

/// 三张清单台账: every measure a row, problem list, task list and responsibility list side by side.
extension SummaryWorkbook {
  var registerSheet: SheetTable {
    var table = SheetTable(
      title: "三张清单台账",
      columns: [
        .init("措施编号", 7), .init("方面", 12), .init("问题", 18), .init("整改事项", 18),
        .init("整改措施", 30), .init("整改要求", 16), .init("牵头区领导", 11), .init("牵头单位", 18),
        .init("配合单位", 22), .init("状态", 9), .init("完成率", 8, isShare: true),
        .init("开始日期", 11), .init("完成时限", 11), .init("延期次数", 5), .init("逾期天数", 5),
        .init("剩余天数", 5), .init("最近进展", 34), .init("延误原因", 20), .init("最近报告周", 10),
        .init("来源文件", 20),
      ], frozenColumns: 1, printedColumns: 17)
    table.rows = summary.measures.map { place($0) + progress($0) }
    table.alarmedRows = Set(
      summary.measures.indices.filter { summary.measures[$0].daysOverdue != nil })
    return table
  }

  private func place(_ row: MeasureRow) -> [Cell] {
    let measure = row.state.measure
    return [
      .text(row.code.text), .text(aspects[row.aspect]?.title ?? row.aspect.text),
      .text(problems[row.problem]?.title ?? row.problem.text),
      .text(items[measure.item]?.title ?? measure.item.text), .text(measure.text),
      .text(measure.requirement), .text(measure.leader), .text(summary.name(of: measure.leadUnit)),
      .text(names(of: measure.supportingUnits)),
    ]
  }

  private func progress(_ row: MeasureRow) -> [Cell] {
    let state = row.state
    return [
      .text(state.status.name.zh), .percent(state.percent), .date(state.measure.start),
      Cell(state.due), .count(state.slips), Cell(row.daysOverdue),
      Cell(row.daysLeft), .text(state.entry?.entry.progress ?? ""),
      .text(state.entry?.entry.delay?.reason ?? ""), .text(state.entry?.week.description ?? ""),
      .text(state.entry?.submission.fileName ?? ""),
    ]
  }
}
