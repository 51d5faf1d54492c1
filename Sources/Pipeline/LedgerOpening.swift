import Files
import Ledger
import Rectification

/// The ledger of a workspace for a run, which makes it only where nothing was ever received or issued.
///
/// - Throws: `UnaccountedWorkspace` where it is gone and what it has to account for is not.
func openLedger(of workspace: Workspace) throws -> LedgerStore {
  if try !LedgerStore.isThere(workspace.ledger) { try refuseTraces(in: workspace) }
  return try LedgerStore(path: workspace.ledger)
}

/// The ledger of a workspace for questions: never made, never changed; empty before the first run.
func readLedger(of workspace: Workspace) throws -> LedgerStore {
  if let ledger = try LedgerStore.reading(workspace.ledger) { return ledger }
  try refuseTraces(in: workspace)
  return try LedgerStore()
}

/// Whether the workspace has a ledger; thrown where it cannot be looked at, or should have one.
package func ledgerExists(in workspace: Workspace) throws -> Bool {
  if try LedgerStore.isThere(workspace.ledger) { return true }
  try refuseTraces(in: workspace)
  return false
}

/// Makes the folders and the ledger of a new workspace; false when there is a ledger already.
package func makeWorkspace(_ workspace: Workspace) throws -> Bool {
  if try ledgerExists(in: workspace) { return false }
  for name in ["schedules/calendars", "inbox", "outbox"] {
    try makeFolders("\(workspace.root)/\(name)")
  }
  _ = try LedgerStore(path: workspace.ledger)
  return true
}

private func refuseTraces(in workspace: Workspace) throws {
  guard let trace = try trace(in: workspace) else { return }
  let isEmpty = try facts(of: workspace.ledger) != nil
  throw UnaccountedWorkspace.noLedger(path: workspace.ledger, isEmpty: isEmpty, trace: trace)
}

/// Something that only a ledger can account for: an edition in the outbox, or a file in the archive.
private func trace(in workspace: Workspace) throws -> String? {
  for campaign in try textNames(in: workspace.outbox) ?? [] {
    for edition in try standingEditions(of: campaign, in: workspace.outbox).reversed() {
      return "outbox/\(edition)"
    }
  }
  let archive = folder(of: workspace.ledger) + "/archive"
  for name in try textNames(in: archive) ?? [] where try isFolder("\(archive)/\(name)") {
    if let file = try textNames(in: "\(archive)/\(name)")?.first(where: { !$0.hasPrefix(".") }) {
      return "ledger/archive/\(name)/\(file)"
    }
  }
  return nil
}

/// The records of a campaign's editions in the outbox, by their paths below it: issue before correction.
func standingEditions(of campaign: String, in outbox: String) throws -> [String] {
  guard try isFolder("\(outbox)/\(campaign)") else { return [] }
  var found: [String] = []
  for week in try textNames(in: "\(outbox)/\(campaign)") ?? [] where Week(week) != nil {
    let folder = "\(campaign)/\(week)"
    guard try isFolder("\(outbox)/\(folder)") else { continue }
    let corrections = (try textNames(in: "\(outbox)/\(folder)") ?? [])
      .compactMap { name in name.hasPrefix("correction-") ? Int(name.dropFirst(11)) : nil }.sorted()
    for path in [folder] + corrections.map({ "\(folder)/correction-\($0)" }) {
      let record = "\(path)/\(EditionRecord.fileName)"
      if try facts(of: "\(outbox)/\(record)") != nil { found.append(record) }
    }
  }
  return found
}

/// The ledger does not account for what the workspace holds, so nothing may be written.
package enum UnaccountedWorkspace: Error, Hashable {
  /// There is none, or one without a byte; `trace` is what it would have to account for.
  case noLedger(path: String, isEmpty: Bool, trace: String)
  /// It is older than the outbox: editions and receipts are there that it has never heard of.
  case behind(editions: [String], receipts: [String], campaign: Code, week: Week)
  /// Editions that neither the ledger knows nor its chain leads to.
  case strange(editions: [String])
  /// An edition stands where another is about to be put.
  case taken(edition: String)

  package var message: Bilingual {
    switch self {
    case .noLedger(let path, let isEmpty, let trace):
      let what =
        isEmpty
        ? Bilingual(zh: "台账是空的（0 字节）", en: "the ledger is empty (0 bytes)")
        : Bilingual(zh: "没有台账", en: "there is no ledger")
      return Bilingual(
        zh: "\(visible(path))：\(what.zh)，可是已有 \(visible(trace))。请检查 ledger/ 所在的磁盘是否挂载，"
          + "或用 zhouhui restore 从备份恢复；确要从头开始的，先把 outbox/ 和 ledger/ 移走。什么也没有写",
        en:
          "\(visible(path)): \(what.en), and yet there is \(visible(trace)). See whether the disk of ledger/ "
          + "is mounted, or restore a backup (zhouhui restore); to begin anew, move outbox/ and ledger/ away "
          + "first. Nothing was written")
    case .behind(let editions, let receipts, let campaign, let week):
      let first = editions.first ?? receipts.first ?? ""
      return Bilingual(
        zh: "台账比 outbox/ 旧：outbox/\(visible(first)) 等 \(editions.count) 期、\(receipts.count) 份回执"
          + "台账里没有。请换上最新的台账（zhouhui restore）；没有更新的备份的，在 schedules/\(campaign)/decisions.csv "
          + "写一行“\(Adoption.word)”，周写 \(week)，已出的各期即照原样承认。什么也没有写",
        en: "the ledger is older than outbox/: it knows nothing of outbox/\(visible(first)), of "
          + "\(editions.count) editions and \(receipts.count) receipts. Put the latest ledger back (zhouhui "
          + "restore); if there is none, a row \(Adoption.word) for the week \(week) in "
          + "schedules/\(campaign)/decisions.csv has the editions stand as issued. Nothing was written"
      )
    case .strange(let editions):
      let first = editions.first ?? ""
      return Bilingual(
        zh: "outbox/\(visible(first)) 等 \(editions.count) 期不是这本台账出的，也接不上它的存证。请把 outbox/ 和 ledger/ "
          + "换成同一个工作区的（zhouhui restore），或把这些文件移走。什么也没有写",
        en:
          "outbox/\(visible(first)) and others, \(editions.count) in all, are not of this ledger and do not "
          + "follow its chain. Put outbox/ and ledger/ of one workspace together (zhouhui restore), or move "
          + "those files away. Nothing was written")
    case .taken(let edition):
      return Bilingual(
        zh: "outbox/\(visible(edition))：这里已有一期，台账不知道，没有覆盖。请用 zhouhui verify 看清后再运行",
        en:
          "outbox/\(visible(edition)): an edition that the ledger does not know stands here and was left; "
          + "see zhouhui verify, then run again")
    }
  }
}
