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
    #expect(requests.map(\.unit.text) == ["BM01", "BM-2"])
  }

  @Test(arguments: [
    ("https://Example.org:8443/a?b#c", "example.org:8443"), ("http://h", "h"),
    ("nonsense", "nonsense"),
  ])
  func knowsItsHost(_ url: String, _ host: String) throws {
    #expect(try FetchSample().request(url).host == host)
  }

  @Test(arguments: ["\"a\"\r\nX-Evil: 1", "\u{7}", "", String(repeating: "e", count: 1_025), "标签"])
  func dropsValidatorsThatCannotStandOnALine(_ etag: String) {
    #expect(Validators(etag: etag, lastModified: nil) == nil)
  }
}
