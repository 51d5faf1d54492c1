import Rectification

/// 判定规则: a rule that a row of the page may rest on.
enum PageRule: String, CaseIterable {
  case reported, decided, stale, overdue
  case dueSoon = "due-soon"
  case pace, orphaned, forecast, conflict

  var name: Bilingual {
    switch self {
    case .reported: Bilingual(zh: "以牵头单位所报为准", en: "the lead unit's word")
    case .decided: Bilingual(zh: "以审核决定为准", en: "the office's decision")
    case .stale: Bilingual(zh: "本周未更新", en: "not renewed")
    case .overdue: Bilingual(zh: "逾期", en: "overdue")
    case .dueSoon: Bilingual(zh: "临近时限", en: "due soon")
    case .pace: Bilingual(zh: "未达序时进度", en: "behind pace")
    case .orphaned: Bilingual(zh: "无人负责", en: "nobody answers for it")
    case .forecast: Bilingual(zh: "可能逾期", en: "probably late")
    case .conflict: Bilingual(zh: "意见不一", en: "disputed")
    }
  }
}

/// The rules in a sentence each, with the thresholds of this drive.
extension SummaryPage {
  var ruleList: Html {
    let rules: [Html] = PageRule.allCases.map { rule in
      "<div id=\"rule-\(rule.rawValue)\"><dt>\(say(rule.name))</dt><dd>\(sentence(rule))</dd></div>\n"
    }
    return section(
      "rules", "\(say("判定规则", "Rules"))",
      "<dl class=\"rules\">\n\(rules)</dl>")
  }

  private func sentence(_ rule: PageRule) -> String {
    let limits = summary.settings.thresholds
    let days = limits.dueSoonDays.map(String.init)
    return switch rule {
    case .reported:
      say(
        "没有另行注明的，措施的状态和完成率取牵头单位最近一份被采用的周报告；配合单位所报只作参考。",
        "Unless it says otherwise, status and percent are those of the lead unit's last report that counts; supporting units contribute."
      )
    case .decided:
      say(
        "销号、退回、重开以整改办的审核决定为准，决定按日期先后生效。",
        "Close-out, return and reopening are the office's decisions, which count in order of date.")
    case .stale:
      say(
        "本周应报而未报的，沿用上一次的状态，并注明从哪一周起没有更新。",
        "Where no report came though one was due, the last state stands, marked with the week since when."
      )
    case .overdue:
      say(
        "未完成，且时限早于 \(day)。延期只能由审核决定作出。",
        "Not done, and its deadline before \(day); only a decision extends a deadline.")
    case .dueSoon:
      say(
        "未完成，且距时限不超过 \(days.joined(separator: "、")) 天，分别为蓝、黄、橙灯。",
        "Not done, with at most \(days.joined(separator: ", ")) days left: blue, yellow, orange.")
    case .pace:
      say(
        "完成率落后于时间进度 \(limits.paceGap) 个百分点及以上。时间进度是从开始日到现时限已过去的天数占比。",
        "Progress is \(limits.paceGap) points or more behind the share of time used from its start to its deadline."
      )
    case .orphaned:
      say("牵头单位已停用，改报牵头区领导。", "Its lead unit is no more; it goes to the lead leader.")
    case .forecast: say(Forecast.rule) + say("。", ".")
    case .conflict:
      say(
        "牵头单位报已完成，而配合单位此后仍报未完成；或牵头单位报未启动，而配合单位已启动。",
        "The lead calls it completed and a supporting unit, not earlier, does not; or the lead has not begun and it has."
      )
    }
  }
}
