import Files
import Glibc
import Rectification

/// The outbox: the only place where this module touches the disk.
///
/// One run at a time holds the workspace's lock; readers need none, they find the old edition or the
/// new one whole.
package struct Outbox: Sendable {
  /// `outbox/`, as given.
  private let root: String

  package init(root: String) {
    self.root = root
  }

  /// What a publication did.
  package enum Outcome: Hashable, Sendable {
    /// Every byte was there already; nothing was touched.
    case unchanged
    case published
  }

  /// Publishes an edition as the folder `folder` (`trial/2024-W03`), all of it at once.
  ///
  /// Files of the last edition that this one no longer has go; everything else in the folder stays:
  /// receipts, corrections, and whatever the clerk put there.
  package func publish(_ files: [OutboxFile], as folder: String) throws(OutboxError) -> Outcome {
    let place = try OutboxPath(folder)
    let edition = try Edition(files)
    try refuseLinks(root, place.components)
    let current = root + "/" + place.text
    let names = StagingNames(root: root, place: place)
    try outbox { () throws(FileFailure) in
      try recover(names.staged, current, aside: names.aside)
    }
    for path in edition.files.keys { try refuseLinks(current, path.components) }
    if try isPublished(edition, in: current) { return .unchanged }
    do throws(OutboxError) {
      try stage(edition, over: current, in: names.staged)
      try outbox { () throws(FileFailure) in
        try exchange(names.staged, with: current, aside: names.aside)
        let parent = Files.folder(of: current)
        try syncFolder(parent)
        try removeTree(names.staged)
        try removeTree(names.aside)
        // An issue is not looked at again: what a power cut brought back beside it would stay.
        try syncFolder(parent)
      }
    } catch {
      // Best effort; the next run recovers what is left.
      try? recover(names.staged, current, aside: names.aside)
      throw error
    }
    return .published
  }

  /// Writes one file below `folder` by itself: a receipt, which belongs to no edition.
  package func write(_ file: OutboxFile, in folder: String) throws(OutboxError) -> Outcome {
    let path = try OutboxPath(folder + "/" + file.path)
    try refuseLinks(root, path.components)
    let target = root + "/" + path.text
    return try outbox { () throws(FileFailure) -> Outcome in
      if try readFile(target) == file.bytes { return .unchanged }
      try makeFolders(Files.folder(of: target))
      try writeDurably(file.bytes, to: target)
      return .published
    }
  }

  /// Ends what a run that was cut off had begun in a campaign's folder and those of its weeks.
  ///
  /// An edition that the ledger has is not published again, which would do the same.
  package func recoverAll(in campaign: String) throws(OutboxError) {
    let place = try OutboxPath(campaign)
    try refuseLinks(root, place.components)
    try outbox { () throws(FileFailure) in
      let folder = "\(root)/\(place.text)"
      guard try isFolder(folder) else { return }
      try recoverNames(in: folder)
      for name in try RawPath(folder).names() where Week(name.text) != nil {
        let week = "\(folder)/\(name.text)"
        if try facts(of: week, itself: true)?.kind == .folder { try recoverNames(in: week) }
      }
    }
  }

  private func recoverNames(in folder: String) throws(FileFailure) {
    let names = try RawPath(folder).names().map(\.text)
    let begun = Set(
      names.compactMap { name -> String? in
        guard name.hasPrefix("."), name.hasSuffix(".new") || name.hasSuffix(".old") else {
          return nil
        }
        return String(name.dropFirst().dropLast(4))
      })
    for name in begun {
      try recover("\(folder)/.\(name).new", "\(folder)/\(name)", aside: "\(folder)/.\(name).old")
      try syncFolder(folder)
    }
  }

  /// Writes again one file of an edition that is gone, whatever its name; nothing is ever written over.
  package func restore(_ file: OutboxFile, in folder: String) throws(OutboxError) {
    let place = try OutboxPath(folder)
    if file.path != Self.listName { _ = try OutboxPath(file.path) }
    try refuseLinks(root, place.components + file.path.split(separator: "/").map(String.init))
    let target = "\(root)/\(place.text)/\(file.path)"
    try outbox { () throws(FileFailure) in
      guard try facts(of: target, itself: true) == nil else { return }
      try makeFolders(Files.folder(of: target))
      try writeDurably(file.bytes, to: target)
    }
  }

  /// The record of the edition that stands in a folder; nil when none does.
  package func record(in folder: String) throws(OutboxError) -> [UInt8]? {
    let path = "\(root)/\(folder)/\(EditionRecord.fileName)"
    return try outbox { () throws(FileFailure) in try readFile(path) }
  }

  private func isPublished(_ edition: Edition, in current: String) throws(OutboxError) -> Bool {
    try outbox { () throws(FileFailure) in
      guard try readFile(current + "/" + Outbox.listName) == edition.list else { return false }
      for (path, bytes) in edition.files
      where try readFile(current + "/" + path.text) != bytes {
        return false
      }
      return true
    }
  }

  private func stage(
    _ edition: Edition, over current: String, in staged: String
  ) throws(OutboxError) {
    let old = try outbox { () throws(FileFailure) in
      try readFile(current + "/" + Outbox.listName)
    }
    let dropped = Self.paths(listed: old ?? []).subtracting(edition.files.keys.map(\.text))
    try outbox { () throws(FileFailure) in
      try makeFolders(staged)
      let carried = dropped.union([Outbox.listName])
      try carry(RawPath(current), to: RawPath(staged), except: carried)
      for (path, bytes) in edition.sorted {
        try put(bytes, at: staged + "/" + path.text)
      }
      try put(edition.list, at: staged + "/" + Outbox.listName)
      try syncTree(staged)
    }
  }

  /// A file that is carried over with equal bytes keeps its time stamp.
  private func put(_ bytes: [UInt8], at path: String) throws(FileFailure) {
    if try readFile(path) == bytes { return }
    try makeFolders(folder(of: path))
    // What stands there is a link to the edition being read: it is replaced, never written into.
    try removeTree(path)
    try writeAndSync(bytes, to: path)
  }
}

/// The names a publication works under, hidden and beside its folder.
private struct StagingNames {
  let staged: String
  let aside: String

  init(root: String, place: OutboxPath) {
    let parent = ([root] + place.folders).joined(separator: "/")
    let name = place.components.last ?? ""
    staged = "\(parent)/.\(name).new"
    aside = "\(parent)/.\(name).old"
  }
}
