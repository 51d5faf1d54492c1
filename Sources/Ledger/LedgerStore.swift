import DurableFiles
import GRDB
import Glibc
import Rectification

/// 台账: every submission, what became of it, and every edition, in one SQLite file.
package struct LedgerStore: Sendable {
  let queue: DatabaseQueue

  /// Opens the ledger at `path`, making it and its folder when they are missing.
  package init(path: String) throws {
    try makeFolders(folder(of: path), isPrivate: true)
    do {
      try self.init(DatabaseQueue(path: path, configuration: Self.configuration))
    } catch let error as DatabaseError {
      // The connection is gone by now, and errno is what its last call left.
      throw LedgerFailure(error, at: path, code: errno) ?? error as any Error
    }
  }

  /// The ledger at `path` for questions alone; an empty one when there is none yet.
  package static func reading(_ path: String) throws -> LedgerStore {
    guard access(path, F_OK) == 0 else { return try LedgerStore() }
    return try LedgerStore(path: path)
  }

  /// Copies a ledger as it stands, even while somebody writes in it; nothing when there is none yet.
  package static func copy(_ path: String, to copy: String) throws {
    guard access(path, F_OK) == 0 else { return }
    try makeFolders(folder(of: copy), isPrivate: true)
    let target = try DatabaseQueue(path: copy)
    try target.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = OFF") }
    try readOnly(path).backup(to: target)
  }

  /// A connection of its own that cannot write.
  static func readOnly(_ path: String) throws -> DatabaseQueue {
    var reading = configuration
    reading.readonly = true
    return try DatabaseQueue(path: path, configuration: reading)
  }

  /// Opens a copy that is thrown away afterwards: nothing in it waits for the disk.
  init(scratch path: String) throws {
    try self.init(path: path)
    try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = OFF") }
  }

  /// A ledger that is gone with the process, for trying things out.
  package init() throws {
    try self.init(DatabaseQueue(configuration: Self.configuration))
  }

  private init(_ queue: DatabaseQueue) throws {
    self.queue = queue
    // GRDB lowers this to NORMAL together with WAL; then a power cut loses a committed row whose
    // inbox file is already gone.
    try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
    try migrator.migrate(queue)
  }

  private static var configuration: Configuration {
    var configuration = Configuration()
    configuration.journalMode = .wal
    configuration.foreignKeysEnabled = true
    configuration.busyMode = .timeout(10)
    return configuration
  }

  /// 2 when a commit waits for the disk (`PRAGMA synchronous`).
  package func synchronousLevel() throws -> Int {
    try queue.read { try Int.fetchOne($0, sql: "PRAGMA synchronous") ?? -1 }
  }
}

/// A row that says what the schema cannot: somebody else has written in the ledger.
package struct DamagedLedger: Error, Hashable, CustomStringConvertible {
  package let table: String
  package let detail: String

  package var description: String { "ledger table \(table): \(detail)" }
}

extension Row {
  /// A value of the core made from a text column.
  func value<Value>(_ column: String, of table: String, _ make: (String) -> Value?) throws -> Value
  {
    let text: String = self[column]
    guard let value = make(text) else {
      throw DamagedLedger(table: table, detail: "\(column) is not valid: \(text.prefix(60))")
    }
    return value
  }

  func place() throws -> Place {
    let sheet: String? = self["sheet"]
    return Place(
      line: self["line"], column: self["column"], pointer: self["pointer"],
      sheet: try sheet.map { _ in try value("sheet", of: "place", FormSheet.init(rawValue:)) })
  }
}
