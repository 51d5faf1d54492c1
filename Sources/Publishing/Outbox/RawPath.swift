import DurableFiles
import Glibc

/// A path as the bytes the system keeps, ended by NUL.
///
/// What others put into the outbox may be named in GBK, which no Swift string holds without change; to
/// carry such a file or remove its old link the bytes must stay what they are.
struct RawPath {
  let bytes: [CChar]

  init(_ path: String) {
    bytes = Array(path.utf8CString)
  }

  private init(bytes: [CChar]) {
    self.bytes = bytes
  }

  static func / (folder: RawPath, name: RawPath) -> RawPath {
    RawPath(bytes: folder.bytes.dropLast() + [CChar(bitPattern: UInt8(ascii: "/"))] + name.bytes)
  }

  /// For people and for comparison with our own names, which are UTF-8.
  var text: String {
    String(decoding: bytes.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// The names in this folder by their bytes; none when there is no folder.
  func names() throws(FileFailure) -> [RawPath] {
    guard let folder = opendir(bytes) else {
      if errno == ENOENT { return [] }
      throw FileFailure("opendir", text)
    }
    defer { closedir(folder) }
    var found: [RawPath] = []
    while let name = try next(in: folder) {
      if name.text != "." && name.text != ".." { found.append(name) }
    }
    return found
  }

  /// Nil at the end.
  private func next(in folder: OpaquePointer) throws(FileFailure) -> RawPath? {
    // readdir(3): the end and an error differ in errno alone, and what is not listed is not carried.
    errno = 0
    guard let entry = readdir(folder) else {
      guard errno == 0 else { throw FileFailure("readdir", text) }
      return nil
    }
    return withUnsafeBytes(of: entry.pointee.d_name) { Self.name($0) }
  }

  private static func name(_ field: UnsafeRawBufferPointer) -> RawPath {
    RawPath(bytes: field.prefix { $0 != 0 }.map { CChar(bitPattern: $0) } + [0])
  }
}
