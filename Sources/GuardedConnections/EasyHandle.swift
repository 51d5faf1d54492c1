import CLibCurl
import Rectification

/// One libcurl handle that goes only where it may: owns it and all that it points to.
///
/// To the host of its URL, directly and without redirects; to no private address but those of
/// `networks`; over TLS only to a server that proves its name.
package final class EasyHandle {
  package let pointer: UnsafeMutableRawPointer
  private let networks: [AddressRange]
  /// Set when an address was not to be connected to.
  package private(set) var refusedAddress: String?
  private var lists: [UnsafeMutablePointer<curl_slist>] = []
  private let errorText: UnsafeMutablePointer<CChar>

  package init(networks: [AddressRange]) throws(CurlFailure) {
    guard CurlLibrary.start == CURLE_OK, let pointer = curl_easy_init() else {
      throw CurlFailure(step: "curl_easy_init", detail: CurlLibrary.text(CurlLibrary.start))
    }
    self.pointer = pointer
    self.networks = networks
    errorText = .allocate(capacity: Int(CURL_ERROR_SIZE))
    errorText.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
    try setAddress(CURLOPT_ERRORBUFFER, errorText, "CURLOPT_ERRORBUFFER")
    try setReach()
    try setTLS()
    try setGate()
  }

  deinit {
    // The handle first: until then it may point to the rest.
    curl_easy_cleanup(pointer)
    for list in lists { curl_slist_free_all(list) }
    errorText.deallocate()
  }

  /// libcurl's own words for what went wrong; empty when it had none.
  package var errorMessage: String { String(cString: errorText) }

  private func setReach() throws(CurlFailure) {
    try set(CURLOPT_USERAGENT, "zhouhui", "CURLOPT_USERAGENT")
    // A redirect is another transfer, which whoever asks for it decides on.
    try set(CURLOPT_FOLLOWLOCATION, 0, "CURLOPT_FOLLOWLOCATION")
    // Empty, not unset: unset takes a proxy from the environment.
    try set(CURLOPT_PROXY, "", "CURLOPT_PROXY")
    try set(CURLOPT_NETRC, Int(CURL_NETRC_IGNORED.rawValue), "CURLOPT_NETRC")
    // Credentials do not belong in campaign.yaml, from which URLs come.
    try set(CURLOPT_DISALLOW_USERNAME_IN_URL, 1, "CURLOPT_DISALLOW_USERNAME_IN_URL")
    // No signals: time limits of the resolver would otherwise interrupt the whole program.
    try set(CURLOPT_NOSIGNAL, 1, "CURLOPT_NOSIGNAL")
  }

  private func setTLS() throws(CurlFailure) {
    try set(CURLOPT_SSL_VERIFYPEER, 1, "CURLOPT_SSL_VERIFYPEER")
    // 2: the certificate has to be for the host of the URL.
    try set(CURLOPT_SSL_VERIFYHOST, 2, "CURLOPT_SSL_VERIFYHOST")
    try set(CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2), "CURLOPT_SSLVERSION")
    // Or a locked key would have the terminal asked for its pass phrase.
    try set(CURLOPT_KEYPASSWD, "", "CURLOPT_KEYPASSWD")
  }

  /// Asked for a socket to each address, before anything is sent there.
  private func setGate() throws(CurlFailure) {
    let address = Unmanaged.passUnretained(self).toOpaque()
    try setAddress(CURLOPT_OPENSOCKETDATA, address, "CURLOPT_OPENSOCKETDATA")
    let opener = zhouhui_set_opener(pointer) { address, _, target in
      guard let address else { return CURL_SOCKET_BAD }
      return Unmanaged<EasyHandle>.fromOpaque(address).takeUnretainedValue().socket(to: target)
    }
    try check(opener, "CURLOPT_OPENSOCKETFUNCTION")
  }

  private func socket(to target: UnsafeMutablePointer<curl_sockaddr>?) -> curl_socket_t {
    guard let target else { return CURL_SOCKET_BAD }
    var bytes = [UInt8](repeating: 0, count: 16)
    let count = Int(zhouhui_address(target, &bytes))
    let address = Array(bytes.prefix(count))
    guard !address.isEmpty,
      !IPAddress.isPrivate(address) || networks.contains(where: { $0.contains(address) })
    else {
      refusedAddress = IPAddress.text(of: address)
      return CURL_SOCKET_BAD
    }
    return zhouhui_open(target)
  }

  /// What proves who sends to the server; `authority` says whom to believe instead of the machine's list.
  package func set(_ secrets: AccessSecrets, isAtHome: Bool) throws(CurlFailure) {
    if let authority = secrets.authority { try set(CURLOPT_CAINFO_BLOB, authority) }
    guard isAtHome else { return }
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

  /// A list of lines, which lives as long as the handle: header lines, or the recipients of a mail.
  package func set(_ option: CURLoption, _ lines: [String], _ name: String) throws(CurlFailure) {
    guard !lines.isEmpty else { return }
    var list: UnsafeMutablePointer<curl_slist>?
    for line in lines {
      guard let longer = curl_slist_append(list, line) else {
        curl_slist_free_all(list)
        throw CurlFailure(step: "curl_slist_append", detail: "out of memory")
      }
      list = longer
    }
    if let list { lists.append(list) }
    try check(zhouhui_set_list(pointer, option, list), name)
  }

  package func set(_ option: CURLoption, _ value: Int, _ name: String) throws(CurlFailure) {
    try check(zhouhui_set_number(pointer, option, value), name)
  }

  package func set(_ option: CURLoption, _ value: String, _ name: String) throws(CurlFailure) {
    try check(zhouhui_set_text(pointer, option, value), name)
  }

  /// Of an object that outlives the transfer.
  package func setAddress(
    _ option: CURLoption, _ value: UnsafeMutableRawPointer, _ name: String
  ) throws(CurlFailure) {
    try check(zhouhui_set_address(pointer, option, value), name)
  }

  private func set(_ option: CURLoption, _ secret: Secret) throws(CurlFailure) {
    let code = secret.bytes.withUnsafeBytes {
      zhouhui_set_blob(pointer, option, $0.baseAddress, $0.count)
    }
    try check(code, "a certificate")
  }

  package func check(_ code: CURLcode, _ option: String) throws(CurlFailure) {
    guard code == CURLE_OK else { throw CurlFailure(step: option, detail: CurlLibrary.text(code)) }
  }
}

extension Duration {
  /// Whole milliseconds, at least one: to libcurl, zero means no limit.
  package var milliseconds: Int {
    max(1, Int(components.seconds) * 1_000 + Int(components.attoseconds / 1_000_000_000_000_000))
  }
}
