import Rectification

/// The sheets on what happened this week: reports, alerts, the meeting, outcomes.
extension SummaryWorkbook {
  var reportingSheet: SheetTable {
    var table = SheetTable(
      title: "报送情况",
      columns: [
        .init("单位代码", 10), .init("单位", 24), .init("报送状态", 12), .init("收到时间", 16),
        .init("收到份数", 8), .init("退回份数", 8), .init("连续未报周数", 9), .init("回执结论", 16),
        .init("采用的文件", 26), .init("抓取失败原因", 26),
      ], frozenColumns: 2)
    table.rows = summary.reporting.map { unit in
      [
        .text(unit.unit.text), .text(summary.name(of: unit.unit)), .text(unit.state.name.zh),
        unit.effective.map { .moment($0.receivedAt, zone) } ?? .blank, .count(unit.received),
        .count(unit.rejected), .count(unit.silentWeeks), .text(unit.verdict?.name.zh ?? ""),
        .text(unit.effective?.fileName ?? ""), .text(unit.failure?.reason ?? ""),
      ]
    }
    table.alarmedRows = Set(
      summary.reporting.indices.filter { summary.reporting[$0].state == .missing })
    return table
  }

  var alertSheet: SheetTable {
    var table = SheetTable(
      title: "逾期与预警",
      columns: [
        .init("灯", 5), .init("类别", 12), .init("编号", 9), .init("对象", 38), .init("牵头单位", 16),
        .init("完成时限", 11.5), .init("完成率", 10, isShare: true), .init("剩余天数", 7),
        .init("逾期工作日", 7), .init("催办阶段", 8), .init("变化", 7), .init("始于", 11.5),
        .init("发送对象", 22), .init("情况", 34),
      ])
    table.rows = summary.alerts.map(alertCells)
    table.alarmedRows = Set(
      summary.alerts.indices.filter {
        summary.alerts[$0].level == .red && summary.alerts[$0].life != .cleared
      })
    return table
  }

  private func alertCells(_ alert: Alert) -> [Cell] {
    let subject = alert.identity.subject
    // The subject of an alert on silence is a unit.
    let row = alert.identity.kind == .silent ? nil : rows[subject]
    let state = row?.state
    return [
      .text(alert.level.name.zh), .text(alert.identity.kind.name.zh), .text(subject.text),
      .text(state?.measure.text ?? summary.name(of: subject)),
      .text(summary.name(of: state?.measure.leadUnit ?? subject)),
      state.map { Cell($0.due) } ?? .blank,
      state.map { .percent($0.percent) } ?? .blank, Cell(alert.daysLeft),
      .count(alert.workdaysOverdue), .text(alert.step?.name.zh ?? ""), .text(alert.life.name.zh),
      .date(alert.since), .text(alert.recipients.joined(separator: "、")), .text(alert.message.zh),
    ]
  }

  var agendaSheet: SheetTable {
    var table = SheetTable(
      title: "协调事项",
      columns: [
        .init("序号", 6), .init("类别", 16), .init("措施编号", 9), .init("整改措施", 34),
        .init("提出单位", 16), .init("请参加", 18), .init("事项", 46), .init("建议", 24),
        .init("议定意见", 24),
      ])
    table.rows = summary.agenda.items.enumerated().map { number, point in
      [
        .count(number + 1), .text(point.kind.name.zh), .text(point.measure?.text ?? ""),
        .text(point.measure.flatMap { rows[$0]?.state.measure.text } ?? ""),
        .text(summary.name(of: point.unit)), .text(names(of: point.unitsWanted)),
        .text(point.facts.zh), .text(point.proposal.zh), .blank,
      ]
    }
    return table
  }

  var outcomeSheet: SheetTable {
    var table = SheetTable(
      title: "成效（各单位累计数）",
      columns: [
        .init("类别", 20), .init("单位", 26), .init("累计", 12), .init("计量单位", 10),
        .init("来源文件", 28), .init("位置", 24),
      ])
    for outcome in summary.outcomes {
      table.rows += outcome.parts.map { part in
        [
          .text(outcome.kind.name), .text(summary.name(of: part.unit)),
          cell(amount(part.value, in: outcome.kind), outcome.kind), .text(outcome.total.unit),
          .text(part.submission.fileName), .text(part.place.text),
        ]
      }
      table.rows.append([
        .text(outcome.kind.name), .text("合计"), cell(outcome.total.number, outcome.kind),
        .text(outcome.total.unit), .blank, .blank,
      ])
    }
    return table
  }

  private func cell(_ number: String, _ kind: OutcomeKind) -> Cell {
    guard case .count = kind.measure else { return .money(number) }
    return Int(number).map(Cell.count) ?? .text(number)
  }
}
