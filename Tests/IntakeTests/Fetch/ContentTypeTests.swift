import TestSupport
import Testing

@testable import Intake

/// What a server calls its answer.
struct ContentTypeTests {
  @Test(arguments: [
    "text/html", "text/html; charset=utf-8", "application/xhtml+xml", "image/svg+xml", "image/png",
    "TEXT/HTML", "multipart/mixed",
  ])
  func isRefusedWhenNoReportHasIt(_ type: String) throws {
    try MisbehavingServer.with { _, _ in
      [.answer("200 OK", "<html></html>", "Content-Type: \(type)")]
    } _: { server in
      let result = try FetchSample().fetch(server.url())
      #expect(result.outcome == .failed(.contentType) && result.attempts.count == 1)
      #expect(result.attempts[0].message.hasPrefix("content type "))
    }
  }

  @Test(arguments: [
    "text/xml", "application/xml; charset=GB18030", "application/json", "text/plain",
    "application/octet-stream", "application/problem+json", "application/zip", "",
  ])
  func isTakenWhenAReportMayHaveIt(_ type: String) throws {
    try MisbehavingServer.with { _, _ in
      [.answer("200 OK", "<r/>", "Content-Type: \(type)")]
    } _: { server in
      let result1 = try FetchSample().fetch(server.url())
      #expect(result1.bodyText == "<r/>")
    }
  }
}
