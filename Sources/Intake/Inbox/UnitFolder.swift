import Files
import Glibc
import Rectification

/// What was taken and is still there.
///
/// Nobody has judged it yet, and it may turn out to be secret: it is known
/// by its SHA-256 alone.
private struct LeftBehind: Error {
  let digest: Digest
  let reason: PassedOver.Reason
}

/// `inbox/<campaign>/<unit>/`: the folder that proves who a file is from.
struct UnitFolder {
  let unit: Code
  let scan: InboxScan
  let folder: OwnedDescriptor
  /// In the order of their bytes.
  let names: [[UInt8]]

  /// Opens the folder; `listing` are its names, where they have been listed already.
  init(
    of unit: Code, in campaign: OwnedDescriptor, scan: InboxScan, listing: [[UInt8]]? = nil
  ) throws(PassedOver.Reason) {
    self.unit = unit
    self.scan = scan
    do {
      folder = try campaign.folder(named: Array(unit.text.utf8))
      if let listing {
        names = listing
      } else {
        names = try folder.names()
      }
    } catch {
      // O_NOFOLLOW with O_DIRECTORY: a link is ENOTDIR, like any other file.
      throw error.code == ENOTDIR ? .strayFile : .unreadable(error.code)
    }
  }

  /// Hands over the files named, and makes the removals durable at the end.
  func take(
    _ complete: ArraySlice<[UInt8]>, passedOver: (PassedOver) -> Void,
    _ body: (ReceivedFile) throws -> Disposition
  ) throws {
    var removals = 0
    // Also when `body` throws: what was removed before was kept safely, and is gone for good.
    defer { if removals > 0 { synchronise(passedOver) } }
    for name in complete {
      do {
        if try take(name, body) { removals += 1 }
      } catch let left as LeftBehind {
        passedOver(
          PassedOver(
            unit: unit, path: "\(scan.campaign)/\(unit)/\(left.digest)", reason: left.reason))
      } catch let reason as PassedOver.Reason {
        passedOver(note(name, reason))
      }
    }
  }

  /// Whether the file was taken and removed; throws the reason when it was passed over.
  private func take(_ name: [UInt8], _ body: (ReceivedFile) throws -> Disposition) throws -> Bool {
    do {
      let file = try SteadyFile(name, in: folder, ceiling: scan.limits.ceilingBytes)
      let signature = try signature(of: name)
      let received = try received(file, named: name, signature?.file)
      guard try body(received) == .remove else { return false }
      do throws(PassedOver.Reason) {
        // The signature first: cut off in between, the report is met again and known, while a
        // signature left alone would wait for ever.
        if let signature { try remove(signature.name, knownAs: signature.file.facts) }
        try remove(name, knownAs: file.facts)
      } catch {
        throw LeftBehind(digest: received.submission.digest, reason: error)
      }
      return true
    } catch is FileChanged {
      throw PassedOver.Reason.changing
    } catch let error as SystemError {
      throw PassedOver.Reason.unreadable(error.code)
    }
  }

  private func received(
    _ file: SteadyFile, named name: [UInt8], _ signature: SteadyFile?
  ) throws -> ReceivedFile {
    let (content, digest) = try file.content(cap: scan.limits.reportBytes)
    var received: ReceivedSignature?
    if case (.whole(let bytes), let digest)? = try signature?.content(
      cap: SignatureLines.sizeLimit)
    {
      received = ReceivedSignature(bytes: bytes, digest: digest)
    }
    let shown = ShownName.text(name, withholding: scan.marks)
    return ReceivedFile(
      submission: Submission(
        campaign: scan.campaign, sender: unit,
        channel: .inbox, fileName: shown,
        digest: digest, size: file.facts.size, receivedAt: arrival(file.facts)),
      content: content, signature: received, needsSignature: signingKey != nil)
  }

  /// Removes the file that was read, and no other that has its name by now.
  ///
  /// POSIX has no “remove this inode”: a file renamed onto the name between the comparison and the
  /// removal, some microseconds, would be lost. Senders that never reuse a name are safe from it.
  private func remove(
    _ name: [UInt8], knownAs facts: FileFacts
  ) throws(PassedOver.Reason) {
    var isSame = true
    do throws(SystemError) {
      isSame = try folder.facts(of: name) == facts
      if isSame { try folder.remove(name) }
    } catch {
      // Its sender was quicker: it is kept, and it is gone.
      guard error.code != ENOENT else { return }
      throw PassedOver.Reason.notRemoved(error.code)
    }
    guard isSame else { throw PassedOver.Reason.replaced }
  }

  private func synchronise(_ passedOver: (PassedOver) -> Void) {
    do {
      try folder.synchronise()
    } catch {
      let path = "\(scan.campaign)/\(unit)"
      passedOver(PassedOver(unit: unit, path: path, reason: .notSynchronised(error.code)))
    }
  }

  func note(_ name: [UInt8], _ reason: PassedOver.Reason) -> PassedOver {
    let path = "\(scan.campaign)/\(unit)/\(ShownName.text(name, withholding: scan.marks))"
    return PassedOver(unit: unit, path: path, reason: reason)
  }

  /// The inode change time, which the sender cannot set, but never later than the run.
  func arrival(_ facts: FileFacts) -> Moment {
    min(scan.asOf, Moment(seconds: Int64(facts.changed.seconds)))
  }
}
