import Rectification
import Testing

@testable import Intake

struct FetchRequestTests {
  @Test func putsUnitAndWeekIntoTheURL() throws {
    let source = Source(
      code: try #require(Code("web")), url: "https://x/{week}/{unit}.xml?u={unit}",
      units: [try #require(Code("BM01")), try #require(Code("BM-2"))])
    let requests = source.requests(for: try #require(Week("2024-W03"))) { _ in nil }
    #expect(
      requests.map(\.url) == [
        "https://x/2024-W03/BM01.xml?u=BM01", "https://x/2024-W03/BM-2.xml?u=BM-2",
      ])
    #expect(requests.map(\.unit?.text) == ["BM01", "BM-2"])
  }

  @Test func asksOnceForABundle() throws {
    let source = Source(
      code: try #require(Code("web")), url: "https://x/{week}",
      units: [try #require(Code("BM01")), try #require(Code("BM02"))], answer: .bundle)
    let requests = source.requests(for: try #require(Week("2024-W03"))) { _ in nil }
    #expect(requests.map(\.url) == ["https://x/2024-W03"])
    #expect(requests.map(\.unit) == [nil])
  }

  @Test func theSignatureLiesBesideTheReport() throws {
    let request = try FetchSample().request("https://x/a.xml?v=1")
    #expect(request.signature(suffix: ".sig").url == "https://x/a.xml.sig?v=1")
  }

  @Test(arguments: [
    ("https://Example.org:8443/a?b#c", "example.org:8443"), ("http://h", "h:80"),
    ("https://h/a@b", "h:443"), ("http://2130706433/", "127.0.0.1:80"),
    ("https://[::1]/x", "[::1]:443"), ("nonsense", "nonsense"),
  ])
  func knowsItsHost(_ url: String, _ host: String) throws {
    #expect(FetchTask(try FetchSample().request(url)).host == host)
  }

  @Test(arguments: ["\"a\"\r\nX-Evil: 1", "\u{7}", "", String(repeating: "e", count: 1_025), "标签"])
  func dropsValidatorsThatCannotStandOnALine(_ etag: String) {
    #expect(Validators(etag: etag, lastModified: nil) == nil)
  }
}
