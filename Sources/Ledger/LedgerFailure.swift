import GRDB
import Glibc
import Rectification

/// SQLite could not do what was asked of it; what had been committed before still stands.
package struct LedgerFailure: Error, Hashable {
  package let path: String
  /// In the words of SQLite: `disk I/O error`.
  package let reason: String
  /// The system's error number; 0 when no system call was to blame.
  package let code: Int32
  package let kind: Kind

  package enum Kind: Hashable, Sendable {
    case cannotWrite, cannotRead
    /// Another program holds the file, such as a shell with an open transaction.
    case busy
    /// The file is no sound database any more.
    case damaged
    /// Another program's database.
    case foreign
    /// Made by a later version of this program.
    case newer
  }

  package init(path: String, reason: String, kind: Kind) {
    (self.path, self.reason, self.kind) = (path, reason, kind)
    code = 0
  }

  package var message: Bilingual {
    let cause = code == 0 ? reason : "\(reason), errno \(code): \(String(cString: strerror(code)))"
    let zh =
      switch kind {
      case .cannotWrite: "台账写入失败（\(cause)）；请检查磁盘空间和权限后重新运行，已入账的不受影响"
      case .cannotRead: "台账读取失败（\(cause)）；请检查磁盘和权限后重新运行"
      case .busy: "台账正被另一个程序占用（\(cause)）；请关闭该程序后重新运行"
      case .damaged: "台账读出来不完整（\(cause)）；请检查磁盘后重新运行，仍然如此的用备份恢复 ledger/（zhouhui restore）"
      case .foreign: "这不是周汇的台账（\(cause)）；请移开它，或从备份恢复（zhouhui restore）"
      case .newer: "台账是更新版本的程序写的（\(cause)）；请安装那个版本，什么也没有改"
      }
    let en =
      switch kind {
      case .cannotWrite:
        "the ledger cannot be written (\(cause)); check space and permissions and run again,"
          + " what was entered is safe"
      case .cannotRead:
        "the ledger cannot be read (\(cause)); check the disk and permissions and run again"
      case .busy: "another program holds the ledger (\(cause)); close it and run again"
      case .damaged:
        "the ledger does not read as a whole (\(cause)); check the disk and run again,"
          + " and if it stays so restore ledger/ from a backup (zhouhui restore)"
      case .foreign:
        "this is no ledger of zhouhui (\(cause)); move it away, or restore a backup (zhouhui restore)"
      case .newer:
        "a later version of the program has written this ledger (\(cause)); install that version,"
          + " nothing was changed"
      }
    return Bilingual(zh: "\(path)：\(zh)", en: "\(path): \(en)")
  }
}

extension LedgerFailure: CustomStringConvertible {
  package var description: String { message.en }
}

extension LedgerFailure {
  /// Nil for what no disk and no other program is to blame for, such as a broken rule of the schema.
  init?(_ error: DatabaseError, at path: String, code: Int32) {
    guard let kind = Kind(error) else { return nil }
    self.path = path
    self.kind = kind
    let number = "SQLite error \(error.extendedResultCode.rawValue)"
    // An online backup leaves its error on neither connection.
    reason = error.message.map { $0 == "not an error" ? number : $0 } ?? number
    switch error.resultCode {
    case .SQLITE_FULL: self.code = ENOSPC
    case .SQLITE_IOERR where Self.told(code) == 0: self.code = EIO
    case .SQLITE_IOERR, .SQLITE_CANTOPEN, .SQLITE_CORRUPT: self.code = Self.told(code)
    default: self.code = 0
    }
  }

  /// SQLite keeps no errno of a failed COMMIT, so it is what the thread met last: told only when it is
  /// of the kind that a disk gives.
  private static func told(_ code: Int32) -> Int32 {
    let ofDisks = [
      EIO, ENOSPC, EDQUOT, EROFS, EACCES, EPERM, EINTR, ENXIO, ENODEV, ESTALE, ETIMEDOUT, EMFILE,
    ]
    return ofDisks.contains(code) ? code : 0
  }
}

extension LedgerFailure.Kind {
  fileprivate init?(_ error: DatabaseError) {
    switch error.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy
    case .SQLITE_CORRUPT, .SQLITE_NOTADB: self = .damaged
    case .SQLITE_IOERR:
      let reading: [ResultCode] = [.SQLITE_IOERR_READ, .SQLITE_IOERR_SHORT_READ]
      self = reading.contains(error.extendedResultCode) ? .cannotRead : .cannotWrite
    case .SQLITE_FULL, .SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_PERM: self = .cannotWrite
    default: return nil
    }
  }
}

extension LedgerStore {
  /// Reads in one transaction; what SQLite refuses is told with the file and the system's reason.
  func read<Value>(_ body: (Database) throws -> Value) throws -> Value {
    // GRDB's own read switches query_only on and off, and SQLite then prepares every statement anew.
    try tellingFailures {
      try queue.unsafeRead { database in
        try database.execute(sql: "BEGIN DEFERRED")
        defer { try? database.execute(sql: "ROLLBACK") }
        return try body(database)
      }
    }
  }

  /// Writes in one transaction, likewise.
  func write<Value>(_ body: (Database) throws -> Value) throws -> Value {
    try tellingFailures { try queue.write(body) }
  }

  func tellingFailures<Value>(_ body: () throws -> Value) throws -> Value {
    do {
      return try body()
    } catch let error as DatabaseError {
      throw LedgerFailure(error, at: queue.path, code: errno) ?? DamagedLedger(error) as any Error
    }
  }
}
