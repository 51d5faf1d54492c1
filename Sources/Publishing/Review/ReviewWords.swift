import Rectification

/// What every form of the review says, in one place.
struct ReviewWords {
  let review: MonthlyReview
  let say: Wording

  init(_ review: MonthlyReview, say: Wording) {
    self.review = review
    self.say = say
  }

  var month: String { say(review.month.chinese, review.month.description) }

  /// `暂定` until the last week of the month is summed up.
  var standing: String {
    review.isProvisional ? say("暂定", "provisional") : say("全月", "whole month")
  }

  /// `2023年第48周（…）至…，共5周`.
  var span: String {
    guard let first = review.weeks.first, let last = review.weeks.last else { return "" }
    let count = review.weeks.count
    return first == last
      ? say.week(first)
      : say(
        "\(first.chinese)至\(last.chinese)，共\(count)周",
        "\(count) weeks, \(say.week(first)) to \(say.week(last))")
  }

  /// Which weeks are still to come; empty of a month that is over.
  var provision: String {
    guard review.isProvisional else { return "" }
    let weeks = say.list(review.openWeeks.map(\.description))
    return say("本月未完，\(weeks) 汇总后还会变化。", "Not final: \(weeks) still to be summed up.")
  }

  /// The paragraph at the head.
  var paragraph: String {
    let alerts = review.alerts
    let mean = alerts.meanWorkdays.map(\.description)
    let states: [UnitWeek.State] = [.late, .rejected, .quarantined, .missing, .fetchFailed]
    let amiss = states.filter { review.count($0) > 0 }
      .map { "\(say($0.name))\(say("", " "))\(review.count($0))\(say("份", ""))" }
    let time = mean.map { say("，平均\($0)个工作日", " after \($0) working days on average") } ?? ""
    return say(
      "应报\(review.owed)份，有效报告\(review.accepted)份，其中按时\(review.punctual)份（含零报告\(review.count(.zero))份）"
        + "\(amiss.isEmpty ? "" : "；" + amiss.joined(separator: "、"))。"
        + "更正\(review.corrections)份，有敷衍提示的\(review.flaggedReports)份。"
        + "新增预警\(alerts.raised)条，解除\(alerts.cleared)条\(time)，期末仍有\(alerts.standing)条。",
      "\(review.owed) reports owed, \(review.accepted) accepted, \(review.punctual) of them on time "
        + "(\(review.count(.zero)) zero reports)\(amiss.isEmpty ? "" : "; " + amiss.joined(separator: ", ")). "
        + "\(review.corrections) corrected, \(review.flaggedReports) with a perfunctory flag. "
        + "\(alerts.raised) alerts raised, \(alerts.cleared) cleared\(time), \(alerts.standing) standing at the end."
    )
  }

  func name(_ unit: UnitReview) -> String { review.name(of: unit.unit) }

  /// — of a unit that is not ranked.
  func rank(_ unit: UnitReview) -> String { unit.rank.map(String.init) ?? "—" }
  func score(_ unit: UnitReview) -> String { unit.score?.description ?? "—" }
  func percent(_ share: Int?) -> String { share.map { "\($0)%" } ?? "—" }
  func days(_ unit: UnitReview) -> String { unit.alerts.meanWorkdays?.description ?? "—" }

  /// `进展照抄上周2、多周无变化1`; — where there is none.
  func flags(_ unit: UnitReview) -> String {
    let found = RuleCode.perfunctory.filter { unit.flags($0) > 0 }.map {
      "\(say($0.entry.title))\(say("", " "))\(unit.flags($0))"
    }
    return found.isEmpty ? "—" : say.list(found)
  }

  func state(_ week: ReviewedWeek) -> String {
    week.isOwed ? say(week.state.name) : say("免报", "exempt")
  }

  /// Every scored week was worth all its points.
  var full: [UnitReview] { review.units.filter { $0.score == .full } }
  /// Below full marks, best first.
  var marked: [UnitReview] { review.units.filter { $0.rank != nil && $0.score != .full } }
  var unranked: [UnitReview] { review.units.filter { $0.rank == nil } }

  func names(_ units: [UnitReview]) -> String {
    units.isEmpty ? "—" : say.list(units.map(name))
  }

  /// Units that some alert was raised for, cleared of, or stands against.
  var alerted: [UnitReview] { review.units.filter { $0.alerts != .init() } }
  var flagged: [UnitReview] { review.units.filter { $0.flags > 0 } }
}
