import Files
import Ledger
import Rectification

/// What a restoration put back.
package struct Restoration: Hashable, Sendable {
  package let identity: String
  /// Files of the archive and of schedules/ that were gone or damaged.
  package var restored: [String] = []
  /// Files of schedules/ that read otherwise now; they stay, and the backup has its own.
  package var kept: [String] = []
  /// Where the ledger went that stood there before; nil when there was none.
  package var replaced: String?
}

/// Puts ledger, archive and missing campaign files back from a backup, once all of it has been found whole.
///
/// What is newer and is no part of the ledger stays. The caller holds the run lock.
package func restore(_ workspace: Workspace, from folder: String) throws -> Restoration {
  let list = try verifiedList(of: folder)
  let identity = try wholeLedger(of: folder)
  if let present = try presentIdentity(in: workspace), present != identity {
    throw BackupFault(place: folder, kind: .ofAnother(identity: identity, present: present))
  }
  var done = Restoration(identity: identity)
  for path in list.keys.sorted() where path != ledgerPath {
    let target = "\(workspace.root)/\(path)"
    let present = try readFile(target)
    if let present, try Digesting.digest(of: present) == list[path] { continue }
    if present != nil, path.hasPrefix("schedules/") {
      done.kept.append(path)
      continue
    }
    guard let bytes = try readFile("\(folder)/\(path)") else {
      throw BackupFault(place: "\(folder)/\(path)", kind: .altered)
    }
    try makeFolders(Files.folder(of: target), isPrivate: path.hasPrefix("ledger/"))
    try writeDurably(bytes, to: target)
    done.restored.append(path)
  }
  done.replaced = try replaceLedger(of: workspace, by: "\(folder)/\(ledgerPath)")
  return done
}

private let ledgerPath = "ledger/zhouhui.sqlite"

/// The list of a backup, each file of which was read and has the SHA-256 it tells.
private func verifiedList(of folder: String) throws -> [String: Digest] {
  let place = "\(folder)/\(Backup.listName)"
  guard let bytes = try readFile(place) else { throw BackupFault(place: folder, kind: .incomplete) }
  var list: [String: Digest] = [:]
  let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
  for (number, line) in lines.enumerated() {
    let path = String(line.dropFirst(66))
    guard let digest = Digest(line.prefix(64)), line.dropFirst(64).hasPrefix("  "),
      path.hasPrefix("ledger/") || path.hasPrefix("schedules/"),
      !path.split(separator: "/", omittingEmptySubsequences: false).contains(where: {
        $0.isEmpty || $0 == "." || $0 == ".."
      })
    else { throw BackupFault(place: place, kind: .unreadableList(line: number + 1)) }
    guard let content = try readFile("\(folder)/\(path)"),
      try Digesting.digest(of: content) == digest
    else { throw BackupFault(place: "\(folder)/\(path)", kind: .altered) }
    list[path] = digest
  }
  guard list[ledgerPath] != nil else { throw BackupFault(place: folder, kind: .incomplete) }
  return list
}

/// Which ledger the backup is of, once a copy of it was found whole; the backup itself is not touched.
private func wholeLedger(of folder: String) throws -> String {
  try withTemporaryFolder("restore") { scratch in
    let copy = try LedgerCopy(of: "\(folder)/\(ledgerPath)", to: "\(scratch)/copy.sqlite")
    if let fault = try copy.ledger.faults().first {
      throw BackupFault(
        place: "\(folder)/\(ledgerPath)",
        kind: .damaged("\(fault.place) \(fault.message.en)"))
    }
    return try copy.ledger.identity()
  }
}

/// Nil where there is no ledger, or none that can be read any more.
private func presentIdentity(in workspace: Workspace) throws -> String? {
  guard try LedgerStore.isThere(workspace.ledger) else { return nil }
  do {
    return try LedgerStore.reading(workspace.ledger)?.identity()
  } catch let failure as LedgerFailure where failure.kind == .damaged {
    return nil
  } catch is DamagedLedger {
    return nil
  }
}

/// Puts the copy of a ledger in the place of the one that stands there, which keeps another name.
///
/// Cut off in between there is no ledger, and no run begins without one.
private func replaceLedger(of workspace: Workspace, by backup: String) throws -> String? {
  let path = workspace.ledger
  guard let bytes = try readFile(backup) else {
    throw BackupFault(place: backup, kind: .altered)
  }
  let present = try readFile(path)
  if present == bytes, try facts(of: path + "-wal") == nil { return nil }
  let fresh = folder(of: path) + "/.restored.sqlite"
  try writeDurably(bytes, to: fresh)
  var aside: String?
  if let present, !present.isEmpty {
    let name = try freeName(beside: path)
    try move(path, to: name)
    aside = name
  }
  // What SQLite had not yet put into the old file is of the old file: it must not meet the new one.
  for ending in ["-wal", "-shm"] where try facts(of: path + ending) != nil {
    let target = (try aside ?? freeName(beside: path)) + ending
    try move(path + ending, to: target)
  }
  try syncFolder(folder(of: path))
  try move(fresh, to: path)
  try syncFolder(folder(of: path))
  return aside
}

/// `zhouhui.sqlite.before-1`, or the next that is not taken.
private func freeName(beside path: String) throws -> String {
  var number = 1
  while try facts(of: "\(path).before-\(number)", itself: true) != nil { number += 1 }
  return "\(path).before-\(number)"
}
