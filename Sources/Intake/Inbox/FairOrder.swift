import Files
import Rectification

extension InboxScan {
  /// Lets the units take turns, so that one with a hundred thousand files delays nobody.
  ///
  /// Only of units with more files than one turn are the names held until the next.
  func takeTurns(
    _ units: [Code], in folder: OwnedDescriptor, passedOver: (PassedOver) -> Void,
    _ body: (ReceivedFile) throws -> Disposition
  ) throws {
    var backlog: [Backlog] = []
    for unit in units {
      try opening(unit, passedOver) { () throws(PassedOver.Reason) in
        try UnitFolder(of: unit, in: folder, scan: self)
      }.map { opened in
        opened.reportLoneSignatures(passedOver)
        let names = opened.completeNames(passedOver)
        try opened.take(names.prefix(limits.filesPerTurn), passedOver: passedOver, body)
        guard names.count > limits.filesPerTurn else { return }
        backlog.append(
          Backlog(
            unit: unit, listing: opened.names, left: names.dropFirst(limits.filesPerTurn)))
      }
    }
    while !backlog.isEmpty {
      for position in backlog.indices {
        try takeTurn(&backlog[position], in: folder, passedOver: passedOver, body)
      }
      backlog.removeAll { $0.left.isEmpty }
    }
  }

  private func takeTurn(
    _ waiting: inout Backlog, in folder: OwnedDescriptor, passedOver: (PassedOver) -> Void,
    _ body: (ReceivedFile) throws -> Disposition
  ) throws {
    let (unit, listing) = (waiting.unit, waiting.listing)
    let opened = opening(unit, passedOver) { () throws(PassedOver.Reason) in
      try UnitFolder(of: unit, in: folder, scan: self, listing: listing)
    }
    guard let opened else {
      waiting.left = []
      return
    }
    try opened.take(waiting.left.prefix(limits.filesPerTurn), passedOver: passedOver, body)
    waiting.left = waiting.left.dropFirst(limits.filesPerTurn)
  }

  private func opening(
    _ unit: Code, _ passedOver: (PassedOver) -> Void,
    _ open: () throws(PassedOver.Reason) -> UnitFolder
  ) -> UnitFolder? {
    do {
      return try open()
    } catch {
      passedOver(PassedOver(unit: unit, path: "\(campaign)/\(unit)", reason: error))
      return nil
    }
  }

  /// What one unit has left after its turn; its folder is closed until the next.
  private struct Backlog {
    let unit: Code
    let listing: [[UInt8]]
    var left: ArraySlice<[UInt8]>
  }
}
