import Files
import Intake
import Ledger
import Rectification

/// What a run has taken over from the outbox into a ledger that was older.
package struct Adopted: Hashable, Sendable {
  /// Names of editions, in the order of the chain: `2024-W03 正式`.
  package var editions: [Bilingual] = []
  /// Submissions entered again from their receipts and the archive.
  package var submissions = 0
  /// Receipts of what the archive does not have any more, below the outbox: the unit is to send it again.
  package var lost: [String] = []
}

/// Lets editions and receipts that the ledger does not know stand as issued, where the office has said so.
///
/// - Throws: `UnaccountedWorkspace` where it has not, or where the editions do not follow the chain.
func adopt(
  _ comparison: OutboxComparison, by mark: RunMark, _ campaign: Campaign, _ ledger: LedgerStore,
  _ workspace: Workspace
) throws -> Adopted {
  let (editions, receipts) = (comparison.unknown, comparison.unknownReceipts)
  let weeks = editions.compactMap { $0.record?.week } + receipts.compactMap(\.week)
  guard !editions.isEmpty || !receipts.isEmpty else { return Adopted() }
  let strangers = editions.filter { $0.record?.campaign != mark.campaign }
  guard strangers.isEmpty, let last = weeks.max() else {
    throw UnaccountedWorkspace.strange(editions: strangers.map(\.path))
  }
  let isMeant = campaign.adoptions.contains { $0.week >= last && $0.decidedAt <= mark.asOf }
  let root = "\(workspace.outbox)/\(mark.campaign)"
  guard isMeant else {
    // The bytes of a receipt may be another's; what it names is not yet taken for true.
    throw UnaccountedWorkspace.behind(
      editions: editions.map(\.path).reversed(),
      receipts: receipts.map { "\(mark.campaign)/\($0.path)" },
      campaign: mark.campaign, week: last)
  }
  let signing = Set(campaign.units.filter { $0.signingKey != nil }.map(\.code))
  let ordered = try inOrder(editions, after: try ledger.lastRecord(of: mark.campaign)?.digest)
  var adopted = Adopted()
  var known: [Submission] = []
  for receipt in try unknownReceipts(in: root, mark.campaign, ledger) {
    // Which signature came with a report no receipt says.
    guard !signing.contains(receipt.sender),
      let submission = try receipt.submission(in: root, of: mark.campaign),
      try holds(submission.digest, workspace.archive)
    else {
      adopted.lost.append("\(mark.campaign)/\(receipt.path)")
      continue
    }
    known.append(submission)
  }
  known.sort { ($0.receivedAt, $0.sender, $0.digest) < ($1.receivedAt, $1.sender, $1.digest) }
  try ledger.record(known)
  adopted.submissions = known.count
  for edition in ordered {
    guard let record = edition.record, let statement = record.statement else {
      throw UnaccountedWorkspace.strange(editions: [edition.path])
    }
    try ledger.adopt(
      NewRecord(
        mark: mark, record: record, statement: statement, json: edition.json,
        digest: try Digesting.digest(of: edition.json)))
    let name = Edition.name(of: record.kind)
    adopted.editions.append(
      Bilingual(zh: "\(record.week) \(name.zh)", en: "\(record.week) \(name.en)"))
  }
  return adopted
}

/// Of every week, for what was lost may reach back further than what shows that something was.
private func unknownReceipts(
  in root: String, _ campaign: Code, _ ledger: LedgerStore
) throws -> [StandingReceipt] {
  try (textNames(in: root) ?? []).compactMap { Week($0) }
    .flatMap { try StandingReceipt.all(of: $0, in: root) }
    .filter { try !ledger.knows($0.digestPrefix, from: $0.sender, in: campaign) }
}

private func holds(_ digest: Digest, _ archive: Archive) throws -> Bool {
  do {
    _ = try archive.bytes(of: digest)
    return true
  } catch is ArchiveFault {
    return false
  }
}

/// The editions in the order of the chain: each names the one before it.
private func inOrder(
  _ editions: [StandingEdition], after head: Digest?
) throws -> [StandingEdition] {
  var (left, head, ordered) = (editions, head, [StandingEdition]())
  while let next = left.firstIndex(where: { $0.record?.previous == head }) {
    let edition = left.remove(at: next)
    head = try Digesting.digest(of: edition.json)
    ordered.append(edition)
  }
  guard left.isEmpty else {
    throw UnaccountedWorkspace.strange(editions: left.map(\.path))
  }
  return ordered
}

extension StandingReceipt {
  fileprivate var week: Week? { path.split(separator: "/").first.flatMap { Week(String($0)) } }
}
