import Files
import Files
import Intake
import Ledger
import Rectification

/// Judges everything received for one week again, under the campaign's files as they are now.
///
/// It works on a copy of the ledger, judged in the order of arrival like the first time: neither the
/// recorded verdicts nor the outbox are touched. Of the archive, one report at a time is in memory.
package func replay(
  _ snapshot: CampaignSnapshot, week: Week, in workspace: Workspace, asOf: Moment,
  progress: (RunStage) -> Void = { _ in }
) throws -> Replay {
  try withTemporaryFolder("replay") { scratch in
    try replay(snapshot, week: week, in: workspace, asOf: asOf, scratch: scratch, progress)
  }
}

private func replay(
  _ snapshot: CampaignSnapshot, week: Week, in workspace: Workspace, asOf: Moment, scratch: String,
  _ progress: (RunStage) -> Void
) throws -> Replay {
  let campaign = snapshot.campaign
  let index = RegisterIndex(campaign)
  let mark = RunMark(
    campaign: campaign.settings.code, asOf: asOf,
    campaignFiles: try Digesting.digest(of: snapshot.files.manifest()), program: programVersion)
  let recorded = try readLedger(of: workspace)
  let copy = try RejudgingCopy(
    of: recorded, to: "\(scratch)/zhouhui.sqlite", campaign: campaign.settings.code,
    week: week, knownAt: asOf)
  let rejudging = Rejudging(
    recorded: recorded, copy: copy,
    checking: Checking(
      index: index, ledger: copy.ledger, archive: workspace.archive, mark: mark))
  let changed = try rejudging.changes(progress)
  let before = try WeekReading(index: index, ledger: recorded, asOf: asOf).summary(of: week)
  let after = try WeekReading(index: index, ledger: copy.ledger, asOf: asOf).summary(of: week)
  return Replay(
    campaign: campaign.settings.code, week: week, judged: copy.submissions.count, changed: changed,
    figures: EditionFacts(after).changes(from: EditionFacts(before)))
}

/// The submissions of a week, judged again one by one.
private struct Rejudging {
  let recorded: LedgerStore
  let copy: RejudgingCopy
  let checking: Checking

  /// Judged in the order of arrival, each held against those before it; then what was released.
  func changes(_ progress: (RunStage) -> Void) throws -> [Rejudgement] {
    var waiting = copy.submissions.map { (id: $0.id, $0.submission) }[...]
    _ = try checking.checkAll(
      { moment in
        let some = waiting.prefix { one in moment.map { one.1.receivedAt < $0 } ?? true }
        waiting = waiting.dropFirst(some.count)
        return Array(some)
      }, progress)
    return try copy.submissions.compactMap(change)
  }

  private func change(_ one: JudgedSubmission) throws -> Rejudgement? {
    guard let again = try copy.ledger.judged(one.id, knownAt: checking.mark.asOf) else {
      return nil
    }
    let pair = Rejudgement(
      before: try recorded.receipt(of: one), after: try copy.ledger.receipt(of: again))
    return pair.differs ? pair : nil
  }
}
