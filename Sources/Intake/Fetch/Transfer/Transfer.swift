import CLibCurl
import GuardedConnections
import Rectification

/// One attempt at one request: what libcurl makes of it, piece by piece.
final class Transfer {
  let task: FetchTask
  let easy: EasyHandle
  let limits: FetchLimits
  private(set) var head: ResponseHead
  private(set) var body: ResponseBody
  /// Bytes of a body that is of no use, such as an error page.
  private var discarded = 0

  init(_ task: FetchTask, limits: FetchLimits) throws(CurlFailure) {
    self.task = task
    self.limits = limits
    easy = try EasyHandle(networks: limits.networks)
    head = ResponseHead(limit: limits.headBytes)
    body = ResponseBody(limit: limits.bytes(of: task.request.subject))
    try setOptions()
    try setHeaderLines()
    try setReceivers()
    try setMeter()
  }

  /// What the server asked for by `Retry-After`, given as seconds or as a date.
  var retryAfter: Duration? {
    let seconds = zhouhui_get_offset(easy.pointer, CURLINFO_RETRY_AFTER)
    return seconds > 0 ? .seconds(Int64(seconds)) : nil
  }

  private func setHeaderLines() throws(CurlFailure) {
    var wanted: [String] = []
    if let etag = task.request.validators?.etag { wanted.append("If-None-Match: \(etag)") }
    if let date = task.request.validators?.lastModified {
      wanted.append("If-Modified-Since: \(date)")
    }
    try easy.set(CURLOPT_HTTPHEADER, wanted, "CURLOPT_HTTPHEADER")
  }

  /// Callbacks get this object as an address; it outlives the transfer, because the pool holds it.
  private func setReceivers() throws(CurlFailure) {
    let address = Unmanaged.passUnretained(self).toOpaque()
    try easy.setAddress(CURLOPT_WRITEDATA, address, "CURLOPT_WRITEDATA")
    try easy.setAddress(CURLOPT_HEADERDATA, address, "CURLOPT_HEADERDATA")
    let body = zhouhui_set_receiver(easy.pointer, CURLOPT_WRITEFUNCTION) {
      bytes, size, count, address in
      Transfer.at(address, received: bytes, size * count) { $0.receiveBody($1) }
    }
    try easy.check(body, "CURLOPT_WRITEFUNCTION")
    let head = zhouhui_set_receiver(easy.pointer, CURLOPT_HEADERFUNCTION) {
      bytes, size, count, address in
      Transfer.at(address, received: bytes, size * count) { $0.head.receive($1) }
    }
    try easy.check(head, "CURLOPT_HEADERFUNCTION")
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
    let decoded = head.charset.flatMap { TextDecoder.utf8(of: body.bytes, sentAs: $0) }
    return FetchAnswer(
      bytes: decoded ?? body.bytes, original: decoded == nil ? nil : body.bytes,
      validators: head.validators, next: head.next)
  }

  /// A body may arrive packed: what comes over the line has the same limit as what is unpacked.
  private func setMeter() throws(CurlFailure) {
    let address = Unmanaged.passUnretained(self).toOpaque()
    try easy.setAddress(CURLOPT_XFERINFODATA, address, "CURLOPT_XFERINFODATA")
    let meter = zhouhui_set_meter(easy.pointer) { address, _, received, _, _ in
      Transfer.at(address) { $0.hasRoom(for: Int(received)) ? 0 : 1 } ?? 1
    }
    try easy.check(meter, "CURLOPT_XFERINFOFUNCTION")
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

  private func receiveBody(_ piece: UnsafeRawBufferPointer) -> Bool {
    guard !head.hasUnsupportedEncoding else { return false }
    guard head.status == 200 else {
      // An error page is read to its end, so that the connection can be used again; a long one not.
      discarded += piece.count
      return discarded <= 1 << 16
    }
    return body.receive(piece)
  }
}
