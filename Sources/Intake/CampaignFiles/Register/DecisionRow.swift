import Rectification

/// Rows of decisions.csv, to be added at its end.
package enum DecisionRow {
  /// The bytes of the file with rows at its end, on measures or on a quarantined submission.
  ///
  /// Thrown is what has to be mended first; also when the result, read again, is not what was read
  /// before and these rows.
  package static func appending(
    _ decisions: [Decision] = [], _ releases: [Release] = [], to bytes: [UInt8],
    of campaign: Campaign
  ) throws(CampaignFilesError) -> [UInt8] {
    let zone = campaign.settings.zone
    var result = bytes
    for cells in decisions.map({ Self.cells(of: $0, in: zone) })
      + releases.map({ Self.cells(of: $0, in: zone) })
    {
      let row = AppendedRow(
        cells: cells, written: ["理由", "依据", "作出人"], layout: DecisionsFile.layout)
      result = try row.appended(
        to: result, of: path(campaign), marks: campaign.settings.secrecyMarks)
    }
    try check(result, adds: decisions, releases, to: campaign)
    return result
  }

  /// The next number in the manner of the last row's: D009 after D008, D001 in an empty file.
  package static func nextCode(of campaign: Campaign, besides taken: Set<Code> = []) -> Code? {
    let rows =
      campaign.decisions.map { ($0.line, $0.code) } + campaign.releases.map { ($0.line, $0.code) }
      + campaign.issueOrders.map { ($0.line, $0.code) }
      + campaign.adoptions.map { ($0.line, $0.code) }
    return AppendedRow.nextCode(
      after: rows.max { $0.0 < $1.0 }?.1, stem: "D", taken: taken.union(rows.map(\.1)))
  }

  private static func path(_ campaign: Campaign) -> String {
    "schedules/\(campaign.settings.code)/decisions.csv"
  }

  private static func cells(of release: Release, in zone: ZoneOffset) -> [String: String] {
    [
      "决定编号": release.code.text, "作出时间": release.decidedAt.short(in: zone),
      "决定": release.word, "报送": release.digestPrefix, "理由": release.reason.trimmed,
      "依据": release.basis.trimmed, "作出人": release.decidedBy.trimmed,
    ]
  }

  private static func cells(of decision: Decision, in zone: ZoneOffset) -> [String: String] {
    let newDeadline = decision.action.newDeadline?.description ?? ""
    return [
      "决定编号": decision.code.text, "作出时间": decision.decidedAt.short(in: zone),
      "决定": decision.action.word, "措施编号": decision.measure.text, "新时限": newDeadline,
      "理由": decision.reason.trimmed, "依据": decision.basis.trimmed,
      "作出人": decision.decidedBy.trimmed,
    ]
  }

  private static func check(
    _ bytes: [UInt8], adds decisions: [Decision], _ releases: [Release], to campaign: Campaign
  ) throws(CampaignFilesError) {
    var log = ProblemLog(file: path(campaign))
    let table = CSVTable(
      bytes, layout: DecisionsFile.layout, marks: campaign.settings.secrecyMarks, &log)
    let measures = Dictionary(
      campaign.register.measures.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
    let content = table.map {
      DecisionsFile(zone: campaign.settings.zone, measures: measures).read($0, &log)
    }
    if let error = CampaignFilesError(log.problems) { throw error }
    let meantDecisions = campaign.decisions + decisions
    let meantReleases = campaign.releases + releases
    guard let content, content.decisions.count == meantDecisions.count,
      content.releases.count == meantReleases.count,
      content.issueOrders == campaign.issueOrders, content.adoptions == campaign.adoptions,
      zip(content.decisions, meantDecisions).allSatisfy({ $0.says($1) }),
      zip(content.releases, meantReleases).allSatisfy({ $0.says($1) })
    else { throw AppendedRow.unread(path(campaign)) }
  }
}

extension Release {
  /// Whether it is the same decision, whatever line it stands on.
  fileprivate func says(_ other: Release) -> Bool {
    code == other.code && isGranted == other.isGranted && decidedAt == other.decidedAt
      && digestPrefix == other.digestPrefix && reason == other.reason && basis == other.basis
      && decidedBy == other.decidedBy
  }
}

extension Decision {
  /// Whether it is the same decision, whatever line it stands on.
  fileprivate func says(_ other: Decision) -> Bool {
    code == other.code && action == other.action && decidedAt == other.decidedAt
      && measure == other.measure && reason == other.reason && basis == other.basis
      && decidedBy == other.decidedBy
  }
}
