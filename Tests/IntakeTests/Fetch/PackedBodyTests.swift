import Foundation
import TestSupport
import Testing

@testable import Intake

/// Bodies that arrive compressed.
struct PackedBodyTests {
  private static let head =
    "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nConnection: close\r\n\r\n"

  /// By gzip itself.
  private static func gzip(_ text: String) throws -> [UInt8] {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/gzip")
    process.arguments = ["-c"]
    let (input, output) = (Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    let writing = Thread {
      try? input.fileHandleForWriting.write(contentsOf: Data(text.utf8));
      try? input.fileHandleForWriting.close()
    }
    writing.start()
    let packed = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return Array(packed)
  }

  @Test func areUnpacked() throws {
    let text = "<weeklyReport>" + String(repeating: "整改", count: 1_000) + "</weeklyReport>"
    let packed = try Self.gzip(text)
    try MisbehavingServer.with { _, _ in
      [.send(Self.head), .sendBytes(packed)]
    } _: { server in
      let result1 = try FetchSample().fetch(server.url())
      #expect(result1.bodyText == text)
    }
  }

  @Test func aBombEndsAtTheCap() throws {
    // 50 MB of blanks in 50 KB.
    let packed = try Self.gzip(String(repeating: " ", count: 50_000_000))
    try MisbehavingServer.with { _, _ in
      [.send(Self.head), .sendBytes(packed)]
    } _: { server in
      let result = try FetchSample().fetch(server.url())
      #expect(result.outcome == .failed(.tooLarge) && result.attempts.count == 1)
    }
  }

  @Test func whatNeverUnpacksToAnythingEndsAtTheCapToo() throws {
    // Empty stored blocks (RFC 1951, 3.2.4): they go on for ever and give nothing.
    let start: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3]
    let empty: [UInt8] = [0, 0, 0, 0xFF, 0xFF]
    let blocks = [[UInt8]](repeating: empty, count: 4_096).flatMap(\.self)
    try MisbehavingServer.with { _, _ in
      [.send(Self.head), .sendBytes(start), .sendForever(blocks)]
    } _: { server in
      let result = try FetchSample().fetch(server.url())
      #expect(result.outcome == .failed(.tooLarge), "\(result.attempts)")
    }
  }

  @Test func aDamagedOneIsNoReport() throws {
    try MisbehavingServer.with { request, _ in
      [.send(Self.head), .sendBytes([0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 0xFF, 0xFF, 0xFF])]
    } _: { server in
      let result = try FetchSample().fetch(server.url())
      #expect(result.bodyText == nil, "\(result.attempts)")
    }
  }
}
