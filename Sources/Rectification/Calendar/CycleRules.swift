/// When, in every week, reports are due, the summary is drawn up and the meeting sits.
package struct CycleRules: Hashable, Sendable {
  package let report: CutOff
  package let summary: CutOff
  package let meeting: CutOff
  /// Where a cut-off goes when its day is not a working day.
  package let onHoliday: Shift

  package init(report: CutOff, summary: CutOff, meeting: CutOff, onHoliday: Shift) {
    self.report = report
    self.summary = summary
    self.meeting = meeting
    self.onHoliday = onHoliday
  }

  package struct CutOff: Hashable, Sendable {
    package let weekday: Weekday
    package let time: TimeOfDay
    /// In the week after the one reported on.
    package let isNextWeek: Bool

    package init(weekday: Weekday, time: TimeOfDay, isNextWeek: Bool) {
      self.weekday = weekday
      self.time = time
      self.isNextWeek = isNextWeek
    }
  }

  package enum Shift: String, CaseIterable, Sendable {
    case previous, next
  }
}
