import Files
import Glibc
import Rectification

/// Something in the inbox that was not taken, and why; it stays where it is.
package struct PassedOver: Hashable, Sendable {
  /// Nil when the folder is no known unit's.
  package let unit: Code?
  /// The path below `inbox/`, made safe to show.
  package let path: String
  package let reason: Reason

  package enum Reason: Error, Hashable, Sendable {
    /// Named as not yet complete: a leading `.`, or an ending of transfers, `.part`, `.crdownload`.
    case waiting
    /// The same for more than a day: the transfer broke off.
    case waitingLong(days: Int)
    /// Named as the copy that an editor keeps: `x.bak`, `x~`, `#x#`.
    case backup
    /// Changed or went away while it was read; the next run looks again.
    case changing
    case symbolicLink, folder, fifo, socket, device
    /// The file has other names, so its owner may be somebody else.
    case hardLink
    /// The errno of opening or reading.
    case unreadable(Int32)
    /// Over the ceiling above which nothing is copied; bytes.
    case giant(size: Int)
    /// Somebody has it open for writing; bytes so far.
    case growing(size: Int)
    /// More files than are taken of one unit in a run: this many wait.
    case flood(waiting: Int)
    /// More files than one unit may send in an hour: so many came, and this many are set aside.
    case setAside(received: Int, waiting: Int)
    /// A folder that is no known unit's.
    case unknownUnit
    /// The unit signs its reports, and the signature of this one has not come yet.
    case awaitingSignature
    /// A signature whose report has not come.
    case signatureWithoutReport
    /// Dropped beside the unit folders: nobody's.
    case strayFile
    /// Kept safely, but another file has its name by now, which the next run takes.
    case replaced
    /// Kept safely, but it could not be removed; the errno. It will be known by its digest.
    case notRemoved(Int32)
    /// The removals from this folder may not outlast a power cut; the errno.
    case notSynchronised(Int32)
  }
}

extension PassedOver {
  /// A report that was read, and waits for its signature.
  package init(awaitingSignature submission: Submission) {
    unit = submission.sender
    path = "\(submission.campaign)/\(submission.sender)/\(submission.fileName)"
    reason = .awaitingSignature
  }
}

extension PassedOver.Reason {
  /// Why a file with these facts is not read at all; nil when it is to be read.
  init?(_ facts: FileFacts, ceiling: Int) {
    switch facts.kind {
    case .regular where facts.links > 1: self = .hardLink
    case .regular where facts.size > ceiling: self = .giant(size: facts.size)
    case .regular: return nil
    case .symbolicLink: self = .symbolicLink
    case .folder: self = .folder
    case .fifo: self = .fifo
    case .socket: self = .socket
    case .device: self = .device
    }
  }

  /// Whether somebody has to do something; the others settle by themselves.
  package var needsAPerson: Bool {
    switch self {
    case .waiting, .backup, .changing, .growing, .replaced, .flood, .awaitingSignature: false
    default: true
    }
  }
}
