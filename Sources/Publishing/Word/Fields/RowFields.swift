import Rectification

// The placeholders inside the lists of summary.docx and agenda.docx.

struct ReportingGroup {
  let state: UnitWeek.State
  let units: [Code]
  let paper: WeekPaper
}

struct NamedUnit {
  let unit: UnitProgress
  let paper: WeekPaper
}

struct Moved {
  let movement: Movement
  let paper: WeekPaper
}

struct ListedMeasure {
  let row: MeasureRow
  let paper: WeekPaper

  var state: MeasureState { row.state }
}

var figureFields: Fields<Figure> {
  var fields = Fields<Figure>()
  fields.add("名称", "指标", "the figure") { $0.name.zh }
  fields.add("本周", "本周数", "this week's") { $0.value.number }
  fields.add("上周", "上周数，首周为 —", "last week's, — in the first") { $0.previous?.number ?? "—" }
  fields.add("增减", "与上周比", "the change") {
    // The minus of print, as wide as the plus.
    $0.change?.replacing("-", with: "−") ?? "—"
  }
  fields.add("量词", "件、条、万元等", "its unit") { $0.value.unit }
  fields.add("变化", "成句的增减：逾期整改措施减少2条", "the change in words") { $0.changeInWords }
  return fields
}

extension Figure {
  /// `逾期整改措施减少2条`; a name that hangs on the line above loses its 其中.
  fileprivate var changeInWords: String {
    let name = name.zh.hasPrefix("其中") ? String(name.zh.dropFirst(2)) : name.zh
    let change = change ?? "0"
    let amount = change.drop { "+-−".contains($0) }
    return amount == "0"
      ? "\(name)持平" : "\(name)\(change.hasPrefix("+") ? "增加" : "减少")\(amount)\(value.unit)"
  }
}

var stateFields: Fields<ReportingGroup> {
  var fields = Fields<ReportingGroup>()
  fields.add("状态", "报送状态", "the state") { $0.state.name.zh }
  fields.add("家数", "单位家数", "how many units") { String($0.units.count) }
  fields.add("名单", "单位名称", "their names") { $0.paper.names(of: $0.units) }
  return fields
}

var aspectFields: Fields<AspectProgress> {
  var fields = Fields<AspectProgress>()
  fields.add("名称", "方面", "the aspect") { $0.aspect.title }
  fields.add("事项数", "整改事项数", "items") { String($0.items) }
  fields.add("事项完成", "已完成事项数", "items done") { String($0.itemsDone) }
  addCounts(to: &fields) { $0.measures }
  fields.add("实际", "实际进度百分数", "progress in percent") { "\($0.percent)%" }
  fields.add("序时", "序时进度百分数", "planned progress in percent") { "\($0.plannedPercent)%" }
  return fields
}

var unitFields: Fields<NamedUnit> {
  var fields = Fields<NamedUnit>()
  fields.add("名称", "单位", "the unit") { $0.paper.summary.name(of: $0.unit.unit) }
  fields.add("报送状态", "本周报送状态", "how it reported") { $0.unit.state.name.zh }
  addCounts(to: &fields) { $0.unit.measures }
  return fields
}

private func addCounts<Subject>(
  to fields: inout Fields<Subject>, _ counts: @escaping (Subject) -> StatusCounts
) {
  fields.add("总数", "措施条数", "measures") { String(counts($0).total) }
  fields.add("完成", "已完成条数", "done") { String(counts($0).done) }
  fields.add("销号", "其中已销号", "of them closed") { String(counts($0).closed) }
  fields.add("推进", "正在推进条数", "in progress") { String(counts($0).inProgress) }
  fields.add("未启动", "未启动条数", "not started") { String(counts($0).notStarted) }
  fields.add("逾期条数", "逾期条数", "overdue") { String(counts($0).overdue) }
  fields.add("完成率", "完成率", "the share done") { "\(counts($0).percentDone)%" }
}

var outcomeFields: Fields<OutcomeTotal> {
  var fields = Fields<OutcomeTotal>()
  fields.add("名称", "类别", "the kind") { $0.kind.name }
  fields.add("累计", "各单位累计数之和", "the sum") { $0.total.number }
  fields.add("量词", "件、人、万元等", "its unit") { $0.total.unit }
  return fields
}

var movementFields: Fields<Moved> {
  var fields = Fields<Moved>()
  fields.add("编号", "措施编号", "the code") { $0.movement.measure.text }
  fields.add("措施", "整改措施", "the measure") { $0.paper.text(of: $0.movement.measure) }
  fields.add("牵头单位", "牵头单位", "the lead unit") { moved in
    moved.paper.rows[moved.movement.measure].map {
      moved.paper.summary.name(of: $0.state.measure.leadUnit)
    } ?? ""
  }
  fields.add("变化", "变化", "what changed") {
    wording($0.movement.kind, Wording(language: .zh), name: $0.paper.summary.name)
  }
  return fields
}

var measureFields: Fields<ListedMeasure> {
  var fields = Fields<ListedMeasure>()
  fields.add("编号", "措施编号", "the code") { $0.row.code.text }
  fields.add("措施", "整改措施", "the measure") { $0.state.measure.text }
  fields.add("牵头单位", "牵头单位", "the lead unit") {
    $0.paper.summary.name(of: $0.state.measure.leadUnit)
  }
  fields.add("配合单位", "配合单位", "supporting units") {
    $0.paper.names(of: $0.state.measure.supportingUnits)
  }
  fields.add("牵头区领导", "牵头区领导", "the lead leader") { $0.state.measure.leader }
  fields.add("时限", "完成时限", "the deadline") { $0.state.due.name.zh }
  fields.add("逾期天数", "逾期天数", "days overdue") { $0.row.daysOverdue.map(String.init) ?? "" }
  fields.add("剩余天数", "剩余天数", "days left") { $0.row.daysLeft.map(String.init) ?? "" }
  fields.add("完成率", "完成率", "percent done") { "\($0.state.percent)%" }
  fields.add("阶段", "提醒、催办、督办、约谈", "the step of the ladder") { listed in
    listed.paper.alerts[.init(kind: .overdue, subject: listed.row.code)]?.step?.name.zh ?? "—"
  }
  fields.add("原因", "单位说明的原因", "the reason the unit gives") {
    $0.state.entry?.entry.delay?.reason ?? "未说明"
  }
  fields.add("预计完成", "单位预计的日期", "the date the unit expects") {
    $0.state.entry?.entry.delay?.expectedDate?.chinese ?? "未说明"
  }
  return fields
}

var pointFields: Fields<NumberedPoint> {
  var fields = Fields<NumberedPoint>()
  fields.add("序号", "序号", "the number") { String($0.number) }
  fields.add("类别", "议题类别", "the kind") { $0.point.kind.name.zh }
  fields.add("编号", "措施编号，没有则空", "the measure's code, if any") {
    $0.point.measure?.text ?? ""
  }
  fields.add("措施", "整改措施", "the measure") { numbered in
    numbered.point.measure.map { numbered.paper.text(of: $0) } ?? ""
  }
  fields.add("提出单位", "提出单位", "the unit that brings it") {
    $0.paper.summary.name(of: $0.point.unit)
  }
  fields.add("请参加", "请参加的单位", "units wanted") { $0.paper.names(of: $0.point.unitsWanted) }
  fields.add("事项", "事项与分歧，带句末标点", "the facts, with their full stop") {
    sentence($0.point.facts.zh)
  }
  fields.add("销号日期", "销号的措施何时销号", "when the measure was closed, if it is") { numbered in
    numbered.state?.closedOn?.description ?? ""
  }
  fields.add("应回头看", "销号的措施何时应回头看", "when a closed measure is due for a second look") { numbered in
    let days = numbered.paper.summary.settings.thresholds.secondLookDays
    return numbered.state?.secondLookDue(after: days)?.description ?? ""
  }
  fields.add("建议", "建议", "the proposal") { $0.point.proposal.zh }
  return fields
}

/// The text with a full stop, unless the unit wrote one.
private func sentence(_ text: String) -> String {
  text.last.map { "。！？；.!?;…".contains($0) } ?? true ? text : text + "。"
}
