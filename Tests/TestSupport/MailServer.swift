import Foundation
import Testing

/// A real SMTP server on 127.0.0.1 (aiosmtpd), which keeps what it takes in a folder of its own.
package struct MailServer {
  private static let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Mail/mail-server").path
  package static let isInstalled = FileManager.default.fileExists(
    atPath: "/usr/lib/python3/dist-packages/aiosmtpd")
  package static let absence: Comment = "needs aiosmtpd (Debian: apt-get install python3-aiosmtpd)"

  package let port: Int
  package let folder: URL

  /// One message as it arrived.
  package struct Message {
    package let from: String
    package let to: [String]
    package let usedTLS: Bool
    package let loggedIn: Bool
    /// Header and body as they came.
    package let text: String

    /// The value of a header line, unfolded.
    package func header(_ name: String) -> String? {
      text.components(separatedBy: "\r\n\r\n")[0].replacing("\r\n ", with: " ")
        .components(separatedBy: "\r\n").first { $0.hasPrefix("\(name): ") }
        .map { String($0.dropFirst(name.count + 2)) }
    }

    /// The body, decoded from Base64.
    package var body: String {
      let parts = text.components(separatedBy: "\r\n\r\n").dropFirst().joined()
      let bytes = Data(base64Encoded: parts, options: .ignoreUnknownCharacters)
      return bytes.map { String(decoding: $0, as: UTF8.self) } ?? ""
    }
  }

  /// Runs `body` against a server, and ends it by its own process id.
  package static func with(
    folder: URL, _ options: [String] = [], port: Int? = nil, _ body: (MailServer) throws -> Void
  ) throws {
    let server = MailServer(
      port: try port ?? LoopbackSocket.freePort(), folder: folder.appendingPathComponent("mail"))
    try FileManager.default.createDirectory(
      at: server.folder, withIntermediateDirectories: true)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: script)
    process.arguments = [String(server.port), server.folder.path] + options
    // It speaks of every handshake that a test breaks off.
    process.standardError = FileHandle.nullDevice
    try process.run()
    defer {
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
    }
    for _ in 0..<500 where !LoopbackSocket.accepts(server.port) {
      try #require(process.isRunning, "the mail server ended")
      usleep(20_000)
    }
    try body(server)
  }

  /// What has been taken, in the order of arrival.
  package func messages() throws -> [Message] {
    struct Envelope: Decodable {
      let from: String
      let to: [String]
      let tls, login: Bool
    }
    return try (1...1_000).lazy
      .prefix { number in
        FileManager.default.fileExists(atPath: folder.appendingPathComponent("\(number).eml").path)
      }
      .map { number in
        let file = folder.appendingPathComponent("\(number)")
        let envelope = try JSONDecoder().decode(
          Envelope.self, from: Data(contentsOf: file.appendingPathExtension("json")))
        return Message(
          from: envelope.from, to: envelope.to, usedTLS: envelope.tls, loggedIn: envelope.login,
          text: String(
            decoding: try Data(contentsOf: file.appendingPathExtension("eml")), as: UTF8.self))
      }
  }

  /// A certificate for `localhost` with its key, `server.pem` and `server.key` in a folder.
  package static func makeCertificate(in folder: URL) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/openssl")
    process.currentDirectoryURL = folder
    process.arguments =
      ("req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj /CN=localhost "
      + "-addext subjectAltName=DNS:localhost -days 30 -keyout server.key -out server.pem")
      .split(separator: " ").map(String.init)
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
  }
}
