import Glibc

/// A text with a hole, filled with parts until the size is reached.
struct Filling: Sendable {
  let head: String
  let tail: String
  /// The name iconv(3) has for the encoding of the file.
  var encoding = "UTF-8"
  /// Bytes after the tail, which need not be text.
  var ending: [UInt8] = []
  let part: @Sendable (Int) -> String

  func bytes(_ size: Int) -> [UInt8] {
    let end = encoded(tail) + ending
    var bytes = encoded(head)
    var index = 0
    while true {
      let part = encoded(part(index))
      guard !part.isEmpty, bytes.count + part.count + end.count <= size else { break }
      bytes += part
      index += 1
    }
    return bytes + end
  }

  private func encoded(_ text: String) -> [UInt8] {
    encoding == "UTF-8" ? Array(text.utf8) : Self.converted(text, to: encoding)
  }

  private static func converted(_ text: String, to encoding: String) -> [UInt8] {
    guard let handle = iconv_open(encoding, "UTF-8") else { return [] }
    defer { iconv_close(handle) }
    var source = text.utf8.map { CChar(bitPattern: $0) }
    var target = [CChar](repeating: 0, count: source.count * 4 + 16)
    var (left, room) = (source.count, target.count)
    source.withUnsafeMutableBufferPointer { source in
      target.withUnsafeMutableBufferPointer { target in
        var (from, to) = (source.baseAddress, target.baseAddress)
        _ = iconv(handle, &from, &left, &to, &room)
      }
    }
    return target.dropLast(room).map { UInt8(bitPattern: $0) }
  }
}

extension Filling {
  /// Fills a place among the fields of an entry.
  static func xmlEntry(
    _ before: String = "", _ after: String = "", part: @escaping @Sendable (Int) -> String
  ) -> Filling {
    Filling(
      head: xmlHead + "<progress>完成</progress>" + before,
      tail: after + "</entry></entries></weeklyReport>\n", part: part)
  }

  /// Fills the text of a field.
  static func xmlText(part: @escaping @Sendable (Int) -> String) -> Filling {
    Filling(
      head: xmlHead + "<progress>", tail: "</progress></entry></entries></weeklyReport>\n",
      part: part)
  }

  /// Fills a place between two entries.
  static func xmlEntries(part: @escaping @Sendable (Int) -> String) -> Filling {
    Filling(
      head: xmlHead + "<progress>完成</progress></entry>", tail: "</entries></weeklyReport>\n",
      part: part)
  }

  /// Fills a place after the fields of an entry.
  static func jsonEntry(
    _ before: String = "", _ after: String = "", part: @escaping @Sendable (Int) -> String
  ) -> Filling {
    Filling(
      head: jsonHead + "40,\"progress\":\"完成\"" + before, tail: after + "}]}\n", part: part)
  }

  /// Fills a place after the first entry.
  static func jsonEntries(part: @escaping @Sendable (Int) -> String) -> Filling {
    Filling(head: jsonHead + "40,\"progress\":\"完成\"}", tail: "]}\n", part: part)
  }

  /// Fills the value of a field.
  static func jsonValue(
    _ before: String, _ after: String, part: @escaping @Sendable (Int) -> String
  ) -> Filling {
    Filling(
      head: jsonHead + "40,\"progress\":" + before, tail: after + "}]}\n", part: part)
  }

  static let jsonHead = """
    {"format":"zhouhui-weekly-report/1","campaign":"jingan-2023","unit":"BM01","week":"2024-W03",
    "revision":1,"submittedAt":"2024-01-18T16:20:00+08:00","submittedBy":"联络员",
    "zeroReport":false,"entries":[{"measure":"M-1","status":"in-progress","percent":
    """

  static let xmlHead = """
    <weeklyReport xmlns="urn:zhouhui:weekly-report:1"><format>zhouhui-weekly-report/1</format>
    <campaign>jingan-2023</campaign><unit>BM01</unit><week>2024-W03</week><revision>1</revision>
    <submittedAt>2024-01-18T16:20:00+08:00</submittedAt><submittedBy>联络员</submittedBy>
    <zeroReport>false</zeroReport><entries><entry><measure>M-1</measure>
    <status>in-progress</status><percent>40</percent>
    """
}
