import Files
import GRDB
import Glibc
import Rectification

/// 台账: every submission, what became of it, and every edition, in one SQLite file.
package struct LedgerStore: Sendable {
  let queue: DatabaseQueue

  /// Opens the ledger at `path` for writing, making it and its folder when they are missing.
  ///
  /// Whether it may be made is for the caller to know; see `isThere`.
  package init(path: String) throws {
    if try !Self.isThere(path) { try Self.makePlace(path) }
    do {
      // Looked at before it is opened for writing, which alone would change another program's file.
      if try Self.isThere(path) { try Self.refuseStrange(Self.openToRead(path), at: path) }
      try self.init(DatabaseQueue(path: path, configuration: Self.configuration))
    } catch let error as DatabaseError {
      // The connection is gone by now, and errno is what its last call left.
      throw LedgerFailure(error, at: path, code: errno) ?? DamagedLedger(error) as any Error
    }
  }

  /// Whether there is a ledger at `path`: not when there is no file, nor when it has not one byte.
  package static func isThere(_ path: String) throws(FileFailure) -> Bool {
    guard let facts = try facts(of: path) else { return false }
    guard facts.kind == .regular else { throw FileFailure("read", path, code: EISDIR) }
    return facts.size > 0
  }

  /// An empty file, which belongs to the owner of its folder: SQLite fills it.
  private static func makePlace(_ path: String) throws(FileFailure) {
    try makeFolders(folder(of: path), isPrivate: true)
    if try facts(of: path) == nil { try writeDurably([], to: path) }
  }

  /// What is no ledger, or one of a program to come, is not written into.
  private static func refuseStrange(_ queue: DatabaseQueue, at path: String) throws {
    let known = Set(migrator.migrations)
    let (application, applied, isEmpty) = try queue.unsafeRead { database in
      (
        try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0,
        try database.tableExists("grdb_migrations")
          ? Set(String.fetchAll(database, sql: "SELECT identifier FROM grdb_migrations")) : [],
        try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master") == 0
      )
    }
    if isEmpty { return }
    guard application == 0 || application == applicationID, !applied.isEmpty else {
      throw LedgerFailure(path: path, reason: "application_id \(application)", kind: .foreign)
    }
    if let unknown = applied.subtracting(known).sorted().first {
      throw LedgerFailure(path: path, reason: unknown, kind: .newer)
    }
  }

  /// A ledger of its own that is thrown away afterwards: nothing in it waits for the disk.
  init(scratch path: String) throws {
    try self.init(path: path)
    try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = OFF") }
  }

  /// A ledger that is gone with the process: before the first run, and for trying things out.
  package init() throws {
    try self.init(DatabaseQueue(configuration: Self.configuration))
  }

  private init(_ queue: DatabaseQueue) throws {
    self.queue = queue
    try queue.writeWithoutTransaction { database in
      // Not by GRDB's configuration, which writes in the file at every opening.
      _ = try String.fetchOne(database, sql: "PRAGMA journal_mode = WAL")
      // With less a power cut loses a committed row whose inbox file is already gone.
      try database.execute(sql: "PRAGMA synchronous = FULL")
    }
    // The migrator writes even where there is nothing to do, and nothing is to be written for a refusal.
    if try !queue.unsafeRead(migrator.hasCompletedMigrations) { try migrator.migrate(queue) }
  }

  private static var configuration: Configuration {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = true
    configuration.busyMode = .timeout(10)
    configuration.prepareDatabase { $0.add(function: Sealing.function) }
    return configuration
  }

  /// A connection of its own that cannot write, and leaves no file behind.
  ///
  /// To read a ledger that nobody has open SQLite makes two files beside it, and takes them away at the end only
  /// where it was allowed to write. So it is, to the system, unless those files are there already.
  private static func readOnly(_ path: String) throws -> DatabaseQueue {
    var reading = configuration
    reading.readonly = try facts(of: path + "-wal") != nil
    reading.prepareDatabase { try $0.execute(sql: "PRAGMA query_only = ON") }
    let queue = try DatabaseQueue(path: path, configuration: reading)
    // A ledger without its lock file in a folder that may not be written in fails here.
    _ = try queue.unsafeRead { try Int.fetchOne($0, sql: "SELECT count(*) FROM sqlite_master") }
    return queue
  }

  /// 2 when a commit waits for the disk (`PRAGMA synchronous`).
  package func synchronousLevel() throws -> Int {
    try queue.read { try Int.fetchOne($0, sql: "PRAGMA synchronous") ?? -1 }
  }
}

extension LedgerStore {
  /// The ledger at `path` for questions alone; nil when there is none yet.
  ///
  /// It is never made and never brought to another schema. Where SQLite cannot even read without writing (a
  /// medium that is read-only), and of a ledger that an earlier program left, a copy in memory answers.
  package static func reading(_ path: String) throws -> LedgerStore? {
    guard try isThere(path) else { return nil }
    do {
      let queue = try openToRead(path)
      try refuseStrange(queue, at: path)
      let applied = try queue.unsafeRead { try migrator.appliedIdentifiers($0) }
      guard applied.count < migrator.migrations.count else { return LedgerStore(asItIs: queue) }
      return try LedgerStore(try inMemory(queue))
    } catch let error as DatabaseError {
      throw LedgerFailure(error, at: path, code: errno) ?? DamagedLedger(error) as any Error
    }
  }

  private init(asItIs queue: DatabaseQueue) {
    self.queue = queue
  }

  private static func openToRead(_ path: String) throws -> DatabaseQueue {
    do {
      return try readOnly(path)
    } catch let error as DatabaseError
      where [.SQLITE_CANTOPEN, .SQLITE_READONLY].contains(error.resultCode)
    {
      return try copied(path)
    }
  }

  private static func inMemory(_ queue: DatabaseQueue) throws -> DatabaseQueue {
    let memory = try DatabaseQueue(configuration: configuration)
    try queue.backup(to: memory)
    return memory
  }

  /// The file and what SQLite has not yet put into it, copied while neither changes.
  ///
  /// No connection of this process is open to it: closing a file drops the locks that SQLite has on it.
  private static func copied(_ path: String) throws -> DatabaseQueue {
    try withTemporaryFolder("ledger") { folder in
      let parts = ["", "-wal"].map { (from: path + $0, to: "\(folder)/copy.sqlite\($0)") }
      for _ in 0..<5 {
        let before = try parts.map { try facts(of: $0.from) }
        for part in parts {
          if let bytes = try readFile(part.from) { try writeDurably(bytes, to: part.to) }
        }
        guard try parts.map({ try facts(of: $0.from) }) == before else { continue }
        return try inMemory(DatabaseQueue(path: parts[0].to, configuration: configuration))
      }
      throw LedgerFailure(path: path, reason: "changing", kind: .busy)
    }
  }

  /// Copies a ledger as it stands into a new file, even while somebody writes in it.
  package static func copy(_ path: String, to copy: String) throws {
    do {
      try LedgerStore(asItIs: openToRead(path)).copy(to: copy)
    } catch let error as DatabaseError {
      throw LedgerFailure(error, at: path, code: errno) ?? DamagedLedger(error) as any Error
    }
  }

  /// Copies this ledger as it stands into a new file.
  func copy(to copy: String) throws {
    try makeFolders(folder(of: copy), isPrivate: true)
    var settings = Configuration()
    settings.busyMode = .timeout(10)
    let target = try DatabaseQueue(path: copy, configuration: settings)
    try target.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = OFF") }
    try queue.backup(to: target)
  }
}

extension Row {
  /// A value of the core made from a text column.
  func value<Value>(_ column: String, of table: String, _ make: (String) -> Value?) throws -> Value
  {
    let text: String = self[column]
    guard let value = make(text) else {
      throw DamagedLedger(table: table, detail: "\(name): \(column) “\(text.prefix(60))”")
    }
    return value
  }

  /// What tells the row from others, as far as it was asked for.
  private var name: String {
    let known = ["id", "submission", "campaign", "week", "ordinal", "measure"].filter(hasColumn)
    return known.map { "\($0) \(self[$0] as DatabaseValue)" }.joined(separator: ", ")
  }

  func place() throws -> Place {
    let sheet: String? = self["sheet"]
    return Place(
      line: self["line"], column: self["column"], pointer: self["pointer"],
      sheet: try sheet.map { _ in try value("sheet", of: "place", FormSheet.init(rawValue:)) })
  }
}
