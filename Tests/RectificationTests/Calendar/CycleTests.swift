import Rectification
import TestSupport
import Testing

struct CycleTests {
  private func cycle(_ shift: CycleRules.Shift = .previous) -> Cycle {
    Cycle(rules: sampleCycle(shift), calendar: sampleCalendar, zone: .beijing)
  }

  @Test func leavesAnOrdinaryWeekAlone() throws {
    let cutOffs = try #require(try cycle().cutOffs(of: week("2024-W03")))
    #expect(cutOffs.report == moment("2024-01-18 17:00"))
    #expect(cutOffs.summary == moment("2024-01-19 12:00"))
    #expect(cutOffs.meeting == moment("2024-01-19 15:00"))
  }

  // 2023-W39: Friday and Saturday off. 2023-W40: off until Friday, make-up Saturday and Sunday.
  // 2024-W07: the make-up Sunday is the one working day. Reports are due when they are summed up.
  @Test(arguments: [
    ("2023-W39", CycleRules.Shift.previous, "2023-09-28 12:00", "2023-09-28 12:00"),
    ("2023-W40", .previous, "2023-10-07 12:00", "2023-10-07 12:00"),
    ("2023-W40", .next, "2023-10-07 12:00", "2023-10-07 12:00"),
    ("2024-W07", .previous, "2024-02-18 12:00", "2024-02-18 12:00"),
  ])
  func movesACutOffToAWorkingDayOfItsWeek(
    _ name: String, _ shift: CycleRules.Shift, _ report: String, _ summary: String
  ) throws {
    let cutOffs = try #require(try cycle(shift).cutOffs(of: week(name)))
    #expect(cutOffs.report == moment(report))
    #expect(cutOffs.summary == moment(summary))
  }

  @Test func givesAWeekWithoutAWorkdayToTheNext() throws {
    // The Spring Festival of 2026: 2026-W08 has no working day.
    let holidays = (15...23).map { day("2026-02-\($0)") }
    let cycle = Cycle(
      rules: sampleCycle(),
      calendar: WorkCalendar(
        file: "china.csv", years: [2026], holidays: Set(holidays),
        makeUpWorkdays: [day("2026-02-14"), day("2026-02-28")]), zone: .beijing)
    #expect(try cycle.cutOffs(of: week("2026-W08")) == nil)
    #expect(try cycle.cycleWeek(for: week("2026-W08")) == week("2026-W09"))
    #expect(try cycle.currentWeek(at: moment("2026-02-18 10:00")) == week("2026-W09"))
    #expect(try cycle.week(before: week("2026-W09")) == week("2026-W07"))
    #expect(
      try cycle.weeks(from: week("2026-W07"), through: week("2026-W09"))
        == [week("2026-W07"), week("2026-W09")])
  }

  @Test func countsMakeUpSundaysAsWorkdays() throws {
    #expect(try sampleCalendar.isWorkday(day("2024-02-04")))
    #expect(try sampleCalendar.workdays(after: day("2024-02-08"), through: day("2024-02-19")) == 3)
    #expect(try sampleCalendar.date(1, workdaysAfter: day("2024-02-09")) == day("2024-02-18"))
  }

  @Test func refusesAYearTheCalendarDoesNotCover() {
    #expect(throws: UncoveredYear(year: 2027, file: "schedules/calendars/china.csv")) {
      try cycle().cutOffs(of: week("2027-W03"))
    }
  }

  @Test func staysInsideEveryWeekOfTheYears() throws {
    var week = week("2023-W02")
    while week < Rectification.Week(containing: day("2024-12-20")) {
      if let cutOffs = try cycle().cutOffs(of: week) {
        #expect(cutOffs.report <= cutOffs.summary && cutOffs.summary <= cutOffs.meeting)
        for moment in [cutOffs.report, cutOffs.summary, cutOffs.meeting] {
          let date = moment.date(in: .beijing)
          #expect(week.days.contains(date))
          #expect(try sampleCalendar.isWorkday(date))
        }
      }
      week = week.next
    }
  }
}
