/// Where reports are fetched from: a URL for each unit, or one that answers with the reports of many.
package struct Source: Hashable, Sendable {
  package let code: Code
  /// With `{unit}` and `{week}`, which are replaced.
  package let url: String
  /// The units it serves: from nobody else is anything taken that comes by it.
  package let units: [Code]
  package let answer: Answer
  /// Other hosts to which it may redirect, `files.example.cn` or `files.example.cn:8443`.
  package let hosts: [String]
  package let access: Access

  /// What one request is answered with.
  package enum Answer: String, CaseIterable, Sendable {
    /// One report, of the unit in the URL.
    case report
    /// Many reports: a JSON array, an XML envelope or a ZIP archive, perhaps over several pages.
    case bundle
  }

  package init(
    code: Code, url: String, units: [Code], answer: Answer = .report, hosts: [String] = [],
    access: Access = Access()
  ) {
    self.code = code
    self.url = url
    self.units = units
    self.answer = answer
    self.hosts = hosts
    self.access = access
  }

  /// How a source is entered: by names of credentials, never by what they hold.
  ///
  /// A name is that of a systemd credential, or of a variable in the environment.
  package struct Access: Hashable, Sendable {
    package var login: Login?
    /// PEM certificates of those who may vouch for the server, instead of the machine's own list.
    package var authority: Code?
    /// PEM client certificate, with its private key in the same text.
    package var certificate: Code?

    package init(login: Login? = nil, authority: Code? = nil, certificate: Code? = nil) {
      self.login = login
      self.authority = authority
      self.certificate = certificate
    }
  }

  package enum Login: Hashable, Sendable {
    /// RFC 6750: the credential holds the token.
    case bearer(Code)
    /// RFC 7617: the credential holds `user:password`.
    case basic(Code)
  }
}
