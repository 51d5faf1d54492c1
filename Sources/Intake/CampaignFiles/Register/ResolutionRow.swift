import Rectification

/// A row of resolutions.csv, to be added at its end.
package enum ResolutionRow {
  /// What a clerk may add: something settled, or that something settled is done.
  package enum Content: Hashable, Sendable {
    case settled(Resolution)
    case done(Code, Resolution.Outcome)
  }

  /// The bytes of the file with a row at its end; a file that is not there begins with its headings.
  ///
  /// Thrown is what has to be mended first; also when the result does not read back as what was meant.
  package static func appending(
    _ content: Content, to bytes: [UInt8]?, of campaign: Campaign
  ) throws(CampaignFilesError) -> [UInt8] {
    let file = "schedules/\(campaign.settings.code)/resolutions.csv"
    let marks = campaign.settings.secrecyMarks
    let row = AppendedRow(
      cells: cells(content), written: ["议定事项", "办结情况"], layout: ResolutionsFile.layout)
    let result = try row.appended(to: bytes ?? head, of: file, marks: marks)
    var log = ProblemLog(file: file)
    let measures = Dictionary(
      campaign.register.measures.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
    let read = CSVTable(result, layout: ResolutionsFile.layout, marks: marks, &log).map {
      ResolutionsFile(units: nil, measures: measures).read($0, &log)
    }
    if let error = CampaignFilesError(log.problems) { throw error }
    guard let read, isMeant(content, by: read, campaign.resolutions) else {
      throw AppendedRow.unread(file)
    }
    return result
  }

  /// The next number in the manner of the last row's: Y009 after Y008.
  package static func nextCode(of campaign: Campaign) -> Code? {
    AppendedRow.nextCode(
      after: campaign.resolutions.last?.code, stem: "Y",
      taken: Set(campaign.resolutions.map(\.code)))
  }

  /// With a byte order mark, so that Excel and WPS open it as what it is.
  private static let head: [UInt8] =
    [0xEF, 0xBB, 0xBF] + Array((ResolutionsFile.layout.all.joined(separator: ",") + "\r\n").utf8)

  private static func cells(_ content: Content) -> [String: String] {
    switch content {
    case .settled(let resolution):
      [
        "议定编号": resolution.code.text, "会议日期": resolution.meeting.description,
        "议定事项": resolution.text.trimmed,
        "责任单位": resolution.units.map(\.text).joined(separator: "、"),
        "完成时限": resolution.due.description, "措施编号": resolution.measure?.text ?? "",
      ]
    case .done(let code, let outcome):
      [
        "议定编号": code.text, "办结日期": outcome.doneOn.description, "办结情况": outcome.text.trimmed,
      ]
    }
  }

  /// Without a directory of units no unit is looked up, so they are left out of the comparison.
  private static func isMeant(
    _ content: Content, by read: [Resolution], _ before: [Resolution]
  ) -> Bool {
    switch content {
    case .settled(let resolution):
      read.count == before.count + 1 && read.last?.code == resolution.code
        && read.last?.text == resolution.text.trimmed && read.last?.due == resolution.due
    case .done(let code, let outcome):
      read.count == before.count
        && read.first { $0.code == code }?.outcome?.doneOn == outcome.doneOn
    }
  }
}
