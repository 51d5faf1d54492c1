import CLibCurl
import GuardedConnections
import Rectification

/// Hands one message over to the server of a channel.
///
/// The program must ignore SIGPIPE, as it does for fetching. A failure says only what happened, never
/// what a server wrote.
package struct Delivery {
  /// Private networks that may be reached.
  let networks: [AddressRange]
  let connect: Duration
  let whole: Duration

  package init(
    networks: [AddressRange], connect: Duration = .seconds(10), whole: Duration = .seconds(20)
  ) {
    self.networks = networks
    self.connect = connect
    self.whole = whole
  }

  /// Nil when the server has taken it.
  ///
  /// `recipient` is empty for a webhook.
  package func deliver(
    _ content: [UInt8], key: String, to recipient: String, by way: NotificationChannel.Way,
    _ secrets: AccessSecrets
  ) throws(CurlFailure) -> DeliveryFailure? {
    let easy = try EasyHandle(networks: networks)
    try easy.set(CURLOPT_TIMEOUT_MS, whole.milliseconds, "CURLOPT_TIMEOUT_MS")
    try easy.set(CURLOPT_CONNECTTIMEOUT_MS, connect.milliseconds, "CURLOPT_CONNECTTIMEOUT_MS")
    try easy.set(secrets, isAtHome: true)
    // What the server says back is of no use; unset, libcurl would print it.
    let discard = zhouhui_set_receiver(easy.pointer, CURLOPT_WRITEFUNCTION) { _, size, count, _ in
      size * count
    }
    try easy.check(discard, "CURLOPT_WRITEFUNCTION")
    let unsent = UnsentBytes(content)
    switch way {
    case .mail(let url, let sender, _, let encryption):
      try setMail(easy, url, from: sender, to: recipient, encryption, unsent)
    case .webhook(let url): try setWebhook(easy, url, key: key, content)
    }
    return withExtendedLifetime(unsent) {
      DeliveryFailure(curl_easy_perform(easy.pointer), easy)
    }
  }

  private func setMail(
    _ easy: EasyHandle, _ url: String, from sender: String, to recipient: String,
    _ encryption: NotificationChannel.Encryption, _ unsent: UnsentBytes
  ) throws(CurlFailure) {
    try easy.set(CURLOPT_PROTOCOLS_STR, "smtp,smtps", "CURLOPT_PROTOCOLS_STR")
    try easy.set(CURLOPT_URL, url, "CURLOPT_URL")
    let tls = encryption == .required ? CURLUSESSL_ALL : CURLUSESSL_NONE
    try easy.set(CURLOPT_USE_SSL, Int(tls.rawValue), "CURLOPT_USE_SSL")
    try easy.set(CURLOPT_MAIL_FROM, "<\(sender)>", "CURLOPT_MAIL_FROM")
    try easy.set(CURLOPT_MAIL_RCPT, ["<\(recipient)>"], "CURLOPT_MAIL_RCPT")
    try easy.set(CURLOPT_UPLOAD, 1, "CURLOPT_UPLOAD")
    try easy.setAddress(
      CURLOPT_READDATA, Unmanaged.passUnretained(unsent).toOpaque(), "CURLOPT_READDATA")
    let source = zhouhui_set_sender(easy.pointer) { room, size, count, address in
      guard let address, let room else { return 0 }
      return Unmanaged<UnsentBytes>.fromOpaque(address).takeUnretainedValue()
        .take(into: UnsafeMutableRawBufferPointer(start: room, count: size * count))
    }
    try easy.check(source, "CURLOPT_READFUNCTION")
  }

  private func setWebhook(
    _ easy: EasyHandle, _ url: String, key: String, _ content: [UInt8]
  ) throws(CurlFailure) {
    try easy.set(CURLOPT_PROTOCOLS_STR, "http,https", "CURLOPT_PROTOCOLS_STR")
    try easy.set(CURLOPT_URL, url, "CURLOPT_URL")
    try easy.set(CURLOPT_HTTP_VERSION, Int(CURL_HTTP_VERSION_1_1), "CURLOPT_HTTP_VERSION")
    try easy.set(
      CURLOPT_HTTPHEADER,
      // No 100-continue for a few hundred bytes.
      ["Content-Type: application/json", "Idempotency-Key: \(key)", "Expect:"], "CURLOPT_HTTPHEADER"
    )
    let body = content.withUnsafeBytes {
      zhouhui_set_body(easy.pointer, $0.baseAddress, curl_off_t($0.count))
    }
    try easy.check(body, "CURLOPT_COPYPOSTFIELDS")
  }
}

/// What libcurl has still to be given of a message.
private final class UnsentBytes {
  private var bytes: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) {
    self.bytes = bytes[...]
  }

  func take(into room: UnsafeMutableRawBufferPointer) -> Int {
    let piece = bytes.prefix(room.count)
    room.copyBytes(from: piece)
    bytes = bytes.dropFirst(piece.count)
    return piece.count
  }
}
