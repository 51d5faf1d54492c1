import Files
import Glibc
import Rectification

/// A regular file of the inbox, opened once and read through that one descriptor.
///
/// What is checked, what is read and what is compared afterwards is the same file, whatever its
/// sender does to the name meanwhile.
struct SteadyFile {
  let descriptor: OwnedDescriptor
  /// As they were before the first byte was read.
  let facts: FileFacts

  init(_ name: [UInt8], in folder: OwnedDescriptor, ceiling: Int) throws {
    do {
      descriptor = try folder.file(named: name)
      facts = try descriptor.facts()
    } catch {
      throw error.whenOpening
    }
    if let reason = PassedOver.Reason(facts, ceiling: ceiling) { throw reason }
    // What is read between two writes would be judged as if it were whole.
    if descriptor.isBeingWritten() { throw PassedOver.Reason.growing(size: facts.size) }
  }

  /// The content and its digest; throws `FileChanged` when the file moved under the reader.
  func content(cap: Int) throws -> (content: ReceivedFile.Content, digest: Digest) {
    let result: (ReceivedFile.Content, Digest)
    if facts.size > cap {
      let file = try OversizedFile(descriptor, facts: facts)
      result = (.oversized(file), file.digest)
    } else {
      // One byte more than there should be, to see a file that grew.
      let bytes = try descriptor.read(upTo: facts.size + 1, at: 0)
      guard bytes.count == facts.size else { throw FileChanged() }
      result = (.whole(bytes), try Digesting.digest(of: bytes))
    }
    // A sender that pauses in the middle has changed nothing meanwhile, and has the file open.
    guard try descriptor.facts() == facts, !descriptor.isBeingWritten() else { throw FileChanged() }
    return result
  }
}

extension SystemError {
  /// Why a name that was listed cannot be opened.
  fileprivate var whenOpening: PassedOver.Reason {
    switch code {
    // O_NOFOLLOW: the name became a link after it was listed.
    case ELOOP: .symbolicLink
    // Gone, or replaced, since it was listed.
    case ENOENT: .changing
    default: .unreadable(code)
    }
  }
}
