import Rectification
import Yams

/// campaign.yaml.
enum SettingsFile {
  static let keys = [
    "campaign", "title", "office", "start", "end", "first-week", "first-issue", "time-zone",
    "calendar", "cycle",
    "thresholds", "ladder", "limits", "guards", "rules", "secrecy-words", "outcomes", "steps",
    "sources", "networks", "notifications", "agenda",
  ]

  /// What could be read, for the checks of the other files; `settings` only when all of it could.
  struct Reading {
    let settings: CampaignSettings?
    let zone: ZoneOffset
    /// The name of the calendar, and where it is written.
    let calendar: (code: Code, spot: Spot)?
    /// The years the campaign lies in, and where its dates are written.
    let span: (years: ClosedRange<Int>, spot: Spot)?
  }

  /// Without a directory of units (units.csv could not be read), none is looked up.
  static func read(
    _ bytes: [UInt8], folder: Code, units: UnitDirectory?, _ log: inout ProblemLog
  ) -> Reading? {
    guard let root = YAMLDocument.root(bytes, &log),
      SecrecyKeys.allows(root, &log), let section = YAMLSection(root, path: "", keys: keys, &log)
    else { return nil }
    let head = CampaignHead(section, folder: folder, &log)
    let zone = section.optionalText("time-zone", &log)?.zone(&log) ?? .beijing
    let calendar = section.text("calendar", &log).flatMap { text in
      text.code(&log).map { (code: $0, spot: text.spot) }
    }
    let cycle = CycleKeys.read(section, &log)
    let ladder = ThresholdKeys.ladder(section, &log)
    let thresholds = ThresholdKeys.thresholds(section, &log)
    let limits = ThresholdKeys.limits(section, &log)
    let guards = GuardKeys.read(section, &log)
    let rules = RuleKeys.read(section, &log)
    let words = SecrecyKeys.words(section, &log)
    let outcomes = OutcomeKeys.read(section, &log)
    let steps = StepKeys.read(section, &log)
    let sources = SourceKeys(units: units).read(section, &log)
    let networks = NetworkKeys.read(section, &log)
    let agenda = AgendaKeys.read(section, &log)
    let notifications = NotificationKeys(units: units).read(section, &log)
    return Reading(
      settings: head.flatMap { head in
        cycle.map { cycle in
          var settings = CampaignSettings(
            code: head.code, title: head.title, office: head.office, start: head.start,
            end: head.end, firstWeek: head.firstWeek, zone: zone, cycle: cycle,
            thresholds: thresholds, ladder: ladder, limits: limits, guards: guards, rules: rules,
            secrecyMarks: SecrecyMarks(words: words), outcomeKinds: outcomes, steps: steps,
            sources: sources, networks: networks)
          settings.firstIssue = head.firstIssue
          settings.agenda = agenda
          settings.notifications = notifications
          return settings
        }
      },
      zone: zone, calendar: calendar, span: head.map { ($0.years, $0.spot) })
  }
}
