import Rectification

/// Reads an outcome: a count, or an amount with its unit.
///
/// What a schema cannot say: that there is exactly one of the two.
enum OutcomeReading {
  /// Nil when the outcome is not whole; what is wrong with it is added to the findings.
  static func outcome(_ record: Record, _ findings: inout FindingList) -> Outcome? {
    guard let value = value(record, &findings) else { return nil }
    return record.code("kind").map { Outcome(kind: $0, value: value, place: record.place) }
  }

  private static func value(_ record: Record, _ findings: inout FindingList) -> Outcome.Value? {
    guard record.has("count") != record.has("amount") else {
      let isNeither = !record.has("count")
      refuse(
        record, &findings,
        Bilingual(
          zh: isNeither ? "成效既没有 count 也没有 amount" : "成效同时写了 count 和 amount",
          en: isNeither
            ? "the outcome has neither count nor amount" : "the outcome has both count and amount"
        ))
      return nil
    }
    guard record.has("amountUnit") == record.has("amount") else {
      refuse(
        record, &findings,
        Bilingual(
          zh: record.has("amount") ? "写了金额 amount，没写单位 amountUnit" : "amountUnit 只能与 amount 同用",
          en: record.has("amount") ? "amount has no amountUnit" : "amountUnit goes with amount only"
        ))
      return nil
    }
    return record.has("count")
      ? record.integer("count").map(Outcome.Value.count) : amount(record, &findings)
  }

  private static func amount(_ record: Record, _ findings: inout FindingList) -> Outcome.Value? {
    guard let text = record.text("amount"),
      let unit = record.text("amountUnit").flatMap(MoneyUnit.init(rawValue:))
    else { return nil }
    if let amount = Amount(text, unit: unit) { return .amount(amount) }
    findings.add(.badAmount) {
      Finding(
        .badAmount, at: record.places["amount"] ?? record.place,
        Bilingual(
          zh: "金额\(Quotation.of(text))\(unit.rawValue)不能精确到分，或数额过大",
          en:
            "the amount \(Quotation.of(text)) \(unit.rawValue) is finer than 0.01 yuan, or too large"
        ),
        remedy: Bilingual(
          zh: "以\(unit.rawValue)为单位最多 \(unit.decimalPlaces) 位小数",
          en: "at most \(unit.decimalPlaces) decimals in \(unit.rawValue)"))
    }
    return nil
  }

  private static func refuse(
    _ record: Record, _ findings: inout FindingList, _ message: Bilingual
  ) {
    findings.add(.badAmount) {
      Finding(
        .badAmount, at: record.place, message,
        remedy: Bilingual(
          zh: "二者写一个：count（数量），或 amount（金额）加 amountUnit（元、万元）",
          en: "write one of the two: count, or amount with amountUnit (元 or 万元)"))
    }
  }
}
