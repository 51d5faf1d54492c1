import Rectification

/// The calendar knows every year that the campaign needs.
enum CoveredYears {
  static func check(
    _ years: ClosedRange<Int>, _ calendar: WorkCalendar, at spot: Spot, _ log: inout ProblemLog
  ) {
    // The last week may reach into a year whose notice is out late; a short list stays readable.
    for year in years.prefix(20) where !calendar.years.contains(year) {
      refuse(
        year, calendar, at: spot,
        Bilingual(
          zh: "专项跨到\(year)年，\(calendar.file)没有覆盖这一年",
          en: "the campaign reaches into \(year), which \(calendar.file) does not cover"), &log)
    }
  }

  /// 立行立改 is counted in working days from the start, whose year must be known.
  static func check(
    _ register: Register, _ settings: CampaignSettings, _ calendar: WorkCalendar,
    _ log: inout ProblemLog
  ) {
    for measure in register.measures where measure.deadline.kind == .immediate {
      do {
        _ = try calendar.date(
          settings.thresholds.immediateWorkdays, workdaysAfter: measure.start)
      } catch {
        refuse(
          error.year, calendar, at: Spot(line: measure.line, column: 1),
          Bilingual(
            zh: "措施\(measure.code)“立行立改”要数到\(error.year)年的工作日，\(calendar.file)没有覆盖这一年",
            en:
              "立行立改 of \(measure.code) counts working days of \(error.year), which \(calendar.file) does not cover"
          ), &log)
      }
    }
  }

  private static func refuse(
    _ year: Int, _ calendar: WorkCalendar, at spot: Spot, _ message: Bilingual,
    _ log: inout ProblemLog
  ) {
    log.refuse(
      at: spot, message,
      remedy: Bilingual(
        zh: "请按国务院办公厅通知在 \(calendar.file) 补上\(year)年的“休”“班”日期和“覆盖”行，或改正日期",
        en: "add the days of \(year) and its 覆盖 row to \(calendar.file), or correct the dates"))
  }
}
