import Glibc

/// A path as the bytes the system keeps, ended by NUL.
///
/// What others put into the outbox may be named in GBK, which no Swift string holds without change; to
/// carry such a file or remove its old link the bytes must stay what they are.
package struct RawPath {
  package let bytes: [CChar]

  package init(_ path: String) {
    bytes = Array(path.utf8CString)
  }

  private init(bytes: [CChar]) {
    self.bytes = bytes
  }

  package static func / (folder: RawPath, name: RawPath) -> RawPath {
    RawPath(bytes: folder.bytes.dropLast() + [CChar(bitPattern: UInt8(ascii: "/"))] + name.bytes)
  }

  /// For people and for comparison with our own names, which are UTF-8.
  package var text: String {
    String(decoding: bytes.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// The names in this folder by their bytes; none when there is no folder.
  package func names() throws(FileFailure) -> [RawPath] {
    let folder = open(bytes, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else {
      if errno == ENOENT { return [] }
      throw FileFailure("list", text)
    }
    do throws(SystemError) {
      return try OwnedDescriptor(folder).names().map { name in
        RawPath(bytes: name.map { CChar(bitPattern: $0) } + [0])
      }
    } catch {
      throw FileFailure("list", text, code: error.code)
    }
  }
}
