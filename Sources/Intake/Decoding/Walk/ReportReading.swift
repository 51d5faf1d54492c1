import Rectification

/// Makes a weekly report of the fields that were found right.
///
/// Nil wherever something required is wrong; the walk has then said what.
enum ReportReading {
  static func report(
    _ record: Record, coordinationRequests: [CoordinationRequest], outcomes: [Outcome]
  ) -> WeeklyReport? {
    guard let campaign = record.code("campaign"),
      let unit = record.text("unit").map({ Code($0.halfWidth) ?? .unknown }),
      let week = record.week("week"), let revision = record.integer("revision"),
      let submittedAt = record.moment("submittedAt"),
      let submittedBy = record.text("submittedBy"), let isZero = record.boolean("zeroReport")
    else { return nil }
    return WeeklyReport(
      campaign: campaign, unit: unit, week: week, revision: revision, submittedAt: submittedAt,
      submittedBy: submittedBy, isZeroReport: isZero,
      entries: record.records("entries").compactMap(entry),
      coordinationRequests: coordinationRequests, outcomes: outcomes,
      places: WeeklyReport.Places(head: record.places))
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
      if case .text(let name) = value { Code(name.halfWidth) ?? .unknown } else { nil as Code? }
    }
    return CoordinationRequest(
      subject: subject, request: request, unitsWanted: units, place: record.place)
  }
}
