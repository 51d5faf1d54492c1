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
  let forecastLate: Set<Code>
  /// The files behind the page, and the number each is known by on it.
  let submissions: [Submission]
  let fileNumbers: [Submission: Int]
  /// 牵头区领导, each once, in the order of the register.
  let leaders: [String]

  init(_ summary: WeekSummary, problems: [Problem], language: Language) {
    self.summary = summary
    say = Wording(language: language)
    self.problems = dictionary(problems.map { ($0.code, $0.title) })
    rows = dictionary(summary.measures.map { ($0.code, $0) })
    items = dictionary(summary.items.map { ($0.item.code, $0) })
    alerts = dictionary(summary.alerts.filter { $0.life != .cleared }.map { ($0.identity, $0) })
    forecastLate = Set(summary.forecast.late.map(\.measure))
    submissions = summary.submissions
    fileNumbers = dictionary(submissions.enumerated().map { ($0.element, $0.offset + 1) })
    var seen: Set<String> = []
    leaders = summary.measures.map(\.state.measure.leader).filter { seen.insert($0).inserted }
  }

  var html: Html {
    document(
      title: "\(summary.settings.title) \(say.week(summary.week))", language: say.language,
      style: pageStyle, script: pageScript,
      body: """
        <a class="skip" href="#main">\(say("跳到正文", "Skip to the figures"))</a>
        \(head)
        <main id="main" tabindex="-1">
        \(tiles)
        \(briefing)
        \(burnUp)
        \(aspects)
        \(unitTable)
        \(filterBar)
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
        \(files)
        \(ruleList)
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

/// What the page runs, and all it runs.
private var pageScript: String { String(decoding: PackageResources.page_js, as: UTF8.self) }

private func dictionary<Key: Hashable, Value>(_ pairs: [(Key, Value)]) -> [Key: Value] {
  Dictionary(pairs, uniquingKeysWith: { first, _ in first })
}
