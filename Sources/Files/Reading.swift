import Glibc

/// The whole file; nil when there is none, which only ENOENT proves.
///
/// What is no regular file (a folder, a pipe) is refused, for reading it could wait for ever, unless
/// `anyKind` is said.
package func readFile(
  _ path: String, upTo limit: Int = .max, anyKind: Bool = false
) throws(FileFailure) -> [UInt8]? {
  let waiting = anyKind ? 0 : O_NONBLOCK
  let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | waiting)
  guard descriptor >= 0 else {
    if errno == ENOENT { return nil }
    throw FileFailure("open to read", path)
  }
  defer { close(descriptor) }
  var status = stat()
  guard fstat(descriptor, &status) == 0 else { throw FileFailure("stat", path) }
  let facts = FileFacts(status)
  guard anyKind || facts.kind == .regular else {
    throw FileFailure("read", path, code: facts.kind == .folder ? EISDIR : ENXIO)
  }
  return try contents(of: descriptor, expecting: facts.size, upTo: limit, path)
}

private func contents(
  of descriptor: Int32, expecting size: Int, upTo limit: Int, _ path: String
) throws(FileFailure) -> [UInt8] {
  var bytes: [UInt8] = []
  bytes.reserveCapacity(min(size, limit, 64 << 20))
  var chunk = [UInt8](repeating: 0, count: 64 * 1024)
  while true {
    let count = read(descriptor, &chunk, chunk.count)
    if count < 0, errno == EINTR { continue }
    guard count >= 0 else { throw FileFailure("read", path) }
    if count == 0 { return bytes }
    bytes += chunk[..<count]
    guard bytes.count <= limit else { throw FileFailure("read", path, code: EFBIG) }
  }
}

/// What the system says of a path; nil when there is nothing of that name, which only ENOENT proves.
///
/// Of a link that of where it leads, unless `itself` is said.
package func facts(of path: String, itself: Bool = false) throws(FileFailure) -> FileFacts? {
  var status = stat()
  guard (itself ? lstat(path, &status) : stat(path, &status)) == 0 else {
    if errno == ENOENT { return nil }
    throw FileFailure("stat", path)
  }
  return FileFacts(status)
}

/// Whether there is a folder; what stands there otherwise is none, and what cannot be looked at is thrown.
package func isFolder(_ path: String) throws(FileFailure) -> Bool {
  try facts(of: path)?.kind == .folder
}

/// The names in a folder by their bytes, sorted; nil when there is no such folder.
package func names(in folder: String) throws(FileFailure) -> [[UInt8]]? {
  guard let facts = try facts(of: folder) else { return nil }
  guard facts.kind == .folder else { throw FileFailure("list", folder, code: ENOTDIR) }
  do throws(SystemError) {
    return try OwnedDescriptor.folder(at: folder).names()
  } catch {
    throw FileFailure("list", folder, code: error.code)
  }
}

/// The names in a folder as text, sorted by their bytes; nil when there is no such folder.
package func textNames(in folder: String) throws(FileFailure) -> [String]? {
  try names(in: folder)?.map { String(decoding: $0, as: UTF8.self) }
}

/// The path without its last component; `.` and `/` where there is none.
package func folder(of path: String) -> String {
  guard let slash = path.lastIndex(of: "/") else { return "." }
  return slash == path.startIndex ? "/" : String(path[..<slash])
}
