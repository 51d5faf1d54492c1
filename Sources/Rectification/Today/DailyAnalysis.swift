/// 日析: what changed since the working day before, and what falls due next.
package struct DailyAnalysis: Hashable, Sendable {
  package let since: Moment
  package let until: Moment
  /// The current week as known at `since`, and as known at `until`.
  package let before: WeekSummary
  package let now: WeekSummary
  package let difference: WeekDifference
  /// What was received in between, whatever its week, by arrival.
  package let received: [Receipt]
  /// What was decided in between, in the order of decisions.csv.
  package let decisions: [Decision]
  /// Units that owe a report of the week and have none accepted, in the order of units.csv.
  package let awaited: [UnitWeek]
  package let nextWorkday: CivilDate
  /// Open measures due from the day of `until` on, soonest first, through the seventh day after.
  package let due: [MeasureRow]
  /// Cut-offs of the campaign's weeks ahead, soonest first, through the seventh day after.
  package let cutOffs: [UpcomingCutOff]

  package struct UpcomingCutOff: Hashable, Sendable {
    package let kind: Kind
    package let week: Week
    package let at: Moment

    package enum Kind: String, CaseIterable, Sendable {
      case report, summary, meeting

      package var name: Bilingual {
        switch self {
        case .report: Bilingual(zh: "报送截止", en: "reports due")
        case .summary: Bilingual(zh: "周汇总", en: "summary")
        case .meeting: Bilingual(zh: "周协调", en: "meeting")
        }
      }
    }
  }

  /// - Throws: `UncoveredYear` when the days ahead leave the calendar.
  package init(
    since: Moment, until: Moment, before: WeekSummary, now: WeekSummary, received: [Receipt],
    decisions: [Decision], cycle: Cycle
  ) throws(UncoveredYear) {
    let day = until.date(in: cycle.zone)
    self.since = since
    self.until = until
    self.before = before
    self.now = now
    difference = WeekDifference(from: before, to: now)
    self.received = received.filter { since < $0.submission.receivedAt }
    self.decisions = decisions.filter { since < $0.decidedAt && $0.decidedAt <= until }
    awaited = now.reporting.filter { !$0.state.hasReport && $0.state != .exempt }
    nextWorkday = try cycle.calendar.date(1, workdaysAfter: day)
    due = now.measures.filter { row in
      !row.state.status.isDone && row.state.deadline.map { (0...7).contains($0 - day) } ?? false
    }.sorted { ($0.state.deadline ?? day, $0.code) < ($1.state.deadline ?? day, $1.code) }
    let settings = now.settings
    let last = try cycle.cycleWeek(for: Week(containing: settings.end))
    cutOffs = try upcoming(after: until, cycle: cycle)
      .filter { settings.firstWeek <= $0.week && $0.week <= last }
  }

  /// What is due by the end of the next working day.
  package var dueNextWorkday: [MeasureRow] {
    due.filter { $0.state.deadline.map { $0 <= nextWorkday } ?? false }
  }

  /// Nothing came, nothing was decided and nothing reads otherwise.
  package var isQuiet: Bool { received.isEmpty && decisions.isEmpty && difference.isEmpty }

  /// The same hour of the working day before: a Monday looks back to Friday.
  package static func usualStart(before moment: Moment, cycle: Cycle) throws(UncoveredYear)
    -> Moment
  {
    var day = moment.date(in: cycle.zone) - 1
    while try !cycle.calendar.isWorkday(day) { day = day - 1 }
    return Moment(day, moment.time(in: cycle.zone), in: cycle.zone)
  }
}

/// Cut-offs within seven days; a meeting may lie in the week after its own.
private func upcoming(
  after moment: Moment, cycle: Cycle
) throws(UncoveredYear) -> [DailyAnalysis.UpcomingCutOff] {
  let day = moment.date(in: cycle.zone)
  var found: [DailyAnalysis.UpcomingCutOff] = []
  for week in [day - 7, day, day + 7].map(Week.init(containing:)) {
    guard let cutOffs = try cycle.cutOffs(of: week) else { continue }
    let all: [(DailyAnalysis.UpcomingCutOff.Kind, Moment)] = [
      (.report, cutOffs.report), (.summary, cutOffs.summary), (.meeting, cutOffs.meeting),
    ]
    found += all.filter { moment < $0.1 && $0.1.date(in: cycle.zone) - day <= 7 }
      .map { .init(kind: $0.0, week: week, at: $0.1) }
  }
  return found.enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }
    .map(\.element)
}
