import Files
import Ledger
import Publishing
import Rectification

/// What a run found of the outbox's published files, and what it did about it.
package struct OutboxRepair: Hashable, Sendable {
  /// Files that were gone and stand there again, to the recorded bytes.
  package var remade: [String] = []
  /// Files that were gone and cannot be made again: computing gives other bytes.
  package var lost: [String] = []
  /// Files that read otherwise than they were published; they are left as they are.
  package var altered: [String] = []

  /// Whether somebody has to look.
  package var needsAPerson: Bool { !lost.isEmpty || !altered.isEmpty }
}

/// Makes the missing files of issued editions again, to the bytes that their records tell.
///
/// The campaign's history is computed again in a ledger of its own, as `verify` does.
func remake(
  _ comparison: OutboxComparison, of campaign: Code, in workspace: Workspace,
  _ progress: (RunStage) -> Void
) throws -> OutboxRepair {
  var repair = OutboxRepair(altered: comparison.altered.sorted())
  guard !comparison.missing.isEmpty else { return repair }
  return try withTemporaryFolder("remake") { scratch in
    let original = try LedgerCopy(of: workspace.ledger, to: "\(scratch)/original.sqlite")
    try remake(comparison, of: campaign, in: workspace, original, scratch, &repair, progress)
    return repair
  }
}

private func remake(
  _ comparison: OutboxComparison, of campaign: Code, in workspace: Workspace,
  _ original: LedgerCopy, _ scratch: String, _ repair: inout OutboxRepair,
  _ progress: (RunStage) -> Void
) throws {
  let chain = try ChainCheck(campaign, ledger: original.ledger)
  var recorded: [String: Digest] = [:]
  var made: [String: [UInt8]] = [:]
  for (link, record) in chain.links {
    let folder = editionFolder(of: record.week, record.kind, in: campaign)
    for file in record.files { recorded["\(folder)/\(file.path)"] = file.sha256 }
    made["\(folder)/\(EditionRecord.fileName)"] = link.json
    made["\(folder)/\(Outbox.listName)"] = Outbox.list(
      of: record.files.map(\.path) + [EditionRecord.fileName])
  }
  if comparison.missing.contains(where: { made[$0] == nil }) {
    let digests = recorded
    _ = try Recomputation(
      of: campaign, in: workspace, original: original, chain: chain, scratch: scratch,
      made: { path, bytes in
        guard comparison.missing.contains(path), let digest = digests[path],
          try Digesting.digest(of: bytes) == digest
        else { return }
        made[path] = bytes
      }, progress)
  }
  let outbox = Outbox(root: workspace.outbox)
  for folder in comparison.unpublished.sorted() {
    let paths = comparison.missing.filter { Files.folder(of: $0).hasPrefix(folder) }
    let files = paths.filter { !$0.hasSuffix(Outbox.listName) }.sorted().map { path in
      (path: String(path.dropFirst(folder.count + 1)), bytes: made[path])
    }
    let whole = files.compactMap { file in
      file.bytes.map { OutboxFile(path: file.path, bytes: $0) }
    }
    guard whole.count == files.count else {
      repair.lost += paths.filter { made[$0] == nil }.sorted()
      continue
    }
    _ = try outbox.publish(whole, as: folder)
    repair.remade += paths.sorted()
  }
  let single = comparison.missing.filter { path in
    !comparison.unpublished.contains { path.hasPrefix($0 + "/") }
  }
  for path in single.sorted() {
    guard let bytes = made[path] else {
      repair.lost.append(path)
      continue
    }
    let (folder, name) = split(path, for: chain, campaign)
    try outbox.restore(OutboxFile(path: name, bytes: bytes), in: folder)
    repair.remade.append(path)
  }
}

/// The folder of the edition, and the path of the file below it.
private func split(
  _ path: String, for chain: ChainCheck, _ campaign: Code
) -> (folder: String, name: String) {
  let folders = chain.links.map { editionFolder(of: $0.record.week, $0.record.kind, in: campaign) }
  let folder = folders.filter { path.hasPrefix($0 + "/") }.max { $0.count < $1.count } ?? ""
  return (folder, String(path.dropFirst(folder.count + 1)))
}
