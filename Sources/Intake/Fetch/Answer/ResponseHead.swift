/// The header lines of an answer, read as they arrive.
struct ResponseHead {
  /// Bytes of all header lines together.
  let limit: Int
  private(set) var status = 0
  private(set) var etag: String?
  private(set) var lastModified: String?
  private(set) var location: String?
  /// The media type without parameters, in lower case.
  private(set) var mediaType: String?
  /// The `charset` of the media type, in lower case.
  private(set) var charset: String?
  /// The target of `Link: <…>; rel="next"`.
  private(set) var next: String?
  /// Whether the head says where the body ends.
  private(set) var announcesItsEnd = false
  /// The body is compressed or otherwise coded, though none was asked for.
  private(set) var hasUnsupportedEncoding = false
  private(set) var isOverLimit = false
  private var received = 0

  init(limit: Int) {
    self.limit = limit
  }

  var validators: Validators? { Validators(etag: etag, lastModified: lastModified) }

  /// False when there is too much of it.
  mutating func receive(_ line: UnsafeRawBufferPointer) -> Bool {
    received += line.count
    guard received <= limit else {
      isOverLimit = true
      return false
    }
    let text = String(decoding: line, as: UTF8.self)
    text.hasPrefix("HTTP/") ? begin(text) : readField(text)
    return true
  }

  /// A status line; an interim answer (1xx) may have come before, of which nothing counts.
  private mutating func begin(_ line: String) {
    let parts = line.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: true)
    let digits = parts.count > 1 ? parts[1].prefix { $0.isASCII && $0.isNumber } : ""
    let received = received
    self = ResponseHead(limit: limit)
    self.received = received
    status = Int(digits) ?? 0
  }

  private mutating func readField(_ line: String) {
    guard let colon = line.utf8.firstIndex(of: UInt8(ascii: ":")) else { return }
    let value = trimmed(line[line.utf8.index(after: colon)...])
    switch line[..<colon].lowercased() {
    case "etag": etag = value
    case "last-modified": lastModified = value
    case "location": location = value
    case "content-type":
      let parts = value.lowercased().split(separator: ";").map { trimmed($0) }
      mediaType = parts.first ?? ""
      charset = parts.dropFirst().first { $0.hasPrefix("charset=") }
        .map { $0.dropFirst(8).filter { $0 != "\"" && $0 != "'" && $0 != " " } }
    case "link": next = LinkField.next(in: value) ?? next
    case "content-length": announcesItsEnd = true
    case "content-encoding": allow(["identity", "gzip", "x-gzip", ""], value)
    case "transfer-encoding":
      allow(["chunked", "identity", ""], value)
      announcesItsEnd = announcesItsEnd || value.lowercased() == "chunked"
    default: break
    }
  }

  private mutating func allow(_ encodings: Set<String>, _ value: String) {
    if !encodings.contains(value.lowercased()) { hasUnsupportedEncoding = true }
  }

  private func trimmed(_ text: Substring) -> String {
    let start = text.drop(while: \.isWhitespace)
    let end = start.lastIndex { !$0.isWhitespace }.map(start.index(after:))
    return String(start[..<(end ?? start.startIndex)])
  }
}
