import Rectification
import TestSupport
import Testing

@testable import Intake

/// Lists that come in pages.
struct PageTests {
  @Test(arguments: [
    ("<https://x/2>; rel=\"next\"", "https://x/2"), ("</2?p=2>; rel=next", "/2?p=2"),
    ("<a>; rel=prev, <b>; rel=\"last next\"", "b"), ("<a,b>; title=\"x, y\"; rel=next", "a,b"),
  ])
  func namesTheNextPage(_ field: String, _ next: String) {
    #expect(LinkField.next(in: field) == next)
  }

  @Test(arguments: ["", "<a>", "<a>; rel=prev", "<a; rel=next", "rel=next", "<a>; rel=nextpage"])
  func namesNone(_ field: String) {
    #expect(LinkField.next(in: field) == nil)
  }

  @Test func areFollowedInOrderOnTheSameHost() throws {
    try MisbehavingServer.with { request, _ in
      let page = (1...3).first { request.contains("p=\($0)") } ?? 1
      let next = page < 3 ? ["Link: </list?p=\(page + 1)>; rel=\"next\""] : ["X: y"]
      return [.answer("200 OK", "[\(page)]", next[0])]
    } _: { server in
      var sample = FetchSample()
      sample.answer = .bundle
      let results = try sample.fetch([try sample.request(server.url("/list?p=1"))])
      #expect(results.compactMap(\.bodyText) == ["[1]", "[2]", "[3]"])
      #expect(results.map(\.request.page) == [1, 2, 3])
    }
  }

  @Test func doNotLeadElsewhereOrInACircle() throws {
    var sample = FetchSample()
    sample.answer = .bundle
    let first = try sample.request("https://a.example/list")
    #expect(first.nextPage("https://b.example/list") == nil)
    #expect(first.nextPage("http://a.example/list") == nil)
    #expect(first.nextPage("file:///etc/passwd") == nil)
    #expect(first.nextPage("") == nil)
    #expect(first.nextPage("?page=2")?.url == "https://a.example/list?page=2")
    // A page that was fetched before is none to go on with, and a list without an end stops at the limit.
    let second = try #require(first.nextPage("/other"))
    #expect(second.nextPage("/list") == nil && second.leadsBack("/list"))
    #expect(second.nextPage("/other") == nil && !second.leadsBack("/third"))
    var page: FetchRequest? = first
    var count = 0
    while let one = page {
      count += 1
      page = one.nextPage("?page=\(count + 1)")
    }
    #expect(count == FetchRequest.pageLimit)
  }
}
