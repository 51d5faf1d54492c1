import Files
import Glibc

/// Carries a folder into another, files as hard links, so that nothing is copied and no time changes.
///
/// `excluded` are paths from the top of the folder; a folder that held nothing else goes with them.
/// A file system without hard links gets copies.
func carry(
  _ source: RawPath, to target: RawPath, except excluded: Set<String>, below path: String = ""
) throws(FileFailure) {
  for name in try source.names() where !excluded.contains(path + name.text) {
    let (from, to) = (source / name, target / name)
    var facts = stat()
    guard lstat(from.bytes, &facts) == 0 else { throw FileFailure("lstat", from.text) }
    switch facts.st_mode & S_IFMT {
    case S_IFDIR:
      guard mkdir(to.bytes, facts.st_mode & 0o7777) == 0 else {
        throw FileFailure("mkdir", to.text)
      }
      try keepOwner(facts, of: to)
      try carry(from, to: to, except: excluded, below: path + name.text + "/")
      if try to.names().isEmpty, try !from.names().isEmpty { rmdir(to.bytes) }
    case S_IFREG:
      if link(from.bytes, to.bytes) != 0 { try copy(from.text, to: to.text, facts) }
    case S_IFLNK:
      guard link(from.bytes, to.bytes) == 0 else { throw FileFailure("link", to.text) }
    default: break
    }
  }
}

/// Makes a folder, and the folders in it, survive a power cut; the files in it already do.
func syncTree(_ path: String) throws(FileFailure) {
  for name in try RawPath(path).names() {
    let inner = path + "/" + name.text
    if try isFolder(inner) { try syncTree(inner) }
  }
  try syncFolder(path)
}

/// Root leaves a folder that it makes to whom the one before belonged.
private func keepOwner(_ facts: stat, of folder: RawPath) throws(FileFailure) {
  guard geteuid() == 0, facts.st_uid != 0 else { return }
  guard lchown(folder.bytes, facts.st_uid, facts.st_gid) == 0 else {
    throw FileFailure("chown", folder.text)
  }
}

/// A copy with the times of the original.
private func copy(_ source: String, to target: String, _ facts: stat) throws(FileFailure) {
  try writeAndSync(try readFile(source) ?? [], to: target)
  var times = [facts.st_atim, facts.st_mtim]
  guard utimensat(AT_FDCWD, target, &times, 0) == 0 else { throw FileFailure("utimensat", target) }
}
