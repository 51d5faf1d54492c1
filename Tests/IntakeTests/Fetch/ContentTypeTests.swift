import TestSupport
import Testing

@testable import Intake

/// An answer is what it holds; what the server calls it decides nothing.
struct ContentTypeTests {
  private static let json = "{\"format\": \"zhouhui-weekly-report/1\", \"unit\": \"BM01\"}"

  @Test(arguments: [
    ("", "text/xml", FetchFailure.empty), (" \r\n\t", "application/json", .empty),
    ("", "text/html", .empty),
    ("<html></html>", "text/xml", .contentType),
    ("<!DOCTYPE html>\n<p>登录", "application/json", .contentType),
    ("<!-- x --><HTML><body>维护中</body></HTML>", "text/plain", .contentType),
    (
      "<?xml version=\"1.0\"?><html xmlns=\"http://www.w3.org/1999/xhtml\"/>",
      "application/xhtml+xml", .contentType
    ),
    ("<table><tr><td>1</td></tr></table>", "application/vnd.ms-excel", .contentType),
    ("Internal Server Error", "text/plain", .contentType),
    ("\u{89}PNG\r\n", "image/png", .contentType),
    ("{\"code\":500}", "application/json", .errorAnswer),
    ("{\"code\":500,\"msg\":\"系统繁忙\",\"data\":null}", "text/html", .errorAnswer),
    ("{\"error\":{\"message\":\"no\"}}", "application/problem+json", .errorAnswer),
    ("{}", "application/json", .errorAnswer),
    ("[]", "application/json", .errorAnswer), ("[1, 2]", "text/json", .errorAnswer),
    ("<error code=\"500\"/>", "text/xml", .errorAnswer),
    ("<r><msg>忙</msg></r>", "application/xml", .errorAnswer),
  ])
  func isAFailedFetchWhereNoReportCanBeMeant(
    body: String, type: String, failure: FetchFailure
  ) throws {
    try MisbehavingServer.with { _, _ in
      [.answer("200 OK", body, "Content-Type: \(type)")]
    } _: { server in
      let result = try FetchSample().fetch(server.url())
      #expect(result.outcome == .failed(failure) && result.attempts.count == 1)
    }
  }

  /// Mistakes in a report are the unit's to mend, and it is told of them.
  @Test(arguments: [
    ("<weeklyReport/>", "text/html"), (json, "text/html; charset=utf-8"), (json, "image/png"),
    ("<weeklyReport xmlns=\"urn:other\"/>", "text/xml"),
    ("<weeklyReport>", "application/xml; charset=GB18030"),
    ("{\"unit\": \"BM01\"", "application/json"), ("{\"unit\": 5}", "text/plain"),
    ("<weeklyReport/>", "application/octet-stream"), ("<weeklyReport/>", ""),
    ("{\"entries\": []}", "application/problem+json"),
  ])
  func isTakenWhereItMayBeAReport(body: String, type: String) throws {
    try MisbehavingServer.with { _, _ in
      [.answer("200 OK", body, "Content-Type: \(type)")]
    } _: { server in
      let result = try FetchSample().fetch(server.url())
      #expect(result.bodyText == body)
    }
  }

  /// RFC 7303, 3.2: what the head says counts where the document says nothing.
  @Test(arguments: [
    ("gbk", "<weeklyReport>整改</weeklyReport>"), ("\"GB2312\"", "<weeklyReport>整改</weeklyReport>"),
    ("gb18030; q=1", "<weeklyReport>整改</weeklyReport>"),
  ])
  func theCharsetOfTheHeadCountsWhereTheDocumentHasNone(charset: String, text: String) throws {
    let bytes: [UInt8] =
      Array("<weeklyReport>".utf8) + [0xD5, 0xFB, 0xB8, 0xC4] + Array("</weeklyReport>".utf8)
    try MisbehavingServer.with { _, _ in
      [
        .send(
          "HTTP/1.1 200 OK\r\nContent-Type: text/xml; charset=\(charset)\r\n"
            + "Content-Length: \(bytes.count)\r\nConnection: close\r\n\r\n"), .sendBytes(bytes),
      ]
    } _: { server in
      let result = try FetchSample().fetch(server.url())
      #expect(result.bodyText == text)
      guard case .body(let answer) = result.outcome else { return }
      #expect(answer.original == bytes)
    }
  }
}
