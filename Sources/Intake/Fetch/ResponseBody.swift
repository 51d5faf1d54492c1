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
      isOverLimit = true
      bytes = []
      return false
    }
    bytes.append(contentsOf: piece)
    return true
  }
}
