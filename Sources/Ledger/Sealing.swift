import Files
import GRDB
import Rectification

/// The seals of the ledger: one SHA-256 in every row that nothing else could give again.
///
/// What is made of submissions is verified by making it again. What was received, fetched, sent or begun
/// is told by its row alone; SQLite seals such a row whenever it is written, through triggers that call a
/// function of this program. A shell that has no such function cannot change them, and what is changed
/// behind the triggers is found by `verify`.
package enum Sealing {
  /// In the order of the schema.
  package static let tables = [
    "submission", "signature", "signatureWait", "fetchAttempt", "fetchValidator", "inboxLook",
    "waitingFile", "run", "editionRecord", "notification", "toldAlert", "firstIssue", "checkpoint",
    "weekDigest", "standing", "identity",
  ]

  /// The SHA-256 of the name of a table and the values of a row, each with its kind and length.
  package static let function = DatabaseFunction("sealOf", pure: true) { values in
    var bytes: [UInt8] = []
    for value in values { append(value, to: &bytes) }
    return try Digesting.digest(of: bytes).hex
  }

  private static func append(_ value: DatabaseValue, to bytes: inout [UInt8]) {
    func put(_ kind: Character, _ content: some Collection<UInt8>) {
      bytes += Array("\(kind)\(content.count):".utf8)
      bytes += content
    }
    switch value.storage {
    case .null: put("n", [])
    case .int64(let number): put("i", String(number).utf8)
    case .double(let number): put("d", String(number).utf8)
    case .string(let text): put("s", text.utf8)
    case .blob(let data): put("b", data)
    }
  }

  /// `sealOf('submission', prefix."id", …)` over every column but the seal itself.
  static func expression(
    _ table: String, of row: String, _ database: Database
  ) throws -> String {
    let columns = try columns(of: table, database).map { "\(row)\"\($0)\"" }
    return "sealOf('\(table)', \(columns.joined(separator: ", ")))"
  }

  static func columns(of table: String, _ database: Database) throws -> [String] {
    try database.columns(in: table).map(\.name).filter { $0 != "seal" }
  }

  /// Adds the seal to a table: the column, the seals of the rows there are, and what keeps it.
  static func add(to table: String, _ database: Database) throws {
    let columns = try columns(of: table, database)
    let key = try database.primaryKey(table).columns
    try database.execute(sql: "ALTER TABLE \"\(table)\" ADD COLUMN seal TEXT")
    try database.execute(
      sql: "UPDATE \"\(table)\" SET seal = \(try expression(table, of: "", database))")
    let match = key.map { "\"\($0)\" = NEW.\"\($0)\"" }.joined(separator: " AND ")
    let seal =
      "UPDATE \"\(table)\" SET seal = \(try expression(table, of: "NEW.", database)) WHERE \(match);"
    let watched = columns.map { "\"\($0)\"" }.joined(separator: ", ")
    try database.execute(
      sql: """
        CREATE TRIGGER "\(table)Entered" AFTER INSERT ON "\(table)" BEGIN \(seal) END;
        CREATE TRIGGER "\(table)Altered" AFTER UPDATE OF \(watched) ON "\(table)" BEGIN \(seal) END;
        """)
  }
}
