import Foundation
import GRDB
import Rectification

extension LedgerView {
  func insert(_ report: WeeklyReport, id: Int64) throws {
    try database.cachedStatement(sql: "INSERT INTO report VALUES (?, ?, ?, ?, ?, ?)")
      .execute(arguments: [
        id, report.week.description, report.revision, report.submittedAt.seconds,
        report.submittedBy, report.isZeroReport,
      ])
    for (ordinal, entry) in report.entries.enumerated() {
      try insert(entry, ordinal: ordinal, id: id)
    }
    let request = try database.cachedStatement(
      sql: "INSERT INTO coordinationRequest VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
    for (ordinal, one) in report.coordinationRequests.enumerated() {
      try request.execute(arguments: [
        id, ordinal, one.subject, one.request, one.unitsWanted.map(\.text).joined(separator: " "),
        one.place.line, one.place.column, one.place.pointer, one.place.sheet?.rawValue,
      ])
    }
    let outcome = try database.cachedStatement(
      sql: "INSERT INTO outcome VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
    for one in report.outcomes {
      try outcome.execute(arguments: [
        id, one.kind.text, one.value.count, one.value.fen,
        one.place.line, one.place.column, one.place.pointer, one.place.sheet?.rawValue,
      ])
    }
  }

  private func insert(_ entry: Entry, ordinal: Int, id: Int64) throws {
    try database.cachedStatement(
      sql: "INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
    ).execute(arguments: [
      id, ordinal, entry.measure.text, entry.status.rawValue, entry.percent, entry.progress,
      entry.plan, try encoded(entry.evidence.map(EvidenceRow.init)), entry.delay?.reason,
      entry.delay?.expectedDate?.description, entry.extensionRequest?.newDeadline.description,
      entry.extensionRequest?.reason, entry.closeOutRequest?.statement,
      entry.place.line, entry.place.column, entry.place.pointer,
      ComparableText(entry.progress).key, entry.place.sheet?.rawValue,
    ])
    let evidence = try database.cachedStatement(
      sql: "INSERT OR IGNORE INTO evidence VALUES (?, ?, ?)")
    for one in entry.evidence {
      try evidence.execute(arguments: [id, entry.measure.text, one.sha256])
    }
  }

  /// The report of an accepted submission.
  func report(_ judged: JudgedSubmission) throws -> WeeklyReport {
    func rows(_ sql: String) throws -> [Row] {
      try Row.fetchAll(try database.cachedStatement(sql: sql), arguments: [judged.id])
    }
    guard let head = try rows("SELECT * FROM report WHERE submission = ?").first else {
      throw DamagedLedger(table: "report", detail: "submission \(judged.id) has no report")
    }
    return WeeklyReport(
      campaign: judged.submission.campaign, unit: UnitName(judged.submission.sender),
      week: try head.value("week", of: "report") { Week($0) }, revision: head["revision"],
      submittedAt: Moment(seconds: head["submittedAt"]), submittedBy: head["submittedBy"],
      isZeroReport: head["isZeroReport"],
      entries: try rows("SELECT * FROM entry WHERE submission = ? ORDER BY ordinal").map(entry),
      coordinationRequests: try rows(
        "SELECT * FROM coordinationRequest WHERE submission = ? ORDER BY ordinal"
      ).map(coordinationRequest),
      outcomes: try rows("SELECT * FROM outcome WHERE submission = ? ORDER BY kind").map(outcome))
  }
}

extension LedgerStore {
  /// The reports of accepted submissions, by the ledger's numbers.
  package func reports(of judged: [JudgedSubmission]) throws -> [Int64: WeeklyReport] {
    try look { view in
      Dictionary(
        try judged.map { ($0.id, try view.report($0)) }, uniquingKeysWith: { first, _ in first })
    }
  }
}

func entry(_ row: Row) throws -> Entry {
  let expected: String? = row["expectedDate"]
  let extended: String? = row["extensionDate"]
  let closeOut: String? = row["closeOut"]
  let evidence: String = row["evidence"]
  let delayReason: String? = row["delayReason"]
  let extensionReason: String? = row["extensionReason"]
  return Entry(
    measure: try row.value("measure", of: "entry") { Code($0) },
    status: try row.value("status", of: "entry", ReportedStatus.init(rawValue:)),
    percent: row["percent"], progress: row["progress"], plan: row["plan"],
    evidence: evidence == "[]"
      ? []
      : try JSONDecoder().decode([EvidenceRow].self, from: Data(evidence.utf8)).map(\.evidence),
    delay: delayReason.map { Delay(reason: $0, expectedDate: expected.flatMap { CivilDate($0) }) },
    extensionRequest: extended.flatMap { CivilDate($0) }.map {
      ExtensionRequest(newDeadline: $0, reason: extensionReason ?? "")
    },
    closeOutRequest: closeOut.map(CloseOutRequest.init(statement:)), place: try row.place())
}

private func coordinationRequest(_ row: Row) throws -> CoordinationRequest {
  let wanted: String = row["unitsWanted"]
  return CoordinationRequest(
    subject: row["subject"], request: row["request"],
    unitsWanted: wanted.split(separator: " ").map { UnitName(String($0)) },
    place: try row.place())
}

private func outcome(_ row: Row) throws -> Outcome {
  let count: Int? = row["count"]
  let fen: Int64? = row["fen"]
  guard let value = count.map(Outcome.Value.count) ?? fen.map({ .amount(Amount(fen: $0)) }) else {
    throw DamagedLedger(table: "outcome", detail: "neither count nor amount")
  }
  return Outcome(
    kind: try row.value("kind", of: "outcome") { Code($0) }, value: value, place: try row.place())
}

extension Outcome.Value {
  fileprivate var count: Int? { if case .count(let count) = self { count } else { nil } }
  fileprivate var fen: Int64? { if case .amount(let amount) = self { amount.fen } else { nil } }
}

/// 佐证材料 as its JSON column keeps it.
private struct EvidenceRow: Codable {
  let name: String
  let sha256: String
  let link: String?

  init(_ evidence: Evidence) {
    (name, sha256, link) = (evidence.name, evidence.sha256, evidence.link)
  }

  var evidence: Evidence { Evidence(name: name, sha256: sha256, link: link) }
}

func encoded(_ value: some Encodable) throws -> String {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  return String(decoding: try encoder.encode(value), as: UTF8.self)
}
