import Rectification

extension InboxScan {
  /// What lies in the inbox and is not whole yet, in the order of the units; nothing is read or taken.
  package func unfinishedFiles() throws -> [PassedOver] {
    guard let folder = try campaignFolder() else { return [] }
    return units.flatMap { unit in
      // A unit that never sent anything has no folder; one that cannot be read the run names.
      (try? UnitFolder(of: unit, in: folder, scan: self))?.unfinishedFiles() ?? []
    }
  }
}

extension UnitFolder {
  fileprivate func unfinishedFiles() -> [PassedOver] {
    names.compactMap { name in
      if name.first == UInt8(ascii: ".") { return nil }
      if Self.isWaiting(name) { return note(name, .waiting) }
      return isBeingWritten(name) ? note(name, .changing) : nil
    }
  }

  /// Only of a regular file: to open a device can mean something to it.
  private func isBeingWritten(_ name: [UInt8]) -> Bool {
    guard (try? folder.facts(of: name).kind) == .regular else { return false }
    return (try? folder.file(named: name))?.isBeingWritten ?? false
  }
}
