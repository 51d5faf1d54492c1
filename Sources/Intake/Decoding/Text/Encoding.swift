/// The character encodings a report may come in.
enum Encoding: Hashable {
  case utf8
  case utf16LittleEndian
  case utf16BigEndian
  /// Stands for GB 2312 and GBK too, which are parts of it.
  case gb18030

  var name: String {
    switch self {
    case .utf8: "UTF-8"
    case .utf16LittleEndian: "UTF-16LE"
    case .utf16BigEndian: "UTF-16BE"
    case .gb18030: "GB18030"
    }
  }

  /// What a name in an XML declaration means; nil for an encoding we do not read.
  init?(declared name: String) {
    switch name.lowercased() {
    case "utf-8", "utf8", "us-ascii", "ascii": self = .utf8
    case "gb2312", "gbk", "gb18030", "cp936", "ms936", "windows-936", "x-gbk", "gb_2312-80",
      "euc-cn":
      self = .gb18030
    // Bytes without a zero among them are no UTF-16: a program wrote its own string type's name
    // (.NET's StringWriter does) and saved the file as UTF-8.
    case "utf-16", "utf-16le", "utf-16be", "utf16", "ucs-2", "unicode": self = .utf8
    default: return nil
    }
  }
}
