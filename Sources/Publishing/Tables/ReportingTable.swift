import Rectification

/// `reporting.csv`: one unit a row, in the order of units.csv.
func reportingTable(_ summary: WeekSummary) -> String {
  var table = CSV([
    "单位代码", "单位", "报送状态", "收到时间", "收到份数", "退回份数", "连续未报周数", "回执结论", "采用的文件",
    "SHA-256", "抓取失败原因",
  ])
  for unit in summary.reporting {
    table.add([
      unit.unit.text, summary.name(of: unit.unit), unit.state.name.zh,
      unit.effective?.receivedAt.short(in: summary.settings.zone) ?? "", String(unit.received),
      String(unit.rejected), String(unit.silentWeeks), unit.verdict?.name.zh ?? "",
      unit.effective?.fileName ?? "", unit.effective?.digest.hex ?? "", unit.failure?.reason ?? "",
    ])
  }
  return table.text
}

/// `alerts.csv`: one alert a row, worst first.
func alertsTable(_ summary: WeekSummary) -> String {
  var table = CSV([
    "灯", "类别", "对象编号", "对象", "情况", "催办阶段", "变化", "始于", "逾期工作日", "剩余天数", "发送对象",
  ])
  let texts = Dictionary(
    summary.measures.map { ($0.code, $0.state.measure.text) },
    uniquingKeysWith: { first, _ in first })
  for alert in summary.alerts {
    let subject = alert.identity.subject
    let isUnit = alert.identity.kind.isAboutUnit
    table.add([
      alert.level.name.zh, alert.identity.kind.name.zh, subject.text,
      isUnit ? summary.name(of: subject) : texts[subject] ?? "", alert.message.zh,
      alert.step?.name.zh ?? "", alert.life.name.zh, alert.since.description,
      String(alert.workdaysOverdue), alert.daysLeft.map(String.init) ?? "",
      alert.recipients.joined(separator: "、"),
    ])
  }
  return table.text
}
