import Rectification

/// 公钥 of units.csv: a line of OpenSSH or a minisign public key.
enum UnitSigningKeys {
  static let heading = "公钥"

  /// Nil where none is given, and where it is none, with a problem.
  static func read(_ cell: WrittenText, _ log: inout ProblemLog) -> SigningKey? {
    guard !cell.isEmpty else { return nil }
    if let key = key(cell.text) { return key }
    log.refuse(
      at: cell.spot,
      Bilingual(
        zh: "“\(cell.name)”“\(cell.quoted)”不是 Ed25519 公钥",
        en: "“\(cell.name)” “\(cell.quoted)” is not an Ed25519 public key"),
      remedy: Bilingual(
        zh: "请填写 id_ed25519.pub 里的一行（ssh-ed25519 AAAA…），或 minisign.pub 的第二行（RWQ…）",
        en:
          "give the line of id_ed25519.pub (ssh-ed25519 AAAA…), or the second line of minisign.pub (RWQ…)"
      ))
    return nil
  }

  /// Whoever holds the key of two units could report for either.
  static func refuseDoubles(_ table: CSVTable, _ log: inout ProblemLog) {
    var lines: [[UInt8]: Int] = [:]
    for row in table.rows {
      let cell = row[heading]
      guard let key = key(cell.text) else { continue }
      if let line = lines[key.bytes] {
        log.refuse(
          at: cell.spot,
          Bilingual(
            zh: "这把公钥第\(line)行已有", en: "this key is already on line \(line)"),
          remedy: Bilingual(
            zh: "一把公钥只属于一个单位，请各自生成", en: "a key belongs to one unit; each makes its own"))
      }
      lines[key.bytes] = lines[key.bytes] ?? row.line
    }
  }

  private static func key(_ text: String) -> SigningKey? {
    let parts = text.split(separator: " ")
    if parts.count == 1 { return MinisignSignature.key(base64: text) }
    // What follows the key is a comment.
    guard parts.first == "ssh-ed25519", let bytes = SSHSignature.key(base64: parts[1]) else {
      return nil
    }
    return SigningKey(.ssh, bytes: bytes)
  }
}
