import Rectification

/// `summary.html`: the page a leader reads in the meeting, and the rows behind every number on it.
///
/// Each section is an extension in a file of its own, in the order of the page.
struct SummaryPage: Sendable {
  let summary: WeekSummary
  let say: Wording
  /// Titles of the problems, which the summary itself does not carry.
  let problems: [Code: String]
  let rows: [Code: MeasureRow]
  let items: [Code: ItemState]
  /// The worst standing alert of each kind and subject.
  let alerts: [Alert.Identity: Alert]

  init(_ summary: WeekSummary, problems: [Problem], language: Language) {
    self.summary = summary
    say = Wording(language: language)
    self.problems = dictionary(problems.map { ($0.code, $0.title) })
    rows = dictionary(summary.measures.map { ($0.code, $0) })
    items = dictionary(summary.items.map { ($0.item.code, $0) })
    alerts = dictionary(summary.alerts.filter { $0.life != .cleared }.map { ($0.identity, $0) })
  }

  var html: Html {
    document(
      title: "\(summary.settings.title) \(say.week(summary.week))", language: say.language,
      style: pageStyle,
      body: """
        \(head)
        <main>
        \(tiles)
        \(briefing)
        \(aspects)
        \(unitTable)
        \(wallChart)
        \(lateLists)
        \(forecast)
        \(reporting)
        \(agenda)
        \(steps)
        \(outcomes)
        \(selfCheck)
        \(alertTable)
        \(registerChanges)
        \(register)
        </main>
        \(foot)

        """)
  }

  var zone: ZoneOffset { summary.settings.zone }
  var day: CivilDate { summary.edition.referenceDate }

  /// The first code of a pair wins, as everywhere.
  func name(of unit: Code) -> String { summary.name(of: unit) }

  func names(of units: [Code]) -> String { say.list(units.map(name)) }
}

private func dictionary<Key: Hashable, Value>(_ pairs: [(Key, Value)]) -> [Key: Value] {
  Dictionary(pairs, uniquingKeysWith: { first, _ in first })
}
