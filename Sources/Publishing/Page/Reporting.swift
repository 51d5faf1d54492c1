import Rectification

/// Who reported and who did not: counts, names, then every unit.
extension SummaryPage {
  var reporting: Html {
    let states = UnitWeek.State.allCases.map { state in
      (state, summary.reporting.filter { $0.state == state })
    }
    return section(
      "reporting", "\(say("报送情况", "Who reported"))",
      """
      <table class="states"><thead><tr><th scope="col">\(say("状态", "State"))</th><th scope="col" class="n">\(say("家数", "Units"))</th><th scope="col" class="wide">\(say("单位", "Names"))</th></tr></thead><tbody>
      \(states.map { stateRow($0.0, $0.1) })</tbody></table>
      \(heatMap)
      <h3>\(say("逐家情况", "Unit by unit"))</h3>
      <table><thead><tr><th scope="col">\(say("单位", "Unit"))</th><th scope="col">\(say("状态", "State"))</th><th scope="col">\(say("收到", "Received"))</th><th scope="col" class="n">\(say("份数", "Files"))</th><th scope="col" class="n">\(say("退回", "Rejected"))</th><th scope="col" class="n">\(say("连续未报周数", "Silent weeks"))</th><th scope="col" class="wide">\(say("采用的文件", "The file that counts"))</th></tr></thead><tbody>
      \(summary.reporting.map(unitRow))</tbody></table>\(waitingTable)
      """)
  }

  /// What the units have put in their folders and the last run left there.
  private var waitingTable: Html {
    guard !summary.waiting.isEmpty else { return .none }
    return """

      <h3>\(say("收件夹中暂未收取的", "Left in the inbox for now"))</h3>
      <table><thead><tr><th scope="col">\(say("单位", "Unit"))</th><th scope="col">\(say("文件", "File"))</th><th scope="col" class="wide">\(say("情况", "Facts"))</th><th scope="col">\(say("始于", "Since"))</th></tr></thead><tbody>
      \(summary.waiting.map(waitingRow))</tbody></table>
      """
  }

  private func waitingRow(_ file: WaitingFile) -> Html {
    """
    <tr><td>\(name(of: file.unit))</td><td>\(file.path)</td><td>\(say(file.message))</td><td class="date">\(file.since.short(in: zone))</td></tr>

    """
  }

  private func stateRow(_ state: UnitWeek.State, _ units: [UnitWeek]) -> Html {
    let names = units.isEmpty ? "—" : self.names(of: units.map(\.unit))
    return """
      <tr><td>\(units.isEmpty ? "\(say(state.name))" : reportMark(state))</td><td class="n">\(units.count)</td><td>\(names)</td></tr>

      """
  }

  private func failure(_ failed: FailedFetch) -> Html {
    """
    \(failed.reason) <small>\(say("自", "since"))\(failed.since.short(in: zone))\(say("起", ""))</small>
    """
  }

  private func unitRow(_ unit: UnitWeek) -> Html {
    let received = unit.effective.map { $0.receivedAt.short(in: zone) } ?? "—"
    let file: Html =
      unit.effective.map { submission in
        """
        <a href="#file-\(fileNumbers[submission] ?? 0)">\(submission.fileName)</a> <code>\(String(submission.digest.hex.prefix(12)))</code>
        """
      } ?? unit.failure.map(failure) ?? "—"
    let warned: Html =
      unit.verdict == .acceptedWithWarnings
      ? " <small>\(say("有警示", "with warnings"))</small>" : .none
    return """
      <tr id="unit-\(unit.unit)"><td>\(name(of: unit.unit)) <small>\(unit.unit)</small></td><td>\(reportMark(unit.state))\(warned)</td><td class="date">\(received)</td><td class="n">\(unit.received)</td><td class="n">\(unit.rejected)</td><td class="n">\(unit.silentWeeks)</td><td>\(file)</td></tr>

      """
  }
}
