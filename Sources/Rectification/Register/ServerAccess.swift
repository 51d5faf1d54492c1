/// How a server is entered: by names of credentials, never by what they hold.
///
/// A name is that of a systemd credential, or of a variable in the environment.
package struct ServerAccess: Hashable, Sendable {
  package var login: Login?
  /// PEM certificates of those who may vouch for the server, instead of the machine's own list.
  package var authority: Code?
  /// PEM client certificate, with its private key in the same text.
  package var certificate: Code?

  package enum Login: Hashable, Sendable {
    /// RFC 6750: the credential holds the token.
    case bearer(Code)
    /// RFC 7617: the credential holds `user:password`.
    case basic(Code)
  }

  package init(login: Login? = nil, authority: Code? = nil, certificate: Code? = nil) {
    self.login = login
    self.authority = authority
    self.certificate = certificate
  }
}
