import Intake
import Rectification

extension WaitingFile {
  /// What was passed over, where it settles by itself or is the unit's own to settle.
  init?(_ passed: PassedOver, at moment: Moment) {
    guard let unit = passed.unit else { return nil }
    let reason: Reason
    switch passed.reason {
    case .growing(let size): reason = .growing(size: size)
    case .waiting, .waitingLong: reason = .incomplete
    case .awaitingSignature: reason = .unsigned
    case .setAside(let received, let waiting):
      reason = .flood(received: received, waiting: waiting)
    default: return nil
    }
    self.init(unit: unit, path: passed.path, reason: reason, since: moment)
  }
}

extension Sequence<PassedOver> {
  /// What status and pages tell of, so many of each unit: a folder full of `.part` files is one matter.
  func waitingFiles(at moment: Moment, ofEach most: Int = 20) -> [WaitingFile] {
    var counts: [Code: Int] = [:]
    return compactMap { WaitingFile($0, at: moment) }.filter { file in
      if case .flood = file.reason { return true }
      counts[file.unit, default: 0] += 1
      return counts[file.unit, default: 0] <= most
    }
  }
}
