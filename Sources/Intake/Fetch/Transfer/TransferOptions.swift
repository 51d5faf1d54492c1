import CLibCurl
import GuardedConnections

extension Transfer {
  func setOptions() throws(CurlFailure) {
    try easy.set(CURLOPT_URL, task.url, "CURLOPT_URL")
    try setProtocol()
    try setLimits()
    // Only where the campaign has it go: a redirect gets none of what lets the request in.
    try easy.set(task.request.source.secrets, isAtHome: task.isAtHome)
  }

  private func setProtocol() throws(CurlFailure) {
    try easy.set(CURLOPT_PROTOCOLS_STR, "http,https", "CURLOPT_PROTOCOLS_STR")
    try easy.set(CURLOPT_REDIR_PROTOCOLS_STR, "http,https", "CURLOPT_REDIR_PROTOCOLS_STR")
    // A report is one small answer: HTTP/2 would add a parser and give nothing.
    try easy.set(CURLOPT_HTTP_VERSION, Int(CURL_HTTP_VERSION_1_1), "CURLOPT_HTTP_VERSION")
    try easy.set(CURLOPT_HTTP09_ALLOWED, 0, "CURLOPT_HTTP09_ALLOWED")
    // Unpacked as it arrives; both what comes and what it becomes are counted.
    try easy.set(CURLOPT_ACCEPT_ENCODING, "gzip", "CURLOPT_ACCEPT_ENCODING")
    try easy.set(CURLOPT_NOPROGRESS, 0, "CURLOPT_NOPROGRESS")
    try easy.set(CURLOPT_HTTP_TRANSFER_DECODING, 1, "CURLOPT_HTTP_TRANSFER_DECODING")
  }

  private func setLimits() throws(CurlFailure) {
    try easy.set(CURLOPT_TIMEOUT_MS, limits.transfer.milliseconds, "CURLOPT_TIMEOUT_MS")
    try easy.set(
      CURLOPT_CONNECTTIMEOUT_MS, limits.connect.milliseconds, "CURLOPT_CONNECTTIMEOUT_MS")
    try easy.set(CURLOPT_LOW_SPEED_LIMIT, limits.slowBytesPerSecond, "CURLOPT_LOW_SPEED_LIMIT")
    let slowSeconds = max(1, limits.slowFor.milliseconds / 1_000)
    try easy.set(CURLOPT_LOW_SPEED_TIME, slowSeconds, "CURLOPT_LOW_SPEED_TIME")
    let cap = zhouhui_set_offset(easy.pointer, CURLOPT_MAXFILESIZE_LARGE, curl_off_t(body.limit))
    try easy.check(cap, "CURLOPT_MAXFILESIZE_LARGE")
  }
}
