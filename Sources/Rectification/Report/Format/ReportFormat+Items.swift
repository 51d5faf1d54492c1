extension ReportFormat {
  /// 需协调事项: what the unit asks the coordination meeting for.
  package static let coordinationRequest = Field(
    "coordinationRequest",
    .object([
      Field("subject", .text(1...200), zh: "事项", en: "subject"),
      Field("request", .text(1...2000), zh: "请求", en: "request"),
      Field("unitsWanted", .list(item: unit, count: 1...100), zh: "需参加单位", en: "units wanted"),
    ]), zh: "一件需协调事项", en: "one matter to coordinate")

  /// 成效: a figure the unit has reached since the campaign began.
  package static let outcome = Field(
    "outcome",
    .object([
      Field("kind", .code, zh: "成效种类", en: "kind of outcome"),
      Field(
        "count", .integer(-999_999_999...999_999_999), required: false, zh: "数量", en: "count",
        note: Bilingual(zh: "与 amount 二者必居其一", en: "either this or amount")),
      Field(
        "amount", .decimal, required: false, zh: "金额", en: "amount",
        note: Bilingual(zh: "精确到分，须同时填 amountUnit", en: "exact to 0.01 yuan, with amountUnit")),
      Field(
        "amountUnit", .choice(moneyUnits), required: false, zh: "金额单位", en: "unit of the amount"),
    ]), zh: "一项成效", en: "one outcome")

  private static let unit = Field("unit", .unitName, zh: "单位", en: "unit")

  private static let moneyUnits: [FieldType.Choice] = [
    FieldType.Choice(MoneyUnit.yuan.rawValue, zh: "元", en: "yuan"),
    FieldType.Choice(MoneyUnit.tenThousandYuan.rawValue, zh: "万元", en: "10,000 yuan"),
  ]
}
