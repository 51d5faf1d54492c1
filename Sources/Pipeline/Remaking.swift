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
  // A correction stands in the folder of its issue: each file goes with its own edition.
  let byEdition = Dictionary(grouping: comparison.missing) {
    split($0, for: chain, campaign).folder
  }
  for (folder, paths) in byEdition.sorted(by: { $0.key < $1.key }) {
    let sorted = paths.sorted()
    if comparison.unpublished.contains(folder) {
      try publish(sorted, made, as: folder, in: outbox, &repair)
    } else {
      try restore(sorted, made, in: folder, of: outbox, &repair)
    }
  }
}

/// Makes an edition that is not there at all, with every file of it or not at all.
private func publish(
  _ paths: [String], _ made: [String: [UInt8]], as folder: String, in outbox: Outbox,
  _ repair: inout OutboxRepair
) throws {
  let lost = paths.filter { made[$0] == nil }
  guard lost.isEmpty else {
    repair.lost += lost
    return
  }
  let files = paths.filter { !$0.hasSuffix(Outbox.listName) }.compactMap { path in
    made[path].map { OutboxFile(path: String(path.dropFirst(folder.count + 1)), bytes: $0) }
  }
  _ = try outbox.publish(files, as: folder)
  repair.remade += paths
}

private func restore(
  _ paths: [String], _ made: [String: [UInt8]], in folder: String, of outbox: Outbox,
  _ repair: inout OutboxRepair
) throws {
  for path in paths {
    guard let bytes = made[path] else {
      repair.lost.append(path)
      continue
    }
    let name = String(path.dropFirst(folder.count + 1))
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
