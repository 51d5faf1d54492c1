/// The weekly report as a workbook: `zhouhui-weekly-form/1`.
///
/// One list of columns for the program that writes forms and the one that reads them. A reader finds
/// columns by their headings, so that a column moved or put in between does no harm.
package enum FormLayout {
  package static let identifier = "zhouhui-weekly-form/1"
  /// What every version of the form begins with.
  package static let family = "zhouhui-weekly-form/"
  /// The sheet nobody sees, whose first cells hold the identifier and the zone of its times.
  package static let markSheet = "zhouhui"
  /// 填报说明, which is read by people alone.
  package static let guideSheet = "填报说明"

  package static let yes = "是"
  package static let no = "否"

  package static let measure = "措施编号"
  package static let role = "责任"
  package static let lead = "牵头"
  package static let support = "配合"

  static let basics = [
    FormColumn("整改专项", "campaign", given: true, 18), FormColumn("报送单位", "unit", given: true, 44),
    FormColumn("报告周", "week", given: true, 18), FormColumn("修订号", "revision", 18),
    FormColumn("报送时间", "submittedAt", 18), FormColumn("填报人（岗位）", "submittedBy", 18),
    FormColumn("零报告", "zeroReport", 18),
  ]

  static let entries = [
    FormColumn(measure, "measure", given: true, 9), FormColumn(role, nil, 6),
    FormColumn("整改措施", nil, 36), FormColumn("完成时限", nil, 12), FormColumn("上次状态", nil, 10),
    FormColumn("上次进度（%）", nil, 11), FormColumn("上次进展", nil, 32),
    FormColumn("本周状态", "status", 10), FormColumn("本周进度（%）", "percent", 11),
    FormColumn("本周进展", "progress", 40), FormColumn("下周计划", "plan", 30),
    FormColumn("滞后原因", "delay.reason", 22),
    FormColumn("预计完成日期", "delay.expectedDate", 13),
    FormColumn("申请延期至", "extensionRequest.newDeadline", 13),
    FormColumn("延期理由", "extensionRequest.reason", 22),
    FormColumn("销号说明", "closeOutRequest.statement", 22),
  ]

  static let evidence = [
    FormColumn(measure, "measure", 10), FormColumn("材料名称", "name", 40),
    FormColumn("材料校验值（SHA-256）", "sha256", 68), FormColumn("材料网址", "link", 40),
  ]

  static let coordinationRequests = [
    FormColumn("事项", "subject", 30), FormColumn("请求", "request", 60),
    FormColumn("需参加单位", "unitsWanted", 40),
  ]

  static let outcomes = [
    FormColumn("成效种类", "kind", given: true, 16), FormColumn("名称", nil, 24),
    FormColumn("计量单位", nil, 10), FormColumn("上次累计", nil, 14), FormColumn("数量", "count", 12),
    FormColumn("金额", "amount", 14), FormColumn("金额单位", "amountUnit", 10),
  ]
}
