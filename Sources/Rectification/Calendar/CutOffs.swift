/// 周期: the three cut-offs of one week.
package struct CutOffs: Hashable, Codable, Sendable {
  package let week: Week
  package let report: Moment
  package let summary: Moment
  package let meeting: Moment

  package init(week: Week, report: Moment, summary: Moment, meeting: Moment) {
    self.week = week
    self.report = report
    self.summary = summary
    self.meeting = meeting
  }
}
