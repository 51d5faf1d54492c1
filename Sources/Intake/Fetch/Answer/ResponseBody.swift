/// The body of an answer, counted as it arrives.
///
/// libcurl's own limit (CURLOPT_MAXFILESIZE) does nothing for a body of unannounced length before
/// 8.4, so it is only a first line.
struct ResponseBody {
  let limit: Int
  private(set) var bytes: [UInt8] = []
  private(set) var isOverLimit = false

  init(limit: Int) {
    self.limit = limit
  }

  /// False when there is too much of it, and then nothing is kept.
  mutating func receive(_ piece: UnsafeRawBufferPointer) -> Bool {
    guard bytes.count + piece.count <= limit else {
      refuse()
      return false
    }
    bytes.append(contentsOf: piece)
    return true
  }

  mutating func refuse() {
    isOverLimit = true
    bytes = []
  }

  /// Whether its last character can be the last of a report: `>`, `}`, `]`, or the end of a ZIP archive.
  var endsLikeAReport: Bool {
    // In UTF-16 every other byte is zero.
    let last = bytes.last { !Self.blanks.contains($0) }
    if let last, Self.ends.contains(last) { return true }
    return bytes.starts(with: [0x50, 0x4B])
      && bytes.suffix(65_557).contains(subsequence: Self.zipEnd)
  }

  private static let blanks: Set<UInt8> = [0x00, 0x09, 0x0A, 0x0D, 0x20]
  private static let ends = Set(">}]".utf8)
  /// The end of the central directory of a ZIP archive.
  private static let zipEnd: [UInt8] = [0x50, 0x4B, 0x05, 0x06]
}

extension Collection where Element: Equatable, SubSequence: Collection {
  fileprivate func contains(subsequence part: [Element]) -> Bool {
    var rest = self[...]
    while let start = rest.firstIndex(of: part[0]) {
      if rest[start...].starts(with: part) { return true }
      rest = rest[rest.index(after: start)...]
    }
    return false
  }
}
