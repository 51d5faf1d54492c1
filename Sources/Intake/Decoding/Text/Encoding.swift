/// The character encodings a report may come in.
enum Encoding: Hashable, CaseIterable {
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
    let name = name.lowercased()
    guard let encoding = Self.allCases.first(where: { $0.declarations.contains(name) }) else {
      return nil
    }
    self = encoding
  }

  /// The names under which an XML declaration may announce it, in small letters.
  var declarations: Set<String> {
    switch self {
    case .utf8: ["utf-8", "utf8", "us-ascii", "ascii"]
    case .utf16LittleEndian: ["utf-16", "utf16", "ucs-2", "unicode", "utf-16le"]
    case .utf16BigEndian: ["utf-16", "utf16", "ucs-2", "unicode", "utf-16be"]
    case .gb18030:
      [
        "gb2312", "gbk", "gb18030", "cp936", "ms936", "windows-936", "x-gbk", "gb_2312-80",
        "euc-cn",
      ]
    }
  }
}
