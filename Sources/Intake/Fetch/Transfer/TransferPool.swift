import CLibCurl
import GuardedConnections

/// The transfers under way: owns the multi handle and, with it, every easy handle added.
final class TransferPool {
  private let multi: UnsafeMutableRawPointer
  private var transfers: [UnsafeMutableRawPointer: Transfer] = [:]

  init(limits: FetchLimits) throws(CurlFailure) {
    guard CurlLibrary.start == CURLE_OK, let multi = curl_multi_init() else {
      throw CurlFailure(step: "curl_multi_init", detail: CurlLibrary.text(CurlLibrary.start))
    }
    self.multi = multi
    // A second line: the queue already begins no more than these.
    try set(CURLMOPT_MAX_TOTAL_CONNECTIONS, limits.connections)
    try set(CURLMOPT_MAX_HOST_CONNECTIONS, limits.connectionsPerHost)
    try set(CURLMOPT_MAXCONNECTS, limits.connections)
  }

  deinit {
    // curl_multi_cleanup(3): remove the easy handles, then the multi handle; theirs come last.
    for easy in transfers.keys { curl_multi_remove_handle(multi, easy) }
    curl_multi_cleanup(multi)
  }

  func begin(_ transfer: Transfer) throws(CurlFailure) {
    try check(curl_multi_add_handle(multi, transfer.easy.pointer), "curl_multi_add_handle")
    transfers[transfer.easy.pointer] = transfer
  }

  /// Goes on with all transfers, waiting up to `wait` for one to move; returns those that ended.
  func proceed(
    waitingUpTo wait: Duration
  ) throws(CurlFailure) -> [(transfer: Transfer, code: CURLcode)] {
    var running: Int32 = 0
    try check(curl_multi_perform(multi, &running), "curl_multi_perform")
    let ended = try takeEnded()
    guard ended.isEmpty else { return ended }
    try check(curl_multi_poll(multi, nil, 0, Int32(wait.milliseconds), nil), "curl_multi_poll")
    return []
  }

  private func takeEnded() throws(CurlFailure) -> [(transfer: Transfer, code: CURLcode)] {
    var ended: [(transfer: Transfer, code: CURLcode)] = []
    var left: Int32 = 0
    while let message = curl_multi_info_read(multi, &left) {
      // Copied out: removing the handle frees the message.
      let code = zhouhui_result(message)
      guard message.pointee.msg == CURLMSG_DONE, let easy = message.pointee.easy_handle else {
        continue
      }
      try check(curl_multi_remove_handle(multi, easy), "curl_multi_remove_handle")
      if let transfer = transfers.removeValue(forKey: easy) { ended.append((transfer, code)) }
    }
    return ended
  }

  private func set(_ option: CURLMoption, _ value: Int) throws(CurlFailure) {
    try check(zhouhui_set_multi_number(multi, option, value), "curl_multi_setopt")
  }

  private func check(_ code: CURLMcode, _ step: String) throws(CurlFailure) {
    guard code == CURLM_OK else {
      throw CurlFailure(step: step, detail: String(cString: curl_multi_strerror(code)))
    }
  }
}
