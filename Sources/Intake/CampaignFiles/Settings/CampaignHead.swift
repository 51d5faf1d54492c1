import Rectification

/// The keys of campaign.yaml that name and date the campaign.
struct CampaignHead {
  let code: Code
  let title: String
  let office: String
  let start: CivilDate
  let end: CivilDate
  let firstWeek: Week
  /// Nil where the first run is to choose.
  let firstIssue: Week?
  /// Where the start is written.
  let spot: Spot

  /// Nil, and problems, when one of the keys cannot be read.
  init?(_ section: YAMLSection, folder: Code, _ log: inout ProblemLog) {
    let code = Self.code(section, folder: folder, &log)
    let title = section.text("title", &log)?.text
    let office = section.text("office", &log)?.text
    let startText = section.text("start", &log)
    let start = startText?.date(near: nil, &log)
    let endText = section.text("end", &log)
    let end = endText?.date(near: start, &log)
    let weekText = section.optionalText("first-week", &log)
    let written = weekText?.week(&log)
    if let start, let end, let endText, end < start {
      endText.refuse(
        "早于 start \(start)", "is before start, \(start)",
        Bilingual(zh: "请改正其中一个", en: "correct one of them"), &log)
    }
    if let start, let end, start <= end, let weekText, let written {
      Self.check(written, weekText, start: start, end: end, &log)
    }
    let firstIssue = Self.firstIssue(
      section, notBefore: written ?? start.map { Week(containing: $0) }, start: start, end: end,
      &log)
    guard let code, let title, let office, let start, let end, let startText,
      let firstWeek = weekText == nil ? Week(containing: start) : written
    else { return nil }
    self.code = code
    self.title = title
    self.office = office
    self.start = start
    self.end = end
    self.firstWeek = firstWeek
    self.firstIssue = firstIssue
    spot = startText.spot
  }

  /// The years whose holidays must be known: those of every day of every week of the campaign.
  var years: ClosedRange<Int> {
    let first = min(firstWeek.monday, start)
    return first.year...max(first.year, Week(containing: end).sunday.year)
  }

  private static func code(
    _ section: YAMLSection, folder: Code, _ log: inout ProblemLog
  ) -> Code? {
    guard let text = section.text("campaign", &log), let code = text.code(&log) else { return nil }
    if code != folder {
      text.refuse(
        "与文件夹的名称不同", "is not the name of its folder",
        Bilingual(zh: "请写成 \(folder)，或给文件夹改名", en: "write \(folder), or rename the folder"), &log)
    }
    return code
  }

  private static func firstIssue(
    _ section: YAMLSection, notBefore first: Week?, start: CivilDate?, end: CivilDate?,
    _ log: inout ProblemLog
  ) -> Week? {
    guard let text = section.optionalText("first-issue", &log), let week = text.week(&log),
      let first, let start, let end, start <= end
    else { return nil }
    check(week, text, start: start, end: end, &log)
    if week < first {
      text.refuse(
        "早于 first-week \(first)", "is before first-week, \(first)",
        Bilingual(zh: "请写 \(first) 或其后的一周", en: "write \(first) or a later week"), &log)
    }
    return week
  }

  private static func check(
    _ week: Week, _ text: WrittenText, start: CivilDate, end: CivilDate, _ log: inout ProblemLog
  ) {
    guard week.sunday < start || week.monday > end else { return }
    text.refuse(
      "不在 start 到 end 之间", "is not between start and end",
      Bilingual(
        zh: "请写 \(Week(containing: start)) 或其后的一周",
        en: "write \(Week(containing: start)) or a later week"),
      &log)
  }
}
