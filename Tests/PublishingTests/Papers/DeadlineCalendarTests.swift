import Foundation
import Rectification
import TestSupport
import Testing

@testable import Publishing

/// deadlines.ics, as RFC 5545 has it and as python's icalendar reads it.
struct DeadlineCalendarTests {
  private static let script = """
    import sys, icalendar
    calendar = icalendar.Calendar.from_ical(open(sys.argv[1], "rb").read())
    for event in calendar.walk("VEVENT"):
        print(event["UID"], event.decoded("DTSTART"), event.decoded("DTEND"), event["SEQUENCE"],
              event.decoded("DTSTAMP").isoformat(), str(event["SUMMARY"]).split()[1],
              str(event["DESCRIPTION"]).split("\\n")[0])
    """

  @Test(.enabled(if: PaperJudge.has("icalendar"), "python3-icalendar is not installed"))
  func anotherProgramReadsEveryOpenDeadline() throws {
    let text = "分号;逗号,斜线\\冒号:引号\""
    let sample = SampleWeek(.middle, text: { _ in text })
    let summary = try sample.summary()
    let lines = try PaperJudge.lines(
      Self.script, Array(deadlineCalendar(summary).utf8), as: "deadlines.ics")
    let open = summary.measures.compactMap { row in
      row.state.deadline.flatMap { row.state.status.isDone ? nil : (day: $0, row: row) }
    }.sorted { ($0.day, $0.row.code) < ($1.day, $1.row.code) }
    let stamp = summary.edition.cutOffs.summary.text(in: .utc)
    #expect(
      lines
        == open.map {
          "\($0.row.code)@trial.zhouhui.invalid \($0.day) \($0.day + 1) \($0.row.state.slips) \(stamp) "
            + "\($0.row.code) \(text)"
        })
    #expect(lines.count > 20)
  }

  @Test func linesAreFoldedBetweenCharactersAtSeventyFiveOctets() throws {
    let long = String(repeating: "整改🈶x", count: 100)
    let text = deadlineCalendar(try SampleWeek(.middle, text: { _ in long }).summary())
    #expect(text.hasSuffix("\r\n"))
    #expect(!text.replacing("\r\n", with: "").contains { $0 == "\n" || $0 == "\r" })
    let lines = text.components(separatedBy: "\r\n")
    #expect(lines.allSatisfy { $0.utf8.count <= 75 })
    #expect(text.replacing("\r\n ", with: "").contains(long))
  }

  @Test func aMeasureKeepsItsNameFromWeekToWeek() throws {
    func names(_ kind: Edition.Kind) throws -> [Substring] {
      deadlineCalendar(try SampleWeek(.middle).summary(kind)).split(separator: "\r\n")
        .filter { $0.hasPrefix("UID:") }
    }
    let issue = try names(.issue)
    #expect(try names(.correction(1)) == issue)
    #expect(Set(issue).count == issue.count)
  }
}
