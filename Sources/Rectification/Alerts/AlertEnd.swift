/// Why an alert is over, with the day.
enum AlertEnd {
  static func reason(_ last: Alert, measure: MeasureState?, on day: CivilDate) -> Bilingual {
    switch last.identity.kind {
    case .silent: return Bilingual(zh: "已恢复报送", en: "reporting again")
    case .lateReports: return Bilingual(zh: "不再连续迟报", en: "no longer late running")
    case .flood: return Bilingual(zh: "报送已恢复正常", en: "sends no more than it may again")
    case .orphaned: return Bilingual(zh: "已有单位负责", en: "somebody answers for it")
    case .overdue, .dueSoon, .behindPace: break
    }
    guard let measure else {
      return Bilingual(zh: "这条措施已撤销或并入其他措施", en: "the measure is withdrawn or merged")
    }
    if measure.status.isDone { return done(measure) }
    if last.identity.kind != .overdue, (measure.daysOverdue(on: day) ?? 0) > 0 {
      return Bilingual(zh: "已转为逾期", en: "now overdue")
    }
    if let deadline = measure.deadline, measure.slips > 0, deadline > day {
      return Bilingual(zh: "已延期至\(deadline.chinese)", en: "extended to \(deadline)")
    }
    return Bilingual(zh: "已不在预警范围", en: "no longer within the thresholds")
  }

  private static func done(_ measure: MeasureState) -> Bilingual {
    let isClosed = measure.status == .closed
    return Bilingual(
      zh: "\(measure.completedOn?.chinese ?? "")已\(isClosed ? "销号" : "完成")",
      en: (isClosed ? "closed" : "completed") + (measure.completedOn.map { " \($0)" } ?? ""))
  }
}
