import Rectification

/// The placeholders of review.docx.
var reviewFields: Fields<ReviewWords> {
  var fields = Fields<ReviewWords>()
  fields.add("题名", "整改专项的题名", "the title of the campaign") { $0.review.settings.title }
  fields.add("编印单位", "协调办公室", "the coordinating office") { $0.review.settings.office }
  fields.add("年", "月份的年", "the year of the month") { String($0.review.month.year) }
  fields.add("月", "几月", "the number of the month") { String($0.review.month.number) }
  fields.add("版次", "全月，月份未完时为暂定", "whole month, or provisional") { $0.standing }
  fields.add("起止", "计入的周", "the weeks that count") { $0.span }
  fields.add("未完", "还有哪几周没有汇总，没有则空", "weeks not summed up yet, if any") { $0.provision }
  fields.add("截至日期", "最后一周的汇总日期", "the day of the last summary") {
    $0.review.closedAt.date(in: $0.review.settings.zone).chinese
  }
  fields.add("总体", "一段话的总体情况", "the month in a paragraph") { $0.paragraph }
  fields.add("规则", "排名规则", "the rule of the ranking") { MonthlyReview.rule[$0.say.language] }
  fields.add("规则说明", "规则没有计入什么，出自何处", "what the rule leaves out, and its source") {
    MonthlyReview.ruleNotes[$0.say.language]
  }
  fields.add("满分数", "得满分的单位家数", "units with full marks") { String($0.full.count) }
  fields.add("满分名单", "得满分的单位", "their names") { $0.names($0.full) }
  fields.add("不排名数", "没有计分的单位家数", "units without a score") { String($0.unranked.count) }
  fields.add("不排名名单", "没有计分的单位", "their names") { $0.names($0.unranked) }
  fields.add("单位", "按名次，不排名的在后", "by rank, those without one last", rows: reviewedUnitFields) {
    words in words.review.units.map { ReviewedUnit(unit: $0, words: words) }
  }
  fields.add(
    "扣分单位", "同上，只列没有得满分的", "the same, only those below full marks", rows: reviewedUnitFields
  ) {
    words in words.marked.map { ReviewedUnit(unit: $0, words: words) }
  }
  fields.add("敷衍单位", "同上，只列有敷衍提示的", "the same, only those with flags", rows: reviewedUnitFields) {
    words in words.flagged.map { ReviewedUnit(unit: $0, words: words) }
  }
  fields.add("预警单位", "同上，只列有预警的", "the same, only those with alerts", rows: reviewedUnitFields) {
    words in words.alerted.map { ReviewedUnit(unit: $0, words: words) }
  }
  return fields
}

struct ReviewedUnit {
  let unit: UnitReview
  let words: ReviewWords
}

private var reviewedUnitFields: Fields<ReviewedUnit> {
  var fields = Fields<ReviewedUnit>()
  fields.add("名次", "名次，不排名为 —", "the rank, — without one") { $0.words.rank($0.unit) }
  fields.add("名称", "单位", "the unit") { $0.words.name($0.unit) }
  fields.add("得分", "得分", "the score") { $0.words.score($0.unit) }
  fields.add("应报", "应报周数", "weeks owed") { String($0.unit.owed) }
  fields.add("按时", "按时周数，含零报告", "on time, zero reports included") { String($0.unit.punctual) }
  fields.add("零报告", "其中零报告", "of them zero reports") { String($0.unit.count(.zero)) }
  fields.add("迟报", "迟报周数", "late") { String($0.unit.count(.late)) }
  fields.add("退回", "退回未重报周数", "rejected and not sent again") {
    String($0.unit.count(.rejected))
  }
  fields.add("未报", "未报周数", "missing") { String($0.unit.count(.missing)) }
  fields.add("按时率", "按时率", "the share on time") { $0.words.percent($0.unit.punctuality) }
  fields.add("报全率", "有有效报告的周所占份额", "the share with an accepted report") {
    $0.words.percent($0.unit.completeness)
  }
  fields.add("更正", "更正份数", "corrected reports") { String($0.unit.corrections) }
  fields.add("敷衍份数", "有敷衍提示的报告份数", "reports with a flag") {
    String($0.unit.flaggedReports)
  }
  fields.add("敷衍", "哪些敷衍提示，各几条", "which flags, and how many") { $0.words.flags($0.unit) }
  fields.add("新增预警", "新增预警条数", "alerts raised") { String($0.unit.alerts.raised) }
  fields.add("解除预警", "解除预警条数", "alerts cleared") { String($0.unit.alerts.cleared) }
  fields.add("仍有预警", "期末仍有的预警", "alerts standing at the end") {
    String($0.unit.alerts.standing)
  }
  fields.add("解除用时", "解除平均用的工作日", "working days to clear one") { $0.words.days($0.unit) }
  return fields
}
