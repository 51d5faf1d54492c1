import Rectification

/// One entry of the systemd journal: a message for people, and fields to ask for.
///
/// `journalctl ZHOUHUI_EVENT=fetch-failed ZHOUHUI_UNIT=BM01` finds it again; docs/administration.md lists
/// the fields. Nothing of a report's text is ever in one.
struct JournalEntry: Hashable {
  let event: Event
  let priority: Priority
  let message: String
  /// By name without `ZHOUHUI_`.
  let fields: [(name: String, value: String)]

  /// What happened; each has a MESSAGE_ID of its own (`systemd-id128 new`), which never changes.
  enum Event: String, CaseIterable {
    case run
    case edition
    case fetchFailed = "fetch-failed"
    case notTaken = "not-taken"
    case decisionIdle = "decision-idle"
    case failure
    case registerChanged = "register-changed"
    case notNotified = "not-notified"
    case outbox

    var messageID: String {
      switch self {
      case .run: "5d1c1f3f0e6f4a36a6f6c2b1d7a40e01"
      case .edition: "5d1c1f3f0e6f4a36a6f6c2b1d7a40e02"
      case .fetchFailed: "5d1c1f3f0e6f4a36a6f6c2b1d7a40e03"
      case .notTaken: "5d1c1f3f0e6f4a36a6f6c2b1d7a40e04"
      case .decisionIdle: "5d1c1f3f0e6f4a36a6f6c2b1d7a40e05"
      case .failure: "5d1c1f3f0e6f4a36a6f6c2b1d7a40e06"
      case .registerChanged: "5d1c1f3f0e6f4a36a6f6c2b1d7a40e07"
      case .notNotified: "5d1c1f3f0e6f4a36a6f6c2b1d7a40e08"
      case .outbox: "5d1c1f3f0e6f4a36a6f6c2b1d7a40e09"
      }
    }
  }

  /// As syslog counts them (RFC 5424).
  enum Priority: Int {
    case error = 3
    case warning = 4
    case information = 6
  }

  /// The datagram of systemd's native journal protocol.
  ///
  /// `NAME=value` on a line; a value with a line end as its name, its length in eight bytes little-endian,
  /// and its bytes.
  var datagram: [UInt8] {
    let all =
      [
        ("MESSAGE", message), ("PRIORITY", String(priority.rawValue)),
        ("MESSAGE_ID", event.messageID), ("SYSLOG_IDENTIFIER", "zhouhui"),
        ("ZHOUHUI_EVENT", event.rawValue),
      ] + fields.map { ("ZHOUHUI_\($0.name)", $0.value) }
    return all.flatMap { name, value in Self.field(name, Array(value.utf8)) }
  }

  private static func field(_ name: String, _ value: [UInt8]) -> [UInt8] {
    guard value.contains(UInt8(ascii: "\n")) else {
      return Array("\(name)=".utf8) + value + Array("\n".utf8)
    }
    let length = UInt64(value.count)
    let size = (0..<8).map { UInt8(truncatingIfNeeded: length >> (8 * $0)) }
    return Array("\(name)\n".utf8) + size + value + Array("\n".utf8)
  }

  /// For a journal that takes no datagrams: the priority before every line (sd-daemon(3)).
  var lines: String {
    message.split(separator: "\n", omittingEmptySubsequences: false)
      .map { "<\(priority.rawValue)>\($0)" }.joined(separator: "\n")
  }

  static func == (left: Self, right: Self) -> Bool { left.datagram == right.datagram }
  func hash(into hasher: inout Hasher) { hasher.combine(datagram) }
}
