import Files
import Glibc

/// The right to run: one process at a time in a workspace.
///
/// The lock is the kernel's (`flock`) and dies with its process, so nothing is ever left behind. What
/// the file says is only told to whoever has to wait.
package final class RunLock: Sendable {
  private let descriptor: Int32

  /// Another process holds the lock.
  package struct Busy: Error, Hashable {
    /// `process 4711 since 2024-01-19 12:05`; empty when it has not said yet.
    package let holder: String

    package init(holder: String) {
      self.holder = holder
    }
  }

  private init(descriptor: Int32) {
    self.descriptor = descriptor
  }

  /// Takes the lock at once or says who holds it; `note` is what others will be told.
  package static func take(_ path: String, note: String) throws -> RunLock {
    try makeFolders(folder(of: path), isPrivate: true)
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o644)
    guard descriptor >= 0 else { throw FileFailure("open", path) }
    let lock = RunLock(descriptor: descriptor)
    // A lock that root has made would shut the service out.
    try giveToOwner(of: folder(of: path), descriptor, path)
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      guard errno == EWOULDBLOCK else { throw FileFailure("flock", path) }
      throw Busy(holder: lock.holder())
    }
    let bytes = Array(note.utf8)
    guard ftruncate(descriptor, 0) == 0, pwrite(descriptor, bytes, bytes.count, 0) == bytes.count
    else { throw FileFailure("write", path) }
    return lock
  }

  /// Who holds the lock at this moment; nil when nobody does, or there is no lock yet.
  package static func holder(of path: String) throws -> String? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else {
      if errno == ENOENT { return nil }
      throw FileFailure("open to read", path)
    }
    let lock = RunLock(descriptor: descriptor)
    guard flock(descriptor, LOCK_SH | LOCK_NB) != 0 else { return nil }
    guard errno == EWOULDBLOCK else { throw FileFailure("flock", path) }
    return lock.holder()
  }

  /// Who holds it: between taking the lock and saying so a process needs a moment, and is given it.
  private func holder() -> String {
    for _ in 0..<100 {
      let note = readNote()
      if !note.isEmpty { return note }
      usleep(10_000)
    }
    return ""
  }

  private func readNote() -> String {
    var text = [UInt8](repeating: 0, count: 200)
    let count = pread(descriptor, &text, text.count, 0)
    return String(decoding: text.prefix(max(0, count)), as: UTF8.self)
  }

  deinit { close(descriptor) }
}
