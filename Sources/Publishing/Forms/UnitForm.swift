import Rectification

/// What goes into the form of one unit for one week.
package struct UnitForm: Sendable {
  package let settings: CampaignSettings
  package let unit: Unit
  package let week: Week
  /// 报送截止; nil for a week without a cycle.
  package let due: Moment?
  /// The revision that the next report of the week has.
  package let revision: Int
  package let measures: [OpenMeasure]
  /// What the unit last gave, by kind.
  package let totals: [Code: Outcome.Value]
  /// The names by which other units may be called in.
  package let unitNames: [String]

  package init(
    settings: CampaignSettings, unit: Unit, week: Week, due: Moment?, revision: Int,
    measures: [OpenMeasure], totals: [Code: Outcome.Value], unitNames: [String]
  ) {
    self.settings = settings
    self.unit = unit
    self.week = week
    self.due = due
    self.revision = revision
    self.measures = measures
    self.totals = totals
    self.unitNames = unitNames
  }

  /// A measure that the unit leads or supports and that is open.
  package struct OpenMeasure: Sendable {
    package let measure: Measure
    package let isLead: Bool
    package let deadline: CivilDate?
    /// What the unit itself last said of it.
    package let last: Entry?
    package let lastWeek: Week?
    /// What the rules would say of it.
    package let foreseen: [ForeseenFinding]

    package init(
      measure: Measure, isLead: Bool, deadline: CivilDate?, last: Entry?, lastWeek: Week?,
      foreseen: [ForeseenFinding]
    ) {
      self.measure = measure
      self.isLead = isLead
      self.deadline = deadline
      self.last = last
      self.lastWeek = lastWeek
      self.foreseen = foreseen
    }
  }

  /// `BM01-2024-W03`.
  package var name: String { "\(unit.code)-\(week)" }

  var title: String { "\(settings.title)周报告填报表" }
}

extension UnitForm.OpenMeasure {
  /// `2024-01-20`; 长期坚持, or 时限待定 of what was reopened without one, where there is none.
  var dueText: String {
    guard let deadline else {
      return (measure.deadline.kind == .standing ? Due.standing : .pending).name.zh
    }
    return deadline.description + (measure.deadline.isStanding ? "（长期坚持）" : "")
  }
}
