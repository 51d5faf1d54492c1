/// 周汇总: everything the pages of one week say, as values; the formats only print it.
package struct WeekSummary: Hashable, Sendable {
  package let settings: CampaignSettings
  package let edition: Edition
  /// Last week's, for the figures beside this week's; nil in the first week that is answered for.
  package let previousWeek: Week?
  /// In the order of the bulletin, then reporting.
  package let figures: [Figure]
  package let aspects: [AspectProgress]
  /// Units that lead at least one measure, in the order of units.csv.
  package let units: [UnitProgress]
  package let items: [ItemState]
  /// Every measure, in the order of the register.
  package let measures: [MeasureRow]
  /// What changed against last week.
  package let movements: [Movement]
  /// Every unit, in the order of units.csv.
  package let reporting: [UnitWeek]
  /// Who reported in the last weeks that this workspace answers for, oldest first, this week last.
  package let reportingWeeks: [ReportingWeek]
  /// Worst first; cleared ones last.
  package let alerts: [Alert]
  package let agenda: Agenda
  package let steps: [StepState]
  /// 面上共性问题, in the order of their file.
  package let commonProblems: [CommonProblem]
  package let plan: PlanProgress
  package let forecast: Forecast
  package let outcomes: [OutcomeTotal]
  /// What the last run left in the inbox; empty of a week that is over.
  package let waiting: [WaitingFile]
  /// Unit codes to names, for printing.
  package let unitNames: [Code: String]
  /// 变动记录 of the register and the unit list by this week, oldest first.
  package let changes: [RegisterChange]
  /// What is out of the totals by this week, in the order of the register.
  package let withdrawn: [WithdrawnMeasure]

  package init(
    settings: CampaignSettings, edition: Edition, previousWeek: Week?, figures: [Figure],
    aspects: [AspectProgress], units: [UnitProgress], items: [ItemState], measures: [MeasureRow],
    movements: [Movement], reporting: [UnitWeek], reportingWeeks: [ReportingWeek] = [],
    alerts: [Alert], agenda: Agenda, steps: [StepState], commonProblems: [CommonProblem] = [],
    forecast: Forecast = Forecast(late: [], record: .init()),
    outcomes: [OutcomeTotal], waiting: [WaitingFile] = [],
    unitNames: [Code: String], changes: [RegisterChange] = [], withdrawn: [WithdrawnMeasure] = []
  ) {
    self.settings = settings
    self.edition = edition
    self.previousWeek = previousWeek
    self.figures = figures
    self.aspects = aspects
    self.units = units
    self.items = items
    self.measures = measures
    self.movements = movements
    self.reporting = reporting
    self.reportingWeeks = reportingWeeks
    self.alerts = alerts
    self.agenda = agenda
    self.steps = steps
    self.commonProblems = commonProblems
    plan = PlanProgress(measures, week: edition.cutOffs.week)
    self.forecast = forecast
    self.outcomes = outcomes
    self.waiting = waiting
    self.unitNames = unitNames
    self.changes = changes
    self.withdrawn = withdrawn
  }

  package var week: Week { edition.cutOffs.week }

  /// The name of a unit, or its code when the register has lost it.
  package func name(of unit: Code) -> String { unitNames[unit] ?? unit.text }

  package func figure(_ id: Figure.ID) -> Figure? { figures.first { $0.id == id } }
}
