import Rectification

/// What alerts/<unit>.docx is made of: every notice to one unit.
struct NoticePaper {
  let unit: Code
  let notices: [Notice]
  let paper: WeekPaper
  /// Titles of the problems, which the summary itself does not carry.
  let problems: [Code: String]
}

/// One notice of them.
struct NoticeForm {
  let notice: Notice
  let row: MeasureRow
  let problem: String
  let paper: WeekPaper

  var listed: ListedMeasure { ListedMeasure(row: row, paper: paper) }

  /// To whom it goes besides the unit.
  var copies: [String] {
    let unit = paper.summary.name(of: row.state.measure.leadUnit)
    return notice.alert.recipients.filter { $0 != unit }
      + row.state.measure.supportingUnits.map(paper.summary.name)
  }

  init?(_ notice: Notice, of papers: NoticePaper) {
    guard let row = papers.paper.rows[notice.matter.identity.subject] else { return nil }
    self.notice = notice
    self.row = row
    problem = papers.problems[row.problem] ?? row.problem.text
    paper = papers.paper
  }
}

/// The placeholders of alert.docx.
var noticeFields: Fields<NoticePaper> {
  var fields = Fields<NoticePaper>()
  fields.add("题名", "整改专项的题名", "the title of the campaign") {
    $0.paper.summary.settings.title
  }
  fields.add("编印单位", "协调办公室", "the coordinating office") {
    $0.paper.summary.settings.office
  }
  fields.add("签发日期", "期次的日期", "the day of the edition") { $0.paper.day.chinese }
  fields.add("版次", "预览、正式或更正", "preview, issue or correction") {
    $0.paper.summary.edition.name.zh
  }
  fields.add("主送", "牵头单位", "the lead unit") { $0.paper.summary.name(of: $0.unit) }
  fields.add("事项", "一事一单", "one form for every matter", rows: formFields) { papers in
    papers.notices.compactMap { NoticeForm($0, of: papers) }
  }
  return fields
}

private var formFields: Fields<NoticeForm> {
  var fields = Fields<NoticeForm>()
  fields.add("单名", "催办通知单、督办通知单或约谈通知单", "the name of the form") {
    $0.notice.matter.step.name.zh + "通知单"
  }
  fields.add("阶段", "催办、督办、约谈", "the step of the ladder") { $0.notice.matter.step.name.zh }
  fields.add("年", "编号的年", "the year of its number") {
    String($0.notice.number?.year ?? $0.paper.day.year)
  }
  fields.add("号", "一年一个流水号，预览为 ×", "its number in the year, × in a preview") {
    $0.notice.number.map { String($0.ordinal) } ?? "×"
  }
  fields.add("抄送", "配合单位和该报的领导", "supporting units and leaders") {
    $0.copies.isEmpty ? "—" : $0.copies.joined(separator: "、")
  }
  fields.add("问题", "反馈问题", "the problem") { $0.problem }
  fields.add("要求", "整改要求", "the requirement") { $0.row.state.measure.requirement }
  fields.add("清单行", "register.csv 的行", "the row of register.csv") {
    String($0.row.state.measure.line)
  }
  fields.add("原定时限", "清单里的时限", "the deadline of the register") {
    $0.row.state.originalDue.longName.zh
  }
  fields.add("现时限", "批准延期之后的时限", "the deadline in force") {
    $0.row.state.due.longName.zh
  }
  fields.add("时限说明", "时限；批准过延期的，写明原定、次数和现时限", "the deadline, with what it was before extensions") {
    form in
    let now = form.row.state.due.longName.zh
    let first = form.row.state.originalDue.longName.zh
    let slips = form.row.state.slips
    return slips == 0 ? now : "原定\(first)，经\(slips)次批准延期至\(now)"
  }
  fields.add("延期次数", "批准延期的次数", "extensions granted") { String($0.row.state.slips) }
  fields.add("逾期工作日", "逾期工作日", "working days overdue") {
    String($0.notice.alert.workdaysOverdue)
  }
  fields.add("最近报告", "最近报告的周和收到时间", "the last report, and when it came") { form in
    form.row.state.entry.map {
      "\($0.week.chinese)，\($0.submission.receivedAt.chinese(in: form.paper.zone))收到"
    } ?? "尚无报告"
  }
  fields.add("最近进展", "最近报告的进展", "what it said") {
    $0.row.state.entry?.entry.progress ?? "尚无报告"
  }
  addMeasure(to: &fields)
  return fields
}

/// What the lists of the summary say of a measure.
private func addMeasure(to fields: inout Fields<NoticeForm>) {
  fields.add("编号", "措施编号", "the code") { $0.row.code.text }
  fields.add("措施", "整改措施", "the measure") { $0.row.state.measure.text }
  fields.add("牵头区领导", "牵头区领导", "the lead leader") { $0.row.state.measure.leader }
  fields.add("逾期天数", "逾期天数", "days overdue") {
    $0.row.daysOverdue.map(String.init) ?? ""
  }
  fields.add("完成率", "完成率", "percent done") { "\($0.row.state.percent)%" }
  fields.add("原因", "单位说明的原因", "the reason the unit gives") {
    $0.row.state.entry?.entry.delay?.reason ?? "未说明"
  }
  fields.add("预计完成", "单位预计的日期", "the date the unit expects") {
    $0.row.state.entry?.entry.delay?.expectedDate?.chinese ?? "未说明"
  }
}
