/// Bytes that must not be shown: whoever prints one by mistake prints nothing of it.
package struct Secret: Sendable, CustomStringConvertible, CustomDebugStringConvertible,
  CustomReflectable
{
  package let bytes: [UInt8]

  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  package var description: String { "(secret)" }
  package var debugDescription: String { "(secret)" }
  package var customMirror: Mirror { Mirror(self, children: [:]) }

  /// As one line of text; nil when it could not stand on a header line.
  package var line: String? {
    let text = String(validating: bytes, as: UTF8.self)
    guard let text, !text.isEmpty, text.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else {
      return nil
    }
    return text
  }
}

/// What a server is shown to let somebody in, and whom that somebody believes.
package struct AccessSecrets: Sendable {
  package var login: Login?
  /// PEM certificates, instead of the machine's own list.
  package var authority: Secret?
  /// PEM client certificate together with its key.
  package var certificate: Secret?

  package enum Login: Sendable {
    case bearer(Secret)
    /// `user:password`.
    case basic(Secret)
  }

  package init(login: Login? = nil, authority: Secret? = nil, certificate: Secret? = nil) {
    self.login = login
    self.authority = authority
    self.certificate = certificate
  }
}
