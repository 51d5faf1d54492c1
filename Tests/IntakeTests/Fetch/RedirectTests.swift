import GuardedConnections
import Rectification
import TestSupport
import Testing

@testable import Intake

/// Where an answer may lead on to, and what goes along.
struct RedirectTests {
  @Test(arguments: ["301", "302", "303", "307", "308"])
  func followsToTheSameHost(_ status: String) throws {
    try MisbehavingServer.with { request, _ in
      request.contains("/old")
        ? [.answer("\(status) X", "", "Location: new?a=1")] : [.answer("200 OK", "<weeklyReport/>")]
    } _: { server in
      let result = try FetchSample().fetch(server.url("/x/old"))
      #expect(result.bodyText == "<weeklyReport/>" && result.classes == ["ok"])
      #expect(server.requests.last?.hasPrefix("GET /x/new?a=1 HTTP/1.1") == true)
    }
  }

  @Test(arguments: [
    "file:///etc/passwd", "gopher://127.0.0.1/x", "http://localhost:1/x",
    "http://name:pw@127.0.0.1/x",
    "http://127.0.0.2/x", "http:///x", "//evil.example/x", "",
  ])
  func staysWhereItMayGo(_ place: String) throws {
    try MisbehavingServer.with { _, _ in
      [.answer("302 X", "", "Location: \(place)")]
    } _: { server in
      let result = try FetchSample().fetch(server.url("/old"))
      #expect(result.outcome == .failed(.redirect) && result.attempts.count == 1)
      // An empty reference names the page itself: a loop.
      #expect(server.requests.count == 1)
    }
  }

  @Test func goesToAHostThatTheCampaignNames() throws {
    try MisbehavingServer.with { _, _ in
      [.answer("200 OK", "<weeklyReport/>")]
    } _: { other in
      let place = other.url("/there").replacing("127.0.0.1", with: "localhost")
      try MisbehavingServer.with { _, _ in
        [.answer("302 X", "", "Location: \(place)")]
      } _: { server in
        var sample = FetchSample()
        let result1 = try sample.fetch(server.url())
        #expect(result1.outcome == .failed(.redirect))
        sample.hosts = [
          try #require(URLParts(place)).host + ":\(try #require(URLParts(place)).port)"
        ]
        let result2 = try sample.fetch(server.url())
        #expect(result2.bodyText == "<weeklyReport/>")
      }
    }
  }

  @Test func aLoopEnds() throws {
    try MisbehavingServer.with { request, number in
      request.contains("/endless")
        ? [.answer("302 X", "", "Location: /endless\(number)")]
        : [.answer("302 X", "", "Location: \(request.contains("/a") ? "/b" : "/a")")]
    } _: { server in
      let result3 = try FetchSample().fetch(server.url("/a"))
      #expect(result3.outcome == .failed(.redirect))
      #expect(server.requests.count == 2)
      let result4 = try FetchSample().fetch(server.url("/endless"))
      #expect(result4.outcome == .failed(.redirect))
      #expect(server.requests.count == 2 + 1 + FetchTask.redirectLimit)
    }
  }

  @Test func noSecretGoesToAnotherHost() throws {
    try MisbehavingServer.with { _, _ in
      [.answer("200 OK", "<weeklyReport/>")]
    } _: { other in
      let place = other.url("/there").replacing("127.0.0.1", with: "localhost")
      try MisbehavingServer.with { _, _ in
        [.answer("302 X", "", "Location: \(place)")]
      } _: { server in
        var sample = FetchSample()
        sample.hosts = ["localhost:\(try #require(URLParts(place)).port)"]
        sample.secrets.login = .bearer(Secret(Array("canary-token".utf8)))
        let result5 = try sample.fetch(server.url())
        #expect(result5.bodyText == "<weeklyReport/>")
        #expect(server.requests.first?.contains("Authorization: Bearer canary-token") == true)
        #expect(other.requests.count == 1 && !other.requests[0].contains("canary"))
      }
    }
  }

  @Test func neverFromSafeToOpen() throws {
    let source = FetchSource(
      Source(code: code("web"), url: "", units: [], hosts: ["b.example", "c.example:8443"]))
    let start = try #require(URLParts("https://a.example/x"))
    let expected: [(String, Bool)] = [
      ("https://a.example/y", true), ("http://a.example/y", false),
      ("https://a.example:444/y", false), ("https://b.example/y", true),
      ("http://b.example/y", false), ("https://b.example:8443/", false),
      ("https://c.example:8443/", true), ("https://c.example/", false),
      ("https://a.example.evil/", false), ("https://a.example@evil/", false),
      ("https://u:p@a.example/", false),
    ]
    for (url, may) in expected {
      #expect(source.mayLead(from: start, to: try #require(URLParts(url))) == may, "\(url)")
    }
    let open = try #require(URLParts("http://a.example/x"))
    #expect(source.mayLead(from: open, to: try #require(URLParts("https://a.example/"))))
  }
}
