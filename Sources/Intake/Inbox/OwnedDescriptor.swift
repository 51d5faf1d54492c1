import Glibc

/// An open file or folder, closed when nobody holds it any more.
final class OwnedDescriptor {
  let number: Int32

  private init(_ number: Int32) {
    self.number = number
  }

  deinit {
    close(number)
  }

  /// A folder by its path, which is the administrator's own and may lead through links.
  static func folder(at path: String) throws(SystemError) -> OwnedDescriptor {
    let number = Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard number >= 0 else { throw SystemError(code: errno) }
    return OwnedDescriptor(number)
  }

  /// A folder directly inside this one, never through a link.
  func folder(named name: [UInt8]) throws(SystemError) -> OwnedDescriptor {
    try open(name, O_DIRECTORY)
  }

  /// A file directly inside this one, for reading.
  ///
  /// Never through a link; `O_NONBLOCK` because opening a FIFO would otherwise wait for a writer.
  func file(named name: [UInt8]) throws(SystemError) -> OwnedDescriptor {
    try open(name, O_NONBLOCK | O_NOCTTY)
  }

  private func open(_ name: [UInt8], _ flags: Int32) throws(SystemError) -> OwnedDescriptor {
    let opened = Self.withName(name) {
      openat(number, $0, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | flags)
    }
    guard opened >= 0 else { throw SystemError(code: errno) }
    return OwnedDescriptor(opened)
  }

  /// Facts of the open file itself.
  func facts() throws(SystemError) -> FileFacts {
    var status = stat()
    guard fstat(number, &status) == 0 else { throw SystemError(code: errno) }
    return FileFacts(status)
  }

  /// Facts of what stands under `name` in this folder; of a link, not of where it leads.
  func facts(of name: [UInt8]) throws(SystemError) -> FileFacts {
    var status = stat()
    let result = Self.withName(name) { fstatat(number, $0, &status, AT_SYMLINK_NOFOLLOW) }
    guard result == 0 else { throw SystemError(code: errno) }
    return FileFacts(status)
  }

  func remove(_ name: [UInt8]) throws(SystemError) {
    let result = Self.withName(name) { unlinkat(number, $0, 0) }
    guard result == 0 else { throw SystemError(code: errno) }
  }

  func synchronise() throws(SystemError) {
    guard fsync(number) == 0 else { throw SystemError(code: errno) }
  }

  /// The name as C wants it; names come from `readdir`, so they hold no zero byte of their own.
  private static func withName(_ name: [UInt8], _ body: (UnsafePointer<CChar>) -> Int32) -> Int32 {
    (name + [0]).withUnsafeBytes { buffer in
      guard let start = buffer.baseAddress else { return -1 }
      return body(start.assumingMemoryBound(to: CChar.self))
    }
  }
}

/// A system call said no; `code` is its errno.
struct SystemError: Error, Hashable {
  let code: Int32
}
