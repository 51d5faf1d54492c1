import Rectification
import TestSupport
import Testing

@testable import Intake

/// A fetch as the tests want it: short limits, quick retries, the same waits every time.
struct FetchSample {
  var limits = FetchLimits(Limits())
  var retries = RetryPolicy()
  var trust = FetchTrust()

  init() {
    limits.transfer = .seconds(5)
    limits.connect = .seconds(2)
    limits.bodyBytes = 100_000
    retries.firstWait = .milliseconds(10)
  }

  func request(_ url: String, unit: String = "BM01") throws -> FetchRequest {
    FetchRequest(source: try #require(Code("web")), unit: try #require(Code(unit)), url: url)
  }

  func fetch(_ requests: [FetchRequest]) throws -> [FetchResult] {
    var results: [FetchResult] = []
    var generator = SeededGenerator(seed: 1)
    try Fetcher(limits: limits, retries: retries, trust: trust)
      .fetch(requests, using: &generator) { results.append($0) }
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
    guard case .body(let bytes, _) = outcome else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }
}
