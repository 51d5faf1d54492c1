import Files
import Glibc
import Rectification

extension UnitFolder {
  /// The names of what is to be read: oldest first, then by the bytes of the name.
  ///
  /// Only names and times are held, so a folder of 100,000 files costs some megabytes.
  func completeNames(_ passedOver: (PassedOver) -> Void) -> [[UInt8]] {
    var found: [(arrival: Moment, position: Int)] = []
    for (position, name) in names.enumerated()
    where !isSignature(name) && !Litter.holds(name) && !Litter.isPlaceholder(name) {
      do {
        found.append((try arrivalIfComplete(name), position))
      } catch {
        passedOver(note(name, error))
      }
    }
    found.sort { ($0.arrival, $0.position) < ($1.arrival, $1.position) }
    let allowed = allowed(found.map(\.arrival), passedOver)
    reportFlood(allowed - scan.limits.filesPerUnit, passedOver)
    return found.prefix(min(allowed, scan.limits.filesPerUnit)).map { names[$0.position] }
  }

  /// How many of the waiting files may be taken now: all, unless the unit floods.
  private func allowed(_ arrivals: [Moment], _ passedOver: (PassedOver) -> Void) -> Int {
    let flood = Flood(
      waiting: arrivals, earlier: scan.earlier[unit] ?? 0, limit: scan.limits.filesPerHour,
      now: scan.asOf)
    guard let flood, flood.taken < arrivals.count else { return arrivals.count }
    passedOver(
      PassedOver(
        unit: unit, path: "\(scan.campaign)/\(unit)",
        reason: .setAside(received: flood.received, waiting: arrivals.count - flood.taken)))
    return flood.taken
  }

  private func reportFlood(_ waiting: Int, _ passedOver: (PassedOver) -> Void) {
    guard waiting > 0 else { return }
    let path = "\(scan.campaign)/\(unit)"
    passedOver(PassedOver(unit: unit, path: path, reason: .flood(waiting: waiting)))
  }

  private func arrivalIfComplete(_ name: [UInt8]) throws(PassedOver.Reason) -> Moment {
    guard !Litter.isBackup(name) else { throw .backup }
    let facts: FileFacts
    do {
      facts = try folder.facts(of: name)
    } catch {
      throw error.code == ENOENT ? .changing : .unreadable(error.code)
    }
    guard !Litter.isUnderWay(name) else {
      // A day is longer than any transfer takes.
      let days = Int((scan.asOf.seconds - arrival(facts).seconds) / 86_400)
      throw days > 0 ? .waitingLong(days: days) : .waiting
    }
    if let reason = PassedOver.Reason(facts, ceiling: scan.limits.ceilingBytes) { throw reason }
    return arrival(facts)
  }
}
