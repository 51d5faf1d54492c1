import Files
import Rectification

/// The bytes of everything ever received, by their SHA-256: `archive/ab/ab12…`.
///
/// Nothing is ever changed or removed here. The digest is the name, so a file is whole or absent, and
/// the same bytes are kept once; what is read is held against its name every time.
package struct Archive: Sendable {
  private let root: String
  /// Where bytes are looked for that are not in `root`: the archive behind a rehearsal.
  private let behind: String?

  package init(root: String, behind: String? = nil) {
    self.root = root
    self.behind = behind
  }

  /// Keeps what `produce` hands over piece by piece, and returns once it would survive a power cut.
  package func keep(
    _ digest: Digest, _ produce: ((UnsafeRawBufferPointer) throws -> Void) throws -> Void
  ) throws {
    let path = path(of: digest)
    if try isWhole(digest, at: path) {
      // A run that was cut off may have put it there and not come to this; its bytes it had synced.
      try syncFolder(folder(of: path))
    } else {
      try makeFolders(folder(of: path), isPrivate: true)
      try writeDurably(to: path, produce)
    }
    // The folder itself, which such a run may have made.
    try syncFolder(root)
  }

  /// The bytes of a digest.
  ///
  /// - Throws: `ArchiveFault` when they are gone or are others, `FileFailure` when they cannot be read.
  package func bytes(of digest: Digest) throws -> [UInt8] {
    for root in [root, behind].compactMap(\.self) {
      let path = Self.path(of: digest, in: root)
      guard let bytes = try readFile(path) else { continue }
      guard try Digesting.digest(of: bytes) == digest else {
        throw ArchiveFault(path: path, kind: .altered)
      }
      return bytes
    }
    throw ArchiveFault(path: path(of: digest), kind: .missing)
  }

  /// False also of damaged bytes, which are then put right by those that are at hand.
  private func isWhole(_ digest: Digest, at path: String) throws -> Bool {
    guard let bytes = try readFile(path) else { return false }
    return try Digesting.digest(of: bytes) == digest
  }

  package func path(of digest: Digest) -> String { Self.path(of: digest, in: root) }

  private static func path(of digest: Digest, in root: String) -> String {
    "\(root)/\(digest.hex.prefix(2))/\(digest.hex)"
  }
}

/// The archive does not hold what the ledger says it does: the office's damage, never the unit's.
package struct ArchiveFault: Error, Hashable {
  package let path: String
  package let kind: Kind

  package enum Kind: Hashable, Sendable {
    case missing
    /// The bytes are not those of its name.
    case altered
  }

  package init(path: String, kind: Kind) {
    self.path = path
    self.kind = kind
  }

  package var message: Bilingual {
    let what =
      switch kind {
      case .missing: Bilingual(zh: "存档文件没有了", en: "the archived file is gone")
      case .altered:
        Bilingual(zh: "存档文件的内容与它的 SHA-256 不符", en: "the archived file has another SHA-256")
      }
    return Bilingual(
      zh: "\(visible(path))：\(what.zh)；请从备份恢复（zhouhui restore），单位不必重报，什么也没有写",
      en:
        "\(visible(path)): \(what.en); restore it from a backup (zhouhui restore). The unit need not send "
        + "again, nothing was written")
  }
}
