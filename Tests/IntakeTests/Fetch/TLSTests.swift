import Foundation
import GuardedConnections
import Rectification
import TestSupport
import Testing

@testable import Intake

@Suite(.enabled(if: Nginx.isInstalled, Nginx.absence))
struct TLSTests {
  /// A server with a certificate of its own for `localhost`.
  private func withServer(expired: Bool = false, _ body: (Nginx) throws -> Void) throws {
    try withTemporaryFolder { folder in
      try openssl(
        "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj /CN=localhost "
          + "-addext subjectAltName=DNS:localhost -days 30 -keyout server.key -out server.pem",
        in: folder)
      if expired {
        try openssl("x509 -in server.pem -days -1 -signkey server.key -out server.pem", in: folder)
      }
      try Nginx.with(folder: folder, tls: true) { server in
        try server.put("<weeklyReport/>", as: "a.xml")
        try body(server)
      }
    }
  }

  private func pem(_ name: String, of server: Nginx) throws -> Secret {
    Secret(Array(try Data(contentsOf: server.folder.appendingPathComponent(name))))
  }

  private func openssl(_ arguments: String, in folder: URL) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/openssl")
    process.currentDirectoryURL = folder
    process.arguments = arguments.split(separator: " ").map(String.init)
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "openssl \(arguments)")
  }

  @Test func trustsTheAuthorityItWasGiven() throws {
    try withServer { server in
      var sample = FetchSample()
      sample.secrets.authority = try pem("server.pem", of: server)
      let result = try sample.fetch(server.tlsURL("/a.xml"))
      #expect(result.bodyText == "<weeklyReport/>", "\(result.attempts)")
    }
  }

  @Test func refusesAStrangersCertificateAndAnotherHosts() throws {
    try withServer { server in
      let stranger = try FetchSample().fetch(server.tlsURL("/a.xml"))
      #expect(stranger.outcome == .failed(.tls) && stranger.attempts.count == 1)
      var sample = FetchSample()
      sample.secrets.authority = try pem("server.pem", of: server)
      let otherHost = try sample.fetch(server.tlsURL("/a.xml", host: "127.0.0.1"))
      #expect(otherHost.outcome == .failed(.tls))
      sample.secrets.authority = Secret(Array("-----BEGIN CERTIFICATE-----\n".utf8))
      let noAuthority = try sample.fetch(server.tlsURL("/a.xml"))
      #expect(noAuthority.outcome == .failed(.tls))
    }
  }

  @Test func refusesAnExpiredCertificate() throws {
    try withServer(expired: true) { server in
      var sample = FetchSample()
      sample.secrets.authority = try pem("server.pem", of: server)
      let result = try sample.fetch(server.tlsURL("/a.xml"))
      #expect(result.outcome == .failed(.tls))
      #expect(result.attempts.first?.message.contains("expired") == true)
    }
  }

  /// In the handshake, in the head of the answer, and within its body.
  @Test(arguments: [100, 1_500, 40_000])
  func aCutConnectionIsNoAnswer(_ bytes: Int) throws {
    try withServer { server in
      try server.put(
        "<weeklyReport>" + String(repeating: "x", count: 90_000) + "</weeklyReport>", as: "long.xml"
      )
      try CuttingProxy.with(to: server.tlsPort, cutAfter: bytes) { proxy in
        var sample = FetchSample()
        sample.secrets.authority = try pem("server.pem", of: server)
        let result = try sample.fetch("https://localhost:\(proxy.port)/long.xml")
        guard case .failed(let failure) = result.outcome else {
          Issue.record("\(result.attempts)")
          return
        }
        #expect([.tls, .connect, .truncated].contains(failure), "\(result.attempts)")
      }
    }
  }

  @Test func aPlainServerIsNoTLSServer() throws {
    try MisbehavingServer.with { _, _ in
      [.send("HTTP/1.1 200 OK\r\n\r\n")]
    } _: { server in
      let url = server.url().replacingOccurrences(of: "http:", with: "https:")
      var sample = FetchSample()
      sample.limits.transfer = .seconds(1)
      sample.retries.attempts = 1
      let result = try sample.fetch(url)
      #expect(result.bodyText == nil)
    }
  }
}
