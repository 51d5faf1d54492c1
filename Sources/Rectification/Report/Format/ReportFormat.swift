/// The weekly report as a file format: `zhouhui-weekly-report/1`.
///
/// One list of fields for both syntaxes. The order is the order of the pages and of what the program
/// writes; a reader accepts any order.
package enum ReportFormat {
  package static let identifier = "zhouhui-weekly-report/1"
  package static let namespace = "urn:zhouhui:weekly-report:1"
  package static let root = "weeklyReport"

  package static let fields: [Field] = [
    Field("format", .constant(identifier), zh: "格式标识", en: "format"),
    Field("campaign", .code, zh: "整改专项", en: "campaign"),
    Field("unit", .unitName, zh: "报送单位", en: "reporting unit"),
    Field("week", .week, zh: "报告周", en: "reporting week"),
    Field(
      "revision", .integer(1...999), zh: "修订号", en: "revision",
      note: Bilingual(zh: "首次报送为 1，更正一次加 1", en: "1 at first, one more for each correction")),
    Field("submittedAt", .moment, zh: "报送时间", en: "time of submission"),
    Field(
      "submittedBy", .text(1...100), zh: "填报人（岗位）", en: "who filled it in, by post",
      note: Bilingual(zh: "写岗位，不写姓名和电话", en: "the post, no name and no telephone number")),
    Field(
      "zeroReport", .boolean, zh: "零报告", en: "zero report",
      note: Bilingual(
        zh: "`true` 表示本周无新进展，此时 entries 为空",
        en: "`true` says that nothing is new this week; entries is then empty")),
    Field("entries", .list(item: entry, count: 0...5000), zh: "进展", en: "progress by measure"),
    Field(
      "coordinationRequests", .list(item: coordinationRequest, count: 0...100), required: false,
      zh: "需协调事项", en: "matters to coordinate"),
    Field(
      "outcomes", .list(item: outcome, count: 0...100), required: false, zh: "成效（累计）",
      en: "outcomes, cumulative",
      note: Bilingual(
        zh: "专项开始以来本单位的累计数", en: "totals of this unit alone since the campaign began")),
  ]
}
