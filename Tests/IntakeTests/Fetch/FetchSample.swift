import GuardedConnections
import Rectification
import TestSupport
import Testing

@testable import Intake

/// A fetch as the tests want it: short limits, quick retries, the same waits every time.
struct FetchSample {
  var limits = FetchLimits(Limits())
  var retries = RetryPolicy()
  var secrets = AccessSecrets()
  var hosts: [String] = []
  var answer = Source.Answer.report

  init() {
    limits.transfer = .seconds(5)
    limits.connect = .seconds(2)
    limits.reportBytes = 100_000
    limits.bundleBytes = 200_000
    limits.networks = [AddressRange([127, 0, 0, 0], prefix: 8)].compactMap(\.self)
    retries.firstWait = .milliseconds(10)
  }

  func request(_ url: String, unit: String = "BM01") throws -> FetchRequest {
    let unit = try #require(Code(unit))
    let source = Source(
      code: try #require(Code("web")), url: url, units: [unit], answer: answer, hosts: hosts)
    return FetchRequest(
      source: FetchSource(source, secrets: secrets), unit: answer == .report ? unit : nil, url: url,
      subject: answer == .report ? .report : .bundle)
  }

  /// Follows pages as far as the answers' heads name them.
  func fetch(_ requests: [FetchRequest]) throws -> [FetchResult] {
    var results: [FetchResult] = []
    var generator = SeededGenerator(seed: 1)
    try Fetcher(limits: limits, retries: retries).fetch(requests, using: &generator) { result in
      results.append(result)
      guard case .body(let answer) = result.outcome, let next = answer.next else { return [] }
      return result.request.nextPage(next).map { [$0] } ?? []
    }
    return results
  }

  func fetch(_ url: String, validators: Validators? = nil) throws -> FetchResult {
    var request = try request(url)
    request.validators = validators
    let results = try fetch([request])
    try #require(results.count == 1)
    return results[0]
  }
}

extension FetchResult {
  /// The class of each attempt; `ok` for one that worked.
  var classes: [String] { attempts.map { $0.failure?.code ?? "ok" } }

  var bodyText: String? {
    guard case .body(let answer) = outcome else { return nil }
    return String(decoding: answer.bytes, as: UTF8.self)
  }
}
