import Rectification

/// A code, date, moment or week written in a test; a test that misspells one stops there.
package func code(_ text: String) -> Code { Code(text) ?? unreadable(text) }
package func day(_ text: String) -> CivilDate { CivilDate(text) ?? unreadable(text) }
package func week(_ text: String) -> Week { Week(text) ?? unreadable(text) }

/// `2024-01-18 16:00` in Beijing.
package func moment(_ text: String) -> Moment {
  Moment(text.replacing(" ", with: "T") + "+08:00") ?? unreadable(text)
}

private func unreadable<Value>(_ text: String) -> Value {
  preconditionFailure("the test wrote \(text)")
}

/// January 2024 and its neighbours: New Year's Day off, Spring Festival with its make-up Sundays.
package let sampleCalendar = WorkCalendar(
  file: "schedules/calendars/china.csv", years: [2023, 2024],
  holidays: Set(
    [day("2024-01-01")] + (10...17).map { day("2024-02-\($0)") }
      + (1...6).map {
        day("2023-10-0\($0)")
      } + [day("2023-09-29"), day("2023-09-30")]),
  makeUpWorkdays: [
    day("2024-02-04"), day("2024-02-18"), day("2023-10-07"), day("2023-10-08"),
  ])

/// Reports on Thursday at 17:00, the summary on Friday at 12:00, the meeting at 15:00.
package func sampleCycle(_ shift: CycleRules.Shift = .previous) -> CycleRules {
  func cutOff(_ weekday: Weekday, _ time: String) -> CycleRules.CutOff {
    CycleRules.CutOff(
      weekday: weekday, time: TimeOfDay(time) ?? unreadable(time), isNextWeek: false)
  }
  return CycleRules(
    report: cutOff(.thursday, "17:00"), summary: cutOff(.friday, "12:00"),
    meeting: cutOff(.friday, "15:00"), onHoliday: shift)
}

/// A campaign of three units and four measures: small enough to hold in the head.
///
/// JD01 leads M1 (due 2024-01-10, supported by JD02) and M2 (长期坚持), JD02 leads M3 (due
/// 2024-02-29), BM01 leads M4 (due 2024-01-20) and supports nothing.
package func sampleCampaign(
  decisions: [Decision] = [], measures: [Measure]? = nil, units: [Unit]? = nil,
  changes: [RegisterChange] = []
) -> Campaign {
  Campaign(
    settings: sampleSettings(), calendar: sampleCalendar,
    register: Register(
      aspects: [Aspect(code: code("A1"), title: "方面一")],
      problems: [Problem(code: code("P1"), aspect: code("A1"), title: "问题一")],
      items: [
        Item(code: code("I1"), problem: code("P1"), title: "事项一"),
        Item(code: code("I2"), problem: code("P1"), title: "事项二"),
      ], measures: measures ?? sampleMeasures()),
    units: units
      ?? [("JD01", "示例街道一"), ("JD02", "示例街道二"), ("BM01", "区建设部门（示例）")].map {
        Unit(
          code: code($0.0), name: $0.1, aliases: [], parent: nil, creditCode: nil,
          leader: "分管副区长", active: .always)
      }, decisions: decisions, changes: changes)
}

package func sampleSettings() -> CampaignSettings {
  CampaignSettings(
    code: code("trial"), title: "示例整改专项", office: "示例协调办公室", start: day("2023-12-01"),
    end: day("2024-03-31"), firstWeek: week("2023-W52"), zone: .beijing, cycle: sampleCycle(),
    thresholds: Thresholds(), ladder: Ladder(), limits: Limits(),
    outcomeKinds: [
      OutcomeKind(code: code("cases-filed"), name: "党纪政务立案", measure: .count("件")),
      OutcomeKind(
        code: code("money-returned"), name: "退出违规钱款", measure: .money(.tenThousandYuan)),
    ], steps: [], sources: [])
}

package func sampleMeasures() -> [Measure] {
  [
    sampleMeasure("M1", item: "I1", lead: "JD01", supporting: ["JD02"], due: "2024-01-10"),
    sampleMeasure("M2", item: "I1", lead: "JD01", due: nil),
    sampleMeasure("M3", item: "I2", lead: "JD02", due: "2024-02-29"),
    sampleMeasure("M4", item: "I2", lead: "BM01", due: "2024-01-20"),
  ]
}

package func sampleMeasure(
  _ name: String, item: String, lead: String, supporting: [String] = [], due: String?,
  start: String = "2023-12-01"
) -> Measure {
  Measure(
    code: code(name), item: code(item), text: "措施\(name)", requirement: "", leader: "区长",
    leadUnit: code(lead), supportingUnits: supporting.map(code), start: day(start),
    deadline: Deadline(due.map { .date(day($0)) } ?? .standing), line: 2)
}

package func sampleReport(
  _ unit: String = "JD01", _ name: String = "2024-W02", revision: Int = 1, zero: Bool = false,
  entries: [Entry] = [], outcomes: [Outcome] = [], requests: [CoordinationRequest] = []
) -> WeeklyReport {
  WeeklyReport(
    campaign: code("trial"), unit: UnitName(code(unit)), week: week(name), revision: revision,
    submittedAt: moment("2024-01-11 10:00"), submittedBy: "联络员", isZeroReport: zero,
    entries: entries, coordinationRequests: requests, outcomes: outcomes)
}

package func sampleEntry(
  _ measure: String, _ status: ReportedStatus = .inProgress, _ percent: Int = 50,
  progress: String = "本周召开专题会", evidence: [Evidence]? = nil, delay: Delay? = nil,
  asking newDeadline: String? = nil
) -> Entry {
  Entry(
    measure: code(measure), status: status, percent: percent, progress: progress,
    evidence: evidence
      ?? (status == .completed
        ? [Evidence(name: "验收单.pdf", sha256: String(repeating: "a", count: 64))] : []),
    delay: delay,
    extensionRequest: newDeadline.map { ExtensionRequest(newDeadline: day($0), reason: "跨区协调") })
}

package func sampleSubmission(
  from unit: String = "JD01", at received: String = "2024-01-11 10:00", digest: Character = "0"
) -> Submission {
  Submission(
    campaign: code("trial"), sender: code(unit), channel: .inbox, fileName: "report.json",
    digest: Digest(String(repeating: digest, count: 64)) ?? unreadable(String(digest)),
    size: 1000, receivedAt: moment(received))
}

package func sampleDecision(
  _ action: Decision.Action, _ measure: String, at decided: String, line: Int = 2
) -> Decision {
  Decision(
    code: code("D\(line)"), decidedAt: moment(decided), measure: code(measure), action: action,
    reason: "", basis: "", decidedBy: "办公室", line: line)
}

package func sampleChange(
  _ kind: RegisterChange.Kind, on effective: String, line: Int = 2
) -> RegisterChange {
  RegisterChange(
    code: code("C\(line)"), effective: day(effective), kind: kind, basis: "第3次协调会纪要", reason: "",
    line: line)
}
