import Rectification

/// What campaign.yaml writes besides codes and dates.
extension WrittenText {
  /// A whole number within bounds.
  func integer(in range: ClosedRange<Int>, _ log: inout ProblemLog) -> Int? {
    let digits = text.utf8.count <= 12 && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
    if digits, let number = Int(text), range.contains(number) { return number }
    refuse(
      "不是\(range.lowerBound)到\(range.upperBound)的整数",
      "is not a whole number from \(range.lowerBound) to \(range.upperBound)",
      Bilingual(zh: "请改正", en: "correct it"), &log)
    return nil
  }

  func bool(_ log: inout ProblemLog) -> Bool? {
    if text == "true" || text == "false" { return text == "true" }
    refuse(
      "不是 true 或 false", "is neither true nor false",
      Bilingual(zh: "请写 true 或 false", en: "write true or false"), &log)
    return nil
  }

  func weekday(_ log: inout ProblemLog) -> Weekday? {
    let english = Weekday.allCases.map { "\($0)" }
    let found = Weekday.allCases.first {
      "\($0)" == text.lowercased() || $0.chinese == text
        || $0.chinese.replacing("周", with: "星期") == text
    }
    if let found { return found }
    refuse(
      "不是星期几", "is no day of the week",
      log.didYouMean(
        text, among: english,
        otherwise: Bilingual(zh: "请写 thursday 或 周四", en: "write thursday or 周四")), &log)
    return nil
  }

  func timeOfDay(_ log: inout ProblemLog) -> TimeOfDay? {
    if let time = TimeOfDay(text) { return time }
    refuse(
      "不是时刻", "is no time of day",
      Bilingual(zh: "请写成 \"17:00\"，小时两位", en: "write \"17:00\", hours with two digits"), &log)
    return nil
  }

  func week(_ log: inout ProblemLog) -> Week? {
    if let week = Week(text) { return week }
    if let (year, _) = Week.parts(text), year >= 1970 {
      refuse(
        "这一周不存在", "is a week that does not exist",
        Bilingual(
          zh: "\(year)年只有\(Week.count(in: year))周", en: "\(year) has \(Week.count(in: year)) weeks"),
        &log)
    } else {
      refuse(
        "不是周", "is no week", Bilingual(zh: "请写成 2023-W36", en: "write it as 2023-W36"), &log)
    }
    return nil
  }

  func zone(_ log: inout ProblemLog) -> ZoneOffset? {
    if let zone = ZoneOffset(text) { return zone }
    refuse(
      "不是时区", "is no time zone",
      Bilingual(zh: "请写 Asia/Shanghai 或 +08:00", en: "write Asia/Shanghai or +08:00"), &log)
    return nil
  }

  /// One of a few words.
  func word(among words: [String], _ log: inout ProblemLog) -> String? {
    if words.contains(text) { return text }
    refuse(
      "不在可选之列", "is not one of the choices",
      Bilingual(
        zh: "请写：\(words.joined(separator: "、"))",
        en: "write one of: \(words.joined(separator: ", "))"), &log)
    return nil
  }

  /// `“cycle.report.time”“5pm”不是时刻`.
  func refuse(_ zh: String, _ en: String, _ remedy: Bilingual, _ log: inout ProblemLog) {
    log.refuse(
      at: spot,
      Bilingual(zh: "“\(name)”“\(quoted)”\(zh)", en: "“\(name)” “\(quoted)” \(en)"), remedy: remedy)
  }
}
