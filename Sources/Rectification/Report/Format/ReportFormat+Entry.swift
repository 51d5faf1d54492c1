extension ReportFormat {
  /// 进展: what a report says of one measure.
  package static let entry = Field(
    "entry",
    .object([
      Field("measure", .code, zh: "整改措施编号", en: "code of the measure"),
      Field("status", .choice(statuses), zh: "状态", en: "status"),
      Field("percent", .integer(0...100), zh: "进度（%）", en: "progress in per cent"),
      Field("progress", .text(1...2000), zh: "本周进展", en: "progress this week"),
      Field("plan", .text(0...2000), required: false, zh: "下周计划", en: "plan for next week"),
      Field(
        "evidence", .list(item: document, count: 0...50), required: false, zh: "佐证材料",
        en: "evidence"),
      Field("delay", .object(delay), required: false, zh: "滞后说明", en: "delay"),
      Field(
        "extensionRequest", .object(extensionRequest), required: false, zh: "延期申请",
        en: "request for an extension"),
      Field(
        "closeOutRequest", .object(closeOutRequest), required: false, zh: "销号申请",
        en: "request to close the measure"),
    ]), zh: "一项措施的进展", en: "progress of one measure")

  private static let statuses = ReportedStatus.allCases.map {
    FieldType.Choice($0.rawValue, zh: $0.title.zh, en: $0.title.en)
  }

  package static let document = Field(
    "document",
    .object([
      Field("name", .text(1...255), zh: "材料名称", en: "name of the document"),
      Field("sha256", .sha256, zh: "材料校验值", en: "digest of the document"),
      Field("link", .link(max: 2000), required: false, zh: "材料网址", en: "address of the document"),
    ]), zh: "一份佐证材料", en: "one piece of evidence")

  private static let delay: [Field] = [
    Field("reason", .text(1...1000), zh: "滞后原因", en: "reason for the delay"),
    Field("expectedDate", .date, required: false, zh: "预计完成日期", en: "expected date"),
  ]

  private static let extensionRequest: [Field] = [
    Field("newDeadline", .date, zh: "申请延期至", en: "deadline asked for"),
    Field("reason", .text(1...1000), zh: "延期理由", en: "reason for the extension"),
  ]

  private static let closeOutRequest: [Field] = [
    Field("statement", .text(1...1000), zh: "销号说明", en: "statement")
  ]
}
