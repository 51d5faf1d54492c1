/// One summed-up week with what the summary itself does not carry.
package struct WeekUnderReview: Sendable {
  package let summary: WeekSummary
  /// Units that owed a report.
  package let owing: Set<Code>
  /// Every submission for the week.
  package let receipts: [Receipt]

  package init(summary: WeekSummary, owing: Set<Code>, receipts: [Receipt]) {
    self.summary = summary
    self.owing = owing
    self.receipts = receipts
  }
}

/// 月评 of `month` from its summed-up weeks, oldest first; nil when there is none.
///
/// Units are those of any of the weeks, in the order of units.csv.
package func review(
  _ month: Month, weeks: [WeekUnderReview], openWeeks: [Week], index: RegisterIndex
) throws(UncoveredYear) -> MonthlyReview? {
  guard let last = weeks.last else { return nil }
  let alerts = try alertTallies(weeks, calendar: index.campaign.calendar)
  let present = Set(weeks.flatMap { $0.summary.reporting.map(\.unit) })
  let states = weeks.map { keyed($0.summary.reporting, by: \.unit) }
  let receipts = weeks.map { Dictionary(grouping: $0.receipts, by: \.submission.sender) }
  let units = index.campaign.units.filter { present.contains($0.code) }.map { unit in
    UnitReview(
      unit: unit.code,
      weeks: weeks.indices.compactMap { number in
        states[number][unit.code].map {
          ReviewedWeek(
            $0, week: weeks[number].summary.week,
            isOwed: weeks[number].owing.contains(unit.code),
            receipts: receipts[number][unit.code] ?? [])
        }
      },
      alerts: alerts[unit.code] ?? .init())
  }
  return MonthlyReview(
    settings: index.campaign.settings, month: month, weeks: weeks.map(\.summary.week),
    openWeeks: openWeeks, units: units, closedAt: last.summary.edition.cutOffs.summary,
    unitNames: index.units.mapValues(\.name))
}

extension ReviewedWeek {
  fileprivate init(_ unitWeek: UnitWeek, week: Week, isOwed: Bool, receipts: [Receipt]) {
    let effective = receipts.first { $0.submission == unitWeek.effective }
    self.init(
      week: week, state: unitWeek.state, isOwed: isOwed,
      corrections: max(0, receipts.count(where: \.verdict.isAccepted) - 1),
      rejected: unitWeek.rejected,
      flags: (effective?.findings ?? []).map(\.rule).filter(RuleCode.perfunctory.contains))
  }
}

/// Alerts by the unit that answers for them: its own, and those of the measures it led that week.
private func alertTallies(
  _ weeks: [WeekUnderReview], calendar: WorkCalendar
) throws(UncoveredYear) -> [Code: UnitReview.AlertTally] {
  var tallies: [Code: UnitReview.AlertTally] = [:]
  for (number, week) in weeks.enumerated() {
    let summary = week.summary
    let states = summary.measures.map(\.state) + summary.withdrawn.map(\.state)
    let measures = keyed(states.map(\.measure), by: \.code)
    for alert in summary.alerts {
      let subject = alert.identity.subject
      let unit = alert.identity.kind.isAboutUnit ? subject : measures[subject]?.leadUnit
      guard let unit else { continue }
      var tally = tallies[unit] ?? .init()
      if alert.life == .raised { tally.raised += 1 }
      if alert.life == .cleared {
        tally.cleared += 1
        tally.workdaysToClear += try calendar.workdays(
          after: alert.since, through: summary.edition.referenceDate)
      } else if number == weeks.count - 1 {
        tally.standing += 1
      }
      tallies[unit] = tally
    }
  }
  return tallies
}
