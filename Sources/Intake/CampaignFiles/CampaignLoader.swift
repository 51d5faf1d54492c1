import Rectification

/// Reads the files of one campaign in the order in which they lean on one another.
struct CampaignLoader {
  let campaign: Code
  let source: Source
  private(set) var problems: [CampaignProblem] = []
  /// Every file read so far, each read once, so that what is kept is what was understood.
  private(set) var files = CampaignFiles()
  /// What none of the files may bear; known before any of them is read.
  private var marks = SecrecyMarks.standard

  /// A register of 20,000 measures is about 10 MB.
  private static let tableLimit = 64 << 20
  private static let settingsLimit = 256 << 10

  /// Where the files are.
  enum Source {
    /// The path of a workspace.
    case workspace(String)
    /// As an earlier run found them.
    case kept(CampaignFiles)
  }

  init(campaign: Code, source: Source) {
    self.campaign = campaign
    self.source = source
  }

  /// Nil only when there are problems.
  mutating func load() -> Campaign? {
    marks = secrecyMarks()
    let units = table("units.csv", layout: UnitsFile.layout) { UnitsFile.read($0, &$1) }
    let reading = settings(units: units)
    let register = table("register.csv", layout: RegisterFile.layout) {
      RegisterFile.read($0, units: units, &$1)
    }
    let decisionsFile = DecisionsFile(
      zone: reading?.zone ?? .beijing,
      measures: register.map { keyed($0.measures) })
    let decisions = table("decisions.csv", layout: DecisionsFile.layout) {
      decisionsFile.read($0, &$1)
    }
    let resolutionsFile = ResolutionsFile(
      units: units, measures: register.map { keyed($0.measures) })
    let resolutions = optionalTable("resolutions.csv", layout: ResolutionsFile.layout) {
      resolutionsFile.read($0, &$1)
    }
    let commonFile = CommonProblemsFile(
      units: units, items: register.map { Set($0.items.map(\.code)) })
    let common = optionalTable("common-problems.csv", layout: CommonProblemsFile.layout) {
      commonFile.read($0, &$1)
    }
    let changesFile = ChangesFile(
      units: units, measures: register.map { keyed($0.measures) },
      drive: reading?.settings.map { DateInterval(first: $0.start, last: $0.end) })
    let changes = optionalTable("changes.csv", layout: ChangesFile.layout) {
      changesFile.read($0, &$1)
    }
    let calendar = calendar(reading)
    if let calendar { checkYears(reading, calendar, register) }
    guard let settings = reading?.settings, let calendar, let units, let register, let decisions
    else { return nil }
    return Campaign(
      settings: settings, calendar: calendar, register: register, units: units.units,
      decisions: decisions.decisions, releases: decisions.releases,
      resolutions: resolutions ?? [], commonProblems: common ?? [],
      issueOrders: decisions.issueOrders, adoptions: decisions.adoptions, changes: changes ?? [])
  }

  /// From campaign.yaml, whose mistakes are told when it is read in its turn.
  private mutating func secrecyMarks() -> SecrecyMarks {
    var unheard = ProblemLog(file: path("campaign.yaml"))
    guard let bytes = bytes(limit: Self.settingsLimit, &unheard) else { return .standard }
    return SecrecyKeys.marks(bytes, file: unheard.file)
  }

  private mutating func settings(units: UnitDirectory?) -> SettingsFile.Reading? {
    var log = ProblemLog(file: path("campaign.yaml"))
    defer { problems += log.problems }
    guard let bytes = bytes(limit: Self.settingsLimit, &log) else { return nil }
    return SettingsFile.read(bytes, folder: campaign, units: units, &log)
  }

  private mutating func calendar(_ reading: SettingsFile.Reading?) -> WorkCalendar? {
    guard let name = reading?.calendar?.code else { return nil }
    return table(at: "schedules/calendars/\(name).csv", layout: CalendarFile.layout) {
      CalendarFile.read($0, &$1)
    }
  }

  private mutating func checkYears(
    _ reading: SettingsFile.Reading?, _ calendar: WorkCalendar, _ register: Register?
  ) {
    var settingsLog = ProblemLog(file: path("campaign.yaml"))
    if let span = reading?.span {
      CoveredYears.check(span.years, calendar, at: span.spot, &settingsLog)
    }
    var registerLog = ProblemLog(file: path("register.csv"))
    if let register, let settings = reading?.settings {
      CoveredYears.check(register, settings, calendar, &registerLog)
    }
    problems += settingsLog.problems + registerLog.problems
  }

  private mutating func table<Value>(
    _ name: String, layout: CSVTable.Layout, read: (CSVTable, inout ProblemLog) -> Value
  ) -> Value? {
    table(at: path(name), layout: layout, read: read)
  }

  /// Nil, and no problem, where there is no such file.
  private mutating func optionalTable<Value>(
    _ name: String, layout: CSVTable.Layout, read: (CSVTable, inout ProblemLog) -> Value
  ) -> Value? {
    let isThere =
      switch source {
      case .workspace(let root): CampaignFileBytes.isThere("\(root)/\(path(name))")
      case .kept(let files): files[path(name)] != nil
      }
    return isThere ? table(name, layout: layout, read: read) : nil
  }

  private mutating func table<Value>(
    at path: String, layout: CSVTable.Layout, read: (CSVTable, inout ProblemLog) -> Value
  ) -> Value? {
    var log = ProblemLog(file: path)
    defer { problems += log.problems }
    let absent = CSVTable.headingRemedy(layout)
    guard let bytes = bytes(limit: Self.tableLimit, absent: absent, &log),
      let table = CSVTable(bytes, layout: layout, marks: marks, &log)
    else { return nil }
    return read(table, &log)
  }

  private mutating func bytes(
    limit: Int, absent: Bilingual? = nil, _ log: inout ProblemLog
  ) -> [UInt8]? {
    if let known = files[log.file] { return known }
    let page = "docs/formats/campaign-files.md"
    let how = Bilingual(
      zh: "请建立它，样例见 \(page)\(absent.map { "；" + $0.zh } ?? "")",
      en: "make it, with the sample in \(page)\(absent.map { "; " + $0.en } ?? "")")
    let found =
      switch source {
      case .workspace(let root):
        CampaignFileBytes.read("\(root)/\(log.file)", limit: limit, absent: how, &log)
      case .kept(let kept): kept[log.file]
      }
    files[log.file] = found
    return found
  }

  private func path(_ name: String) -> String { "schedules/\(campaign)/\(name)" }

  private func keyed(_ measures: [Measure]) -> [Code: Measure] {
    Dictionary(measures.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
  }
}
