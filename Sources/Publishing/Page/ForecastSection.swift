import Rectification

/// 预测: who will probably be late, by which rule, and how often that was right.
extension SummaryPage {
  var forecast: Html {
    let late = summary.forecast.late
    let table: Html =
      late.isEmpty
      ? nothing(say("按目前进度，没有可能逾期的措施。", "At the pace so far nothing will be late."))
      : """
      <table><thead><tr><th scope="col">\(say("编号", "Code"))</th><th scope="col" class="wide">\(say("整改措施", "Measure"))</th><th scope="col">\(say("牵头单位", "Lead unit"))</th><th scope="col">\(say("时限", "Deadline"))</th><th scope="col" class="n">\(say("完成率", "Done"))</th><th scope="col">\(say("照此进度完成于", "Done at this pace"))</th><th scope="col" class="n">\(say("超出天数", "Days over"))</th></tr></thead><tbody>
      \(late.prefix(Self.rowsListed).map(forecastRow))</tbody></table>\(unlisted(late.count))
      """
    return section(
      "forecast",
      "\(say("预测（\(late.count)条可能逾期）", "Forecast (\(late.count) will probably be late)"))",
      """
      <p class="rule">\(say("规则：", "The rule: "))\(say(Forecast.rule))\(say("。", "."))\(trackRecord)</p>
      \(table)
      """)
  }

  private func forecastRow(_ row: Forecast.Row) -> Html {
    guard let state = rows[row.measure]?.state else { return .none }
    let over = row.expected.map { String($0 - row.deadline) } ?? "—"
    return """
      <tr><td>\(link(row.measure))</td><td>\(brief(row.measure, 72))</td><td>\(name(of: state.measure.leadUnit))</td><td class="date">\(row.deadline)</td><td class="n">\(state.percent)%</td><td class="date">\(row.expected?.description ?? say("尚无进度", "no progress yet"))</td><td class="n">\(over)</td></tr>

      """
  }

  /// One 次 is one measure in one earlier week: every week's word on every measure whose deadline has passed.
  private var trackRecord: String {
    let record = summary.forecast.record
    guard record.warned + record.missed > 0 else {
      return say("此前还没有可以核对的预测。", " No earlier forecast can be checked yet.")
    }
    return say(
      "以往的准确程度（一条措施一周计一次）：判为可能逾期 \(record.warned) 次，实际逾期 \(record.warnedRight) 次；实际逾期的共 \(record.missed) 次，事先判出 \(record.missedForeseen) 次。",
      " Its record, counting one measure in one week once: of \(record.warned) warnings \(record.warnedRight) came true; of \(record.missed) misses \(record.missedForeseen) had been forecast."
    )
  }
}
