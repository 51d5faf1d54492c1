import Foundation
import Rectification
import TestSupport
import Testing

@testable import GuardedConnections
@testable import Intake

/// How a source is entered, and that nobody sees by what.
struct CredentialTests {
  @Test func aCredentialOfSystemdComesBeforeTheEnvironment() throws {
    try withTemporaryFolder { folder in
      try Data("from-systemd\n".utf8).write(to: folder.appendingPathComponent("web-token"))
      let store = CredentialStore(environment: [
        "CREDENTIALS_DIRECTORY": folder.path, "ZHOUHUI_CREDENTIAL_WEB_TOKEN": "from-environment",
        "ZHOUHUI_CREDENTIAL_OTHER": "user:pass:word",
      ])
      let first = try store.secrets(for: .init(login: .bearer(code("web-token"))))
      guard case .bearer(let token) = first.login else {
        throw CredentialProblem(code("x"), .missing)
      }
      #expect(token.line == "from-systemd")
      let second = try store.secrets(for: .init(login: .basic(code("other"))))
      guard case .basic(let login) = second.login else {
        throw CredentialProblem(code("x"), .missing)
      }
      #expect(login.line == "user:pass:word")
    }
  }

  @Test(arguments: [
    ("absent", CredentialProblem.Kind.missing), ("EMPTY", .noLine), ("TWO", .noLine),
    ("NOCOLON", .noPassword),
  ])
  func anUnfitOneIsNamedAndNotShown(_ name: String, _ kind: CredentialProblem.Kind) throws {
    let store = CredentialStore(environment: [
      "ZHOUHUI_CREDENTIAL_EMPTY": "\n", "ZHOUHUI_CREDENTIAL_TWO": "canary\nX-Evil: 1",
      "ZHOUHUI_CREDENTIAL_NOCOLON": "canary",
    ])
    do {
      _ = try store.secrets(for: .init(login: .basic(code(name))))
      Issue.record("\(name) was taken")
    } catch {
      #expect(error.kind == kind)
      #expect(!"\(error) \(error.message)".contains("canary"))
    }
  }

  @Test func aCertificateIsPEM() throws {
    let store = CredentialStore(environment: ["ZHOUHUI_CREDENTIAL_CA": "not one"])
    #expect(throws: CredentialProblem(code("ca"), .noCertificate)) {
      try store.secrets(for: .init(authority: code("ca")))
    }
  }

  @Test func printingASecretShowsNothing() {
    let secret = Secret(Array("canary".utf8))
    var dumped = ""
    dump(AccessSecrets(login: .basic(secret), authority: secret, certificate: secret), to: &dumped)
    #expect(!"\(secret) \(String(reflecting: secret)) \(dumped)".contains("canary"))
    #expect(!dumped.contains("99"), "nor its bytes")
  }

  @Test func isShownToTheServer() throws {
    try MisbehavingServer.with { request, _ in
      request.contains("Authorization: ")
        ? [.answer("200 OK", "<weeklyReport/>")] : [.answer("401 X", "")]
    } _: { server in
      var sample = FetchSample()
      let result1 = try sample.fetch(server.url())
      #expect(result1.outcome == .failed(.httpStatus(401)))
      sample.secrets.login = .basic(Secret(Array("办公室:p:w".utf8)))
      let result2 = try sample.fetch(server.url())
      #expect(result2.bodyText == "<weeklyReport/>")
      let basic = Data("办公室:p:w".utf8).base64EncodedString()
      #expect(server.requests.last?.contains("Authorization: Basic \(basic)\r\n") == true)
      sample.secrets.login = .bearer(Secret(Array("abc.def".utf8)))
      let result3 = try sample.fetch(server.url())
      #expect(result3.bodyText == "<weeklyReport/>")
      #expect(server.requests.last?.contains("Authorization: Bearer abc.def\r\n") == true)
    }
  }
}
