import Rectification
import Yams

/// `cycle`: the three cut-offs of a week.
enum CycleKeys {
  /// Nil, and problems, when one of them cannot be read.
  static func read(_ root: YAMLSection, _ log: inout ProblemLog) -> CycleRules? {
    let names = ["report", "summary", "meeting"]
    guard let section = root.section("cycle", keys: names + ["on-holiday"], &log) else {
      return nil
    }
    let cutOffs = names.map { name in
      section.section(name, keys: ["weekday", "time", "next-week"], &log)
        .flatMap { part in cutOff(part, &log).map { (part: part, cutOff: $0) } }
    }
    let shift = section.text("on-holiday", &log)?
      .word(among: CycleRules.Shift.allCases.map(\.rawValue), &log)
      .flatMap(CycleRules.Shift.init)
    for (earlier, later) in zip(cutOffs, cutOffs.dropFirst()) {
      if let earlier, let later { checkOrder(earlier, later, &log) }
    }
    guard let report = cutOffs[0], let summary = cutOffs[1], let meeting = cutOffs[2], let shift
    else { return nil }
    return CycleRules(
      report: report.cutOff, summary: summary.cutOff, meeting: meeting.cutOff, onHoliday: shift)
  }

  private static func cutOff(
    _ section: YAMLSection, _ log: inout ProblemLog
  ) -> CycleRules.CutOff? {
    let weekday = section.text("weekday", &log)?.weekday(&log)
    let time = section.text("time", &log)?.timeOfDay(&log)
    let isNextWeek = section.optionalText("next-week", &log)?.bool(&log) ?? false
    guard let weekday, let time else { return nil }
    return CycleRules.CutOff(weekday: weekday, time: time, isNextWeek: isNextWeek)
  }

  private static func checkOrder(
    _ earlier: (part: YAMLSection, cutOff: CycleRules.CutOff),
    _ later: (part: YAMLSection, cutOff: CycleRules.CutOff), _ log: inout ProblemLog
  ) {
    guard position(later.cutOff) < position(earlier.cutOff) else { return }
    log.refuse(
      at: later.part.spot,
      Bilingual(
        zh: "“\(later.part.path)”早于“\(earlier.part.path)”",
        en: "“\(later.part.path)” is before “\(earlier.part.path)”"),
      remedy: Bilingual(
        zh: "顺序应是报告、汇总、协调；要放在下一周就加 next-week: true",
        en: "report, summary, meeting is the order; add next-week: true for the week after"))
  }

  private static func position(_ cutOff: CycleRules.CutOff) -> Int {
    let day = cutOff.weekday.rawValue + (cutOff.isNextWeek ? 7 : 0)
    return day * 86_400 + cutOff.time.seconds
  }
}
