import CLibCurl

extension Transfer {
  func setOptions(limits: FetchLimits, trust: FetchTrust) throws(FetchError) {
    try set(CURLOPT_URL, task.request.url, "CURLOPT_URL")
    try set(CURLOPT_USERAGENT, "zhouhui", "CURLOPT_USERAGENT")
    try setReach()
    try setLimits(limits)
    try setTrust(trust)
  }

  /// Where a transfer may go: to the host of its URL, directly, and nowhere from there.
  private func setReach() throws(FetchError) {
    try set(CURLOPT_PROTOCOLS_STR, "http,https", "CURLOPT_PROTOCOLS_STR")
    try set(CURLOPT_REDIR_PROTOCOLS_STR, "http,https", "CURLOPT_REDIR_PROTOCOLS_STR")
    try set(CURLOPT_FOLLOWLOCATION, 0, "CURLOPT_FOLLOWLOCATION")
    // Empty, not unset: unset takes a proxy from the environment.
    try set(CURLOPT_PROXY, "", "CURLOPT_PROXY")
    try set(CURLOPT_NETRC, Int(CURL_NETRC_IGNORED.rawValue), "CURLOPT_NETRC")
    // Credentials do not belong in campaign.yaml, from which URLs come.
    try set(CURLOPT_DISALLOW_USERNAME_IN_URL, 1, "CURLOPT_DISALLOW_USERNAME_IN_URL")
    // A report is one small answer: HTTP/2 would add a parser and give nothing.
    try set(CURLOPT_HTTP_VERSION, Int(CURL_HTTP_VERSION_1_1), "CURLOPT_HTTP_VERSION")
    try set(CURLOPT_HTTP09_ALLOWED, 0, "CURLOPT_HTTP09_ALLOWED")
    // What arrives is counted and kept as it is; CURLOPT_ACCEPT_ENCODING stays unset too.
    try set(CURLOPT_HTTP_CONTENT_DECODING, 0, "CURLOPT_HTTP_CONTENT_DECODING")
    try set(CURLOPT_HTTP_TRANSFER_DECODING, 1, "CURLOPT_HTTP_TRANSFER_DECODING")
  }

  private func setLimits(_ limits: FetchLimits) throws(FetchError) {
    // No signals: time limits of the resolver would otherwise interrupt the whole program.
    try set(CURLOPT_NOSIGNAL, 1, "CURLOPT_NOSIGNAL")
    try set(CURLOPT_TIMEOUT_MS, limits.transfer.milliseconds, "CURLOPT_TIMEOUT_MS")
    try set(CURLOPT_CONNECTTIMEOUT_MS, limits.connect.milliseconds, "CURLOPT_CONNECTTIMEOUT_MS")
    try set(CURLOPT_LOW_SPEED_LIMIT, limits.slowBytesPerSecond, "CURLOPT_LOW_SPEED_LIMIT")
    let slowSeconds = max(1, limits.slowFor.milliseconds / 1_000)
    try set(CURLOPT_LOW_SPEED_TIME, slowSeconds, "CURLOPT_LOW_SPEED_TIME")
    let cap = zhouhui_set_offset(easy, CURLOPT_MAXFILESIZE_LARGE, curl_off_t(limits.bodyBytes))
    try check(cap, "CURLOPT_MAXFILESIZE_LARGE")
  }

  private func setTrust(_ trust: FetchTrust) throws(FetchError) {
    try set(CURLOPT_SSL_VERIFYPEER, 1, "CURLOPT_SSL_VERIFYPEER")
    // 2: the certificate has to be for the host of the URL.
    try set(CURLOPT_SSL_VERIFYHOST, 2, "CURLOPT_SSL_VERIFYHOST")
    try set(CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2), "CURLOPT_SSLVERSION")
    if let file = trust.authorities { try set(CURLOPT_CAINFO, file, "CURLOPT_CAINFO") }
    if let file = trust.clientCertificate { try set(CURLOPT_SSLCERT, file, "CURLOPT_SSLCERT") }
    if let file = trust.clientKey { try set(CURLOPT_SSLKEY, file, "CURLOPT_SSLKEY") }
  }

  private func set(_ option: CURLoption, _ value: Int, _ name: String) throws(FetchError) {
    try check(zhouhui_set_number(easy, option, value), name)
  }

  private func set(_ option: CURLoption, _ value: String, _ name: String) throws(FetchError) {
    try check(zhouhui_set_text(easy, option, value), name)
  }
}

extension Duration {
  /// Whole milliseconds, at least one: to libcurl, zero means no limit.
  var milliseconds: Int {
    max(1, Int(components.seconds) * 1_000 + Int(components.attoseconds / 1_000_000_000_000_000))
  }
}
