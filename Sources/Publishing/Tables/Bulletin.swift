import Rectification

/// `bulletin.txt`: the closing paragraph, from the figures of the page.
///
/// The order is that of the public notices: items, measures, then the outcomes as campaign.yaml lists
/// them. Noughts are printed: what is not said would be taken for not counted.
func bulletin(_ summary: WeekSummary) -> String {
  func count(_ id: Figure.ID) -> String {
    summary.figure(id).map { "\($0.value.number)\($0.value.unit)" } ?? "0"
  }
  let outcomes = summary.outcomes.map {
    "\(visible($0.kind.name))\($0.total.number)\($0.total.unit)"
  }
  let head = "\(summary.edition.referenceDate.chinese)，\(visible(summary.settings.title))"
  let items =
    "整改事项共\(count("items.total"))，完成\(count("items.completed"))，"
    + "正在推进\(count("items.in-progress"))，未启动\(count("items.not-started"))"
  let since = [("measures.added", "开展以来增列"), ("measures.withdrawn", "另撤销、并入")]
    .filter { summary.figure(Figure.ID($0.0)).map { !$0.members.isEmpty } ?? false }
    .map { $0.1 + count(Figure.ID($0.0)) }
  let changed = since.isEmpty ? "" : "（" + since.joined(separator: "，") + "）"
  let measures =
    "整改措施共\(count("measures.total"))\(changed)，完成\(count("measures.completed"))（其中销号\(count("measures.closed"))），"
    + "正在推进\(count("measures.in-progress"))，未启动\(count("measures.not-started"))，"
    + "逾期\(count("measures.overdue"))"
  let results = outcomes.isEmpty ? "" : "各单位累计：" + outcomes.joined(separator: "，") + "。"
  return "截至\(head)\(items)；\(measures)。\(results)\n"
}
