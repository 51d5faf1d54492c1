/// When a failed attempt is made again.
package struct RetryPolicy: Hashable, Sendable {
  /// In all, the first one included.
  package var attempts = 3
  /// The wait after the first attempt; it doubles each time.
  package var firstWait = Duration.milliseconds(500)
  /// The longest single wait, a server's `Retry-After` included.
  package var longestWait = Duration.seconds(30)
  /// All waits for one request together.
  package var totalWait = Duration.seconds(60)

  package init() {}

  /// How long to wait before the next attempt; nil when there is none.
  ///
  /// Half of the wait is random, so that many requests turned away together do not come back
  /// together. A server that asks for a longer wait than allowed is obeyed by not coming back in
  /// this run.
  func wait(
    after failure: FetchFailure, attempt: Int, retryAfter: Duration?, waited: Duration,
    using generator: inout some RandomNumberGenerator
  ) -> Duration? {
    guard failure.isWorthRetrying, attempt < attempts else { return nil }
    let doubled = firstWait * (1 << min(attempt - 1, 16))
    let backoff = min(doubled, longestWait) * Double.random(in: 0.5...1, using: &generator)
    let wait = max(backoff, retryAfter ?? .zero)
    return wait <= longestWait && waited + wait <= totalWait ? wait : nil
  }
}

extension FetchFailure {
  /// Failures that may well be over in a moment; a report is asked for by GET, so asking again
  /// changes nothing on the server.
  var isWorthRetrying: Bool {
    switch self {
    case .connect, .resolve, .timeout, .truncated: true
    case .httpStatus(let status): status == 429 || (500...599).contains(status)
    default: false
    }
  }
}
