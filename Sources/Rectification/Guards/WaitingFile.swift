/// Something a unit has put in its inbox folder that the last run left there.
package struct WaitingFile: Hashable, Sendable {
  package let unit: Code
  /// Its path below `inbox/`, safe to show; of a flood the folder.
  package let path: String
  package let reason: Reason
  /// When a run first left it.
  package let since: Moment

  package enum Reason: Hashable, Sendable {
    /// Its sender is still writing it; bytes so far.
    case growing(size: Int)
    /// Named as not yet complete.
    case incomplete
    /// Its signature has not come.
    case unsigned
    /// More than the unit may send in an hour: so many came, so many are set aside.
    case flood(received: Int, waiting: Int)

    package var isFlood: Bool { if case .flood = self { true } else { false } }
  }

  package init(unit: Code, path: String, reason: Reason, since: Moment) {
    self.unit = unit
    self.path = path
    self.reason = reason
    self.since = since
  }

  package func since(_ moment: Moment) -> WaitingFile {
    WaitingFile(unit: unit, path: path, reason: reason, since: moment)
  }

  package var message: Bilingual {
    switch reason {
    case .growing(let size):
      Bilingual(
        zh: "还在写入（已有 \(size) 字节），写完后下次收取",
        en: "still being written (\(size) bytes so far), taken by a later run")
    case .incomplete:
      Bilingual(zh: "文件名表示尚未传完，改名后收取", en: "named as not yet complete, taken once renamed")
    case .unsigned:
      Bilingual(zh: "签名文件还没有到", en: "its signature has not come")
    case .flood(let received, let waiting):
      Bilingual(
        zh: "一小时内报送 \(received) 件，过多，其中 \(waiting) 件暂缓收取，恢复正常后依次收取；请联系该单位",
        en: "\(received) files within an hour are too many; \(waiting) are set aside, and taken in "
          + "order once it has ended: ask the unit")
    }
  }
}

extension WaitingFile.Reason {
  /// As the formats write it.
  package var code: String {
    switch self {
    case .growing: "growing"
    case .incomplete: "incomplete"
    case .unsigned: "unsigned"
    case .flood: "flood"
    }
  }

  /// Bytes so far, or files that came within the hour; 0 where neither is counted.
  package var amount: Int {
    switch self {
    case .growing(let size): size
    case .flood(let received, _): received
    case .incomplete, .unsigned: 0
    }
  }

  /// Files set aside; 0 where none is.
  package var setAside: Int { if case .flood(_, let waiting) = self { waiting } else { 0 } }

  package init?(code: String, amount: Int, setAside: Int) {
    switch code {
    case "growing": self = .growing(size: amount)
    case "incomplete": self = .incomplete
    case "unsigned": self = .unsigned
    case "flood": self = .flood(received: amount, waiting: setAside)
    default: return nil
    }
  }
}
