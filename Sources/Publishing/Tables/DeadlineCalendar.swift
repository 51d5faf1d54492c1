import Rectification

/// `deadlines.ics`: every measure still open on the day it is due, for a calendar (RFC 5545).
///
/// An event keeps its UID for as long as the measure lives, so that a calendar that reads the next
/// week's file moves it; one that is done is in it no more.
func deadlineCalendar(_ summary: WeekSummary) -> String {
  let due = summary.measures.compactMap { row in
    row.state.deadline.flatMap { row.state.status.isDone ? nil : (day: $0, row: row) }
  }.sorted { ($0.day, $0.row.code) < ($1.day, $1.row.code) }
  let title = "\(summary.settings.title) 整改时限"
  let lines =
    [
      "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//zhouhui//deadlines//ZH", "CALSCALE:GREGORIAN",
      "METHOD:PUBLISH", "X-WR-CALNAME:\(contentText(title))",
    ] + due.flatMap { event($0.row, on: $0.day, summary) } + ["END:VCALENDAR"]
  return lines.map { folded($0) + "\r\n" }.joined()
}

private func event(_ row: MeasureRow, on day: CivilDate, _ summary: WeekSummary) -> [String] {
  let state = row.state
  let unit = summary.name(of: state.measure.leadUnit)
  let late = row.daysOverdue.map { "逾期\($0)天" } ?? "到期"
  let requirement = state.measure.requirement.isEmpty ? "" : "\n要求：\(state.measure.requirement)"
  let leader = state.measure.leader.isEmpty ? "" : "\n牵头区领导：\(state.measure.leader)"
  let text =
    "\(state.measure.text)\(requirement)\n牵头单位：\(unit)\(leader)\n完成率：\(state.percent)%"
  return [
    "BEGIN:VEVENT", "UID:\(row.code)@\(summary.settings.code).zhouhui.invalid",
    // The moment of the edition: a file made again is the same file.
    "DTSTAMP:\(stamp(summary.edition.cutOffs.summary))",
    "DTSTART;VALUE=DATE:\(digits(day))", "DTEND;VALUE=DATE:\(digits(day + 1))",
    // One more for every extension, so that a calendar knows the later of two.
    "SEQUENCE:\(state.slips)",
    "SUMMARY:\(contentText("\(late) \(row.code) \(shortened(visible(state.measure.text), to: 60))（\(unit)）"))",
    "DESCRIPTION:\(contentText(text))", "TRANSP:TRANSPARENT", "END:VEVENT",
  ]
}

private func digits(_ day: CivilDate) -> String { day.description.replacing("-", with: "") }

/// `20240119T040000Z`.
private func stamp(_ moment: Moment) -> String {
  let time = moment.time(in: .utc).description.replacing(":", with: "")
  return "\(digits(moment.date(in: .utc)))T\(time)Z"
}

/// Text as RFC 5545, 3.3.11 has it: what separates values is escaped, and so are line breaks.
func contentText(_ text: String) -> String {
  text.split(separator: "\n", omittingEmptySubsequences: false).map { visible(String($0)) }
    .joined(separator: "\n").replacing("\\", with: "\\\\").replacing(";", with: "\\;")
    .replacing(",", with: "\\,").replacing("\n", with: "\\n")
}

/// Lines of at most 75 octets (RFC 5545, 3.1), broken between characters.
func folded(_ line: String) -> String {
  var result = ""
  var used = 0
  for scalar in line.unicodeScalars {
    let length = String(scalar).utf8.count
    if used + length > 75 {
      result += "\r\n "
      used = 1
    }
    result.unicodeScalars.append(scalar)
    used += length
  }
  return result
}
