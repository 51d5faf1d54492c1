import Files
import Ledger
import Rectification

/// What a backup holds.
package struct Backup: Hashable, Sendable {
  package let folder: String
  /// Which ledger it is of.
  package let identity: String
  package let files: Int
  package let bytes: Int

  /// The list of the backup's files as `sha256sum` writes it; the last that is put there.
  static let listName = "SHA256SUMS"
}

/// Copies ledger, archive and the campaigns' files into `folder`, which is new or empty, while runs go on.
///
/// The ledger is copied first, by SQLite's own online backup: whatever it names was archived before. Everything is
/// put together beside the folder and takes its name at the end, so that a backup is whole or not there.
package func backUp(_ workspace: Workspace, to folder: String) throws -> Backup {
  guard try ledgerExists(in: workspace) else {
    throw BackupFault(place: workspace.ledger, kind: .nothingToBackUp)
  }
  if let names = try names(in: folder), !names.isEmpty {
    throw BackupFault(place: folder, kind: .notEmpty)
  }
  let staged = hidden(beside: folder)
  try removeTree(staged)
  try makeFolders(staged, isPrivate: true)
  do {
    let backup = try fill(staged, from: workspace, as: folder)
    try move(staged, to: folder)
    try syncFolder(Files.folder(of: folder))
    return backup
  } catch {
    try? removeTree(staged)
    throw error
  }
}

private func fill(_ staged: String, from workspace: Workspace, as folder: String) throws -> Backup {
  let ledger = "ledger/zhouhui.sqlite"
  try LedgerStore.copy(workspace.ledger, to: "\(staged)/\(ledger)")
  let identity = try withTemporaryFolder("backup") { scratch in
    try LedgerCopy(of: "\(staged)/\(ledger)", to: "\(scratch)/copy.sqlite").ledger.identity()
  }
  guard let copied = try readFile("\(staged)/\(ledger)") else {
    throw FileFailure("open to read", "\(staged)/\(ledger)", code: 2)
  }
  var list = [ledger: try Digesting.digest(of: copied)]
  var size = copied.count
  for path in try keptPaths(in: workspace) {
    guard let bytes = try readFile("\(workspace.root)/\(path)") else { continue }
    let digest = try Digesting.digest(of: bytes)
    // Damage is not carried on as if it were what was received.
    if path.hasPrefix("ledger/"), !path.hasSuffix("/\(digest.hex)") {
      throw ArchiveFault(path: "\(workspace.root)/\(path)", kind: .altered)
    }
    try makeFolders(Files.folder(of: "\(staged)/\(path)"), isPrivate: true)
    try writeAndSync(bytes, to: "\(staged)/\(path)")
    list[path] = digest
    size += bytes.count
  }
  let lines = list.sorted { $0.key < $1.key }.map { "\($0.value)  \($0.key)\n" }.joined()
  try writeAndSync(Array(lines.utf8), to: "\(staged)/\(Backup.listName)")
  // Folders and the copy of the ledger too, before the whole takes its name.
  syncEverything()
  return Backup(folder: folder, identity: identity, files: list.count, bytes: size)
}

/// Everything but the ledger itself: archived files, and all that lies under schedules/.
private func keptPaths(in workspace: Workspace) throws -> [String] {
  try ["ledger/archive", "ledger/campaign-files", "schedules"].flatMap {
    try files(below: $0, in: workspace.root)
  }
}

/// The regular files below a folder, by their paths from `root`; what is hidden is half-written or litter.
private func files(below folder: String, in root: String) throws -> [String] {
  var found: [String] = []
  for name in try textNames(in: "\(root)/\(folder)") ?? [] where !name.hasPrefix(".") {
    let path = "\(folder)/\(name)"
    switch try facts(of: "\(root)/\(path)")?.kind {
    case .folder: found += try files(below: path, in: root)
    case .regular: found.append(path)
    default: continue
    }
  }
  return found
}

private func hidden(beside folder: String) -> String {
  let name = folder.split(separator: "/").last ?? "backup"
  let trimmed = folder.hasSuffix("/") ? String(folder.dropLast()) : folder
  return "\(Files.folder(of: trimmed))/.\(name).tmp"
}

/// A backup that cannot be made there, or cannot be used.
package struct BackupFault: Error, Hashable {
  package let place: String
  package let kind: Kind

  package init(place: String, kind: Kind) {
    self.place = place
    self.kind = kind
  }

  package enum Kind: Hashable, Sendable {
    case nothingToBackUp, notEmpty
    /// No list of files: it was cut off, or it is something else.
    case incomplete
    /// A line of the list is none, or leads out of the backup.
    case unreadableList(line: Int)
    /// A file of the list is gone or has other bytes.
    case altered
    /// Its ledger does not read as a whole.
    case damaged(String)
    /// It is of another ledger than the one that stands in the workspace.
    case ofAnother(identity: String, present: String)
  }

  package var message: Bilingual {
    let (zh, en) = words
    return Bilingual(
      zh: "\(visible(place))：\(zh)，什么也没有写", en: "\(visible(place)): \(en); nothing was written")
  }

  private var words: (String, String) {
    switch kind {
    case .nothingToBackUp: ("还没有台账，没有可备份的", "there is no ledger yet, and nothing to back up")
    case .notEmpty:
      (
        "备份要放进新的或空的文件夹，这里已有东西；请另取一个名字",
        "a backup goes into a new or empty folder; give another name"
      )
    case .incomplete:
      (
        "这里没有 \(Backup.listName)，不是完整的备份；请换一份",
        "there is no \(Backup.listName): this is no whole backup; use another"
      )
    case .unreadableList(let line):
      ("第 \(line) 行读不懂；请换一份备份", "line \(line) cannot be read; use another backup")
    case .altered:
      (
        "内容与清单里的 SHA-256 不符或不在；请换一份备份",
        "is gone or has another SHA-256 than listed; use another backup"
      )
    case .damaged(let detail):
      (
        "备份里的台账不完整（\(detail)）；请换一份",
        "the ledger of the backup is not whole (\(detail)); use another"
      )
    case .ofAnother(let identity, let present):
      (
        "这是另一本台账（\(identity.prefix(8))）的备份，工作区里的是 \(present.prefix(8))；确要换的，先把 ledger/ 移走",
        "this is of another ledger (\(identity.prefix(8))), in the workspace is \(present.prefix(8)); to replace "
          + "it all the same, move ledger/ away first"
      )
    }
  }
}
