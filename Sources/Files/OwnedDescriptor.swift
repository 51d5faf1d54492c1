import Glibc

/// An open file or folder, closed when nobody holds it any more.
package final class OwnedDescriptor {
  package let number: Int32

  /// Takes over an open descriptor.
  init(_ number: Int32) {
    self.number = number
  }

  deinit {
    close(number)
  }

  /// A folder by its path, which is the administrator's own and may lead through links.
  package static func folder(at path: String) throws(SystemError) -> OwnedDescriptor {
    let number = Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard number >= 0 else { throw SystemError(code: errno) }
    return OwnedDescriptor(number)
  }

  /// A folder directly inside this one, never through a link.
  package func folder(named name: [UInt8]) throws(SystemError) -> OwnedDescriptor {
    try open(name, O_DIRECTORY)
  }

  /// A file directly inside this one, for reading.
  ///
  /// Never through a link; `O_NONBLOCK` because opening a FIFO would otherwise wait for a writer.
  package func file(named name: [UInt8]) throws(SystemError) -> OwnedDescriptor {
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
  package func facts() throws(SystemError) -> FileFacts {
    var status = stat()
    guard fstat(number, &status) == 0 else { throw SystemError(code: errno) }
    return FileFacts(status)
  }

  /// Facts of what stands under `name` in this folder; of a link, not of where it leads.
  package func facts(of name: [UInt8]) throws(SystemError) -> FileFacts {
    var status = stat()
    let result = Self.withName(name) { fstatat(number, $0, &status, AT_SYMLINK_NOFOLLOW) }
    guard result == 0 else { throw SystemError(code: errno) }
    return FileFacts(status)
  }

  package func remove(_ name: [UInt8]) throws(SystemError) {
    let result = Self.withName(name) { unlinkat(number, $0, 0) }
    guard result == 0 else { throw SystemError(code: errno) }
  }

  package func synchronise() throws(SystemError) {
    guard fsync(number) == 0 else { throw SystemError(code: errno) }
  }

  /// Every name in this folder but `.` and `..`, in the order of their bytes.
  package func names() throws(SystemError) -> [[UInt8]] {
    // A descriptor of its own: closedir closes it, and the reading position is not shared.
    let copy = openat(number, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard copy >= 0 else { throw SystemError(code: errno) }
    guard let stream = fdopendir(copy) else {
      let code = errno
      close(copy)
      throw SystemError(code: code)
    }
    defer { closedir(stream) }
    var names: [[UInt8]] = []
    while let name = try Self.next(in: stream) {
      if name != Array(".".utf8), name != Array("..".utf8) { names.append(name) }
    }
    return names.sorted { $0.lexicographicallyPrecedes($1) }
  }

  /// Nil at the end.
  private static func next(in stream: OpaquePointer) throws(SystemError) -> [UInt8]? {
    // readdir(3): the end and an error differ in errno alone, and what is not listed is not carried.
    errno = 0
    guard let entry = readdir(stream) else {
      guard errno == 0 else { throw SystemError(code: errno) }
      return nil
    }
    // By address: copying `d_name` out as the 256-byte array it is declared as would read past the
    // record, which is only as long as the name.
    guard let offset = MemoryLayout<dirent>.offset(of: \.d_name) else { return nil }
    let start = UnsafeRawPointer(entry) + offset
    let length = strlen(start.assumingMemoryBound(to: CChar.self))
    return Array(UnsafeRawBufferPointer(start: start, count: length))
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
package struct SystemError: Error, Hashable {
  package let code: Int32

  package init(code: Int32) { self.code = code }
}
