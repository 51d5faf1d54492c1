import GRDB
import Rectification

/// A row that says what the schema cannot: somebody else has written in the ledger, or the disk has.
package struct DamagedLedger: Error, Hashable, CustomStringConvertible {
  package let table: String
  package let detail: String

  package init(table: String, detail: String) {
    self.table = table
    self.detail = detail
  }

  package var description: String { message.en }

  package var message: Bilingual {
    Bilingual(
      zh: "台账的 \(table) 表有损坏的行（\(detail)）；请先 zhouhui verify 看清，再用 zhouhui restore 从备份恢复台账，什么也没有写",
      en:
        "the ledger's table \(table) has a damaged row (\(detail)); see zhouhui verify, and restore the "
        + "ledger from a backup (zhouhui restore); nothing was written")
  }
}

extension DamagedLedger {
  /// What SQLite refuses though its file is sound: rows that contradict one another.
  init(_ error: DatabaseError) {
    // "UNIQUE constraint failed: entry.submission, entry.measure", and nothing of the statement.
    let reason = error.message ?? "SQLite error \(error.extendedResultCode.rawValue)"
    let place = reason.split(separator: ":").last?.split(separator: ".").first ?? ""
    let table = place.trimmingPrefix(" ")
    self.init(table: table.contains(" ") ? "?" : String(table), detail: reason)
  }
}
