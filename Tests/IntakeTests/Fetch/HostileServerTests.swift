import Foundation
import Rectification
import TestSupport
import Testing

@testable import Intake

/// Servers that send too much, too little, too slowly or nothing.
struct HostileServerTests {
  private let ok = "HTTP/1.1 200 OK\r\n"

  @Test func anEndlessBodyEndsAtTheCap() throws {
    let chunk = Array("1000\r\n".utf8) + [UInt8](repeating: 120, count: 4_096) + Array("\r\n".utf8)
    try MisbehavingServer.with { [ok] _, _ in
      [.send(ok + "Transfer-Encoding: chunked\r\n\r\n"), .sendForever(chunk)]
    } _: { server in
      let result = try FetchSample().fetch(server.url())
      #expect(result.outcome == .failed(.tooLarge))
      #expect(result.attempts.count == 1)
    }
  }

  @Test func anAnnouncedGiantIsRefusedAtOnce() throws {
    try MisbehavingServer.with { [ok] _, _ in
      [.send(ok + "Content-Length: 1000000000000\r\n\r\n"), .hang]
    } _: { server in
      let result = try FetchSample().fetch(server.url())
      #expect(result.outcome == .failed(.tooLarge))
    }
  }

  @Test func theCapItselfIsAllowed() throws {
    let body = "<weeklyReport>" + String(repeating: "x", count: 99_986)
    try MisbehavingServer.with { _, number in
      [.answer("200 OK", body + (number == 1 ? "" : "x"))]
    } _: { server in
      let full = try FetchSample().fetch(server.url())
      #expect(full.bodyText == body)
      let over = try FetchSample().fetch(server.url())
      #expect(over.outcome == .failed(.tooLarge))
    }
  }

  @Test func anEndlessErrorPageIsStillItsStatus() throws {
    try MisbehavingServer.with { _, _ in
      [.send("HTTP/1.1 404 X\r\n\r\n"), .sendForever([UInt8](repeating: 120, count: 4_096))]
    } _: { server in
      let result = try FetchSample().fetch(server.url())
      #expect(result.outcome == .failed(.httpStatus(404)))
    }
  }

  @Test func aShortBodyIsTruncated() throws {
    try MisbehavingServer.with { [ok] request, _ in
      request.contains("/chunks")
        ? [.send(ok + "Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n")]
        : [.send(ok + "Content-Length: 10\r\n\r\nhello")]
    } _: { server in
      for path in ["/length", "/chunks"] {
        let result = try FetchSample().fetch(server.url(path))
        #expect(result.outcome == .failed(.truncated))
      }
    }
  }

  @Test func aBodyThatEndsWithTheConnectionIsJudgedByItsLastCharacter() throws {
    try MisbehavingServer.with { [ok] request, _ in
      [.send(ok + "\r\n" + (request.contains("/cut") ? "<weeklyRep" : "<weeklyReport/>\n"))]
    } _: { server in
      // Nothing in HTTP tells, and libcurl calls both a success.
      let cut = try FetchSample().fetch(server.url("/cut"))
      #expect(cut.outcome == .failed(.truncated) && cut.attempts.map(\.curlCode) == [0, 0, 0])
      let whole = try FetchSample().fetch(server.url("/whole"))
      #expect(whole.bodyText == "<weeklyReport/>\n")
    }
  }

  @Test func headersAreCapped() throws {
    let line = "X-Long: " + String(repeating: "y", count: 1_000) + "\r\n"
    try MisbehavingServer.with { [ok] request, _ in
      request.contains("/interim")
        ? [.sendForever(Array("HTTP/1.1 100 Continue\r\n\r\n".utf8))]
        : [.send(ok + String(repeating: line, count: 300) + "\r\n")]
    } _: { server in
      for path in ["/long", "/interim"] {
        let result = try FetchSample().fetch(server.url(path))
        #expect(result.outcome == .failed(.protocolViolation))
      }
    }
  }

  @Test(arguments: ["/trickle", "/hang", "/head"])
  func theTimeLimitHolds(_ path: String) throws {
    try MisbehavingServer.with { [ok] request, _ in
      if request.contains("/trickle") { return [.send(ok + "\r\n"), .trickle(milliseconds: 50)] }
      return request.contains("/head") ? [.send(ok + "X: "), .trickle(milliseconds: 50)] : [.hang]
    } _: { server in
      var sample = FetchSample()
      sample.limits.transfer = .seconds(1)
      sample.retries.attempts = 1
      let time = try ContinuousClock().measure {
        let result = try sample.fetch(server.url(path))
        #expect(result.outcome == .failed(.timeout))
      }
      #expect(time > .milliseconds(900) && time < .seconds(2))
    }
  }

  @Test func aSlowTransferIsEndedBeforeItsTimeLimit() throws {
    try MisbehavingServer.with { [ok] _, _ in
      [.send(ok + "\r\n"), .trickle(milliseconds: 200)]
    } _: { server in
      var sample = FetchSample()
      sample.limits.slowFor = .seconds(1)
      sample.limits.transfer = .seconds(30)
      sample.retries.attempts = 1
      let time = try ContinuousClock().measure {
        let result = try sample.fetch(server.url())
        #expect(result.outcome == .failed(.timeout))
      }
      #expect(time < .seconds(4))
    }
  }

  @Test func aCutConnectionIsTriedAgain() throws {
    try MisbehavingServer.with { [ok] request, number in
      if request.contains("/later") { return [.send(ok + "Content-Length: 9\r\n\r\nab"), .reset] }
      return number == 1 ? [.reset] : [.answer("200 OK", "<weeklyReport>second")]
    } _: { server in
      let first = try FetchSample().fetch(server.url("/first"))
      #expect(first.bodyText == "<weeklyReport>second" && first.classes == ["connect", "ok"])
      let later = try FetchSample().fetch(server.url("/later"))
      #expect(later.outcome == .failed(.truncated) && later.attempts.count == 3)
    }
  }

  @Test func noiseIsNoAnswer() throws {
    try MisbehavingServer.with { _, _ in
      [.send("SSH-2.0-OpenSSH_9.2\r\n")]
    } _: { server in
      let result = try FetchSample().fetch(server.url())
      #expect(result.outcome == .failed(.protocolViolation))
    }
  }
}
