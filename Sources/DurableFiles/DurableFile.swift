import Glibc

/// A file operation that failed: which, on what, and the system's reason.
package struct FileFailure: Error, Hashable, CustomStringConvertible {
  package let operation: String
  package let path: String
  /// The system's error number.
  package let code: Int32

  package init(_ operation: String, _ path: String, code: Int32 = errno) {
    self.operation = operation
    self.path = path
    self.code = code
  }

  package var description: String { "\(path): \(operation): \(String(cString: strerror(code)))" }
}

/// Puts `bytes` at `path` so that a reader, and a power cut, find the old file or the new, never half.
///
/// Temporary neighbour, write, fsync, rename, fsync of the folder, in that order.
package func writeDurably(_ bytes: [UInt8], to path: String) throws(FileFailure) {
  try onlyFileFailures(at: path) {
    try writeDurably(to: path) { append in try bytes.withUnsafeBytes(append) }
  }
}

/// The same for content that comes piece by piece; when `produce` throws, nothing is left behind.
package func writeDurably(
  to path: String, _ produce: ((UnsafeRawBufferPointer) throws -> Void) throws -> Void
) throws {
  let temporary = hiddenNeighbour(of: path)
  do {
    try writeAndSync(to: temporary, produce)
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
    try writeAndSync(to: path) { append in try bytes.withUnsafeBytes(append) }
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
  to path: String, _ produce: ((UnsafeRawBufferPointer) throws -> Void) throws -> Void
) throws {
  let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o644)
  guard descriptor >= 0 else { throw FileFailure("open", path) }
  defer { close(descriptor) }
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

/// Makes the entries of a folder survive a power cut.
package func syncFolder(_ path: String) throws(FileFailure) {
  let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
  guard descriptor >= 0 else { throw FileFailure("open", path) }
  defer { close(descriptor) }
  try sync(descriptor, path)
}

/// Makes a folder and every folder above it that is missing, and makes them survive a power cut.
///
/// Private ones are open to their owner alone.
package func makeFolders(_ path: String, isPrivate: Bool = false) throws(FileFailure) {
  if isFolder(path) { return }
  let parent = folder(of: path)
  if parent != path { try makeFolders(parent, isPrivate: isPrivate) }
  guard mkdir(path, isPrivate ? 0o700 : 0o755) == 0 || errno == EEXIST else {
    throw FileFailure("mkdir", path)
  }
  try syncFolder(parent)
}

/// The whole file; nil when there is none.
package func readFile(_ path: String) throws(FileFailure) -> [UInt8]? {
  let descriptor = open(path, O_RDONLY | O_CLOEXEC)
  guard descriptor >= 0 else {
    if errno == ENOENT { return nil }
    throw FileFailure("open", path)
  }
  defer { close(descriptor) }
  var bytes: [UInt8] = []
  var chunk = [UInt8](repeating: 0, count: 64 * 1024)
  while true {
    let count = read(descriptor, &chunk, chunk.count)
    if count < 0, errno == EINTR { continue }
    guard count >= 0 else { throw FileFailure("read", path) }
    if count == 0 { return bytes }
    bytes += chunk[..<count]
  }
}

package func isFolder(_ path: String) -> Bool {
  var facts = stat()
  return stat(path, &facts) == 0 && facts.st_mode & S_IFMT == S_IFDIR
}

/// The path without its last component; `.` and `/` where there is none.
package func folder(of path: String) -> String {
  guard let slash = path.lastIndex(of: "/") else { return "." }
  return slash == path.startIndex ? "/" : String(path[..<slash])
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

extension FileFailure {
  /// The account that runs has no right to do it.
  package var isPermission: Bool { code == EACCES || code == EPERM || code == EROFS }

  /// It failed on the way in, not on the way out.
  package var isReading: Bool { operation == "read" }
}
