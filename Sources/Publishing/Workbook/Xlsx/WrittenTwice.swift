import Foundation
import Glibc
import Rectification

/// One workbook at a time in a process.
private let oneAtATime = NSLock()

extension XlsxBook {
  /// The bytes of a workbook that `fill` fills, the same for the same values.
  ///
  /// libxlsxwriter keeps its parts in /tmp and takes no notice of a write that fails there: the sheet is then
  /// cut, and the library says that all went well. So the workbook is written twice, which must come to the
  /// same, and no part of it may end before its end.
  static func bytes(
    title: String, author: String, created: Moment,
    _ fill: (XlsxBook) throws(XlsxError) -> Void
  ) throws(XlsxError) -> [UInt8] {
    func written() throws(XlsxError) -> [UInt8] {
      let book = try XlsxBook(title: title, author: author, created: created)
      try fill(book)
      return try book.finish()
    }
    // The library tells the day of its properties by gmtime(3), whose answer all threads share.
    oneAtATime.lock()
    defer { oneAtATime.unlock() }
    let bytes = try written()
    guard try written() == bytes, isWhole(bytes) else {
      throw XlsxError(
        detail: "libxlsxwriter, /tmp: \(String(cString: strerror(EIO))), errno \(EIO)")
    }
    return bytes
  }

  private static func isWhole(_ bytes: [UInt8]) -> Bool {
    do {
      let archive = try ZipReader(bytes)
      for number in 0..<archive.count {
        let part = try archive.bytes(of: number, upTo: 1 << 30)
        guard isWholeXML(part) else { return false }
      }
      return archive.count > 0
    } catch {
      return false
    }
  }

  /// Whether the last tag closes the first element.
  private static func isWholeXML(_ part: [UInt8]) -> Bool {
    let text = String(decoding: part, as: UTF8.self)
    guard let root = text.firstMatch(of: /<([A-Za-z][\w:]*)/)?.1 else { return false }
    let end = text.suffix(root.utf8.count + 8)
    return end.contains("</\(root)>") || end.hasSuffix("/>\n") || end.hasSuffix("/>")
  }
}
