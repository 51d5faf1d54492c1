import Rectification

/// The campaign of the sample: its settings, its calendar and the register.
func sampleCampaign(_ sample: SampleRegister, _ text: (String) -> String) -> Campaign {
  let register = sample.register
  return Campaign(
    settings: sampleSettings(text), calendar: sampleCalendar,
    register: Register(
      aspects: register.aspects.map { Aspect(code: $0.code, title: text($0.title)) },
      problems: register.problems.map {
        Problem(code: $0.code, aspect: $0.aspect, title: text($0.title))
      },
      items: register.items.map {
        Item(code: $0.code, problem: $0.problem, title: text($0.title))
      },
      measures: register.measures.map { measure in
        Measure(
          code: measure.code, item: measure.item, text: text(measure.text),
          requirement: measure.requirement.isEmpty ? "" : text(measure.requirement),
          leader: text(measure.leader), leadUnit: measure.leadUnit,
          supportingUnits: measure.supportingUnits, start: measure.start,
          deadline: measure.deadline, line: measure.line)
      }),
    units: sample.units.map {
      Unit(
        code: $0.code, name: text($0.name), aliases: [], parent: nil, creditCode: nil,
        leader: text($0.leader), active: .always)
    }, decisions: [])
}

private func sampleSettings(_ text: (String) -> String) -> CampaignSettings {
  func cutOff(_ weekday: Weekday, _ hour: Int) -> CycleRules.CutOff {
    .init(weekday: weekday, time: TimeOfDay("\(hour):00") ?? noon, isNextWeek: false)
  }
  return CampaignSettings(
    code: code("trial"), title: text("示例区巡视整改专项"), office: text("示例区整改工作领导小组办公室"),
    start: day("2023-09-11"), end: day("2024-03-31"), firstWeek: week("2023-W38"), zone: .beijing,
    cycle: CycleRules(
      report: cutOff(.thursday, 17), summary: cutOff(.friday, 12), meeting: cutOff(.friday, 15),
      onHoliday: .previous), thresholds: Thresholds(), ladder: Ladder(), limits: Limits(),
    outcomeKinds: outcomeKinds.map {
      OutcomeKind(code: code($0.0), name: text($0.1), measure: $0.2)
    },
    steps: steps.enumerated().map { number, step in
      WorkStep(
        code: code("S\(number + 1)"), title: text(step.0), start: day(step.1), end: day(step.2),
        done: number == 0 ? day("2023-10-18") : nil, basis: number == 0 ? text("整改方案") : "")
    }, sources: [])
}

private let noon = sampleTime(12 * 3600)

private let outcomeKinds: [(String, String, OutcomeKind.MeasureWord)] = [
  ("cases-filed", "党纪政务立案", .count("件")), ("sanctions", "党纪政务处分", .count("人")),
  ("admonitions", "诫勉谈话", .count("人")), ("measures-taken", "组织处理", .count("人")),
  ("money-returned", "退出违规钱款", .money(.tenThousandYuan)), ("rules-new", "新建制度", .count("项")),
  ("rules-revised", "修订完善制度", .count("项")), ("transfers", "移送司法机关", .count("人")),
]

private let steps = [
  ("认领问题、制定方案", "2023-09-11", "2023-10-15"), ("集中整改、周报告周汇总周协调", "2023-10-16", "2023-12-31"),
  ("逐个销号、形成报告", "2024-01-01", "2024-02-29"), ("巩固提升、开展回头看", "2024-03-01", "2024-03-31"),
]

private let sampleCalendar = WorkCalendar(
  file: "schedules/calendars/china.csv", years: [2023, 2024], holidays: [day("2024-01-01")],
  makeUpWorkdays: [])
