import Files
import Foundation
import Glibc

/// The systemd journal, where standard error goes to it.
struct Journal {
  let socketPath: String

  static let standardPath = "/run/systemd/journal/socket"

  /// Nil unless `$JOURNAL_STREAM` says that standard error is the journal's (systemd.exec(5)).
  init?(
    environment: [String: String], descriptor: Int32 = STDERR_FILENO,
    socketPath: String = Self.standardPath
  ) {
    var facts = stat()
    guard let stream = environment["JOURNAL_STREAM"], fstat(descriptor, &facts) == 0,
      stream == "\(facts.st_dev):\(facts.st_ino)"
    else { return nil }
    self.socketPath = socketPath
  }

  /// Entries in order; what the socket does not take goes to standard error as plain lines.
  func send(_ entries: [JournalEntry]) {
    for entry in entries where !send(entry.datagram) {
      try? writeAll(Array((entry.lines + "\n").utf8), to: STDERR_FILENO, "/dev/stderr")
    }
  }

  private func send(_ datagram: [UInt8]) -> Bool {
    let kind = Int32(SOCK_DGRAM.rawValue | SOCK_CLOEXEC.rawValue)
    let descriptor = socket(AF_UNIX, kind, 0)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    let path = Array(socketPath.utf8)
    guard path.count < MemoryLayout.size(ofValue: address.sun_path) else { return false }
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path) }
    let sent = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        sendto(
          descriptor, datagram, datagram.count, Int32(MSG_NOSIGNAL), $0,
          socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
    return sent == datagram.count
  }
}
