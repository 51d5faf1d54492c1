import CLibCurl

/// One attempt at one request: owns the easy handle and all that libcurl points to.
final class Transfer {
  let task: FetchTask
  let easy: UnsafeMutableRawPointer
  private(set) var head: ResponseHead
  private(set) var body: ResponseBody
  /// Bytes of a body that is of no use, such as an error page.
  private var discarded = 0
  private var lines: UnsafeMutablePointer<curl_slist>?
  private let errorText: UnsafeMutablePointer<CChar>

  init(_ task: FetchTask, limits: FetchLimits, trust: FetchTrust) throws(FetchError) {
    guard let easy = curl_easy_init() else {
      throw FetchError(step: "curl_easy_init", detail: "no handle")
    }
    self.task = task
    self.easy = easy
    head = ResponseHead(limit: limits.headBytes)
    body = ResponseBody(limit: limits.bodyBytes)
    errorText = .allocate(capacity: Int(CURL_ERROR_SIZE))
    errorText.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
    try setOptions(limits: limits, trust: trust)
    try setHeaderLines()
    try setReceivers()
  }

  deinit {
    // The handle first: until then it may point to the rest.
    curl_easy_cleanup(easy)
    curl_slist_free_all(lines)
    errorText.deallocate()
  }

  /// libcurl's own words for what went wrong; empty when it had none.
  var errorMessage: String { String(cString: errorText) }

  /// What the server asked for by `Retry-After`, given as seconds or as a date.
  var retryAfter: Duration? {
    let seconds = zhouhui_get_offset(easy, CURLINFO_RETRY_AFTER)
    return seconds > 0 ? .seconds(Int64(seconds)) : nil
  }

  private func setHeaderLines() throws(FetchError) {
    var wanted = ["Accept-Encoding: identity"]
    if let etag = task.request.validators?.etag { wanted.append("If-None-Match: \(etag)") }
    if let date = task.request.validators?.lastModified {
      wanted.append("If-Modified-Since: \(date)")
    }
    for line in wanted {
      guard let longer = curl_slist_append(lines, line) else {
        throw FetchError(step: "curl_slist_append", detail: "out of memory")
      }
      lines = longer
    }
    try check(zhouhui_set_list(easy, CURLOPT_HTTPHEADER, lines), "CURLOPT_HTTPHEADER")
  }

  /// Callbacks get this object as an address; it outlives the transfer, because the pool holds it.
  private func setReceivers() throws(FetchError) {
    let address = Unmanaged.passUnretained(self).toOpaque()
    try check(zhouhui_set_address(easy, CURLOPT_ERRORBUFFER, errorText), "CURLOPT_ERRORBUFFER")
    try check(zhouhui_set_address(easy, CURLOPT_WRITEDATA, address), "CURLOPT_WRITEDATA")
    try check(zhouhui_set_address(easy, CURLOPT_HEADERDATA, address), "CURLOPT_HEADERDATA")
    let body = zhouhui_set_receiver(easy, CURLOPT_WRITEFUNCTION) { bytes, size, count, address in
      Transfer.at(address, received: bytes, size * count) { $0.receiveBody($1) }
    }
    try check(body, "CURLOPT_WRITEFUNCTION")
    let head = zhouhui_set_receiver(easy, CURLOPT_HEADERFUNCTION) { bytes, size, count, address in
      Transfer.at(address, received: bytes, size * count) { $0.head.receive($1) }
    }
    try check(head, "CURLOPT_HEADERFUNCTION")
  }

  /// The bytes taken: all of them, or none to end the transfer.
  private static func at(
    _ address: UnsafeMutableRawPointer?, received bytes: UnsafeMutablePointer<CChar>?, _ count: Int,
    _ receive: (Transfer, UnsafeRawBufferPointer) -> Bool
  ) -> Int {
    guard let address else { return 0 }
    let transfer = Unmanaged<Transfer>.fromOpaque(address).takeUnretainedValue()
    return receive(transfer, UnsafeRawBufferPointer(start: bytes, count: count)) ? count : 0
  }

  private func receiveBody(_ piece: UnsafeRawBufferPointer) -> Bool {
    guard !head.hasUnsupportedEncoding else { return false }
    guard head.status == 200 else {
      // An error page is read to its end, so that the connection can be used again; a long one not.
      discarded += piece.count
      return discarded <= 1 << 16
    }
    return body.receive(piece)
  }

  func check(_ code: CURLcode, _ option: String) throws(FetchError) {
    guard code == CURLE_OK else { throw FetchError(step: option, detail: CurlLibrary.text(code)) }
  }
}
