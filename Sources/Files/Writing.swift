import Glibc

/// Puts `bytes` at `path` so that a reader, and a power cut, find the old file or the new, never half.
///
/// Temporary neighbour, write, fsync, rename, fsync of the folder, in that order. The file belongs to the
/// owner of the folder it lies in, so that one run as root leaves nothing that the service cannot change.
package func writeDurably(_ bytes: [UInt8], to path: String) throws(FileFailure) {
  try onlyFileFailures(at: path) {
    try writeDurably(to: path) { append in try bytes.withUnsafeBytes(append) }
  }
}

/// The same for content that comes piece by piece; when `produce` throws, nothing is left behind.
///
/// `prepare` sees the descriptor before the file has its name, for its owner and mode.
package func writeDurably(
  to path: String, prepare: (Int32) throws -> Void = { _ in },
  _ produce: ((UnsafeRawBufferPointer) throws -> Void) throws -> Void
) throws {
  let temporary = hiddenNeighbour(of: path)
  do {
    try writeAndSync(to: temporary, prepare: prepare, produce)
    guard rename(temporary, path) == 0 else { throw FileFailure("rename", path) }
  } catch {
    unlink(temporary)
    throw error
  }
  try syncFolder(folder(of: path))
}

/// Writes a new file and waits until the disk has it; the folder entry is not yet safe.
package func writeAndSync(_ bytes: [UInt8], to path: String) throws(FileFailure) {
  try onlyFileFailures(at: path) {
    try writeAndSync(to: path, prepare: { _ in }) { append in try bytes.withUnsafeBytes(append) }
  }
}

/// Bytes that are all at hand can fail to be written, and in no other way.
private func onlyFileFailures(at path: String, _ body: () throws -> Void) throws(FileFailure) {
  do {
    try body()
  } catch let failure as FileFailure {
    throw failure
  } catch {
    throw FileFailure("write", path, code: EIO)
  }
}

private func writeAndSync(
  to path: String, prepare: (Int32) throws -> Void,
  _ produce: ((UnsafeRawBufferPointer) throws -> Void) throws -> Void
) throws {
  let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o644)
  guard descriptor >= 0 else { throw FileFailure("open", path) }
  defer { close(descriptor) }
  try giveToOwner(of: folder(of: path), descriptor, path)
  try prepare(descriptor)
  try produce { try writeAll($0, to: descriptor, path) }
  try sync(descriptor, path)
}

/// Writes to an open descriptor until every byte is taken; `path` is what a failure names.
package func writeAll(
  _ bytes: [UInt8], to descriptor: Int32, _ path: String
) throws(FileFailure) {
  try onlyFileFailures(at: path) {
    try bytes.withUnsafeBytes { try writeAll($0, to: descriptor, path) }
  }
}

private func writeAll(
  _ bytes: UnsafeRawBufferPointer, to descriptor: Int32, _ path: String
) throws(FileFailure) {
  var rest = bytes[...]
  while !rest.isEmpty {
    let count = write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
    if count < 0, errno == EINTR { continue }
    guard count > 0 else { throw FileFailure("write", path) }
    rest = rest.dropFirst(count)
  }
}

/// Gives a file or a folder another name on the same file system.
package func move(_ path: String, to target: String) throws(FileFailure) {
  guard rename(path, target) == 0 else { throw FileFailure("rename", target) }
}

/// Waits until everything that was written anywhere is on the disk: for many files at once.
package func syncEverything() { sync() }

/// Makes the entries of a folder survive a power cut.
package func syncFolder(_ path: String) throws(FileFailure) {
  let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
  guard descriptor >= 0 else { throw FileFailure("open", path) }
  defer { close(descriptor) }
  try sync(descriptor, path)
}

private func sync(_ descriptor: Int32, _ path: String) throws(FileFailure) {
  while fsync(descriptor) != 0 {
    guard errno == EINTR else { throw FileFailure("fsync", path) }
  }
}

private func hiddenNeighbour(of path: String) -> String {
  let name = path.lastIndex(of: "/").map { path[path.index(after: $0)...] } ?? path[...]
  return folder(of: path) + "/.\(name).tmp"
}

/// Makes a folder and every folder above it that is missing, and makes them survive a power cut.
///
/// Private ones are open to their owner alone.
package func makeFolders(_ path: String, isPrivate: Bool = false) throws(FileFailure) {
  if try isFolder(path) { return }
  let parent = folder(of: path)
  if parent != path { try makeFolders(parent, isPrivate: isPrivate) }
  guard mkdir(path, isPrivate ? 0o700 : 0o755) == 0 || errno == EEXIST else {
    throw FileFailure("mkdir", path)
  }
  guard try isFolder(path) else { throw FileFailure("mkdir", path, code: ENOTDIR) }
  if geteuid() == 0, let above = try facts(of: parent), above.owner != 0 {
    guard lchown(path, above.owner, above.group) == 0 else { throw FileFailure("chown", path) }
  }
  try syncFolder(parent)
}

/// What root writes belongs to whom the folder belongs to; for every other account nothing is to be done.
package func giveToOwner(
  of folder: String, _ descriptor: Int32, _ path: String
) throws(FileFailure) {
  guard geteuid() == 0, let above = try facts(of: folder), above.owner != 0 else { return }
  guard fchown(descriptor, above.owner, above.group) == 0 else { throw FileFailure("chown", path) }
}

/// Gives a new file the owner and the mode of the one that it is to replace, before it has its name.
///
/// - Throws: `FileFailure` where this account may not, for then whoever could read or write the file could not
///   any more; the file stays as it is.
package func keep(
  _ facts: FileFacts, of descriptor: Int32, _ path: String
) throws(FileFailure) {
  var now = stat()
  guard fstat(descriptor, &now) == 0 else { throw FileFailure("stat", path) }
  if now.st_uid != facts.owner || now.st_gid != facts.group,
    fchown(descriptor, facts.owner, facts.group) != 0
  {
    // Who shares the file by its group may replace it: for the group nothing changes.
    let isShared = facts.mode >> 3 & 7 == facts.mode >> 6 & 7
    guard isShared, now.st_gid == facts.group || fchown(descriptor, now.st_uid, facts.group) == 0
    else { throw FileFailure("chown", path, code: EPERM) }
  }
  guard fchmod(descriptor, facts.mode) == 0 else { throw FileFailure("chmod", path) }
}

/// Removes a file or a folder with everything in it; links are removed, not followed.
package func removeTree(_ path: String) throws(FileFailure) { try removeTree(RawPath(path)) }

package func removeTree(_ path: RawPath) throws(FileFailure) {
  var status = stat()
  guard lstat(path.bytes, &status) == 0 else {
    if errno == ENOENT { return }
    throw FileFailure("lstat", path.text)
  }
  guard status.st_mode & S_IFMT == S_IFDIR else {
    guard unlink(path.bytes) == 0 else { throw FileFailure("unlink", path.text) }
    return
  }
  for name in try path.names() { try removeTree(path / name) }
  guard rmdir(path.bytes) == 0 else { throw FileFailure("rmdir", path.text) }
}
