import Foundation
import Rectification
import TestSupport
import Testing

@testable import Intake

/// What a server may answer, and what becomes of it.
struct FetcherTests {
  @Test func keepsTheBodyAndItsValidators() throws {
    try MisbehavingServer.with { _, _ in
      [
        .answer(
          "200 OK", "<weeklyReport/>", "ETag: \"v1\"",
          "Last-Modified: Fri, 19 Jan 2024 08:00:00 GMT")
      ]
    } _: { server in
      let result = try FetchSample().fetch(server.url("/2024-W03/BM01.xml"))
      let validators = Validators(etag: "\"v1\"", lastModified: "Fri, 19 Jan 2024 08:00:00 GMT")
      let answer = FetchAnswer(
        bytes: Array("<weeklyReport/>".utf8), original: nil, validators: validators, next: nil)
      #expect(result.outcome == .body(answer))
      #expect(result.attempts.map(\.httpStatus) == [200])
      let campaign = try #require(Code("drive"))
      let file = try result.receivedFile(for: campaign, at: Moment(seconds: 7))
      #expect(file?.submission.fileName == "BM01.xml")
      #expect(file?.submission.receivedAt == Moment(seconds: 7))
      let head = try #require(server.requests.first)
      #expect(head.hasPrefix("GET /2024-W03/BM01.xml HTTP/1.1\r\n"))
      #expect(head.contains("User-Agent: zhouhui\r\n"))
      #expect(head.contains("Accept-Encoding: gzip\r\n"))
      #expect(!head.contains("If-None-Match"))
    }
  }

  @Test func asksConditionallyAndUnderstandsNotModified() throws {
    try MisbehavingServer.with { _, _ in
      [.send("HTTP/1.1 304 Not Modified\r\nETag: \"v1\"\r\nConnection: close\r\n\r\n")]
    } _: { server in
      let validators = Validators(etag: "\"v1\"", lastModified: "Fri, 19 Jan 2024 08:00:00 GMT")
      let result = try FetchSample().fetch(server.url(), validators: validators)
      #expect(result.outcome == .notModified)
      let head = try #require(server.requests.first)
      #expect(head.contains("If-None-Match: \"v1\"\r\n"))
      #expect(head.contains("If-Modified-Since: Fri, 19 Jan 2024 08:00:00 GMT\r\n"))
      let unasked = try FetchSample().fetch(server.url())
      #expect(unasked.outcome == .failed(.httpStatus(304)))
    }
  }

  @Test(arguments: [204, 206, 400, 401, 403, 404, 410])
  func doesNotRetry(_ status: Int) throws {
    try MisbehavingServer.with { _, _ in
      [.answer("\(status) X", "<html>")]
    } _: { server in
      let result = try FetchSample().fetch(server.url())
      #expect(result.outcome == .failed(.httpStatus(status)))
      #expect(result.attempts.count == 1)
    }
  }

  @Test func refusesOtherProtocols() throws {
    let urls = [
      "file:///etc/passwd", "gopher://127.0.0.1/x", "ftp://127.0.0.1/x", "http://",
      "http://name:secret@127.0.0.1:1/x", "",
    ]
    for url in urls {
      let result = try FetchSample().fetch(url)
      #expect(result.outcome == .failed(.protocolViolation), "\(url)")
    }
  }

  @Test func refusesEncodingsItDidNotAskFor() throws {
    try MisbehavingServer.with { request, _ in
      let line =
        request.contains("/transfer") ? "Transfer-Encoding: gzip" : "Content-Encoding: br"
      return [.send("HTTP/1.1 200 OK\r\n\(line)\r\nConnection: close\r\n\r\n\u{1F}\u{8B}...")]
    } _: { server in
      for path in ["/content", "/transfer"] {
        let result = try FetchSample().fetch(server.url(path))
        #expect(result.outcome == .failed(.unsupportedEncoding))
      }
    }
  }

  @Test func identityIsNoEncoding() throws {
    try MisbehavingServer.with { _, _ in
      [.answer("200 OK", "<weeklyReport>plain", "Content-Encoding: Identity ")]
    } _: { server in
      let result = try FetchSample().fetch(server.url())
      #expect(result.bodyText == "<weeklyReport>plain")
    }
  }

  @Test func aProxyInTheEnvironmentIsIgnored() async {
    // In a process of its own: setting the environment would disturb other tests.
    await #expect(processExitsWith: .success) {
      setenv("http_proxy", "http://127.0.0.1:1", 1)
      try MisbehavingServer.with { _, _ in
        [.answer("200 OK", "<weeklyReport>direct")]
      } _: { server in
        let result = try FetchSample().fetch(server.url())
        #expect(result.bodyText == "<weeklyReport>direct")
      }
    }
  }
}
