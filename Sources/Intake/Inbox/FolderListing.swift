import Glibc

/// The names in an open folder, as raw bytes.
enum FolderListing {
  /// Every name but `.` and `..`, in the order of their bytes.
  static func names(in folder: OwnedDescriptor) throws(SystemError) -> [[UInt8]] {
    // A descriptor of its own: closedir closes it, and the reading position is not shared.
    let copy = openat(folder.number, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard copy >= 0 else { throw SystemError(code: errno) }
    guard let stream = fdopendir(copy) else {
      let code = errno
      close(copy)
      throw SystemError(code: code)
    }
    defer { closedir(stream) }
    var names: [[UInt8]] = []
    while let name = try next(in: stream) {
      if name != Array(".".utf8), name != Array("..".utf8) { names.append(name) }
    }
    return names.sorted { $0.lexicographicallyPrecedes($1) }
  }

  /// Nil at the end.
  private static func next(in stream: OpaquePointer) throws(SystemError) -> [UInt8]? {
    // readdir(3): the end and an error differ in errno alone.
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
}
