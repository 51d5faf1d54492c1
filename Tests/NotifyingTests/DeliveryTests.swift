import Foundation
import GuardedConnections
import Notifying
import Rectification
import TestSupport
import Testing

/// Messages on their way to real servers.
struct DeliveryTests {
  private static let content = Array("Subject: x\r\n\r\n.\r\nbody\r\n".utf8)
  private static let loopback = AddressRange([127, 0, 0, 0], prefix: 8).map { [$0] } ?? []

  private func deliver(
    _ url: String, to recipient: String = "clerk@a.example",
    _ encryption: NotificationChannel.Encryption = .none, _ secrets: AccessSecrets = .init(),
    networks: [AddressRange] = loopback, whole: Duration = .seconds(20)
  ) throws -> DeliveryFailure? {
    let way: NotificationChannel.Way =
      url.hasPrefix("http")
      ? .webhook(url: url)
      : .mail(url: url, from: "zhouhui@a.example", to: [recipient], encryption: encryption)
    return try Delivery(networks: networks, whole: whole).deliver(
      Self.content, key: "key-1", to: recipient, by: way, secrets)
  }

  private func pem(in folder: URL) throws -> Secret {
    Secret(Array(try Data(contentsOf: folder.appendingPathComponent("server.pem"))))
  }

  @Test(.enabled(if: MailServer.isInstalled, MailServer.absence))
  func aServerTakesTheMessageAsItIs() throws {
    try withTemporaryFolder { folder in
      try MailServer.with(folder: folder) { (server) throws in
        #expect(try deliver("smtp://127.0.0.1:\(server.port)") == nil)
        let messages = try server.messages()
        #expect(messages.map(\.text) == [String(decoding: Self.content, as: UTF8.self)])
        #expect(messages[0].from == "zhouhui@a.example" && messages[0].to == ["clerk@a.example"])
        // Nothing is sent to a server that does not encrypt, unless the office has said so.
        #expect(try deliver("smtp://127.0.0.1:\(server.port)", .required) == .tls)
        #expect(try server.messages().count == 1)
      }
    }
  }

  @Test(
    .enabled(if: MailServer.isInstalled, MailServer.absence),
    arguments: [("smtps", "--tls"), ("smtp", "--starttls")])
  func aMessageGoesEncryptedToWhomThePasswordIsFor(_ scheme: String, _ option: String) throws {
    try withTemporaryFolder { folder in
      try MailServer.makeCertificate(in: folder)
      let files = ["server.pem", "server.key"].map { folder.appendingPathComponent($0).path }
      let options = [option] + files + ["--login", "office", "p:w"]
      try MailServer.with(folder: folder, options) { (server) throws in
        let url = "\(scheme)://localhost:\(server.port)"
        var secrets = AccessSecrets(login: .basic(Secret(Array("office:p:w".utf8))))
        // A certificate of nobody we know: the password is not shown.
        #expect(try deliver(url, .required, secrets) == .tls)
        secrets.authority = try pem(in: folder)
        #expect(try deliver(url, .required, secrets) == nil)
        let otherName = "\(scheme)://127.0.0.1:\(server.port)"
        #expect(try deliver(otherName, .required, secrets) == .tls)
        secrets.login = .basic(Secret(Array("office:wrong".utf8)))
        let denied = try deliver(url, .required, secrets)
        #expect(denied == .login)
        let messages = try server.messages()
        #expect(messages.map(\.usedTLS) == [true] && messages.map(\.loggedIn) == [true])
      }
    }
  }

  @Test(.enabled(if: MailServer.isInstalled, MailServer.absence))
  func aRefusedRecipientIsAFailureThatQuotesNobody() throws {
    try withTemporaryFolder { folder in
      try MailServer.with(folder: folder, ["--refuse", "gone@a.example"]) { (server) throws in
        let failure = try deliver("smtp://127.0.0.1:\(server.port)", to: "gone@a.example")
        #expect(failure == .refused(550))
        #expect(failure.map { !"\($0.message)".contains("canary") } ?? false)
        #expect(try server.messages().isEmpty)
      }
    }
  }

  @Test func aWebhookIsAPostOfJSONWithItsKey() throws {
    try MisbehavingServer.with({ _, _ in [.answer("204 No Content")] }) { (server) throws in
      #expect(try deliver(server.url("/hook"), to: "") == nil)
      let request = try #require(server.requests.first)
      #expect(request.hasPrefix("POST /hook HTTP/1.1\r\n"))
      #expect(request.contains("Content-Type: application/json\r\n"))
      #expect(request.contains("Idempotency-Key: key-1\r\n") && !request.contains("Expect"))
      #expect(request.hasSuffix(String(decoding: Self.content, as: UTF8.self)))
    }
  }

  @Test func aBearerTokenGoesAlong() throws {
    try MisbehavingServer.with({ _, _ in [.answer()] }) { (server) throws in
      let secrets = AccessSecrets(login: .bearer(Secret(Array("t0ken".utf8))))
      #expect(try deliver(server.url(), to: "", .none, secrets) == nil)
      #expect(server.requests.first?.contains("Authorization: Bearer t0ken\r\n") == true)
    }
  }

  @Test(arguments: [
    ("500 Oh", DeliveryFailure.refused(500)), ("302 Found", .refused(302)),
    ("401 Who", .login), ("404 None", .refused(404)),
  ])
  func anythingButYesIsAFailure(_ status: String, _ failure: DeliveryFailure) throws {
    try MisbehavingServer.with({ _, _ in
      [.answer(status, "canary", "Location: http://127.0.0.1:1/")]
    }) { (server) throws in
      #expect(try deliver(server.url(), to: "") == failure)
      #expect(server.requests.count == 1)
    }
  }

  @Test func aServerThatHangsOrIsDownOrInsideHoldsNobodyUp() throws {
    try MisbehavingServer.with({ _, _ in [.hang] }) { (server) throws in
      #expect(try deliver(server.url(), to: "", whole: .milliseconds(300)) == .timeout)
      #expect(try deliver(server.url(), to: "", networks: []) == .privateAddress)
      // It says nothing, where a mail server would greet.
      let mail = "smtp://127.0.0.1:" + server.url("").split(separator: ":")[2]
      #expect(try deliver(mail, whole: .milliseconds(300)) == .timeout)
    }
    let port = try LoopbackSocket.freePort()
    #expect(try deliver("smtp://127.0.0.1:\(port)") == .connect)
    #expect(try deliver("https://127.0.0.1:\(port)/", to: "") == .connect)
    #expect(try deliver("smtp://nobody.invalid") == .resolve)
    #expect(try deliver("file:///etc/passwd") == .other(1))
  }
}
