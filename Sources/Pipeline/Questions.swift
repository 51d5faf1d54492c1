import Files
import Intake
import Ledger
import Rectification

/// A week's summary as known at `asOf`, from the ledger as it stands; nothing is collected or written.
package func weekSummary(
  _ campaign: Campaign, week: Week?, in workspace: Workspace, asOf: Moment
) throws -> WeekSummary {
  let index = RegisterIndex(campaign)
  let reading = try WeekReading(
    index: index, ledger: try readLedger(of: workspace), asOf: asOf)
  return try reading.summary(of: try week ?? index.currentWeek(at: asOf))
}

extension InboxScan {
  /// The inbox of one campaign, under the rules of its own files.
  init(
    of index: RegisterIndex, in workspace: Workspace, earlier: [Code: Int] = [:], asOf: Moment
  ) {
    let settings = index.campaign.settings
    self.init(
      inbox: workspace.inbox, campaign: settings.code, units: index.campaign.units.map(\.code),
      signingKeys: index.units.compactMapValues(\.signingKey),
      limits: InboxLimits(settings.limits, settings.guards), earlier: earlier,
      marks: settings.secrecyMarks, asOf: asOf)
  }
}

/// What would become of a file if `sender` sent it at `asOf`; nothing is kept.
///
/// Without a sender, the unit that the file names is taken at its word.
package func checkFile(
  _ bytes: [UInt8], named name: String, sender: Code?, of campaign: Campaign,
  in workspace: Workspace, asOf: Moment
) throws -> Receipt {
  let index = RegisterIndex(campaign)
  let ledger = try readLedger(of: workspace)
  let marks = campaign.settings.secrecyMarks
  let decoded =
    marks.mark(name)
    ? .quarantined
    : ReportDecoder().decode(bytes, limits: campaign.settings.limits, marks: marks)
  let unit = sender ?? decoded.readable.flatMap { index.unit(of: $0, at: asOf) } ?? .unknown
  let submission = Submission(
    campaign: campaign.settings.code, sender: unit, channel: .inbox,
    fileName: ShownName.text(name.utf8, withholding: marks),
    digest: try Digesting.digest(of: bytes),
    size: bytes.count, receivedAt: asOf)
  return try ledger.look { view in
    try receipt(for: decoded, of: submission, index: index, view: view)
  }
}
