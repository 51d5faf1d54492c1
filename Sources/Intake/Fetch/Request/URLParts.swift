import CLibCurl

/// The parts of a URL that decide where a request goes, as libcurl itself reads them.
///
/// A reader of our own could be led to another host than the one libcurl then asks.
struct URLParts: Hashable {
  let scheme: String
  /// In lower case; an IPv6 address in brackets.
  let host: String
  let port: Int
  let hasCredentials: Bool

  /// Nil unless the text is an absolute URL with a host.
  init?(_ url: String) {
    guard let handle = curl_url() else { return nil }
    defer { curl_url_cleanup(handle) }
    guard curl_url_set(handle, CURLUPART_URL, url, 0) == CURLUE_OK,
      let scheme = Self.part(CURLUPART_SCHEME, of: handle),
      let host = Self.part(CURLUPART_HOST, of: handle), !host.isEmpty,
      let port = Self.part(CURLUPART_PORT, of: handle, UInt32(CURLU_DEFAULT_PORT))
        .flatMap({ Int($0) })
    else { return nil }
    self.scheme = scheme.lowercased()
    self.host = host.lowercased()
    self.port = port
    hasCredentials =
      Self.part(CURLUPART_USER, of: handle) != nil
      || Self.part(CURLUPART_PASSWORD, of: handle) != nil
  }

  /// The same place as another URL: what may be said to one may be said to the other.
  func isSameOrigin(as other: URLParts) -> Bool {
    scheme == other.scheme && host == other.host && port == other.port
  }

  var isDefaultPort: Bool { port == (scheme == "http" ? 80 : 443) }

  /// A reference, perhaps a relative one, as an absolute URL (RFC 3986, section 5).
  static func resolve(_ reference: String, against base: String) -> String? {
    // Nothing names the page itself; libcurl would take it for the root.
    guard !reference.isEmpty, let handle = curl_url() else { return nil }
    defer { curl_url_cleanup(handle) }
    guard curl_url_set(handle, CURLUPART_URL, base, 0) == CURLUE_OK,
      curl_url_set(handle, CURLUPART_URL, reference, 0) == CURLUE_OK
    else { return nil }
    return part(CURLUPART_URL, of: handle)
  }

  private static func part(
    _ part: CURLUPart, of handle: OpaquePointer, _ flags: UInt32 = 0
  ) -> String? {
    var text: UnsafeMutablePointer<CChar>?
    guard curl_url_get(handle, part, &text, flags) == CURLUE_OK, let text
    else { return nil }
    defer { curl_free(text) }
    return String(cString: text)
  }
}
