/// Finds a tag with too many attributes before libxml2 sees it.
///
/// libxml2 compares each attribute of a tag with all before it and sets no limit: 256 KiB of them take
/// 0.6 s, 1 MiB 13 s. The format has no attributes, so 32 is generous.
enum AttributeCount {
  static let limit = 32

  /// Where the first such tag begins.
  static func firstExcess(in bytes: [UInt8]) -> Int? {
    var index = 0
    while let start = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
      switch bytes[(start + 1)...].prefix(8) {
      case let next where next.starts(with: "!--".utf8):
        index = Prolog.end(of: "-->", in: bytes, from: start + 4)
      case let next where next.starts(with: "![CDATA[".utf8):
        index = Prolog.end(of: "]]>", in: bytes, from: start + 9)
      case let next where next.first == UInt8(ascii: "?"):
        index = Prolog.end(of: "?>", in: bytes, from: start + 2)
      default:
        let (end, count) = tag(in: bytes, from: start + 1)
        guard count <= limit else { return start }
        index = end
      }
    }
    return nil
  }

  /// The end of a tag, and the equal signs in it that stand outside of quotes.
  private static func tag(in bytes: [UInt8], from start: Int) -> (end: Int, count: Int) {
    var (quote, count): (UInt8?, Int) = (nil, 0)
    for index in start..<max(start, bytes.count) {
      let byte = bytes[index]
      if let open = quote {
        if byte == open { quote = nil }
        continue
      }
      switch byte {
      case UInt8(ascii: ">"): return (index + 1, count)
      case UInt8(ascii: "\""), UInt8(ascii: "'"): quote = byte
      case UInt8(ascii: "="):
        count += 1
        if count > limit { return (index, count) }
      default: break
      }
    }
    return (bytes.count, count)
  }
}
