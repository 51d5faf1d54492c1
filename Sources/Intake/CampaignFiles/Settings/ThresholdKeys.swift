import Rectification
import Yams

/// `thresholds`, `ladder` and `limits`: numbers that have defaults.
enum ThresholdKeys {
  static func thresholds(_ root: YAMLSection, _ log: inout ProblemLog) -> Thresholds {
    var values = Thresholds()
    let keys = [
      "due-soon-days", "pace-gap", "no-movement-weeks", "silent-weeks", "immediate-workdays",
      "same-text-length", "second-look-days", "late-weeks", "red-eases-to-yellow",
    ]
    guard root.has("thresholds"), let section = root.section("thresholds", keys: keys, &log) else {
      return values
    }
    set(&values.paceGap, section, "pace-gap", 1...100, &log)
    set(&values.noMovementWeeks, section, "no-movement-weeks", 1...52, &log)
    set(&values.silentWeeks, section, "silent-weeks", 1...52, &log)
    set(&values.immediateWorkdays, section, "immediate-workdays", 1...250, &log)
    set(&values.lateWeeks, section, "late-weeks", 1...52, &log)
    values.redEasesToYellow =
      section.optionalText("red-eases-to-yellow", &log)?.bool(&log) ?? false
    set(&values.secondLookDays, section, "second-look-days", 1...730, &log)
    set(&values.sameTextLength, section, "same-text-length", 5...2000, &log)
    if let days = dueSoonDays(section, &log) { values.dueSoonDays = days }
    return values
  }

  static func ladder(_ root: YAMLSection, _ log: inout ProblemLog) -> Ladder {
    var ladder = Ladder()
    let names = LadderStep.allCases.map { "\($0)" }
    guard root.has("ladder"), let section = root.section("ladder", keys: names, &log) else {
      return ladder
    }
    var last: (name: String, days: Int)?
    for step in LadderStep.allCases {
      var days = ladder.thresholds[step] ?? 0
      set(&days, section, "\(step)", 1...365, &log)
      if let last, days <= last.days {
        refuseLadder(section, "\(step)", days, after: last, &log)
      }
      ladder.thresholds[step] = days
      last = ("\(step)", days)
    }
    return ladder
  }

  static func limits(_ root: YAMLSection, _ log: inout ProblemLog) -> Limits {
    var values = Limits()
    let keys = [
      "report-bytes", "bundle-bytes", "connections", "connections-per-host", "transfer-seconds",
      "connect-seconds", "idle-seconds", "fetch-seconds",
    ]
    guard root.has("limits"), let section = root.section("limits", keys: keys, &log) else {
      return values
    }
    set(&values.reportBytes, section, "report-bytes", 1024...(64 << 20), &log)
    set(&values.connections, section, "connections", 1...256, &log)
    values.connectionsPerHost = min(values.connectionsPerHost, values.connections)
    set(&values.connectionsPerHost, section, "connections-per-host", 1...values.connections, &log)
    set(&values.transferSeconds, section, "transfer-seconds", 1...3600, &log)
    set(&values.bundleBytes, section, "bundle-bytes", 1024...(256 << 20), &log)
    set(&values.connectSeconds, section, "connect-seconds", 1...600, &log)
    set(&values.idleSeconds, section, "idle-seconds", 1...3600, &log)
    set(&values.fetchSeconds, section, "fetch-seconds", 1...86_400, &log)
    return values
  }

  private static func set(
    _ value: inout Int, _ section: YAMLSection, _ key: String, _ range: ClosedRange<Int>,
    _ log: inout ProblemLog
  ) {
    value = section.optionalText(key, &log)?.integer(in: range, &log) ?? value
  }

  private static func dueSoonDays(_ section: YAMLSection, _ log: inout ProblemLog) -> [Int]? {
    let name = section.name(of: "due-soon-days")
    guard let list = section.list("due-soon-days", &log) else { return nil }
    guard !list.isEmpty else {
      log.refuse(
        at: section.spot(of: "due-soon-days") ?? section.spot,
        Bilingual(zh: "“\(name)”是空的", en: "“\(name)” is empty"),
        remedy: Bilingual(zh: "请写天数，或删去这个键", en: "write the days, or remove the key"))
      return nil
    }
    var days: [Int] = []
    for (path, node) in list {
      guard let text = YAMLSection.scalar(node, name: path, &log),
        let number = text.integer(in: 1...365, &log)
      else { continue }
      if let last = days.last, number >= last {
        text.refuse(
          "不小于前一个（\(last)）", "is not less than the one before (\(last))",
          Bilingual(zh: "请从大到小写，如 [14, 7, 3]", en: "write them falling, [14, 7, 3]"), &log)
      }
      days.append(number)
    }
    return days
  }

  private static func refuseLadder(
    _ section: YAMLSection, _ step: String, _ days: Int, after last: (name: String, days: Int),
    _ log: inout ProblemLog
  ) {
    log.refuse(
      at: section.spot(of: step) ?? section.spot,
      Bilingual(
        zh: "“ladder.\(step)”是\(days)，不大于“\(last.name)”的\(last.days)",
        en: "“ladder.\(step)” is \(days), not more than the \(last.days) of “\(last.name)”"),
      remedy: Bilingual(
        zh: "四级要逐级增大；没写的按 1、3、8、15",
        en: "each step is later than the one before; those left out are 1, 3, 8, 15"))
  }
}
