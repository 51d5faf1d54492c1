import Rectification

/// 清单变动: what changed in the register and the unit list in the course of the drive.
extension SummaryPage {
  var registerChanges: Html {
    guard !summary.changes.isEmpty else { return .none }
    return section(
      "changes",
      "\(say("清单变动（\(summary.changes.count)项）", "Changes of the register (\(summary.changes.count))"))",
      """
      <table><thead><tr><th scope="col">\(say("编号", "No."))</th><th scope="col">\(say("生效日期", "Since"))</th><th scope="col">\(say("变动", "Change"))</th><th scope="col">\(say("对象", "Of"))</th><th scope="col" class="wide">\(say("由何变何", "From what to what"))</th><th scope="col" class="reason">\(say("依据与理由", "Basis, reason"))</th></tr></thead><tbody>
      \(summary.changes.map(changeRow))</tbody></table>
      \(withdrawnTable)
      """)
  }

  private func changeRow(_ change: RegisterChange) -> Html {
    let subject: Html =
      change.isAboutUnit ? "\(name(of: change.subject))" : link(change.subject)
    let (before, after) = values(of: change)
    let arrow: Html = before.isEmpty && after.isEmpty ? "—" : "\(before) → \(after)"
    let reason: Html = change.reason.isEmpty ? .none : "<br>\(change.reason)"
    return """
      <tr><td>\(change.code)<br><small>\(say("第\(change.line)行", "row \(change.line)"))</small></td><td class="date">\(change.effective)</td><td>\(say(change.word.name))</td><td>\(subject)</td><td>\(arrow)</td><td>\(change.basis)\(reason)</td></tr>

      """
  }

  /// What was withdrawn stays in sight, with what it had come to.
  private var withdrawnTable: Html {
    guard !summary.withdrawn.isEmpty else { return .none }
    return """
      <h3>\(say("已撤销、并入的措施（\(summary.withdrawn.count)条，不再计入总数）", "Withdrawn or merged (\(summary.withdrawn.count)), in no total any more"))</h3>
      <table><thead><tr><th scope="col">\(say("编号", "Code"))</th><th scope="col" class="wide">\(say("整改措施", "Measure"))</th><th scope="col">\(say("原牵头单位", "Lead unit"))</th><th scope="col">\(say("变动", "Change"))</th><th scope="col">\(say("当时状态", "State then"))</th></tr></thead><tbody>
      \(summary.withdrawn.map(withdrawnRow))</tbody></table>
      """
  }

  private func withdrawnRow(_ withdrawn: WithdrawnMeasure) -> Html {
    let (state, change) = (withdrawn.state, withdrawn.change)
    return """
      <tr id="measure-\(state.measure.code)"><td class="code">\(state.measure.code)</td><td>\(state.measure.text)</td><td>\(name(of: state.measure.leadUnit))</td><td class="date">\(change.effective) \(say(change.word.name)) \(change.values.after)</td><td class="date">\(say(state.status.name)) \(state.percent)%</td></tr>

      """
  }

  /// The changes of one measure, under its text: `2023-11-20 移交：组织部门 → 宣传部门（第9次协调会纪要）`.
  func history(of measure: Code) -> Html {
    let lines = summary.changes.filter { !$0.isAboutUnit && $0.subject == measure }.map { change in
      let (before, after) = values(of: change)
      let detail =
        before.isEmpty && after.isEmpty ? "" : say("：", ": ") + "\(before) → \(after)"
      return "\(change.effective) \(say(change.word.name))\(detail)（\(change.basis)）"
    }
    return lines.map { "<small>\($0)</small>" }.joined()
  }

  private func values(of change: RegisterChange) -> (before: String, after: String) {
    wording(change, say) { name(of: $0) }
  }
}

/// What a change was from and to, with units by name and the other side of a split or merger by code.
func wording(
  _ change: RegisterChange, _ say: Wording, name: (Code) -> String
) -> (before: String, after: String) {
  let none = say("无", "none")
  return switch change.kind {
  case .moved(_, let from, let to): (name(from), name(to))
  case .supporters(_, let from, let to):
    (
      from.isEmpty ? none : say.list(from.map(name)), to.isEmpty ? none : say.list(to.map(name))
    )
  case .absorbed(let unit, let into): (name(unit), name(into))
  case .split(let code, let from): (from.text, code.text)
  case .merged(let code, let into): (code.text, into.text)
  case .added, .withdrawn, .reworded, .leader, .corrected, .renamed: change.values
  }
}
