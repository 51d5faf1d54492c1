import CLibCurl
import Rectification

/// One attempt at one request: owns the easy handle and all that libcurl points to.
final class Transfer {
  let task: FetchTask
  let easy: UnsafeMutableRawPointer
  let limits: FetchLimits
  private(set) var head: ResponseHead
  private(set) var body: ResponseBody
  /// Bytes of a body that is of no use, such as an error page.
  private var discarded = 0
  /// Set when an address was not to be connected to.
  private(set) var refusedAddress: String?
  private var lines: UnsafeMutablePointer<curl_slist>?
  private let errorText: UnsafeMutablePointer<CChar>

  init(_ task: FetchTask, limits: FetchLimits) throws(FetchError) {
    guard let easy = curl_easy_init() else {
      throw FetchError(step: "curl_easy_init", detail: "no handle")
    }
    self.task = task
    self.easy = easy
    self.limits = limits
    head = ResponseHead(limit: limits.headBytes)
    body = ResponseBody(limit: limits.bytes(of: task.request.subject))
    errorText = .allocate(capacity: Int(CURL_ERROR_SIZE))
    errorText.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
    try setOptions()
    try setSecrets()
    try setHeaderLines()
    try setReceivers()
    try setGates()
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
    var wanted: [String] = []
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

  var answer: FetchAnswer {
    FetchAnswer(bytes: body.bytes, validators: head.validators, next: head.next)
  }

  /// A body may arrive packed: what comes over the line has the same limit as what is unpacked.
  private func setGates() throws(FetchError) {
    let address = Unmanaged.passUnretained(self).toOpaque()
    try check(zhouhui_set_address(easy, CURLOPT_XFERINFODATA, address), "CURLOPT_XFERINFODATA")
    let meter = zhouhui_set_meter(easy) { address, _, received, _, _ in
      Transfer.at(address) { $0.hasRoom(for: Int(received)) ? 0 : 1 } ?? 1
    }
    try check(meter, "CURLOPT_XFERINFOFUNCTION")
    try check(
      zhouhui_set_address(easy, CURLOPT_OPENSOCKETDATA, address), "CURLOPT_OPENSOCKETDATA")
    let opener = zhouhui_set_opener(easy) { address, _, target in
      Transfer.at(address) { $0.socket(to: target) } ?? CURL_SOCKET_BAD
    }
    try check(opener, "CURLOPT_OPENSOCKETFUNCTION")
  }

  private static func at<Value>(
    _ address: UnsafeMutableRawPointer?, _ body: (Transfer) -> Value
  ) -> Value? {
    address.map { body(Unmanaged<Transfer>.fromOpaque($0).takeUnretainedValue()) }
  }

  private func hasRoom(for received: Int) -> Bool {
    guard head.status == 200, received > body.limit + 65_536 else { return true }
    body.refuse()
    return false
  }

  /// A socket to an address that may be reached, before anything is sent there.
  private func socket(to target: UnsafeMutablePointer<curl_sockaddr>?) -> curl_socket_t {
    guard let target else { return CURL_SOCKET_BAD }
    var bytes = [UInt8](repeating: 0, count: 16)
    let count = Int(zhouhui_address(target, &bytes))
    guard count > 0, limits.allows(Array(bytes.prefix(count))) else {
      refusedAddress = IPAddress.text(of: Array(bytes.prefix(count)))
      return CURL_SOCKET_BAD
    }
    return zhouhui_open(target)
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
