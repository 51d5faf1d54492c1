import Rectification

/// One received file: what is known of it, and its bytes.
package struct ReceivedFile {
  package let submission: Submission
  package let content: Content
  /// Nil when none lay beside it.
  package let signature: ReceivedSignature?
  /// Whether it may not be judged without one.
  package let needsSignature: Bool

  package enum Content {
    /// Within the size cap.
    case whole([UInt8])
    /// Over the cap: too large to be a report, but to be kept like any other.
    case oversized(OversizedFile)
  }

  package init(
    submission: Submission, content: Content, signature: ReceivedSignature? = nil,
    needsSignature: Bool = false
  ) {
    self.submission = submission
    self.content = content
    self.signature = signature
    self.needsSignature = needsSignature
  }

  /// The bytes to check; nil for an oversized file, which is never read into memory.
  package var bytes: [UInt8]? {
    guard case .whole(let bytes) = content else { return nil }
    return bytes
  }

  /// Hands over every byte in order, whatever the size: what the archive is written from.
  package func forEachChunk(_ body: (UnsafeRawBufferPointer) throws -> Void) throws {
    switch content {
    case .whole(let bytes): try bytes.withUnsafeBytes(body)
    case .oversized(let file): try file.forEachChunk(body)
    }
  }
}

/// What becomes of an inbox file once it was handed over.
package enum Disposition: Hashable, Sendable {
  /// It is safely kept elsewhere: archived, and its ledger row written.
  case remove
  case keep
}
