import Files
import Glibc
import Rectification

/// A file over the size cap, still in the inbox and read from there piece by piece.
package final class OversizedFile {
  private let descriptor: OwnedDescriptor
  private let facts: FileFacts
  package let digest: Digest

  /// Reads the file through once, for its digest.
  init(_ descriptor: OwnedDescriptor, facts: FileFacts) throws {
    let digesting = try Digesting()
    try Self.read(descriptor, size: facts.size) { try digesting.update($0) }
    digest = try digesting.finish()
    self.descriptor = descriptor
    self.facts = facts
  }

  /// Hands over the bytes again.
  ///
  /// Throws `FileChanged` at the end unless they are the bytes that were hashed: what was copied is
  /// then to be thrown away, and the file waits for the next run.
  package func forEachChunk(_ body: (UnsafeRawBufferPointer) throws -> Void) throws {
    let digesting = try Digesting()
    try Self.read(descriptor, size: facts.size) {
      try digesting.update($0)
      try body($0)
    }
    guard try digesting.finish() == digest, try descriptor.facts() == facts else {
      throw FileChanged()
    }
  }

  private static func read(
    _ descriptor: OwnedDescriptor, size: Int, _ body: (UnsafeRawBufferPointer) throws -> Void
  ) throws {
    var offset = 0
    while offset < size {
      let piece = try descriptor.read(upTo: min(1 << 17, size - offset), at: offset)
      guard !piece.isEmpty else { throw FileChanged() }
      try piece.withUnsafeBytes(body)
      offset += piece.count
    }
  }
}

/// The file changed while it was read; its sender is still at work on it.
package struct FileChanged: Error {}

extension OwnedDescriptor {
  /// Up to `count` bytes from `offset`; fewer only at the end of the file.
  func read(upTo count: Int, at offset: Int) throws(SystemError) -> [UInt8] {
    var failure: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count {
        guard let start = buffer.baseAddress else { return }
        let got = pread(number, start + filled, count - filled, off_t(offset + filled))
        if got < 0, errno == EINTR { continue }
        if got < 0 { failure = errno }
        guard got > 0 else { return }
        filled += got
      }
    }
    guard failure == 0 else { throw SystemError(code: failure) }
    return bytes
  }
}
