import Rectification

/// Fetches reports over HTTP and HTTPS, many at once and none without limit.
///
/// One thread drives all transfers. The program must ignore SIGPIPE: libcurl is told to use no
/// signals, and a TLS connection cut by the other side would otherwise end the process.
package struct Fetcher {
  package let limits: FetchLimits
  package let retries: RetryPolicy

  package init(limits: FetchLimits, retries: RetryPolicy = .init()) {
    self.limits = limits
    self.retries = retries
  }

  /// Hands over what became of each request, as it is known: in no fixed order, one at a time.
  ///
  /// What `onDone` returns is asked for too: a next page, a signature. `generator` makes the random part
  /// of the waits. What `onDone` throws ends the fetch.
  package func fetch(
    _ requests: [FetchRequest], using generator: inout some RandomNumberGenerator,
    onDone: (FetchResult) throws -> [FetchRequest]
  ) throws {
    var queue = FetchQueue(requests, limits: limits)
    let pool = try TransferPool(limits: limits)
    // Counts waits alone; no moment it shows reaches a result.
    let clock = ContinuousClock()
    let start = clock.now
    while !queue.isEmpty {
      let now = start.duration(to: clock.now)
      for task in queue.abandoned(at: now) { _ = try onDone(task.givenUp) }
      while let task = queue.next(at: now) {
        try pool.begin(Transfer(task, limits: limits))
      }
      guard !queue.isEmpty else { break }
      let wait = min(.seconds(1), (queue.nextDue ?? .seconds(1)) - now)
      for (transfer, code) in try pool.proceed(waitingUpTo: wait) {
        let attempt = transfer.attempt(code)
        let ended = Ended(transfer: transfer, attempt: attempt)
        let result = settle(ended, in: &queue, at: now, using: &generator)
        for request in try result.map(onDone) ?? [] { queue.add(request) }
      }
    }
  }

  private struct Ended {
    let transfer: Transfer
    let attempt: FetchAttempt
  }

  /// The result of a transfer that ended; nil when it is to be tried again.
  private func settle(
    _ ended: Ended, in queue: inout FetchQueue, at now: Duration,
    using generator: inout some RandomNumberGenerator
  ) -> FetchResult? {
    let transfer = ended.transfer
    var task = transfer.task
    queue.ended(task, answered: ended.attempt.httpStatus > 0)
    if ended.attempt.failure == .redirect, let moved = task.redirected(to: transfer.head.location) {
      queue.retry(moved, at: now)
      return nil
    }
    task.attempts.append(ended.attempt)
    let result = { (outcome: FetchResult.Outcome) in
      FetchResult(request: task.request, outcome: outcome, attempts: task.attempts)
    }
    guard let failure = ended.attempt.failure else {
      return result(
        transfer.head.status == 304
          ? .notModified : .body(transfer.answer))
    }
    guard
      let wait = retries.wait(
        after: failure, attempt: task.attempts.count, retryAfter: transfer.retryAfter,
        waited: task.waited, using: &generator)
    else { return result(.failed(failure)) }
    task.waited += wait
    queue.retry(task, at: now + wait)
    return nil
  }
}
