/// The weekly cycle of one campaign on its calendar.
package struct Cycle: Hashable, Sendable {
  package let rules: CycleRules
  package let calendar: WorkCalendar
  package let zone: ZoneOffset

  package init(rules: CycleRules, calendar: WorkCalendar, zone: ZoneOffset) {
    self.rules = rules
    self.calendar = calendar
    self.zone = zone
  }

  package init(_ campaign: Campaign) {
    self.init(
      rules: campaign.settings.cycle, calendar: campaign.calendar, zone: campaign.settings.zone)
  }

  /// The cut-offs of a week; nil when it has no working day and so no cycle of its own.
  ///
  /// They keep their order where holidays push them onto one day: reports are then due when they are
  /// summed up, at the latest, and the meeting is not before that.
  package func cutOffs(of week: Week) throws(UncoveredYear) -> CutOffs? {
    let workdays = try calendar.workdays(in: week)
    guard !workdays.isEmpty else { return nil }
    let summary = try moment(of: rules.summary, for: week)
    return CutOffs(
      week: week,
      report: min(try moment(of: rules.report, for: week), summary),
      summary: summary,
      meeting: max(summary, try moment(of: rules.meeting, for: week)))
  }

  /// The week whose cycle a report for `week` joins: itself, or the next one with a working day.
  package func cycleWeek(for week: Week) throws(UncoveredYear) -> Week {
    var candidate = week
    while try calendar.workdays(in: candidate).isEmpty { candidate = candidate.next }
    return candidate
  }

  /// The week that is being reported on at `moment`.
  package func currentWeek(at moment: Moment) throws(UncoveredYear) -> Week {
    try cycleWeek(for: Week(containing: moment.date(in: zone)))
  }

  /// The last week before `week` that has a cycle.
  package func week(before week: Week) throws(UncoveredYear) -> Week {
    var candidate = week.previous
    while try calendar.workdays(in: candidate).isEmpty { candidate = candidate.previous }
    return candidate
  }

  /// The weeks with a cycle from `first` through `last`, in order.
  package func weeks(from first: Week, through last: Week) throws(UncoveredYear) -> [Week] {
    var found: [Week] = []
    var week = first
    while week <= last {
      if try !calendar.workdays(in: week).isEmpty { found.append(week) }
      week = week.next
    }
    return found
  }

  private func moment(of cutOff: CycleRules.CutOff, for week: Week) throws(UncoveredYear) -> Moment
  {
    let target = cutOff.isNextWeek ? try cycleWeek(for: week.next) : week
    let wanted = target.monday + (cutOff.weekday.rawValue - 1)
    return Moment(try workday(near: wanted, in: target), cutOff.time, in: zone)
  }

  /// The working day a cut-off falls on: its own, else the nearest in the configured direction, and
  /// only when the week has none there, the nearest in the other, so that it never leaves its week.
  private func workday(near date: CivilDate, in week: Week) throws(UncoveredYear) -> CivilDate {
    let workdays = try calendar.workdays(in: week)
    let before = workdays.last { $0 <= date }
    let after = workdays.first { $0 >= date }
    let found = rules.onHoliday == .previous ? before ?? after : after ?? before
    return found ?? date
  }
}
