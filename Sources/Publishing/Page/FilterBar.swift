import Rectification

/// 筛选与排序, which the script brings to life; without it the bar stays hidden and all is readable.
extension SummaryPage {
  var filterBar: Html {
    let counts = say("显示 {n} 条，共 {all} 条", "{n} of {all} measures")
    let open = say("在措施明细中逐条看", "Show them in the register")
    let cleared = say("已取消筛选，以便显示 {code}", "filters cleared to show {code}")
    let found = say("筛选出 {n}", "{n} shown")
    return """
      <form id="filter" class="filter" hidden aria-label="\(say("筛选与排序", "Filter and sort"))" data-counts="\(counts)" data-open="\(open)" data-cleared="\(cleared)" data-found="\(found)" data-scroll="\(say("可横向滚动的表格", "table, scrolls sideways"))">
      \(choices)<label>\(say("查找", "Find")) <input type="search" name="q" size="10"></label>
      <button type="reset">\(say("清除", "Clear"))</button> <output aria-live="polite"></output>
      </form>
      """
  }

  private var choices: [Html] {
    let figures = summary.figures.filter { $0.id.text.hasPrefix("measures.") }
    return [
      choice(
        "aspect", say("方面", "Aspect"),
        summary.aspects.map { ($0.aspect.code.text, $0.aspect.title) }),
      choice(
        "unit", say("牵头单位", "Lead unit"),
        summary.units.map { ($0.unit.text, name(of: $0.unit)) }),
      choice(
        "leader", say("区领导", "Leader"),
        leaders.map { ($0, $0.isEmpty ? say("未定", "none") : $0) }),
      choice(
        "status", say("状态", "Status"),
        MeasureStatus.allCases.map { ($0.rawValue, say($0.name)) }),
      choice(
        "level", say("预警", "Alert"),
        Alert.Level.allCases.reversed().map { ($0.rawValue, say($0.name)) }
          + [("none", say("无", "none"))]),
      choice(
        "figure", say("口径", "Figure"),
        figures.map { ($0.id.text, "\(say($0.name)) \($0.value.number)") }),
      choice("sort", say("排序", "Sort"), sortKeys, all: say("清单顺序", "register order")),
    ]
  }

  private var sortKeys: [(String, String)] {
    [
      ("deadline", say("时限，早的在前", "deadline, earliest first")),
      ("overdue", say("逾期天数，多的在前", "days overdue, most first")),
      ("percent", say("完成率，低的在前", "progress, least first")),
      ("level", say("预警，重的在前", "alert, worst first")),
      ("unit", say("牵头单位", "lead unit")), ("leader", say("区领导", "leader")),
    ]
  }

  private func choice(
    _ name: Html, _ label: String, _ options: [(String, String)], all: String? = nil
  ) -> Html {
    let lines: [Html] = options.map { "<option value=\"\($0.0)\">\($0.1)</option>" }
    return """
      <label>\(label) <select name="\(name)"><option value="">\(all ?? say("全部", "all"))</option>\(lines)</select></label>

      """
  }
}
