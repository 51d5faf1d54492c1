import Ledger
import Rectification

/// What `zhouhui diff` answers: two states, what differs, and what was published in between.
package struct Comparison: Sendable {
  package let from: WeekSummary
  package let to: WeekSummary
  package let difference: WeekDifference
  /// Of one week: its issue and its corrections, each with what it changed; of two weeks none.
  package let editions: [ComparedEdition]
}

/// One issued edition of a week, and what reads otherwise in it than in the one before.
package struct ComparedEdition: Hashable, Sendable {
  package let kind: Edition.Kind
  package let changes: [EditionFacts.Change]
}

/// Two weeks, both as known at `asOf`.
package func compare(
  _ campaign: Campaign, _ earlier: Week, with later: Week, in workspace: Workspace, asOf: Moment
) throws -> Comparison {
  let reading = try reading(campaign, in: workspace, asOf: asOf)
  let found = try reading.summaries(of: [earlier, later])
  let (from, to) = (try named(earlier, in: found), try named(later, in: found))
  return Comparison(
    from: from, to: to, difference: WeekDifference(from: from, to: to), editions: [])
}

/// One week: as it was when its issue was made, and as it is known at `asOf`.
///
/// What it was is computed by the campaign's files of that run; a week that was never issued is taken as
/// it stood at its summary cut-off. Beside it what its issue and its corrections have said.
package func compare(
  _ campaign: Campaign, _ week: Week, in workspace: Workspace, asOf: Moment
) throws -> Comparison {
  let now = try reading(campaign, in: workspace, asOf: asOf)
  guard let cutOffs = try now.index.cycle.cutOffs(of: week) else { throw NoCycle(week: week) }
  guard asOf >= cutOffs.summary else {
    throw NotYetDue(week: week, summary: cutOffs.summary, zone: campaign.settings.zone)
  }
  let then =
    try issue(of: week, now, in: workspace)
    ?? WeekReading(index: now.index, ledger: now.ledger, asOf: cutOffs.summary)
  let (from, to) = (try then.summary(of: week), try now.summary(of: week))
  let issued = try now.ledger.issuedEditions(of: week, in: campaign.settings.code)
  let editions = issued.enumerated().map { number, edition in
    let before = number > 0 ? issued[number - 1].figures : edition.figures
    return ComparedEdition(
      kind: edition.kind,
      changes: EditionFacts(values: edition.figures).changes(from: EditionFacts(values: before)))
  }
  return Comparison(
    from: from, to: to, difference: WeekDifference(from: from, to: to), editions: editions)
}

/// The reading that the issue of a week was made from; nil when there is none by then.
private func issue(
  of week: Week, _ now: WeekReading, in workspace: Workspace
) throws -> WeekReading? {
  let code = now.index.campaign.settings.code
  for link in try now.ledger.editionChain(of: code) {
    guard let record = EditionRecord(json: link.json), record.week == week, record.kind == .issue,
      let run = try now.ledger.runs(of: code).first(where: { $0.id == link.run }),
      run.mark.asOf <= now.asOf
    else { continue }
    let snapshot = try CampaignSnapshot(
      code, keptAs: record.campaignFiles, in: workspace.campaignFiles)
    return try WeekReading(
      index: RegisterIndex(snapshot.campaign), ledger: now.ledger, asOf: run.mark.asOf)
  }
  return nil
}

private func named(_ week: Week, in summaries: [WeekSummary]) throws -> WeekSummary {
  guard let found = summaries.first(where: { $0.week == week }) else { throw NoCycle(week: week) }
  return found
}

private func reading(
  _ campaign: Campaign, in workspace: Workspace, asOf: Moment
) throws -> WeekReading {
  try WeekReading(
    index: RegisterIndex(campaign), ledger: try readLedger(of: workspace), asOf: asOf)
}

/// Nothing is issued of a week before its summary cut-off, so there is nothing to compare with.
package struct NotYetDue: Error, Hashable {
  package let week: Week
  package let summary: Moment

  package let zone: ZoneOffset

  package var message: Bilingual {
    Bilingual(
      zh: "\(week) 要到 \(summary.chinese(in: zone)) 才汇总，还没有可比的期次；请写两个周",
      en:
        "\(week) is summed up at \(summary.short(in: zone)); there is no issue yet, name two weeks")
  }
}
