import Rectification

/// Makes a weekly report of the fields that were found right.
///
/// What is wrong the walk has said. A report is made as long as it says whose it is and of which
/// week, so that the rules can look at the rest of it; a part of it only when it is whole.
enum ReportReading {
  static func report(
    _ record: Record, flawed: Set<String>, coordinationRequests: [CoordinationRequest],
    outcomes: [Outcome]
  ) -> WeeklyReport? {
    guard let campaign = record.code("campaign"), let unit = unitName(record),
      let week = record.week("week"), let isZero = record.boolean("zeroReport")
    else { return nil }
    return WeeklyReport(
      campaign: campaign, unit: unit, week: week, revision: record.integer("revision") ?? 0,
      submittedAt: record.moment("submittedAt") ?? Moment(seconds: 0),
      submittedBy: record.text("submittedBy") ?? "", isZeroReport: isZero,
      entries: record.records("entries").filter { !flawed.contains($0.place.pointer) }
        .compactMap(entry),
      coordinationRequests: coordinationRequests, outcomes: outcomes,
      places: WeeklyReport.Places(head: record.places))
  }

  /// The entries that are in the file and not in the report; `flawed` are pointers to entries.
  static func unreadEntries(_ record: Record, flawed: Set<String>) -> UnreadEntries {
    guard record.has("entries") else { return .all }
    let items = record.list("entries")
    let records = record.records("entries")
    let measures = records.filter { flawed.contains($0.place.pointer) }.map { $0.code("measure") }
    return UnreadEntries(
      measures: Set(measures.compactMap(\.self)),
      hasNameless: record.values["entries"] == nil || items.count != records.count
        || measures.contains(nil))
  }

  /// Pointers to the entries that findings stand in.
  static func flawedEntries(_ findings: [Finding]) -> Set<String> {
    Set(findings.map { Path.entry(of: $0.place.pointer) })
  }

  /// Findings with the measure of the entry they stand in, where it could be read.
  static func naming(_ findings: [Finding], by record: Record) -> [Finding] {
    let measures = Dictionary(
      record.records("entries").compactMap { entry in
        entry.code("measure").map { (entry.place.pointer, $0) }
      }, uniquingKeysWith: { first, _ in first })
    guard !measures.isEmpty else { return findings }
    return findings.map { finding in
      measures[Path.entry(of: finding.place.pointer)].map(finding.about) ?? finding
    }
  }

  private static func unitName(_ record: Record) -> UnitName? {
    record.code("unit").map { UnitName($0.text, at: record.places["unit"] ?? .start) }
  }

  private static func entry(_ record: Record) -> Entry? {
    guard let measure = record.code("measure"),
      let status = record.text("status").flatMap(ReportedStatus.init(rawValue:)),
      let percent = record.integer("percent"), let progress = record.text("progress")
    else { return nil }
    return Entry(
      measure: measure, status: status, percent: percent, progress: progress,
      plan: record.text("plan") ?? "",
      evidence: record.records("evidence").compactMap(evidence),
      delay: record.record("delay").flatMap(delay),
      extensionRequest: record.record("extensionRequest").flatMap(extensionRequest),
      closeOutRequest: record.record("closeOutRequest")
        .flatMap { $0.text("statement") }.map(CloseOutRequest.init),
      place: record.place, places: places(record))
  }

  /// Of the fields, and of those within objects as `delay.expectedDate`.
  private static func places(_ record: Record) -> [String: Place] {
    var places = record.places
    for name in ["delay", "extensionRequest", "closeOutRequest"] {
      for (inner, place) in record.record(name)?.places ?? [:] {
        places["\(name).\(inner)"] = place
      }
    }
    return places
  }

  private static func evidence(_ record: Record) -> Evidence? {
    guard let name = record.text("name"), let sha256 = record.text("sha256") else { return nil }
    return Evidence(name: name, sha256: sha256, link: record.text("link"))
  }

  private static func delay(_ record: Record) -> Delay? {
    record.text("reason").map { Delay(reason: $0, expectedDate: record.date("expectedDate")) }
  }

  private static func extensionRequest(_ record: Record) -> ExtensionRequest? {
    guard let deadline = record.date("newDeadline"), let reason = record.text("reason") else {
      return nil
    }
    return ExtensionRequest(newDeadline: deadline, reason: reason)
  }

  static func coordinationRequest(_ record: Record) -> CoordinationRequest? {
    guard let subject = record.text("subject"), let request = record.text("request") else {
      return nil
    }
    let units = record.list("unitsWanted").compactMap { value in
      if case .code(let code) = value { UnitName(code.text, at: record.place) } else { nil }
    }
    return CoordinationRequest(
      subject: subject, request: request, unitsWanted: units, place: record.place)
  }
}
