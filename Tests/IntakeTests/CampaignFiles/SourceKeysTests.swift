import Foundation
import Rectification
import TestSupport
import Testing

@testable import Intake

/// `sources` and `networks` beyond a plain URL.
struct SourceKeysTests {
  private static let plain = """
      - source: web
        url: "https://reports.example/{week}/{unit}.xml"
        units: [BM01, BM02]
    """

  private func settings(_ source: String) throws -> CampaignSettings {
    try sample(source).load().settings
  }

  private func sample(_ source: String) -> SampleFiles {
    SampleFiles("demo/campaign.yaml", replacing: Self.plain, with: source)
  }

  @Test func readsASourceOfMany() throws {
    let settings = try settings(
      """
        - {source: portal, url: "https://p.example/{week}", units: all, answer: bundle, basic: login,
           authority: office-ca, certificate: client, hosts: [Files.example, "f.example:8443"]}
      networks: [10.20.0.0/16, "fd00::/8"]
      """)
    let source = try #require(settings.sources.first)
    #expect(source.answer == .bundle && source.units.count == 3)
    #expect(source.hosts == ["files.example", "f.example:8443"])
    #expect(
      source.access
        == ServerAccess(
          login: .basic(code("login")), authority: code("office-ca"), certificate: code("client")))
    #expect(settings.networks.map(\.description) == ["10.20.0.0/16", "fd00:0:0:0:0:0:0:0/8"])
  }

  @Test func theExampleOfThePageIsOne() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let page = try String(
      contentsOf: root.appendingPathComponent("docs/sources.md"), encoding: .utf8)
    let start = try #require(page.range(of: "```yaml\n"))
    let end = try #require(page.range(of: "```\n", range: start.upperBound..<page.endIndex))
    let example = String(page[start.upperBound..<end.lowerBound])
      .replacing("networks: [10.20.0.0/16]\nsources:\n", with: "")
    let settings = try settings(example)
    #expect(settings.sources.map(\.answer) == [.report, .bundle])
    #expect(settings.sources[1].hosts == ["files.example", "files.example:8443"])
    // Every class of failure stands on the page.
    let failures: [FetchFailure] = [
      .resolve, .connect, .tls, .timeout, .httpStatus(401), .httpStatus(404), .httpStatus(429),
      .tooLarge, .truncated, .redirect, .unsupportedEncoding, .contentType, .privateAddress,
      .credential, .bundle, .protocolViolation, .givenUp,
    ]
    for failure in failures { #expect(page.contains("`\(failure.code)`"), "\(failure.code)") }
  }

  @Test(arguments: [
    (
      "answer: many",
      "“sources[1].answer”“many”不是 report，也不是 bundle → 一个网址一份报告写 report，一个网址多份报告写 bundle"
    ),
    ("bearer: a, basic: b", "“sources[1].basic”“b”与 bearer 同时写了 → 请只留一个"),
    (
      "hosts: [\"https://x\"]",
      "“sources[1].hosts[1]”“https://x”不是主机名 → 请写主机名，可带端口，如 files.example.cn:8443"
    ),
    ("hosts: [\"a@b\"]", "“sources[1].hosts[1]”“a@b”不是主机名 → 请写主机名，可带端口，如 files.example.cn:8443"),
    ("bearer: a b", "“sources[1].bearer”“a b”"),
    ("token: a", "没有“sources[1].token”这个键"),
  ])
  func placesAMistake(_ keys: String, _ told: String) throws {
    let source = """
        - {source: web, url: "https://r.example/{unit}", units: all, \(keys)}
      """
    let all = try sample(source).told()
    #expect(all.count == 1 && all[0].contains(told), "\(all)")
  }

  @Test(arguments: ["bearer", "basic", "certificate"])
  func noSecretGoesInClear(_ key: String) throws {
    let source = """
        - {source: web, url: "http://r.example/{unit}", units: all, \(key): token}
      """
    let all = try sample(source).told()
    #expect(all.count == 1 && all[0].contains("会在网上明文传送 → 请把网址改为 https"), "\(all)")
  }

  @Test(arguments: ["10.0.0.1/8", "office", "10.0.0.0/8/8"])
  func aNetworkIsWrittenAsOne(_ text: String) throws {
    let all = try sample(Self.plain + "\nnetworks: [\(text)]").told()
    #expect(all.count == 1 && all[0].contains("“networks[1]”“\(text)”不是网段"), "\(all)")
  }
}
