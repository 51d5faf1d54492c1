/// What stands before the root element.
///
/// A document type is refused here, so that libxml2 never reads one: it would take in half of it before
/// it called, and trip over a malformed one without calling at all.
enum Prolog {
  /// Where a document type declaration begins.
  static func doctype(in bytes: [UInt8]) -> Int? {
    var index = 0
    while index < bytes.count {
      let rest = bytes[index...]
      if bytes[index].isXMLBlank {
        index += 1
      } else if rest.starts(with: "<!--".utf8) {
        index = end(of: "-->", in: bytes, from: index + 4)
      } else if rest.starts(with: "<?".utf8) {
        index = end(of: "?>", in: bytes, from: index + 2)
      } else {
        return rest.starts(with: "<!DOCTYPE".utf8) ? index : nil
      }
    }
    return nil
  }

  /// Past the first `mark` from `start` on; the end of the text when there is none.
  static func end(of mark: StaticString, in bytes: [UInt8], from start: Int) -> Int {
    let length = mark.utf8CodeUnitCount
    var index = start
    while index + length <= bytes.count {
      if (0..<length).allSatisfy({ bytes[index + $0] == mark.utf8Start[$0] }) {
        return index + length
      }
      index += 1
    }
    return bytes.count
  }
}
