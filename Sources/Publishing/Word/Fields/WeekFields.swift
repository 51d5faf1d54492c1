import Rectification

/// The placeholders of summary.docx and agenda.docx.
var weekFields: Fields<WeekPaper> {
  var fields = Fields<WeekPaper>()
  addHead(to: &fields)
  addFigures(to: &fields)
  addMeasureLists(to: &fields)
  addMeeting(to: &fields)
  return fields
}

private func addHead(to fields: inout Fields<WeekPaper>) {
  fields.add("题名", "整改专项的题名", "the title of the campaign") { $0.summary.settings.title }
  fields.add("编印单位", "协调办公室", "the coordinating office") { $0.summary.settings.office }
  fields.add("年", "周所在的年", "the year of the week") { String($0.summary.week.year) }
  fields.add("周", "第几周", "the number of the week") { String($0.summary.week.number) }
  fields.add("周起", "周一的日期", "the Monday") { $0.summary.week.monday.chinese }
  fields.add("周止", "周日的日期", "the Sunday") { $0.summary.week.sunday.chinese }
  fields.add("版次", "预览、正式或更正", "preview, issue or correction") {
    $0.summary.edition.name.zh
  }
  fields.add("截至日期", "数据截至哪一天", "the day the figures stand for") { $0.day.chinese }
  fields.add("报送截止", "本周报告的截止时间", "the cut-off for reports") {
    $0.summary.edition.cutOffs.report.chinese(in: $0.zone)
  }
  fields.add("会议时间", "本周协调会的时间", "when the meeting is") {
    $0.summary.edition.cutOffs.meeting.chinese(in: $0.zone)
  }
}

private func addFigures(to fields: inout Fields<WeekPaper>) {
  fields.add("通报段", "一段话的总体情况，同 bulletin.txt", "the paragraph of bulletin.txt") {
    String(bulletin($0.summary).dropLast())
  }
  let counts: [(String, Figure.ID, String, String)] = [
    ("措施数", "measures.total", "整改措施条数", "measures"),
    ("完成数", "measures.completed", "已完成条数", "measures completed"),
    ("销号数", "measures.closed", "已销号条数", "measures closed"),
    ("推进数", "measures.in-progress", "正在推进条数", "measures in progress"),
    ("逾期数", "measures.overdue", "逾期条数", "measures overdue"),
    ("应报数", "reports.expected", "应报单位家数", "units that owe a report"),
    ("已报数", "reports.received", "已报单位家数", "units that reported"),
  ]
  for (name, id, zh, en) in counts { fields.add(name, zh, en) { $0.count(id) } }
  fields.add("临期天数", "几天之内算临期", "how near a deadline is near") { String($0.horizon) }
  fields.add("指标", "主要数据，一行一项", "the figures, one a row", rows: figureFields) {
    $0.summary.figures.filter { !$0.isIdleState }
  }
  fields.add(
    "变动指标", "同上，只列措施、成效中与上周不同的", "the same, measures and outcomes that changed", rows: figureFields
  ) {
    $0.changedFigures
  }
  fields.add("报送", "报送状态和单位，没有单位的状态不列", "states of reporting with their units", rows: stateFields) {
    $0.groups(UnitWeek.State.allCases)
  }
  fields.add("报送异常", "同上，只列迟报、退回、隔离、抓取失败和未报", "the same, only what is amiss", rows: stateFields) {
    $0.groups([.late, .rejected, .quarantined, .fetchFailed, .missing])
  }
  fields.add("方面", "分方面进度", "progress by aspect", rows: aspectFields) { $0.summary.aspects }
  fields.add("单位", "分单位进度，差的在前", "progress by lead unit, worst first", rows: unitFields) {
    paper in paper.summary.unitsWorstFirst.map { NamedUnit(unit: $0, paper: paper) }
  }
  fields.add("未完成单位", "同上，只列还有未完成措施的", "the same, only those not done", rows: unitFields) {
    paper in
    paper.summary.unitsWorstFirst.filter { $0.measures.done < $0.measures.total }
      .map { NamedUnit(unit: $0, paper: paper) }
  }
  fields.add("成效", "成效各类累计", "outcomes", rows: outcomeFields) { $0.summary.outcomes }
}

private func addMeasureLists(to fields: inout Fields<WeekPaper>) {
  fields.add("动态", "本周状态或时限变了的措施", "measures that moved", rows: movementFields) { paper in
    paper.movements.map { Moved(movement: $0, paper: paper) }
  }
  fields.add("逾期", "逾期措施，久的在前", "overdue measures, longest first", rows: measureFields) {
    paper in paper.overdue.map { ListedMeasure(row: $0, paper: paper) }
  }
  fields.add("临期", "临近时限的措施", "measures due soon", rows: measureFields) { paper in
    paper.dueSoon.map { ListedMeasure(row: $0, paper: paper) }
  }
}

private func addMeeting(to fields: inout Fields<WeekPaper>) {
  fields.add("参加单位", "议题涉及的单位", "units that the agenda concerns") {
    $0.names(of: $0.participants)
  }
  fields.add("议题数", "销号、回头看以外的议题数", "points other than close-outs and second looks") {
    String($0.points.count)
  }
  fields.add("销号申请数", "销号申请数", "close-out requests") { String($0.closeOuts.count) }
  fields.add("回头看数", "到期回头看的条数", "second looks that are due") { String($0.secondLooks.count) }
  fields.add(
    "议题", "销号、回头看以外的议题", "points other than close-outs and second looks", rows: pointFields
  ) { $0.points }
  fields.add("销号申请", "销号申请", "close-out requests", rows: pointFields) { $0.closeOuts }
  fields.add("回头看", "到期回头看", "second looks that are due", rows: pointFields) { $0.secondLooks }
}
