import DurableFiles
import Glibc
import Rectification

/// The bytes of everything ever received, by their SHA-256: `archive/ab/ab12…`.
///
/// Nothing is ever changed or removed here. The digest is the name, so a file is whole or absent, and
/// the same bytes are kept once.
package struct Archive: Sendable {
  private let root: String

  package init(root: String) {
    self.root = root
  }

  /// Keeps what `produce` hands over piece by piece, and returns once it would survive a power cut.
  package func keep(
    _ digest: Digest, _ produce: ((UnsafeRawBufferPointer) throws -> Void) throws -> Void
  ) throws {
    let path = path(of: digest)
    if access(path, F_OK) == 0 {
      // A run that was cut off may have put it there and not come to this; its bytes it had synced.
      try syncFolder(folder(of: path))
    } else {
      try makeFolders(folder(of: path), isPrivate: true)
      try writeDurably(to: path, produce)
    }
    // The folder itself, which such a run may have made.
    try syncFolder(root)
  }

  /// The bytes of a digest; nil when the archive has lost them.
  package func bytes(of digest: Digest) throws(FileFailure) -> [UInt8]? {
    try readFile(path(of: digest))
  }

  package func path(of digest: Digest) -> String {
    "\(root)/\(digest.hex.prefix(2))/\(digest.hex)"
  }
}
