import Glibc
import Rectification

extension UnitFolder {
  /// The names of what is to be read: oldest first, then by the bytes of the name.
  ///
  /// Only names and times are held, so a folder of 100,000 files costs some megabytes.
  func completeNames(_ passedOver: (PassedOver) -> Void) -> [[UInt8]] {
    var found: [(arrival: Moment, position: Int)] = []
    for (position, name) in names.enumerated() {
      do {
        found.append((try arrivalIfComplete(name), position))
      } catch {
        passedOver(note(name, error))
      }
    }
    found.sort { ($0.arrival, $0.position) < ($1.arrival, $1.position) }
    reportFlood(found.count - scan.limits.filesPerUnit, passedOver)
    return found.prefix(scan.limits.filesPerUnit).map { names[$0.position] }
  }

  private func reportFlood(_ waiting: Int, _ passedOver: (PassedOver) -> Void) {
    guard waiting > 0 else { return }
    let path = "\(scan.campaign)/\(unit)"
    passedOver(PassedOver(unit: unit, path: path, reason: .flood(waiting: waiting)))
  }

  private func arrivalIfComplete(_ name: [UInt8]) throws(PassedOver.Reason) -> Moment {
    guard !Self.isWaiting(name) else { throw .waiting }
    let facts: FileFacts
    do {
      facts = try folder.facts(of: name)
    } catch {
      throw error.code == ENOENT ? .changing : .unreadable(error.code)
    }
    if let reason = PassedOver.Reason(facts, ceiling: scan.limits.ceilingBytes) { throw reason }
    return arrival(facts)
  }

  static func isWaiting(_ name: [UInt8]) -> Bool {
    let lowercased = name.map { (65...90).contains($0) ? $0 + 32 : $0 }
    return name.first == UInt8(ascii: ".")
      || [".part", ".tmp"].contains { lowercased.suffix($0.utf8.count).elementsEqual($0.utf8) }
  }
}
