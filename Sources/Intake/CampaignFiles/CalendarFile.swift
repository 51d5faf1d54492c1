import Rectification

/// Holidays and make-up workdays, calendars/china.csv.
enum CalendarFile {
  static let layout = CSVTable.Layout(required: ["日期", "类型"], optional: ["说明"])

  /// The days of one kind with the line each stands on.
  private typealias Days = [CivilDate: Int]

  static func read(_ table: CSVTable, _ log: inout ProblemLog) -> WorkCalendar {
    var years: Set<Int> = []
    var holidays: Days = [:]
    var workdays: Days = [:]
    // The rows that cover years may stand anywhere, so they are read first.
    for row in table.rows where row["类型"].text == "覆盖" {
      if let year = year(row, &log) { years.insert(year) }
    }
    for row in table.rows where row["类型"].text != "覆盖" {
      switch row["类型"].required(&log) {
      case "休": note(row, in: &holidays, other: workdays, years: years, &log)
      case "班": note(row, in: &workdays, other: holidays, years: years, &log)
      case nil: break
      case .some: refuseKind(row["类型"], &log)
      }
    }
    refuseEmptyYears(table, holidays: holidays, &log)
    return WorkCalendar(
      file: log.file, years: years, holidays: Set(holidays.keys),
      makeUpWorkdays: Set(workdays.keys))
  }

  private static func year(_ row: CSVTable.Row, _ log: inout ProblemLog) -> Int? {
    if row["说明"].isEmpty {
      log.refuse(
        at: row["说明"].spot,
        Bilingual(zh: "“覆盖”没有写出处", en: "the 覆盖 row does not name its source"),
        remedy: Bilingual(
          zh: "请在“说明”写国务院办公厅通知的名称或文号", en: "name the State Council's notice in “说明”"))
    }
    let shape = DateShape(row["日期"].text)
    guard shape.pattern == "#" || shape.pattern == "#年", shape.widths == [4],
      (1970...9998).contains(shape.numbers[0])
    else {
      log.refuse(
        at: row["日期"].spot,
        Bilingual(
          zh: "“覆盖”的日期“\(row["日期"].quoted)”不是年份",
          en: "“\(row["日期"].quoted)” of the 覆盖 row is not a year"),
        remedy: Bilingual(zh: "请写四位年份，如 2024", en: "write a year of four digits, 2024"))
      return nil
    }
    return shape.numbers[0]
  }

  private static func note(
    _ row: CSVTable.Row, in days: inout Days, other: Days, years: Set<Int>,
    _ log: inout ProblemLog
  ) {
    guard let date = row["日期"].date(near: nil, &log) else { return }
    if let line = days[date] ?? other[date] {
      let kinds = days[date] == nil ? "又休又班" : "写了两次"
      let english = days[date] == nil ? "both 休 and 班" : "there twice"
      log.refuse(
        at: row["日期"].spot,
        Bilingual(zh: "\(date)\(kinds)，见第\(line)行", en: "\(date) is \(english); see line \(line)"),
        remedy: Bilingual(zh: "请按通知只留一行", en: "keep one row, as the notice says"))
    }
    if !years.contains(date.year) {
      log.refuse(
        at: row["日期"].spot,
        Bilingual(
          zh: "\(date)不在已覆盖的年份里", en: "\(date) is in a year that the file does not cover"),
        remedy: Bilingual(
          zh: "请写全\(date.year)年的日期，并加一行“\(date.year),覆盖,通知名称”",
          en: "enter all of \(date.year) and add the row “\(date.year),覆盖,name of the notice”"))
    }
    if row["类型"].text == "班", ![.saturday, .sunday].contains(date.weekday),
      days[date] == nil, other[date] == nil, years.contains(date.year)
    {
      log.refuse(
        at: row["日期"].spot,
        Bilingual(
          zh: "\(date)是\(date.weekday.chinese)，本来就上班，写作“班”没有意义",
          en: "\(date) is a \(date.weekday), a working day in any case; 班 says nothing of it"),
        remedy: Bilingual(
          zh: "请按通知核对日期；调休上班的都是周六、周日",
          en: "compare the notice: make-up days are Saturdays and Sundays"))
    }
    days[date] = days[date] ?? row.line
  }

  private static func refuseKind(_ cell: WrittenText, _ log: inout ProblemLog) {
    log.refuse(
      at: cell.spot,
      Bilingual(zh: "没有“\(cell.quoted)”这种类型", en: "there is no kind “\(cell.quoted)”"),
      remedy: Bilingual(zh: "请写：休、班、覆盖", en: "write one of: 休, 班, 覆盖"))
  }

  /// A year entered before its notice came out has no holidays yet; every real one has some.
  private static func refuseEmptyYears(
    _ table: CSVTable, holidays: Days, _ log: inout ProblemLog
  ) {
    let filled = Set(holidays.keys.map(\.year))
    for row in table.rows where row["类型"].text == "覆盖" {
      guard let year = DateShape(row["日期"].text).numbers.first, !filled.contains(year) else {
        continue
      }
      log.refuse(
        at: row["日期"].spot,
        Bilingual(
          zh: "\(year)年写了“覆盖”，却没有一天“休”", en: "\(year) is covered, yet has not one 休 day"),
        remedy: Bilingual(
          zh: "请按通知补上该年的日期；通知未发布就删去这一行",
          en: "enter its days; if its notice is not out yet, remove this row"))
    }
  }
}
