/// 议定事项: what a coordination meeting has settled, to be done by somebody until a day.
package struct Resolution: Hashable, Sendable {
  package let code: Code
  /// The day of the meeting.
  package let meeting: CivilDate
  package let text: String
  /// 责任单位: one at least.
  package let units: [Code]
  /// 完成时限.
  package let due: CivilDate
  /// The measure it is about; nil when it is about none or several.
  package let measure: Code?
  /// 办结; nil while it is open.
  package let outcome: Outcome?
  /// The row of resolutions.csv.
  package let line: Int

  /// How it ended.
  package struct Outcome: Hashable, Sendable {
    package let doneOn: CivilDate
    package let text: String
    package let line: Int

    package init(doneOn: CivilDate, text: String, line: Int) {
      self.doneOn = doneOn
      self.text = text
      self.line = line
    }
  }

  package init(
    code: Code, meeting: CivilDate, text: String, units: [Code], due: CivilDate, measure: Code?,
    outcome: Outcome?, line: Int
  ) {
    self.code = code
    self.meeting = meeting
    self.text = text
    self.units = units
    self.due = due
    self.measure = measure
    self.outcome = outcome
    self.line = line
  }

  /// Whether it is still to be done at the end of a day.
  package func isOpen(on day: CivilDate) -> Bool { outcome.map { $0.doneOn > day } ?? true }
}
