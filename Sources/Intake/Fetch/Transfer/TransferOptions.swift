import CLibCurl

extension Transfer {
  func setOptions() throws(FetchError) {
    try set(CURLOPT_URL, task.url, "CURLOPT_URL")
    try set(CURLOPT_USERAGENT, "zhouhui", "CURLOPT_USERAGENT")
    try setReach()
    try setLimits()
    try setTLS()
  }

  /// Where a transfer may go: to the host of its URL, directly; a redirect is another transfer.
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
    // Unpacked as it arrives; both what comes and what it becomes are counted.
    try set(CURLOPT_ACCEPT_ENCODING, "gzip", "CURLOPT_ACCEPT_ENCODING")
    try set(CURLOPT_NOPROGRESS, 0, "CURLOPT_NOPROGRESS")
    try set(CURLOPT_HTTP_TRANSFER_DECODING, 1, "CURLOPT_HTTP_TRANSFER_DECODING")
  }

  private func setLimits() throws(FetchError) {
    // No signals: time limits of the resolver would otherwise interrupt the whole program.
    try set(CURLOPT_NOSIGNAL, 1, "CURLOPT_NOSIGNAL")
    try set(CURLOPT_TIMEOUT_MS, limits.transfer.milliseconds, "CURLOPT_TIMEOUT_MS")
    try set(CURLOPT_CONNECTTIMEOUT_MS, limits.connect.milliseconds, "CURLOPT_CONNECTTIMEOUT_MS")
    try set(CURLOPT_LOW_SPEED_LIMIT, limits.slowBytesPerSecond, "CURLOPT_LOW_SPEED_LIMIT")
    let slowSeconds = max(1, limits.slowFor.milliseconds / 1_000)
    try set(CURLOPT_LOW_SPEED_TIME, slowSeconds, "CURLOPT_LOW_SPEED_TIME")
    let cap = zhouhui_set_offset(easy, CURLOPT_MAXFILESIZE_LARGE, curl_off_t(body.limit))
    try check(cap, "CURLOPT_MAXFILESIZE_LARGE")
  }

  private func setTLS() throws(FetchError) {
    try set(CURLOPT_SSL_VERIFYPEER, 1, "CURLOPT_SSL_VERIFYPEER")
    // 2: the certificate has to be for the host of the URL.
    try set(CURLOPT_SSL_VERIFYHOST, 2, "CURLOPT_SSL_VERIFYHOST")
    try set(CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2), "CURLOPT_SSLVERSION")
    // Or a locked key would have the terminal asked for its pass phrase.
    try set(CURLOPT_KEYPASSWD, "", "CURLOPT_KEYPASSWD")
  }

  /// What lets the request in, and only where the campaign has it go: a redirect gets none of it.
  func setSecrets() throws(FetchError) {
    let secrets = task.request.source.secrets
    if let authority = secrets.authority { try set(CURLOPT_CAINFO_BLOB, authority) }
    guard task.isAtHome else { return }
    if let certificate = secrets.certificate {
      try set(CURLOPT_SSLCERT_BLOB, certificate)
      try set(CURLOPT_SSLKEY_BLOB, certificate)
    }
    switch secrets.login {
    case .bearer(let token):
      try set(CURLOPT_HTTPAUTH, zhouhui_auth_bearer, "CURLOPT_HTTPAUTH")
      try set(CURLOPT_XOAUTH2_BEARER, token.line ?? "", "CURLOPT_XOAUTH2_BEARER")
    case .basic(let login):
      try set(CURLOPT_HTTPAUTH, zhouhui_auth_basic, "CURLOPT_HTTPAUTH")
      try set(CURLOPT_USERPWD, login.line ?? "", "CURLOPT_USERPWD")
    case nil: break
    }
  }

  private func set(_ option: CURLoption, _ secret: Secret) throws(FetchError) {
    let code = secret.bytes.withUnsafeBytes {
      zhouhui_set_blob(easy, option, $0.baseAddress, $0.count)
    }
    try check(code, "a certificate")
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
